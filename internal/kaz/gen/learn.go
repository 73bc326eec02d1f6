package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/kaz"
)

// model holds how often each base and each chain is meant, in expected counts.
type model struct {
	bases  map[string]float64
	chains map[chain]float64
}

// rounds is how often the counts are estimated anew; they hardly move after ten.
const rounds = 12

// learn estimates by expectation maximisation which of its readings each word stands
// for: a base that many words share, and a frequent chain, draw readings to them. A
// word counts by the logarithm of its number, so that none outweighs the rest.
func learn(counts map[string]int) model {
	var words []word
	for _, text := range slices.Sorted(maps.Keys(counts)) {
		words = append(words, newWord(text, counts[text]))
	}
	m := model{map[string]float64{}, map[chain]float64{}}
	for range rounds {
		m = m.next(words)
	}
	return m.counted(words)
}

// word is a word of the text with its readings and the model's share in each.
type word struct {
	number   int
	weight   float64
	readings []kaz.Analysis
	shares   []float64
}

func newWord(text string, number int) word {
	readings := kaz.Analyze(text)
	slices.SortFunc(readings, func(a, b kaz.Analysis) int { // whatever the tables in use say of them
		return cmp.Or(cmp.Compare(a.Base, b.Base), slices.Compare(a.Suffixes, b.Suffixes))
	})
	return word{number, math.Log1p(float64(number)), readings, make([]float64, len(readings))}
}

// next shares every word among its readings as the model weighs them.
func (m model) next(words []word) model {
	n := model{map[string]float64{}, map[chain]float64{}}
	for _, w := range words {
		m.share(w)
		for i, a := range w.readings {
			n.bases[a.Base] += w.shares[i]
			n.chains[chainOf(a)] += w.shares[i]
		}
	}
	return n
}

// share divides a word's weight among its readings. What the word itself gave a base
// does not count for it: only other words bear witness.
func (m model) share(w word) {
	own := map[string]float64{}
	for i, a := range w.readings {
		own[a.Base] += w.shares[i]
	}
	sum := 0.0
	for i, a := range w.readings {
		letters := float64(utf8.RuneCountInString(a.Base))
		w.shares[i] = (max(0, m.bases[a.Base]-own[a.Base]) + newBase*math.Exp(-letterCost*letters)) * m.chainWeight(a)
		sum += w.shares[i]
	}
	for i := range w.shares {
		w.shares[i] *= w.weight / sum
	}
}

// chainWeight is how much a reading's suffixes speak for it. A plural is a form of its
// singular, although the forms of the plural bear witness to each other.
func (m model) chainWeight(a kaz.Analysis) float64 {
	if a.Plural {
		return pluralBonus * (m.chains[chainOf(a)] + 1)
	}
	return m.chains[chainOf(a)] + 1
}

const pluralBonus = 20

// A base that no other word shows costs newBase, and letterCost for each letter.
const (
	newBase    = 20.0
	letterCost = 0.9
)

// counted is the model with bases weighed by how often their words occur.
func (m model) counted(words []word) model {
	bases := map[string]float64{}
	for _, w := range words {
		for i, a := range w.readings {
			bases[a.Base] += float64(w.number) * w.shares[i] / w.weight
		}
	}
	m.bases = bases
	m.disown()
	return m
}

// disown gives the count of a word that is mostly met in one form, «төрағасы», «еліміз»,
// «ішінде», to its base, if that is met often too: the word alone bears little witness to
// its base in the estimate, for it is frequent.
func (m model) disown() {
	for _, text := range slices.Sorted(maps.Keys(m.bases)) {
		for _, a := range kaz.Analyze(text) {
			n := m.bases[text]
			if a.Base != text && n >= 1 && (possessed(a) && 2*m.bases[a.Base] >= n || placed(a) && m.bases[a.Base] >= 2*n) {
				m.bases[a.Base] += n
				m.bases[text] = 0
			}
		}
	}
}

// possessed reports whether a reading is one as «its» or «our» of a base of some length;
// «my» is too often the end of another word.
func possessed(a kaz.Analysis) bool {
	letters := utf8.RuneCountInString(a.Base)
	ours := a.Possessive == 1 && strings.HasSuffix(a.Suffixes[0], "з") && (letters > 2 || len(a.Suffixes[0]) > len("мыз"))
	return !a.Plural && a.Case == kaz.Nom && (a.Possessive == 3 && letters > 2 || ours)
}

// placed reports whether a reading is one as «of», «in» or «from», or after «its» also as
// «to» a base; the other cases are too often the ends of adjectives and other words.
func placed(a kaz.Analysis) bool {
	letters := utf8.RuneCountInString(a.Base)
	switch a.Case {
	case kaz.Gen, kaz.Loc, kaz.Abl:
		return !a.Plural && (a.Possessive == 3 || a.Possessive == 0 && letters > 2)
	case kaz.Dat:
		return !a.Plural && a.Possessive == 3
	}
	return false
}

func chainOf(a kaz.Analysis) chain { return chain{a.Plural, a.Possessive, a.Case} }

package kaz

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Gender is a Russian gender, or the plural, where adjectives know none.
type Gender byte

// The genders. Any is the gender of a word that is not declined.
const (
	Any       Gender = 0
	Masculine Gender = 'm'
	Feminine  Gender = 'f'
	Neuter    Gender = 'n'
	Plural    Gender = 'p'
)

// RussianAnalysis is one way to read a Russian word as a form of a noun, an
// adjective or a name.
type RussianAnalysis struct {
	Base      string // the nominative of the same number and gender
	Adjective bool   // agrees with the noun that follows
	Name      bool   // a surname or patronymic
	Gender    Gender
	Case      Case
	weight    int // how telling the reading is
}

// paradigm is a row of the table of Russian endings.
type paradigm struct {
	kind   string
	gender Gender
	stems  []string
	ends   [6][]string
}

var russianCases = [6]Case{Nom, Gen, Dat, Acc, Ins, Pre}

var paradigms = sync.OnceValue(func() []paradigm {
	var all []paradigm
	for _, row := range table("ru/endings.txt") {
		p := paradigm{kind: row[0], gender: Gender(row[1][0]), stems: strings.Split(row[2], "|")}
		for i, cell := range row[3:9] {
			p.ends[i] = strings.Split(strings.ReplaceAll(cell, "-", ""), "/")
		}
		all = append(all, p)
	}
	return all
})

// fits reports whether a stem can be declined by the paradigm, and the length of
// what the paradigm asks of its end.
func (p paradigm) fits(stem string) (int, bool) {
	if utf8.RuneCountInString(stem) < 2 {
		return 0, false
	}
	for _, end := range p.stems {
		if end == "*" {
			return 0, true
		}
		if strings.HasSuffix(stem, end) {
			return utf8.RuneCountInString(end), true
		}
	}
	return 0, false
}

// AnalyzeRussian reads a word as a form of a Russian noun, adjective or name in
// every way that the table of endings allows, the likeliest first. The word as it
// stands, not declined, is always among the answers.
func AnalyzeRussian(word string) []RussianAnalysis {
	unchanged := RussianAnalysis{Base: word, Gender: Any, Case: Nom}
	if len(word) > maxWord {
		return []RussianAnalysis{unchanged}
	}
	letters := small(word)
	var found []RussianAnalysis
	for _, p := range paradigms() {
		for _, a := range p.analyses(letters) {
			a.Base = likeCase(a.Base, word)
			found = append(found, a)
		}
	}
	found = append(found, unchanged)
	slices.SortStableFunc(found, func(a, b RussianAnalysis) int { return cmp.Compare(b.weight, a.weight) })
	return found
}

// analyses are the readings of a word in small letters by one paradigm.
func (p paradigm) analyses(word string) []RussianAnalysis {
	var found []RussianAnalysis
	for i, ends := range p.ends {
		for _, end := range ends {
			stem, ok := strings.CutSuffix(word, end)
			if !ok {
				continue
			}
			asked, ok := p.fits(stem)
			if !ok {
				continue
			}
			for _, nominative := range p.ends[0] {
				found = append(found, p.analysis(stem+nominative, russianCases[i], asked+utf8.RuneCountInString(end)))
			}
		}
	}
	return found
}

// analysis is a reading of which telling letters of the word bear witness.
func (p paradigm) analysis(base string, c Case, telling int) RussianAnalysis {
	a := RussianAnalysis{base, p.kind == "adj", p.kind == "name", p.gender, c, telling}
	switch {
	case a.Adjective || a.Name:
		a.weight += 2
	case a.Gender == Plural:
		a.weight--
	}
	return a
}

package search

import (
	"math"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// scorer scores entities for one query.
type scorer struct {
	words []queryWord
	terms map[string][]string // of the words of names met so far
}

// queryWord is a word searched for.
type queryWord struct {
	folded string
	terms  []kaz.Term
}

func newScorer(query string) *scorer {
	s := &scorer{terms: map[string][]string{}}
	for _, word := range strings.Fields(kaz.Fold(query)) {
		for _, terms := range kaz.QueryTerms(word) {
			s.words = append(s.words, queryWord{word, terms})
		}
	}
	return s
}

// scoreSteps is the number of scores that are told apart: rounding makes them the
// same on every machine.
const scoreSteps = 1_000_000

// score is the product of how well the best name matches, what kind of thing it
// names, and, to part equals, how many reports mention it.
func (s *scorer) score(e *civic.Entity) Hit {
	hit := Hit{Entity: e}
	best := 0.0
	for _, name := range e.Names {
		quality, reasons := s.match(name.Text)
		if quality *= kindWeight(e, name); quality > best {
			best, hit.Reasons = quality, reasons
		}
	}
	score := best * typeWeight(e.Type) * (1 - 0.05/float64(1+e.Reports))
	hit.Score = max(math.Round(score*scoreSteps), 1) / scoreSteps
	return hit
}

// typeWeight puts what bears a name before what is only described by its words, and
// events before texts.
func typeWeight(t civic.NodeType) float64 {
	switch {
	case t.IsNamed():
		return 1
	case t.IsEvent():
		return 0.6
	case t == civic.TypeGroup || t == civic.TypeTopic:
		return 0.5
	}
	return 0.3
}

// kindWeight puts the name that is shown before others, and full ones before short.
func kindWeight(e *civic.Entity, name civic.NameCount) float64 {
	switch {
	case name.Text == e.Name:
		return 1
	case name.Kind == civic.NameShort || name.Kind == civic.NameDescribed:
		return 0.95
	}
	return 0.98
}

// match says how well a name answers the query, from 0 to 1. A name that was typed
// in full beats one of which words were left out, and of those the shorter wins.
func (s *scorer) match(name string) (float64, []Reason) {
	words := strings.Fields(kaz.Fold(name))
	taken := make([]bool, len(words))
	var reasons []Reason
	sum, covered, ordered, last := 0.0, 0, true, -1
	for _, q := range s.words {
		i, how := s.find(q, words, taken)
		if how == "" {
			continue
		}
		if !taken[i] {
			taken[i] = true
			covered++
		}
		ordered, last = ordered && i > last, i
		sum += howWeight(how)
		reasons = append(reasons, Reason{Query: q.folded, Word: words[i], Name: name, How: how})
	}
	return sum / float64(len(s.words)) * coverWeight(covered, len(words), ordered), reasons
}

// find is the word of a name that a word of the query matches best, of equals one
// that no other has taken, then the first.
func (s *scorer) find(q queryWord, words []string, taken []bool) (at int, how How) {
	best := 0.0
	for i, word := range words {
		h := s.compare(q, word)
		weight := howWeight(h)
		if taken[i] {
			weight /= 2
		}
		if weight > best {
			at, how, best = i, h, weight
		}
	}
	return at, how
}

// compare says how a word of a name is the word searched for, "" if it is not.
func (s *scorer) compare(q queryWord, word string) How {
	if q.folded == word {
		return Exact
	}
	indexed := s.indexed(word)
	how := How("")
	for _, t := range q.terms {
		for i, term := range indexed {
			switch {
			case t.Text == term && t.Prefix && i == 0:
				return Transliterated
			case t.Text == term:
				how = Inflected
			case t.Prefix && how == "" && strings.HasPrefix(term, t.Text):
				how = Prefix
			}
		}
	}
	return how
}

// indexed are the terms of a word of a name, its own first.
func (s *scorer) indexed(word string) []string {
	terms, ok := s.terms[word]
	if !ok {
		terms = kaz.SearchTerms(word)
		s.terms[word] = terms
	}
	return terms
}

func howWeight(h How) float64 {
	switch h {
	case Exact:
		return 1
	case Transliterated:
		return 0.97
	case Inflected:
		return 0.9
	case Prefix:
		return 0.7
	}
	return 0
}

// coverWeight says how much of a name the query has.
func coverWeight(covered, words int, ordered bool) float64 {
	switch {
	case covered < words:
		return 0.7 + 0.1*float64(covered)/float64(words)
	case ordered:
		return 1
	}
	return 0.97
}

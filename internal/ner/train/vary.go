package main

import (
	"math/rand/v2"
	"slices"

	"civicgraph/internal/ner"
)

// swappable are the classes whose names can stand for each other; numbers and dates
// cannot.
var swappable = []string{
	"ART", "DISEASE", "EVENT", "FACILITY", "GPE", "LANGUAGE", "LAW", "LOCATION",
	"NORP", "ORGANISATION", "PERSON", "POSITION", "PRODUCT", "PROJECT",
}

// vary makes copies of the sentences in which names give way to others of the same
// class and the same ending, so that the learner sees more names in more places. A
// sentence without such names is left out.
func vary(sentences []sentence, copies int, seed uint64) (varied []sentence) {
	random := rand.NewPCG(seed, 1)
	names := namesOf(sentences)
	for range copies {
		for _, s := range sentences {
			if v := names.swap(s, random); v.words != nil {
				varied = append(varied, v)
			}
		}
	}
	return varied
}

// names are the names of the sentences, by what they can stand for.
type names map[kind][][]string

// kind is what two names share that can stand for each other: the class and the end
// of the last word, which shows its case.
type kind struct{ class, ending string }

// caseLength is how many letters of an ending must agree.
const caseLength = 2

func kindOf(words []string, class string) kind {
	last := []rune(words[len(words)-1])
	return kind{class, string(last[max(0, len(last)-caseLength):])}
}

func namesOf(sentences []sentence) names {
	n := names{}
	for _, s := range sentences {
		for _, span := range spansOf(s.tags) {
			words := s.words[span.Start:span.End]
			k := kindOf(words, span.Class)
			n[k] = append(n[k], words)
		}
	}
	return n
}

// swap is the sentence with other names; without words if there is nothing to swap.
func (n names) swap(s sentence, random *rand.PCG) (v sentence) {
	done := 0
	for _, span := range spansOf(s.tags) {
		old := s.words[span.Start:span.End]
		if !slices.Contains(swappable, span.Class) {
			continue
		}
		others := n[kindOf(old, span.Class)]
		other := others[random.Uint64()%uint64(len(others))]
		if slices.Equal(other, old) {
			continue
		}
		v.copy(s, done, span.Start)
		v.name(other, span.Class)
		done = span.End
	}
	if done > 0 {
		v.copy(s, done, len(s.words))
	}
	return v
}

// copy appends a part of another sentence.
func (s *sentence) copy(from sentence, start, end int) {
	s.words = append(s.words, from.words[start:end]...)
	s.tags = append(s.tags, from.tags[start:end]...)
}

// name appends a name.
func (s *sentence) name(words []string, class string) {
	s.words = append(s.words, words...)
	s.tags = append(s.tags, "B-"+class)
	for range words[1:] {
		s.tags = append(s.tags, "I-"+class)
	}
}

// spansOf are the names in IOB2 tags.
func spansOf(tags []string) (spans []ner.Span) {
	for i, tag := range tags {
		switch tag[0] {
		case 'B':
			spans = append(spans, ner.Span{Start: i, End: i + 1, Class: tag[2:]})
		case 'I':
			spans[len(spans)-1].End = i + 1
		}
	}
	return spans
}

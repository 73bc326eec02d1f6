package main

import (
	"math/rand/v2"
	"slices"

	"civicgraph/internal/ner"
)

// augment makes new sentences: in a copy of each one that holds names, names give way
// to others of the same class and the same ending, so that the learner sees more
// names in more places.
func augment(sentences []sentence, copies int, seed uint64) []sentence {
	random := rand.NewPCG(seed, 1)
	pool := map[string][][]string{}
	for _, s := range sentences {
		for _, span := range goldSpans(s.tags) {
			k := kindOf(s.words[span.Start:span.End], span.Class)
			pool[k] = append(pool[k], s.words[span.Start:span.End])
		}
	}
	all := slices.Clone(sentences)
	for range copies {
		for _, s := range sentences {
			if swapped := swap(s, pool, random); swapped != nil {
				all = append(all, *swapped)
			}
		}
	}
	return all
}

// kindOf names the names that can stand for each other.
func kindOf(words []string, class string) string {
	end := []rune(words[len(words)-1])
	return class + " " + string(end[max(0, len(end)-2):])
}

// swappable are the classes whose names are names, not numbers.
var swappable = []string{"PERSON", "GPE", "ORGANISATION", "LOCATION", "FACILITY", "ART", "EVENT", "PROJECT", "PRODUCT", "NORP", "POSITION", "DISEASE", "LAW", "LANGUAGE"}

// swap is the sentence with other names, or nil if there is nothing to swap.
func swap(s sentence, pool map[string][][]string, random *rand.PCG) *sentence {
	out := sentence{group: s.group}
	at := 0
	for _, span := range goldSpans(s.tags) {
		if !slices.Contains(swappable, span.Class) {
			continue
		}
		others := pool[kindOf(s.words[span.Start:span.End], span.Class)]
		other := others[random.Uint64()%uint64(len(others))]
		if slices.Equal(other, s.words[span.Start:span.End]) {
			continue
		}
		out.words = append(out.words, s.words[at:span.Start]...)
		out.tags = append(out.tags, s.tags[at:span.Start]...)
		for i, word := range other {
			out.words = append(out.words, word)
			tag := "I-"
			if i == 0 {
				tag = "B-"
			}
			out.tags = append(out.tags, tag+span.Class)
		}
		at = span.End
	}
	if at == 0 {
		return nil
	}
	out.words = append(out.words, s.words[at:]...)
	out.tags = append(out.tags, s.tags[at:]...)
	return &out
}

var _ = ner.Outside

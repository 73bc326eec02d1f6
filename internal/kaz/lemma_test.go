package kaz

import (
	"strings"
	"testing"
)

// TestLemmas measures how often the lemma of a noun in running text is the first
// guess, and how often among the first five.
func TestLemmas(t *testing.T) {
	first, five, all := 0, 0, 0
	for i, line := range strings.Split(strings.TrimSpace(string(shared(t, "lemmas/nouns.tsv"))), "\n") {
		if fields := strings.Split(line, "\t"); i > 0 {
			all++
			switch rank := lemmaRank(fields[0], fields[1]); {
			case rank == 0:
				first++
				five++
			case rank < 5:
				five++
				t.Logf("%s: %s is guess %d after %v", fields[0], fields[1], rank+1, bases(fields[0])[:rank])
			default:
				t.Logf("%s: %s is not among %v", fields[0], fields[1], bases(fields[0]))
			}
		}
	}
	t.Logf("%d nouns: %.1f%% right at first, %.1f%% among five", all, 100*float64(first)/float64(all), 100*float64(five)/float64(all))
	if first*100 < all*85 || five*100 < all*95 {
		t.Error("too few lemmas are right")
	}
}

// lemmaRank is the place of the lemma among the different bases of a form.
func lemmaRank(form, lemma string) int {
	for i, base := range bases(form) {
		if strings.EqualFold(base, lemma) {
			return i
		}
	}
	return 1000
}

// bases are the different bases of a word, the likeliest first.
func bases(word string) []string {
	var found []string
	for _, a := range Analyze(word) {
		found = appendNew(found, a.Base)
	}
	return found
}

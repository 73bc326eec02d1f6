package eval

import (
	"os"
	"slices"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// TestListsHoldNothingOfOneReport looks for entries that are known from one
// development report alone and are the surname of somebody in it, the name of a body
// or coalition, or a phrase. Set phrases of general language stand in a list of
// their own, with where else they were found.
func TestListsHoldNothingOfOneReport(t *testing.T) {
	gold := devGold(t)
	known, general := newSources(t, gold), setPhrases(t)
	used := map[string]bool{}
	look := func(e entry) bool {
		r := gold.report(known.only(e))
		if r == nil {
			return false
		}
		key := kaz.Fold(e.phrase)
		switch {
		case general[key]:
			used[key] = true
		case strings.Contains(key, " "):
			t.Errorf("%s: «%s» is a phrase that stands in %s alone", e.file, e.phrase, r.name)
		case r.namesBody(key) || r.surnames()[key]:
			t.Errorf("%s: «%s» is from a name that stands in %s alone", e.file, e.phrase, r.name)
		}
		return false
	}
	reduced(t, extract.Rules(), look)
	reduced(t, gazetteer.Tables(), look)
	for key := range general {
		if !used[key] {
			t.Errorf("testdata/set-phrases.txt: «%s» is no phrase of a list that stands in one report alone; take it out", key)
		}
	}
}

// setPhrases are the phrases of general language, folded.
func setPhrases(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/set-phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	phrases := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if phrase, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			phrases[kaz.Fold(phrase)] = true
		}
	}
	return phrases
}

// surnames are the words of the names of a report's persons, folded, but for given
// names, which stand first in the name that heads an index, and patronymics: many
// people bear those. What the lists hold for a given name is not asked.
func (r *goldReport) surnames() map[string]bool {
	words := map[string]bool{}
	for _, n := range r.graph.nodes {
		if n.typ != civic.TypePerson {
			continue
		}
		given, rest, several := strings.Cut(kaz.Fold(n.name), " ")
		if !several {
			rest = given
		}
		for word := range strings.FieldsSeq(rest) {
			if !hasEnding(word, patronymicEndings) {
				words[word] = true
			}
		}
	}
	return words
}

// namesBody reports whether a folded word is the whole name of a body or a coalition
// of the report, or a word of what stands in quotes in it.
func (r *goldReport) namesBody(key string) bool {
	return slices.ContainsFunc(r.graph.nodes, func(n *node) bool {
		if n.typ != civic.TypeOrganization && n.typ != civic.TypeCoalition {
			return false
		}
		names := append([]string{n.name}, n.aliases...)
		return slices.Contains(n.keys, key) || slices.ContainsFunc(names, func(name string) bool {
			return slices.ContainsFunc(quotedName.FindAllString(name, -1), func(quoted string) bool {
				return slices.Contains(strings.Fields(kaz.Fold(quoted)), key)
			})
		})
	})
}

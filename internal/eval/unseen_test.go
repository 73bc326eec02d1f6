package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
)

// unseenNote opens the part of the quality file about reports that the lists never saw.
const unseenNote = `
The same, each report read without what the lists know from it alone: every entry, of
closed classes too, that stands (in any form) in this report and in no other, nor in
KazNERD's validation split, the lemma data, the register of places, the reports under
testdata/own, or for single Russian words the frequent ones of testdata/frequent-ru.txt.
Left as they are: countries, endings, type words and the grammar of package kaz.

`

// mostLost is how much lower the figures of unseen reports may be.
const mostLost = 0.05

// sources say from which report alone an entry is known.
type sources struct {
	gold    *Gold
	reports map[string]*reader
	general *reader
	known   map[entry]string
}

func newSources(t *testing.T, gold *Gold) *sources {
	s := &sources{gold: gold, reports: map[string]*reader{}, general: others(t), known: map[entry]string{}}
	for _, r := range gold.reports {
		s.reports[r.name] = newReader(r.source)
	}
	return s
}

// only is the report that an entry is known from, empty if it stands in several, in
// none, or in general text.
func (s *sources) only(e entry) string {
	if report, done := s.known[e]; done {
		return report
	}
	var in []string
	for _, r := range s.gold.reports {
		if e.in(s.reports[r.name]) {
			in = append(in, r.name)
		}
	}
	s.known[e] = ""
	if len(in) == 1 && !e.in(s.general) {
		s.known[e] = in[0]
	}
	return s.known[e]
}

// extractorWithout is an extractor whose lists lack the entries that are to go.
func extractorWithout(t *testing.T, goes func(entry) bool) *extract.Extractor {
	t.Helper()
	places, err := gazetteer.Read(reduced(t, gazetteer.Tables(), goes))
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.Read(reduced(t, extract.Rules(), goes), places)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// unseen scores each report as read by lists that never saw it, and lists what they
// lacked.
func unseen(t *testing.T, gold *Gold) (*Result, string) {
	t.Helper()
	known := newSources(t, gold)
	all := &Predictions{graphs: map[string]*graph{}}
	var lacked strings.Builder
	for _, r := range gold.reports {
		gone := map[string]bool{}
		x := extractorWithout(t, func(e entry) bool {
			if known.only(e) != r.name {
				return false
			}
			gone[e.phrase] = true
			return true
		})
		found, err := gold.only(r.name).Extract(x)
		if err != nil {
			t.Fatal(err)
		}
		all.graphs[r.name] = found.graphs[r.name]
		fmt.Fprintf(&lacked, "%s: %s\n  without: %s\n", r.name, gold.only(r.name).Score(found).Card(), strings.Join(slices.Sorted(maps.Keys(gone)), ", "))
	}
	return gold.Score(all), lacked.String()
}

// unseenPart is the part of the quality file about unseen reports, whose figures must
// be near those of the others.
func unseenPart(t *testing.T, gold *Gold, seen *Result) string {
	t.Helper()
	result, lacked := unseen(t, gold)
	for _, name := range []string{"named", "events", "edges", "props", "evidence"} {
		first, _ := seen.Figure(name)
		second, _ := result.Figure(name)
		if second < first-mostLost {
			t.Errorf("%s is %.3f of unseen reports, %.3f of seen ones: more than %v lower", name, second, first, mostLost)
		}
	}
	return unseenNote + lacked + "\nscore card: " + result.Card() + "\n"
}

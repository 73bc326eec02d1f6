package synth

import (
	"slices"
	"testing"

	"civicgraph/internal/report"
)

func TestSameSeedSameReports(t *testing.T) {
	first := slices.Collect(New().Reports(50, 7))
	again := slices.Collect(New().Reports(80, 7))
	if !slices.Equal(first, again[:50]) {
		t.Error("two runs with one seed differ")
	}
	if other := slices.Collect(New().Reports(50, 8)); slices.Equal(first, other) {
		t.Error("another seed gives the same reports")
	}
}

func TestReportsAreInTheLayout(t *testing.T) {
	texts := map[string]bool{}
	for line := range New().Reports(500, 1) {
		r, err := report.Draft{Source: line.Source, Text: line.Text, Layout: report.Dated}.Report()
		if err != nil {
			t.Fatalf("%s: %v\n%s", line.Source, err, line.Text)
		}
		if braces.MatchString(line.Text) {
			t.Fatalf("a brace was left:\n%s", line.Text)
		}
		texts[r.Text] = true
	}
	if len(texts) < 490 {
		t.Errorf("%d different texts of 500", len(texts))
	}
}

package graph_test

import (
	"context"
	"iter"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/ingest"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/store"
	"civicgraph/internal/synth"
)

// generated makes up n reports, as items of an input.
func generated(n int) iter.Seq[report.Item] {
	return func(yield func(report.Item) bool) {
		for line := range synth.New().Reports(n, 1) {
			item := report.Item{Name: line.Source}
			item.Report, item.Err = report.Draft{Source: line.Source, Text: line.Text, Layout: report.Dated}.Report()
			if !yield(item) {
				return
			}
		}
	}
}

// readAll takes items the whole way through extraction, for any number of stores.
func readAll(t testing.TB, items iter.Seq[report.Item]) []*civic.Reading {
	t.Helper()
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{}
	_, err = ingest.New(extractor, resolve.New(places), s).Run(t.Context(), items, 0, func(r ingest.Result) {
		if r.Err != nil {
			t.Errorf("%s: %v", r.Name, r.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return s.readings
}

// shelf is a store.Writer that only collects.
type shelf struct {
	store.Writer
	readings []*civic.Reading
}

func (s *shelf) Batch() int { return 64 }

func (s *shelf) Write(_ context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	s.readings = append(s.readings, readings...)
	outcomes := make([]store.Outcome, len(readings))
	for i := range outcomes {
		outcomes[i] = store.Ingested
	}
	return outcomes, nil
}

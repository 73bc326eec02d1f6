package ingest

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/store"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/synth"
)

func pipelineInto(tb testing.TB, w store.Writer) *Pipeline {
	tb.Helper()
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		tb.Fatal(err)
	}
	return New(extractor, resolve.New(places), w)
}

func memory(tb testing.TB) store.Store {
	tb.Helper()
	s, err := sqlitestore.OpenMemory(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

// made makes up reports.
func made(tb testing.TB, n int) []report.Item {
	tb.Helper()
	var items []report.Item
	for line := range synth.New().Reports(n, 1) {
		r, err := report.Draft{Source: line.Source, Text: line.Text, Layout: report.Dated}.Report()
		items = append(items, report.Item{Name: line.Source, Report: r, Err: err})
	}
	return items
}

func run(tb testing.TB, s store.Writer, items iter.Seq[report.Item], workers int) ([]Result, Summary) {
	tb.Helper()
	var results []Result
	summary, err := pipelineInto(tb, s).Run(context.Background(), items, workers, func(r Result) { results = append(results, r) })
	if err != nil {
		tb.Fatal(err)
	}
	return results, summary
}

// entities is every entity of a store, by name.
func entities(t *testing.T, s store.Reader) []civic.Entity {
	t.Helper()
	var all []civic.Entity
	q := civic.ListQuery{Types: civic.NodeTypes, Order: civic.ByName, Page: civic.Page{First: civic.MaxPage}}
	for {
		page, err := s.List(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range page.Items {
			all = append(all, *page.Items[i].Value)
			q.Page.After = &page.Items[i].Cursor
		}
		if !page.HasNext {
			return all
		}
	}
}

func TestResultsComeInOrderAndAreCounted(t *testing.T) {
	items := made(t, 40)
	items[3] = report.Item{Name: "bad", Err: civic.ErrBadInput}
	items[7] = report.Item{Name: "picture.png", Skipped: true}
	items[9] = items[8]
	s := memory(t)
	results, summary := run(t, s, slices.Values(items), 4)
	for i, r := range results {
		if r.Name != items[i].Name {
			t.Fatalf("result %d is of %s, want %s", i, r.Name, items[i].Name)
		}
	}
	want := Summary{Outcomes: map[store.Outcome]int{store.Ingested: 37, Skipped: 1, store.Unchanged: 1}, Failed: 1}
	if diff := cmp.Diff(want, summary); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
}

// refusing fails each write that holds the report.
type refusing struct {
	store.Writer
	report civic.ID
	err    error
}

func (s refusing) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	for _, r := range readings {
		if r.Report.ID == s.report {
			return nil, s.err
		}
	}
	return s.Writer.Write(ctx, readings...)
}

func TestOneBadReadingSpoilsNoOther(t *testing.T) {
	items := made(t, 50)
	s := memory(t)
	_, summary := run(t, refusing{s, items[20].Report.ID, civic.ErrBadInput}, slices.Values(items), 2)
	if summary.Failed != 1 || summary.Outcomes[store.Ingested] != 49 {
		t.Errorf("summary %+v", summary)
	}
}

func TestStoreThatIsGoneEndsTheRun(t *testing.T) {
	items := made(t, 300)
	s := refusing{memory(t), items[100].Report.ID, civic.ErrUnavailable}
	acknowledged := 0
	summary, err := pipelineInto(t, s).Run(t.Context(), slices.Values(items), 2, func(r Result) { acknowledged++ })
	if !errors.Is(err, civic.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
	if acknowledged > 100 || summary.Outcomes[store.Ingested] != acknowledged {
		t.Errorf("%d acknowledged, summary %+v", acknowledged, summary)
	}
}

func TestCancelledRunEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	items := made(t, 300)
	n := 0
	_, err := pipelineInto(t, memory(t)).Run(ctx, slices.Values(items), 2, func(Result) {
		if n++; n == 50 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

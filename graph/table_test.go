package graph

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"text/tabwriter"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/ingest"
	"civicgraph/internal/paths"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/search"
	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/synth"
)

var tableReports = flag.Int("table", 0, "print the table of both stores over so many made-up reports")

// TestTable is what make bench runs: it fills both stores with made-up reports and
// prints how long the questions of the design take, beside what was measured there on
// a graph of 3.0 M edges.
func TestTable(t *testing.T) {
	if *tableReports == 0 {
		t.Skip("it takes minutes: run make bench")
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer out.Flush()
	embedded, path := openFile(t)
	printIngest(out, "SQLite", load(t, embedded, *tableReports))
	printSize(t, out, path, *tableReports)
	stores := []store.Store{embedded}
	if neo4jtest.On(t) {
		production := openNeo4j(t)
		printIngest(out, "Neo4j, client", load(t, production, *tableReports))
		stores = append(stores, production)
	}
	printReads(t, out, stores)
	printWide(t, out, embedded)
}

func openFile(t *testing.T) (s *sqlitestore.Store, path string) {
	path = filepath.Join(t.TempDir(), "graph.db")
	s, err := sqlitestore.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func openNeo4j(t *testing.T) store.Store {
	server := neo4jtest.Open(t)
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// pace is what an ingest took, by the thousand: processor time of this process, and time.
type pace struct{ processor, clock []time.Duration }

// thousand is how many reports a step of a pace is.
const thousand = 1000

// load ingests n made-up reports, extraction included, with one worker.
func load(t *testing.T, s store.Store, n int) pace {
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		t.Fatal(err)
	}
	var p pace
	done, cpu, clock := 0, processorTime(), time.Now()
	_, err = ingest.New(extractor, resolve.New(places), s).Run(t.Context(), madeUp(n), 1, func(r ingest.Result) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		if done++; done%thousand == 0 || done == n {
			p.processor, p.clock = append(p.processor, time.Duration(processorTime()-cpu)), append(p.clock, time.Since(clock))
			cpu, clock = processorTime(), time.Now()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func madeUp(n int) iter.Seq[report.Item] {
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

func printIngest(out *tabwriter.Writer, name string, p pace) {
	var processor, clock time.Duration
	for i := range p.processor {
		processor, clock = processor+p.processor[i], clock+p.clock[i]
	}
	last := len(p.processor) - 1
	fmt.Fprintf(out, "\ningest into %s: %d reports in %.0f s of processor time (%.0f a second; limit 100), %.0f s by the clock\n", name, *tableReports,
		processor.Seconds(), float64(*tableReports)/processor.Seconds(), clock.Seconds())
	fmt.Fprintf(out, "  the first thousand took %.1f s of processor time, the last %.1f s\n", p.processor[0].Seconds(), p.processor[last].Seconds())
}

func printSize(t *testing.T, out *tabwriter.Writer, path string, n int) {
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(out, "  the file has %.1f kB a report\n", float64(info.Size())/1000/float64(n))
}

// row is a question with the p50 and p99 of the design's SQLite, in ms.
type row struct {
	name     string
	p50, p99 float64
	ask      func(ctx context.Context, s store.Store, q *quiz) error
}

var rows = []row{
	{"node by id", 0.02, 0.08, func(ctx context.Context, s store.Store, q *quiz) error {
		_, err := s.Entities(ctx, []civic.ID{q.someone()})
		return err
	}},
	{"20 neighbours of a hub, random cursor", 0.13, 0.29, func(ctx context.Context, s store.Store, q *quiz) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: []civic.ID{q.hub.ID}, Types: []civic.EdgeType{civic.ParticipatedIn},
			Direction: civic.Out, Page: civic.Page{First: 20, After: &q.cursors[q.IntN(len(q.cursors))]}})
		return err
	}},
	{"first 10 neighbours of 100 nodes", 3.2, 5.2, func(ctx context.Context, s store.Store, q *quiz) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: q.some(100), Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.Out, Page: civic.Page{First: 10}})
		return err
	}},
	{"the same, of all types", 3.2, 5.2, func(ctx context.Context, s store.Store, q *quiz) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: q.some(100), Page: civic.Page{First: 10}})
		return err
	}},
	{"three hops 5×5×5", 0.48, 1.1, func(ctx context.Context, s store.Store, q *quiz) error {
		near := q.some(1)
		for range 3 {
			found, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: near, Types: []civic.EdgeType{civic.ParticipatedIn}, Page: civic.Page{First: 5}})
			if err != nil {
				return err
			}
			near = farEnds(found)
		}
		return nil
	}},
	{"shortest path, two entities", 1.9, 35, func(ctx context.Context, s store.Store, q *quiz) error {
		return q.connect(ctx, s, q.someone())
	}},
	{"shortest path from a hub", 6.7, 77, func(ctx context.Context, s store.Store, q *quiz) error {
		return q.connect(ctx, s, q.hub.ID)
	}},
	{"two words and a prefix, full text", 3.1, 11, func(ctx context.Context, s store.Store, q *quiz) error {
		_, _, err := s.Match(ctx, civic.TermQuery{Groups: q.words(), Limit: 50})
		return err
	}},
	{"the same, ranked among 400", 3.1, 11, func(ctx context.Context, s store.Store, q *quiz) error {
		_, err := search.Search(ctx, s, q.hub.Name, nil, civic.Page{First: 10})
		return err
	}},
}

func farEnds(found map[civic.ID]civic.Slice[*civic.Neighbor]) []civic.ID {
	seen := map[civic.ID]bool{}
	for _, page := range found {
		for _, item := range page.Items {
			seen[item.Value.Far.ID] = true
		}
	}
	ids := make([]civic.ID, 0, len(seen))
	for id := range seen {
		ids = append(ids, id)
	}
	return ids
}

// quiz draws what the questions are about.
type quiz struct {
	*rand.Rand
	entities []civic.ID // of the types that paths lead through, the well and the little known
	hub      *civic.Entity
	cursors  []civic.Cursor // of the hub's meetings and visits
}

func newQuiz(t *testing.T, s store.Reader) *quiz {
	q := &quiz{Rand: rand.New(rand.NewPCG(1, 1))}
	people := civic.ListQuery{Types: []civic.NodeType{civic.TypeCoalition}, Order: civic.ByReports, Page: civic.Page{First: 1}}
	found, err := s.List(t.Context(), people)
	if err != nil {
		t.Fatal(err)
	}
	q.hub = found.Items[0].Value
	for _, order := range []civic.Order{civic.ByReports, civic.ByName, civic.ByDay, civic.ByDayReversed} {
		for _, kind := range []civic.NodeType{civic.TypePerson, civic.TypeCoalition, civic.TypeOrganization, civic.TypeMeeting, civic.TypeVisit} {
			page, err := s.List(t.Context(), civic.ListQuery{Types: []civic.NodeType{kind}, Order: order, Page: civic.Page{First: civic.MaxPage}})
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range page.Items {
				q.entities = append(q.entities, item.Value.ID)
			}
		}
	}
	q.walkHub(t, s)
	return q
}

// walkHub collects cursors along the hub's edges.
func (q *quiz) walkHub(t *testing.T, s store.Reader) {
	query := civic.NeighborQuery{Nodes: []civic.ID{q.hub.ID}, Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.Out, Page: civic.Page{First: civic.MaxPage}}
	for range 100 {
		found, err := s.Neighbors(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		page := found[q.hub.ID]
		for _, item := range page.Items {
			q.cursors = append(q.cursors, item.Cursor)
		}
		if !page.HasNext {
			return
		}
		query.Page.After = &q.cursors[len(q.cursors)-1]
	}
}

func (q *quiz) someone() civic.ID { return q.entities[q.IntN(len(q.entities))] }

// some are n actors, who have all come to meetings.
func (q *quiz) some(n int) []civic.ID {
	var ids []civic.ID
	for len(ids) < n {
		id := q.someone()
		if t, _ := id.Type(); t != civic.TypeMeeting && t != civic.TypeVisit {
			ids = append(ids, id)
		}
	}
	return ids
}

func (q *quiz) connect(ctx context.Context, s store.Reader, from civic.ID) error {
	to := q.someone()
	if to == from {
		return nil
	}
	_, err := paths.Shortest(ctx, s, paths.Query{From: from, To: to, MaxLength: paths.MaxLength, Limit: 1})
	return err
}

// words are two words, the second cut off.
func (q *quiz) words() [][]civic.Term {
	groups := search.Terms("жиналыс кездесу")
	if q.IntN(2) == 0 {
		groups = search.Terms(q.hub.Name)
	}
	for i := range groups[len(groups)-1] {
		groups[len(groups)-1][i].Prefix = true
	}
	return groups
}

// timed is how often each question is put.
const timed = 200

// printReads prints a line a question: the design's figure, each store's, the ratio.
// The embedded store's is processor time, so that other work on the machine does not
// count; of Neo4j only the clock tells.
func printReads(t *testing.T, out *tabwriter.Writer, stores []store.Store) {
	fmt.Fprintf(out, "\np50 / p99 in ms\tstores.md\tSQLite\tratio\tNeo4j\tratio\t\n")
	for _, r := range rows {
		fmt.Fprintf(out, "%s\t%.2f / %.2f\t", r.name, r.p50, r.p99)
		for i, s := range stores {
			q, now := newQuiz(t, s), processorTime
			if i > 0 {
				now = func() int64 { return time.Now().UnixNano() }
			}
			p50, p99 := ask(t, now, func() error { return r.ask(t.Context(), s, q) })
			fmt.Fprintf(out, "%.2f / %.2f\t%.2f / %.2f\t", p50, p99, p50/r.p50, p99/r.p99)
		}
		fmt.Fprintln(out)
	}
}

func ask(t *testing.T, now func() int64, question func() error) (p50, p99 float64) {
	var took []float64
	for range timed {
		began := now()
		if err := question(); err != nil {
			t.Fatal(err)
		}
		took = append(took, float64(now()-began)/1e6)
	}
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*99/100]
}

// printWide prints what the wide query takes beside its parts.
func printWide(t *testing.T, out *tabwriter.Writer, s store.Store) {
	figure := func(name string) float64 {
		var runs []float64
		for range 3 {
			result := testing.Benchmark(func(b *testing.B) { benchmarkWide(b, s, name) })
			runs = append(runs, result.Extra[processorMetric]/1e6)
		}
		slices.Sort(runs)
		return runs[1]
	}
	whole, prefilled, alone := figure("end-to-end"), figure("prefilled"), figure("store")
	fmt.Fprintf(out, "\nthe wide query in processor time: %.1f ms end to end, %.1f prefilled + %.1f the store alone: ratio %.2f (limit 1.30)\n",
		whole, prefilled, alone, whole/(prefilled+alone))
}

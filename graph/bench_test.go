package graph

import (
	"context"
	"fmt"
	"log/slog"
	"syscall"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

// wide is a query for 20 people, 5 meetings of each and 3 places of each of those.
const wide = `{ people(first: 20) { nodes { name meetings(first: 5) { nodes { name places(first: 3) { nodes { name } } } } } } }`

// BenchmarkWide measures the wide query in processor time: end to end, over objects
// that were filled before (what gqlgen takes), and the store's three calls alone.
// The first must be at most 1.3 times the sum of the others.
func BenchmarkWide(b *testing.B) {
	s := crowd(b)
	for _, part := range []string{"end-to-end", "prefilled", "store"} {
		b.Run(part, func(b *testing.B) { benchmarkWide(b, s, part) })
	}
}

func benchmarkWide(b *testing.B, s store.Store, part string) {
	switch part {
	case "end-to-end":
		benchmarkQuery(b, Planner{s})
	case "prefilled":
		benchmarkQuery(b, &prefilled{Planner: Planner{s}})
	case "store":
		measure(b, func() { askStore(b, s) })
	}
}

// prefilled is a planner that plans the first operation only.
type prefilled struct {
	Planner
	root *root
}

func (p *prefilled) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if p.root == nil {
		p.root = &root{}
		if err := runPlan(ctx, p.Reader, p.root, graphql.GetOperationContext(ctx).Operation.SelectionSet); err != nil {
			panic(err)
		}
	}
	return next(context.WithValue(ctx, rootKey{}, p.root))
}

func benchmarkQuery(b *testing.B, plan graphql.HandlerExtension) {
	e := executor.New((&Resolver{}).Schema())
	e.SetQueryCache(lru.New[*ast.QueryDocument](10))
	e.SetErrorPresenter(Errors{slog.Default()}.Present)
	e.Use(plan)
	measure(b, func() {
		ctx := graphql.StartOperationTrace(b.Context())
		operation, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: wide})
		if errs != nil {
			b.Fatal(errs)
		}
		respond, ctx := e.DispatchOperation(ctx, operation)
		if r := respond(ctx); len(r.Errors) > 0 {
			b.Fatal(r.Errors)
		}
	})
}

// askStore makes the three calls that the wide query needs.
func askStore(b *testing.B, s store.Reader) {
	people, err := s.List(b.Context(), civic.ListQuery{Types: []civic.NodeType{civic.TypePerson}, Order: civic.ByReports, Page: civic.Page{First: 20}})
	if err != nil {
		b.Fatal(err)
	}
	var ids []civic.ID
	for _, p := range people.Items {
		ids = append(ids, p.Value.ID)
	}
	found, err := s.Neighbors(b.Context(), civic.NeighborQuery{Nodes: ids, Types: []civic.EdgeType{civic.ParticipatedIn},
		Direction: civic.Out, FarTypes: meetings, Page: civic.Page{First: 5}})
	if err != nil {
		b.Fatal(err)
	}
	seen := map[civic.ID]bool{}
	for _, page := range found {
		for _, n := range page.Items {
			seen[n.Value.Far.ID] = true
		}
	}
	ids = nil
	for id := range seen {
		ids = append(ids, id)
	}
	if _, err := s.Neighbors(b.Context(), civic.NeighborQuery{Nodes: ids, Types: []civic.EdgeType{civic.HeldAt},
		Direction: civic.Out, Page: civic.Page{First: 3}}); err != nil {
		b.Fatal(err)
	}
}

// crowd is a store with 30 people, 10 meetings of each, two places of each of those.
func crowd(b *testing.B) store.Store {
	s, err := sqlitestore.OpenMemory(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	for i := range 300 {
		d := storetest.NewDraft(fmt.Sprintf("report %d", i), civic.Day("2026-01-01").Add(i))
		m := d.Refer(civic.TypeMeeting, "Кездесу")
		d.Claim(civic.ParticipatedIn, d.Refer(civic.TypePerson, fmt.Sprintf("Адам %d", i%30)), m)
		d.Claim(civic.HeldAt, m, d.Refer(civic.TypePlace, fmt.Sprintf("Ауыл %d", i%40)))
		d.Claim(civic.HeldAt, m, d.Refer(civic.TypePlace, fmt.Sprintf("Қала %d", i%7)))
		if _, err := s.Write(b.Context(), d.Reading()); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

const processorMetric = "cpu-ns/op"

// measure reports the processor time of an operation, all goroutines together.
func measure(b *testing.B, do func()) {
	b.Helper()
	do()
	b.ReportAllocs()
	b.ResetTimer()
	before := processorTime()
	for range b.N {
		do()
	}
	b.ReportMetric(float64(processorTime()-before)/float64(b.N), processorMetric)
}

func processorTime() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

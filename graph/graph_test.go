package graph_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"civicgraph/graph"
	"civicgraph/internal/civic"
	"civicgraph/internal/store"
	"civicgraph/internal/store/sqlitestore"
)

// server runs operations over a store.
type server struct {
	testing.TB
	*executor.Executor
	store store.Store
}

func newServer(t testing.TB, s store.Store) *server {
	r := &graph.Resolver{Reader: s, Writer: s}
	e := executor.New(r.Schema())
	problems := graph.Errors{Log: slog.New(slog.DiscardHandler)}
	e.SetErrorPresenter(problems.Present)
	e.SetRecoverFunc(problems.Recover)
	e.Use(extension.Introspection{})
	e.Use(graph.Planner{Reader: s})
	return &server{t, e, s}
}

// embedded opens the embedded store with readings.
func embedded(t testing.TB, readings []*civic.Reading, options ...sqlitestore.Option) store.Store {
	t.Helper()
	s, err := sqlitestore.OpenMemory(t.Context(), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	fill(t, s, readings)
	return s
}

func fill(t testing.TB, s store.Store, readings []*civic.Reading) {
	t.Helper()
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for batch := range slices.Chunk(readings, fillBatch) {
		if _, err := s.Write(t.Context(), batch...); err != nil {
			t.Fatal(err)
		}
	}
}

// fillBatch is how many readings go into one transaction.
const fillBatch = 100

// response runs an operation.
func (s *server) response(ctx context.Context, query string, variables map[string]any) *graphql.Response {
	ctx = graphql.StartOperationTrace(ctx)
	operation, errs := s.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	if errs != nil {
		return s.DispatchError(graphql.WithOperationContext(ctx, operation), errs)
	}
	respond, ctx := s.DispatchOperation(ctx, operation)
	return respond(ctx)
}

// query is the indented JSON of the data that an operation answers without an error.
func (s *server) query(query string, variables map[string]any) string {
	s.Helper()
	r := s.response(s.Context(), query, variables)
	if len(r.Errors) > 0 {
		s.Fatalf("%v in\n%s", r.Errors, query)
	}
	var data any
	if err := json.Unmarshal(r.Data, &data); err != nil {
		s.Fatal(err)
	}
	indented, err := json.MarshalIndent(data, "", " ")
	if err != nil {
		s.Fatal(err)
	}
	return string(indented) + "\n"
}

func TestFirst(t *testing.T) {
	s := newServer(t, embedded(t, valley(1, 5)))
	t.Log(s.query(`{ people(first: 2) { totalCount pageInfo { endCursor hasNextPage } nodes { name meetings(first: 2) { totalCount edges { relation { role from { name } evidence(first: 1) { nodes { before match after report { name publisher { name } } } } } node { name places(first: 3) { nodes { name } } } } } } } stats { claims entities { type count } } }`, nil))
}

package graph_test

import (
	"sync"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/sqlitestore"
)

// onBoth runs a test on the embedded store and on a real Neo4j, each with the
// readings in it. Trace hears every statement that goes to the store after that.
func onBoth(t *testing.T, readings []*civic.Reading, test func(t *testing.T, s *server, trace *tracer)) {
	t.Run("sqlite", func(t *testing.T) {
		trace := &tracer{}
		s := embedded(t, readings, sqlitestore.WithTrace(trace.hear))
		test(t, newServer(t, s), trace)
	})
	t.Run("neo4j", func(t *testing.T) {
		if !neo4jtest.On(t) {
			return
		}
		trace := &tracer{}
		test(t, newServer(t, production(t, readings, neo4jstore.WithTrace(trace.hear))), trace)
	})
}

// production opens the tests' Neo4j with readings and nothing else.
func production(t *testing.T, readings []*civic.Reading, options ...neo4jstore.Option) store.Store {
	t.Helper()
	server := neo4jtest.Open(t)
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URL: server.URL, Username: server.Username, Password: server.Password}, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	fill(t, s, readings)
	return s
}

// tracer collects statements.
type tracer struct {
	mu         sync.Mutex
	statements []string
}

func (t *tracer) hear(statement string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.statements = append(t.statements, statement)
}

// taken is what was heard since it was last asked.
func (t *tracer) taken() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	heard := t.statements
	t.statements = nil
	return heard
}

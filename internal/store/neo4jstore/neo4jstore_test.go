package neo4jstore_test

import (
	"testing"

	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/storetest"
)

func TestConformance(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	storetest.Run(t, func(t *testing.T) store.Store {
		server.Empty(t)
		return open(t, server)
	})
}

// config is how a store reaches the tests' server.
func config(server *neo4jtest.Server) neo4jstore.Config {
	return neo4jstore.Config{URL: server.URL, Username: server.Username, Password: server.Password}
}

// open opens the server's graph as it is, until the test ends.
func open(tb testing.TB, server *neo4jtest.Server, options ...neo4jstore.Option) *neo4jstore.Store {
	tb.Helper()
	s, err := neo4jstore.Open(tb.Context(), config(server), options...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

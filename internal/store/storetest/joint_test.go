package storetest_test

import (
	"flag"
	"fmt"
	"testing"

	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

var (
	firstSeed = flag.Uint64("seed", 1, "the first seed of the sequences")
	seeds     = flag.Int("seeds", 1, "the number of sequences for both stores; SQLite alone has four times as many")
	steps     = flag.Int("steps", 12, "the steps of a sequence; SQLite alone takes five times as many")
)

// TestSequences does the same to SQLite, Neo4j and the model: they agree at every step.
func TestSequences(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	for i := range *seeds {
		seed := *firstSeed + uint64(i)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			server.Empty(t)
			storetest.RunSequence(t, seed, *steps, openSQLite(t), openNeo4j(t, server))
		})
	}
}

// TestSequencesOfSQLite does more to SQLite and the model than a server has time for.
func TestSequencesOfSQLite(t *testing.T) {
	for i := range 4 * *seeds {
		seed := *firstSeed + uint64(i)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { storetest.RunSequence(t, seed, 5**steps, openSQLite(t)) })
	}
}

func openSQLite(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlitestore.OpenMemory(t.Context())
	return opened(t, s, err)
}

func openNeo4j(t *testing.T, server *neo4jtest.Server) store.Store {
	t.Helper()
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	return opened(t, s, err)
}

func opened(t *testing.T, s store.Store, err error) store.Store {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

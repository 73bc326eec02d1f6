package sqlitestore_test

import (
	"path/filepath"
	"testing"

	"civicgraph/internal/store"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

func TestFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		s, err := sqlitestore.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

func TestMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		s, err := sqlitestore.OpenMemory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

func TestSequences(t *testing.T) {
	for seed := range uint64(2) {
		storetest.RunSequence(t, 100+seed, 30, opened(t, filepath.Join(t.TempDir(), "graph.db")))
	}
}

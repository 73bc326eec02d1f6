package sqlitestore_test

import (
	"bytes"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

// made returns the path of a store that holds one report, closed.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graph of Алматы 100%?.db")
	s := opened(t, path)
	if _, err := s.Write(t.Context(), storetest.NewDraft("one", "2026-01-01").Reading()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t *testing.T, path string, options ...sqlitestore.Option) *sqlitestore.Store {
	t.Helper()
	s, err := sqlitestore.Open(t.Context(), path, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// execute changes a file behind the store's back.
func execute(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err == nil {
		_, err = db.Exec(statements)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestReopenKeepsWhatWasWritten(t *testing.T) {
	s := opened(t, made(t))
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Nodes[civic.TypeReport] != 1 {
		t.Errorf("Stats = %v, %v; want one report", stats, err)
	}
	if err := errors.Join(s.Migrate(t.Context()), s.Ready(t.Context())); err != nil {
		t.Error(err)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	newer, foreign := made(t), filepath.Join(t.TempDir(), "foreign.db")
	execute(t, newer, "PRAGMA user_version = 999")
	execute(t, foreign, "CREATE TABLE other (x)")
	text := filepath.Join(t.TempDir(), "report.txt")
	if err := os.WriteFile(text, bytes.Repeat([]byte("not a database\n"), 500), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want error
		says string
	}{
		{newer, civic.ErrNewerStore, "use a newer civicgraph"},
		{foreign, civic.ErrBadInput, "another program"},
		{text, civic.ErrBadInput, "not a SQLite database"},
		{t.TempDir(), civic.ErrBadInput, "a folder"},
		{filepath.Join(t.TempDir(), "nowhere", "graph.db"), civic.ErrUnavailable, "folder"},
		{filepath.Join(text, "graph.db"), civic.ErrUnavailable, "folder"},
	} {
		before, _ := os.ReadFile(c.path)
		s, err := sqlitestore.Open(t.Context(), c.path)
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("Open(%s) = %v; want %v that says %q and the path", c.path, err, c.want, c.says)
		}
		if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
			t.Errorf("Open(%s) changed the file", c.path)
		}
	}
}

func TestOlderStoreIsNotReady(t *testing.T) {
	path := made(t)
	s := opened(t, path)
	execute(t, path, "PRAGMA user_version = 0")
	if err := s.Ready(t.Context()); !errors.Is(err, civic.ErrUnavailable) || !strings.Contains(err.Error(), "migrate") {
		t.Errorf("Ready = %v; want that it must be migrated", err)
	}
}

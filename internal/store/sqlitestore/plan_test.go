package sqlitestore_test

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/sqlitestore"
)

// traced is a store that holds some reports, its file, and what forgets and returns
// the statements that it executed.
func traced(t *testing.T) (s *sqlitestore.Store, path string, statements func() []string) {
	t.Helper()
	var mu sync.Mutex
	var seen []string
	path = filepath.Join(t.TempDir(), "graph.db")
	s = opened(t, path, sqlitestore.WithTrace(func(query string) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, query)
	}))
	statements = func() []string {
		mu.Lock()
		defer mu.Unlock()
		some := seen
		seen = nil
		return some
	}
	if _, err := s.Write(t.Context(), articles(0, 3)...); err != nil {
		t.Fatal(err)
	}
	return s, path, statements
}

var (
	people  = []civic.ID{hub(), "pe_unknown"}
	events  = []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}
	heldIn  = civic.Relation{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.Out, Nodes: people, Inside: true}
	passage = civic.PassageQuery{Of: people, Page: first(5)}
)

// reads are calls of every method that reads.
var reads = map[string]func(context.Context, *sqlitestore.Store) error{
	"Entities": func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Entities(ctx, people); return err },
	"Edges":    func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Edges(ctx, people); return err },
	"Texts":    func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Texts(ctx, people); return err },
	"Evidence": func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Evidence(ctx, passage); return err },
	"Mentions": func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Mentions(ctx, passage); return err },
	"Links": func(ctx context.Context, s *sqlitestore.Store) error {
		_, err := s.Links(ctx, people, nil, 5)
		return err
	},
	"Stats": func(ctx context.Context, s *sqlitestore.Store) error { _, err := s.Stats(ctx); return err },
	"Neighbors": func(ctx context.Context, s *sqlitestore.Store) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: people, Page: first(5)})
		return err
	},
	"List": func(ctx context.Context, s *sqlitestore.Store) error {
		_, err := s.List(ctx, civic.ListQuery{Types: events, Order: civic.ByDay, Page: first(5)})
		return err
	},
	"List with a relation": func(ctx context.Context, s *sqlitestore.Store) error {
		filter := civic.Filter{Relations: []civic.Relation{heldIn}}
		_, err := s.List(ctx, civic.ListQuery{Types: events, Filter: filter, Order: civic.ByDay, Page: first(5)})
		return err
	},
	"Count": func(ctx context.Context, s *sqlitestore.Store) error {
		_, err := s.Count(ctx, events, civic.Filter{Relations: []civic.Relation{heldIn}})
		return err
	},
	"Days": func(ctx context.Context, s *sqlitestore.Store) error {
		_, err := s.Days(ctx, events, civic.Filter{})
		return err
	},
	"Match": func(ctx context.Context, s *sqlitestore.Store) error {
		_, _, err := s.Match(ctx, civic.TermQuery{Groups: termsOf("Азамат"), Limit: 5})
		return err
	},
}

func TestEveryReadIsOneStatement(t *testing.T) {
	s, _, statements := traced(t)
	for name, read := range reads {
		statements()
		if err := read(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n := len(statements()); n != 1 {
			t.Errorf("%s executed %d statements, not one", name, n)
		}
	}
}

// TestNoReadWalksATable looks at the engine's plans: a table is entered by a key or
// an index, whatever else is walked (the arguments, what was found so far).
func TestNoReadWalksATable(t *testing.T) {
	s, path, statements := traced(t)
	tables := []string{"entity", "edge", "adjacent", "claim", "appearance", "report", "node", "far", "near", "one", "lower"}
	for name, read := range reads {
		statements()
		if err := read(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, step := range plan(t, path, statements()[0]) {
			if words := strings.Fields(step); words[0] == "SCAN" && slices.Contains(tables, words[1]) {
				t.Errorf("%s: %s", name, step)
			}
		}
	}
}

func TestNeighborsOfAHubAreCutOutOfTheIndex(t *testing.T) {
	s, path, statements := traced(t)
	statements()
	if err := reads["Neighbors"](t.Context(), s); err != nil {
		t.Fatal(err)
	}
	steps := plan(t, path, statements()[0])
	for _, want := range []string{
		"SEARCH adjacent USING PRIMARY KEY (node=? AND way=? AND day_key=? AND id=?)",
		"SEARCH one USING PRIMARY KEY (node=? AND way=? AND day_key=? AND id=?)",
		"SEARCH near USING PRIMARY KEY (node=? AND way=?)",
	} {
		if !slices.Contains(steps, want) {
			t.Errorf("the plan has no step %q:\n%s", want, strings.Join(steps, "\n"))
		}
	}
}

// plan is how the engine goes about a statement.
func plan(t *testing.T, path, statement string) []string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("EXPLAIN QUERY PLAN "+statement, make([]any, strings.Count(statement, "?"))...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}

// TestWritesTakeAConstantNumberOfStatements bounds the statements of a write by
// what the sizes of its statements explain, not by the size of the report.
func TestWritesTakeAConstantNumberOfStatements(t *testing.T) {
	s, _, statements := traced(t)
	statements()
	if _, err := s.Write(t.Context(), article(5)); err != nil {
		t.Fatal(err)
	}
	if n := len(statements()); n > 60 {
		t.Errorf("a report took %d statements", n)
	}
}

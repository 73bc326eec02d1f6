package search_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/ingest"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/search"
	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

const shared = "../../../shared"

// goldCase is what a journalist types, and what must come first.
type goldCase struct {
	Query  string
	Expect *struct {
		Type       civic.NodeType
		Name       string
		AlsoAccept []string
	}
}

// TestGold searches the report of ../shared for what journalists type.
func TestGold(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared, "gold", "search-cases.json"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared, which holds the searches and their report, is not there: search was not tested on a real report")
	}
	var gold struct{ Cases []goldCase }
	if err == nil {
		err = json.Unmarshal(raw, &gold)
	}
	if err != nil {
		t.Fatal(err)
	}
	inMemory, err := sqlitestore.OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer inMemory.Close()
	stores := map[string]store.Store{"model": storetest.NewModel(), "sqlite": inMemory}
	if neo4jtest.On(t) {
		stores["neo4j"] = openNeo4j(t)
	}
	for name, s := range stores {
		t.Run(name, func(t *testing.T) {
			ingestShared(t, s)
			for _, c := range gold.Cases {
				c.check(t, s)
			}
		})
	}
}

func openNeo4j(t *testing.T) store.Store {
	t.Helper()
	server := neo4jtest.Open(t)
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func ingestShared(t *testing.T, s store.Store) {
	t.Helper()
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		t.Fatal(err)
	}
	items := report.Read(t.Context(), []string{filepath.Join(shared, "reports")}, report.Options{})
	done := func(r ingest.Result) {
		if r.Err != nil {
			t.Fatalf("%s: %v", r.Name, r.Err)
		}
	}
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := ingest.New(extractor, resolve.New(places), s).Run(t.Context(), items, 1, done); err != nil {
		t.Fatal(err)
	}
}

// check reports a search whose first hit is not the entity that is expected.
// What is expected of none may come out either way.
func (c goldCase) check(t *testing.T, s store.Reader) {
	t.Helper()
	found, err := search.Search(t.Context(), s, c.Query, nil, civic.Page{First: 5})
	if err != nil {
		t.Fatalf("%s: %v", c.Query, err)
	}
	if c.Expect == nil {
		return
	}
	var names []string
	for _, item := range found.Items {
		e := item.Value.Entity
		names = append(names, string(e.Type)+" "+e.Name)
	}
	accepted := append([]string{c.Expect.Name}, c.Expect.AlsoAccept...)
	if len(names) == 0 || found.Items[0].Value.Entity.Type != c.Expect.Type || !slices.Contains(accepted, found.Items[0].Value.Entity.Name) {
		t.Errorf("%q finds %q, not %s %q", c.Query, names, c.Expect.Type, c.Expect.Name)
	}
}

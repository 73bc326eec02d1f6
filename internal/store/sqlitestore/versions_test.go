package sqlitestore_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/sqlitestore"
)

// older is a copy of a store that an older version wrote, of two made-up reports.
func older(t *testing.T, version int) string {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", fmt.Sprintf("version%d.db.gz", version)))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	plain, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "older.db")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestOlderVersions opens stores of older versions: what was said can be read, walks
// find the edges, and all goes with its reports.
func TestOlderVersions(t *testing.T) {
	for version := 1; version < sqlitestore.SchemaVersion; version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) { testOlder(t, opened(t, older(t, version))) })
	}
}

func testOlder(t *testing.T, s *sqlitestore.Store) {
	if err := s.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	coalitions := listed(t, s, civic.TypeCoalition)
	page := civic.Page{First: 5}
	mentions, err := s.Mentions(t.Context(), civic.PassageQuery{Of: coalitions[:1], Page: page})
	if err != nil || len(mentions[coalitions[0]].Items) == 0 {
		t.Errorf("mentions: %v, %v", mentions, err)
	}
	edges, err := s.Neighbors(t.Context(), civic.NeighborQuery{Nodes: coalitions[:1], Page: page})
	if err != nil || len(edges[coalitions[0]].Items) == 0 {
		t.Fatalf("edges: %v, %v", edges, err)
	}
	checkLinks(t, s, coalitions[0], edges[coalitions[0]].Items[0].Value)
	edge := edges[coalitions[0]].Items[0].Value.Edge.ID
	evidence, err := s.Evidence(t.Context(), civic.PassageQuery{Of: []civic.ID{edge}, Page: page})
	if err != nil || len(evidence[edge].Items) == 0 || evidence[edge].Items[0].Value.Match == "" {
		t.Errorf("evidence: %v, %v", evidence, err)
	}
	if err := s.Delete(t.Context(), listed(t, s, civic.TypeReport)...); err != nil {
		t.Fatal(err)
	}
	if left, err := s.Stats(t.Context()); err != nil || len(left.Nodes) > 0 || left.Claims > 0 {
		t.Errorf("left are %+v, %v", left, err)
	}
}

// checkLinks compares a neighbour with the link to it.
func checkLinks(t *testing.T, s *sqlitestore.Store, near civic.ID, n *civic.Neighbor) {
	t.Helper()
	want := civic.Link{Type: n.Type, Near: near, Direction: n.Direction, Far: civic.FarEnd{ID: n.Far.ID, Type: n.Far.Type}, Evidence: n.Evidence}
	if n.Far.Type.IsShared() {
		want.Far.Kind, want.Far.Degree = n.Far.Props.Kind, n.Far.Degree(civic.Out)+n.Far.Degree(civic.In)
	}
	links, err := s.Links(t.Context(), []civic.ID{near}, nil, 1000)
	if err != nil || !slices.Contains(links, want) {
		t.Errorf("links %+v, %v; want %+v among them", links, err, want)
	}
}

func listed(t *testing.T, s *sqlitestore.Store, kind civic.NodeType) []civic.ID {
	t.Helper()
	found, err := s.List(t.Context(), civic.ListQuery{Types: []civic.NodeType{kind}, Order: civic.ByName, Page: civic.Page{First: 10}})
	if err != nil || len(found.Items) == 0 {
		t.Fatalf("no %s: %v", kind, err)
	}
	var ids []civic.ID
	for _, item := range found.Items {
		ids = append(ids, item.Value.ID)
	}
	return ids
}

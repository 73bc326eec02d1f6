package sqlitestore_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/sqlitestore"
)

// version1 is a copy of a store that version 1 wrote, of two made-up reports.
func version1(t *testing.T) string {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", "version1.db.gz"))
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
	path := filepath.Join(t.TempDir(), "version1.db")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestVersion1 opens a store of version 1: what was said can be read, and goes with
// its reports.
func TestVersion1(t *testing.T) {
	s := opened(t, version1(t))
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

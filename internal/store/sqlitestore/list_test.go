package sqlitestore_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/storetest"
)

// TestListOfALargeSet lists what so many entities are in that their set is not
// walked but the list: the same pages, and the same as without the filter.
func TestListOfALargeSet(t *testing.T) {
	const many = 2100
	s := opened(t, filepath.Join(t.TempDir(), "graph.db"))
	d := storetest.NewDraft("many meetings", "2026-01-01")
	district, village := d.Refer(civic.TypePlace, "Көктөбе ауданы"), d.Refer(civic.TypePlace, "Көктөбе")
	d.Claim(civic.LocatedIn, village, district)
	for i := range many {
		d.Claim(civic.HeldAt, d.Refer(civic.TypeMeeting, fmt.Sprint("Жиналыс ", i)), village)
	}
	d.Refer(civic.TypeMeeting, "Басқа жиналыс") // "another meeting": it is held nowhere
	if _, err := s.Write(t.Context(), d.Reading()); err != nil {
		t.Fatal(err)
	}
	q := civic.ListQuery{Types: []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}, Order: civic.ByNameReversed,
		Page: first(civic.MaxPage), Filter: civic.Filter{Relations: []civic.Relation{{Types: []civic.EdgeType{civic.HeldAt},
			Direction: civic.Out, Nodes: []civic.ID{district.Entity}, Inside: true}}}}
	seen := map[civic.ID]bool{}
	for more := true; more; {
		page, err := s.List(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range page.Items {
			if q.Page.After = &item.Cursor; seen[item.Value.ID] || item.Value.Degree(civic.Out, civic.HeldAt) == 0 {
				t.Fatalf("%s comes twice, or is held nowhere", item.Value.Name)
			}
			seen[item.Value.ID] = true
		}
		more = page.HasNext
	}
	if n, err := s.Count(t.Context(), q.Types, q.Filter); len(seen) != many || n != many {
		t.Errorf("%d meetings are listed and %d counted, not %d (%v)", len(seen), n, many, err)
	}
}

package sqlitestore

import (
	"cmp"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// page says which part of a sorted list a statement returns.
type page struct {
	civic.Page
	reversed bool // the list is sorted by descending keys
}

// order is the direction in which rows are fetched: from the page's end.
func (p page) order() string {
	if p.reversed != p.Backward() {
		return "DESC"
	}
	return "ASC"
}

// bounds narrows a statement to what lies between the cursors. Columns are those
// of the sort key and the id.
func (p page) bounds(c *composer, key, id string) {
	after, before := ">", "<"
	if p.reversed {
		after, before = before, after
	}
	if p.After != nil {
		c.add("AND ("+key+", "+id+") "+after+" (?, ?)", p.After.Key, p.After.ID)
	}
	if p.Before != nil {
		c.add("AND ("+key+", "+id+") "+before+" (?, ?)", p.Before.Key, p.Before.ID)
	}
}

// put completes a statement with its conditions and the order of its rows.
func (p page) put(text string, conditions *composer) string {
	return strings.NewReplacer("/*conditions*/", conditions.text.String(), "/*order*/", p.order()).Replace(text)
}

// paginate makes the page of each id out of its items, fetched in any order.
func paginate[T any](ids []civic.ID, found map[civic.ID][]civic.Item[T], p page) map[civic.ID]civic.Slice[T] {
	pages := make(map[civic.ID]civic.Slice[T], len(ids))
	for _, id := range ids {
		items := found[id]
		slices.SortFunc(items, func(a, b civic.Item[T]) int { return p.compare(a.Cursor, b.Cursor) })
		pages[id] = store.Paginate(items, p.Page)
	}
	return pages
}

// compare orders cursors as rows are fetched.
func (p page) compare(a, b civic.Cursor) int {
	if p.order() == "DESC" {
		a, b = b, a
	}
	return cmp.Or(strings.Compare(a.Key, b.Key), strings.Compare(string(a.ID), string(b.ID)))
}

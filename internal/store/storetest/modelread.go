package storetest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Entities implements store.Reader.
func (m *Model) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	w, err := m.now(ctx, store.CheckIDs(ids))
	if err != nil {
		return nil, err
	}
	found := make([]*civic.Entity, len(ids))
	for i, id := range ids {
		if n := w.nodes[id]; n != nil {
			found[i] = &n.Entity
		}
	}
	return found, nil
}

// Edges implements store.Reader.
func (m *Model) Edges(ctx context.Context, ids []civic.ID) ([]*civic.Edge, error) {
	w, err := m.now(ctx, store.CheckIDs(ids))
	if err != nil {
		return nil, err
	}
	found := make([]*civic.Edge, len(ids))
	for i, id := range ids {
		if e := w.edges[id]; e != nil {
			found[i] = &e.Edge
		}
	}
	return found, nil
}

// List implements store.Reader.
func (m *Model) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	w, err := m.now(ctx, store.CheckList(q))
	if err != nil {
		return civic.Slice[*civic.Entity]{}, err
	}
	var items []civic.Item[*civic.Entity]
	for _, n := range w.list(q.Types, q.Filter) {
		items = append(items, civic.Item[*civic.Entity]{Cursor: civic.Cursor{Key: n.key(q.Order), ID: n.ID}, Value: &n.Entity})
	}
	reversed := q.Order == civic.ByNameReversed || q.Order == civic.ByDayReversed
	return pageOf(items, q.Page, reversed), nil
}

// pageOf cuts a page out of a whole list, which it sorts.
func pageOf[T any](items []civic.Item[T], p civic.Page, reversed bool) civic.Slice[T] {
	order := func(a, b civic.Cursor) int {
		if reversed {
			a, b = b, a
		}
		return cmp.Or(strings.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
	}
	items = slices.DeleteFunc(items, func(item civic.Item[T]) bool {
		return p.After != nil && order(item.Cursor, *p.After) <= 0 || p.Before != nil && order(item.Cursor, *p.Before) >= 0
	})
	slices.SortFunc(items, func(a, b civic.Item[T]) int { return order(a.Cursor, b.Cursor) })
	if p.Backward() {
		slices.Reverse(items)
	}
	return store.Paginate(items, p)
}

// Count implements store.Reader.
func (m *Model) Count(ctx context.Context, types []civic.NodeType, f civic.Filter) (int, error) {
	w, err := m.now(ctx, store.CheckFilter(types, f))
	if err != nil {
		return 0, err
	}
	return len(w.list(types, f)), nil
}

// Neighbors implements store.Reader.
func (m *Model) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	w, err := m.now(ctx, store.CheckNeighbors(q))
	if err != nil {
		return nil, err
	}
	slicesOf := map[civic.ID]civic.Slice[*civic.Neighbor]{}
	for _, id := range q.Nodes {
		slicesOf[id] = pageOf(w.neighbors(id, q), q.Page, false)
	}
	return slicesOf, nil
}

func (w *world) neighbors(id civic.ID, q civic.NeighborQuery) []civic.Item[*civic.Neighbor] {
	var items []civic.Item[*civic.Neighbor]
	for _, e := range w.at(id) {
		direction, far := e.seenFrom(id)
		if among(q.Types, e.Type) && among(q.FarTypes, far.Type) && among(q.Roles, e.Props.Role) &&
			(q.Direction == "" || q.Direction == direction) {
			items = append(items, civic.Item[*civic.Neighbor]{Cursor: civic.Cursor{Key: e.Day.NewestFirst(), ID: e.ID},
				Value: &civic.Neighbor{Edge: e.Edge, Direction: direction, Far: &far.Entity}})
		}
	}
	return items
}

// at lists the edges at a node, by id.
func (w *world) at(id civic.ID) []*edge {
	if n := w.nodes[id]; n != nil {
		return n.edges
	}
	return nil
}

// seenFrom is the direction of the edge as seen from one of its ends, and the other end.
func (e *edge) seenFrom(id civic.ID) (civic.Direction, *node) {
	if e.From == id {
		return civic.Out, e.to
	}
	return civic.In, e.from
}

// among reports whether a list that stands for everything when it is empty holds t.
func among[T comparable](list []T, t T) bool { return len(list) == 0 || slices.Contains(list, t) }

// Links implements store.Reader.
func (m *Model) Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error) {
	w, err := m.now(ctx, store.CheckLinks(nodes, types, limit))
	if err != nil {
		return nil, err
	}
	var links []civic.Link
	for _, near := range slices.Compact(slices.Sorted(slices.Values(nodes))) {
		for _, e := range w.at(near) {
			if direction, far := e.seenFrom(near); among(types, e.Type) {
				links = append(links, civic.Link{Type: e.Type, Near: near, Direction: direction, Far: far.end(), Evidence: e.Evidence})
			}
		}
	}
	return links[:min(len(links), limit)], nil
}

// end is the node as the far end of a link.
func (n *node) end() civic.FarEnd {
	if !n.Type.IsShared() {
		return civic.FarEnd{ID: n.ID, Type: n.Type}
	}
	return civic.FarEnd{ID: n.ID, Type: n.Type, Kind: n.Props.Kind, Degree: len(n.edges)}
}

// Texts implements store.Reader.
func (m *Model) Texts(ctx context.Context, reports []civic.ID) (map[civic.ID]string, error) {
	w, err := m.now(ctx, store.CheckIDs(reports))
	if err != nil {
		return nil, err
	}
	texts := map[civic.ID]string{}
	for _, r := range w.readings {
		if slices.Contains(reports, r.Report.ID) {
			texts[r.Report.ID] = r.Report.Text
		}
	}
	return texts, nil
}

// Match implements store.Reader.
func (m *Model) Match(ctx context.Context, q civic.TermQuery) ([]*civic.Entity, bool, error) {
	w, err := m.now(ctx, store.CheckMatch(q))
	if err != nil {
		return nil, false, err
	}
	var found []*civic.Entity
	for _, n := range w.nodes {
		if among(q.Types, n.Type) && n.matches(q.Groups) {
			found = append(found, &n.Entity)
		}
	}
	slices.SortFunc(found, func(a, b *civic.Entity) int { return cmp.Or(b.Reports-a.Reports, cmp.Compare(a.ID, b.ID)) })
	return found[:min(len(found), q.Limit)], len(found) > q.Limit, nil
}

// Days implements store.Reader.
func (m *Model) Days(ctx context.Context, types []civic.NodeType, f civic.Filter) ([]civic.DayCount, error) {
	w, err := m.now(ctx, store.CheckDays(types, f))
	if err != nil {
		return nil, err
	}
	counts := map[civic.DayCount]int{}
	for _, n := range w.list(types, f) {
		counts[civic.DayCount{Earliest: n.date().Earliest, Latest: n.date().Latest}]++
	}
	var days []civic.DayCount
	for day := range maps.Keys(counts) {
		days = append(days, civic.DayCount{Earliest: day.Earliest, Latest: day.Latest, Count: counts[day]})
	}
	slices.SortFunc(days, func(a, b civic.DayCount) int {
		return cmp.Or(cmp.Compare(a.Earliest, b.Earliest), cmp.Compare(a.Latest, b.Latest))
	})
	return days, nil
}

// Stats implements store.Reader.
func (m *Model) Stats(ctx context.Context) (civic.Stats, error) {
	w, err := m.now(ctx, nil)
	if err != nil {
		return civic.Stats{}, err
	}
	stats := civic.Stats{Nodes: map[civic.NodeType]int{}, Edges: map[civic.EdgeType]int{}}
	for _, n := range w.nodes {
		stats.Nodes[n.Type]++
	}
	for _, e := range w.edges {
		stats.Edges[e.Type]++
		stats.Claims += len(e.claims)
		stats.Evidence += e.Evidence
	}
	return stats, nil
}

// Evidence implements store.Reader.
func (m *Model) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return m.passages(ctx, q, (*world).evidence)
}

// Mentions implements store.Reader.
func (m *Model) Mentions(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return m.passages(ctx, q, (*world).mentions)
}

func (m *Model) passages(ctx context.Context, q civic.PassageQuery, of func(*world, civic.ID) []civic.Item[*civic.Passage]) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	w, err := m.now(ctx, store.CheckPassages(q))
	if err != nil {
		return nil, err
	}
	slicesOf := map[civic.ID]civic.Slice[*civic.Passage]{}
	for _, id := range q.Of {
		slicesOf[id] = pageOf(of(w, id), q.Page, false)
	}
	return slicesOf, nil
}

func (w *world) evidence(id civic.ID) []civic.Item[*civic.Passage] {
	e := w.edges[id]
	if e == nil {
		return nil
	}
	var items []civic.Item[*civic.Passage]
	for _, c := range e.claims {
		for i, piece := range c.Evidence {
			passage := &civic.Passage{ID: civic.EvidenceID(c.ID, i), Gazetteer: piece.Gazetteer, Basis: c.Basis}
			if piece.Gazetteer == "" {
				w.quote(passage, c.in, piece.Span)
			}
			items = append(items, place(passage, c.in, piece.Span))
		}
	}
	return items
}

func (w *world) mentions(id civic.ID) []civic.Item[*civic.Passage] {
	n := w.nodes[id]
	if n == nil {
		return nil
	}
	var items []civic.Item[*civic.Passage]
	for _, s := range n.said {
		for i, span := range s.ref.Mentions {
			passage := &civic.Passage{ID: civic.EvidenceID(s.ref.ID, i)}
			w.quote(passage, s.in, span)
			items = append(items, place(passage, s.in, span))
		}
	}
	return items
}

// quote fills a passage with the sentence around a span.
func (w *world) quote(p *civic.Passage, r *civic.Reading, s civic.Span) {
	for i, sentence := range r.Sentences {
		if sentence.Contains(s) {
			p.Sentence = i
			p.Before, p.Match, p.After = r.Report.Text[sentence.Start:s.Start], s.In(r.Report.Text), r.Report.Text[s.End:sentence.End]
			break
		}
	}
	p.Start, p.End = len([]rune(r.Report.Text[:s.Start])), len([]rune(r.Report.Text[:s.End]))
	p.Report = &w.nodes[r.Report.ID].Entity
}

// place gives a passage its place: the newest report first, then by report and text.
func place(p *civic.Passage, r *civic.Reading, s civic.Span) civic.Item[*civic.Passage] {
	key := fmt.Sprintf("%s%s%08d", r.Report.PublishedAt.NewestFirst(), r.Report.ID, s.Start)
	return civic.Item[*civic.Passage]{Cursor: civic.Cursor{Key: key, ID: p.ID}, Value: p}
}

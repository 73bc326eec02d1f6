package neo4jstore

import (
	"context"
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// walk is one type and direction of a query for neighbors.
type walk struct {
	Type civic.EdgeType
	Out  bool
}

// End is the property of an edge that names the end which is asked about.
func (w walk) End() string {
	if w.Out {
		return "from"
	}
	return "to"
}

// String names the walk among those of a query.
func (w walk) String() string {
	if w.Out {
		return string(w.Type) + ">"
	}
	return "<" + string(w.Type)
}

// neighborhood is what the template of neighbors composes.
type neighborhood struct {
	Walks []walk
	Many  bool // of all walks those in $walks are taken
	Order string
}

// newNeighborhood composes a query for some walks: for one alone, or for all.
func newNeighborhood(asked []walk, order string) neighborhood {
	if len(asked) == 1 {
		return neighborhood{Walks: asked, Order: order}
	}
	return neighborhood{Walks: walks(civic.NeighborQuery{}, civic.NodeTypes), Many: true, Order: order}
}

// Neighbors implements store.Reader.
func (s *Store) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	if err := store.CheckNeighbors(q); err != nil {
		return nil, err
	}
	asked := walks(q, nodeTypes(q.Nodes))
	pages := map[civic.ID][]civic.Item[*civic.Neighbor]{}
	if len(asked) == 0 || len(q.Nodes) == 0 {
		return paginate(pages, q.Nodes, q.Page), nil
	}
	params := bounds(q.Page, false)
	params["ids"], params["walks"], params["roles"], params["far"] = distinct(q.Nodes), names(asked), orNull(q.Roles), orNull(q.FarTypes)
	records, err := s.read(ctx, query("neighbors.cypher", newNeighborhood(asked, order(q.Page, false))), params)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		if pages[civic.ID(text(r.Values[0]))], err = decodeNeighbors(list(r.Values[1])); err != nil {
			return nil, err
		}
	}
	return paginate(pages, q.Nodes, q.Page), nil
}

func names(walks []walk) []string {
	list := make([]string, len(walks))
	for i, w := range walks {
		list[i] = w.String()
	}
	return list
}

// walks are those that a query asks for along which nodes of some types can have edges.
func walks(q civic.NeighborQuery, near []civic.NodeType) []walk {
	var all []walk
	for _, t := range civic.EdgeTypes {
		if len(q.Types) > 0 && !slices.Contains(q.Types, t) {
			continue
		}
		ends := civic.Signatures[t]
		if q.Direction != civic.In && meet(ends.From, near) && meet(ends.To, q.FarTypes) {
			all = append(all, walk{t, true})
		}
		if q.Direction != civic.Out && meet(ends.To, near) && meet(ends.From, q.FarTypes) {
			all = append(all, walk{t, false})
		}
	}
	return all
}

// nodeTypes are the types that ids name; of ids that are no entity's there is none.
func nodeTypes(ids []civic.ID) []civic.NodeType {
	seen := map[civic.NodeType]bool{}
	for _, id := range ids {
		if t, ok := id.Type(); ok {
			seen[t] = true
		}
	}
	return slices.Collect(maps.Keys(seen))
}

// meet reports whether two lists of types share one; an empty second list is all.
func meet(types, asked []civic.NodeType) bool {
	return len(asked) == 0 || slices.ContainsFunc(types, func(t civic.NodeType) bool { return slices.Contains(asked, t) })
}

// decodeNeighbors reads rows of [place, edge, out, far end, its twin].
func decodeNeighbors(rows []any) ([]civic.Item[*civic.Neighbor], error) {
	items := make([]civic.Item[*civic.Neighbor], len(rows))
	for i, row := range rows {
		columns := list(row)
		n := &civic.Neighbor{Direction: civic.In}
		if out, _ := columns[2].(bool); out {
			n.Direction = civic.Out
		}
		if err := decode(columns[1], &n.Edge); err != nil {
			return nil, err
		}
		var err error
		if n.Far, err = decodeEntity(columns[3], columns[4]); err != nil {
			return nil, err
		}
		items[i] = civic.Item[*civic.Neighbor]{Cursor: cursorOf(text(columns[0])), Value: n}
	}
	return items, nil
}

// Links implements store.Reader.
func (s *Store) Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error) {
	if err := store.CheckLinks(nodes, types, limit); err != nil {
		return nil, err
	}
	if len(types) == 0 {
		types = civic.EdgeTypes
	}
	records, err := s.read(ctx, query("links.cypher", types), map[string]any{"ids": distinct(nodes), "limit": limit})
	if err != nil {
		return nil, err
	}
	var links []civic.Link
	for _, r := range records {
		near := civic.ID(text(r.Values[0]))
		for _, edge := range list(r.Values[1]) {
			links = append(links, decodeLink(near, list(edge)))
		}
	}
	return links, nil
}

// decodeLink reads [type, out, evidence, far end, its type, kind, degree].
func decodeLink(near civic.ID, v []any) civic.Link {
	l := civic.Link{Type: civic.EdgeType(text(v[0])), Near: near, Direction: civic.In, Evidence: number(v[2]),
		Far: civic.FarEnd{ID: civic.ID(text(v[3])), Type: civic.NodeType(text(v[4]))}}
	if out, _ := v[1].(bool); out {
		l.Direction = civic.Out
	}
	if l.Far.Type.IsShared() {
		l.Far.Kind, l.Far.Degree = text(v[5]), number(v[6])
	}
	return l
}

package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// fill reads a body into an edge.
func fill(e *civic.Edge, body []byte) error {
	if err := unpack(body, func(p *packing) { packEdge(p, e) }); err != nil {
		return fmt.Errorf("edge %s: %w", e.ID, err)
	}
	return nil
}

var queryEdges = text("edges")

// Edges implements store.Reader.
func (s *Store) Edges(ctx context.Context, ids []civic.ID) ([]*civic.Edge, error) {
	if err := store.CheckIDs(ids); err != nil {
		return nil, err
	}
	found := make(map[civic.ID]*civic.Edge, len(ids))
	err := s.readers.each(ctx, query{queryEdges, []any{list(distinct(ids))}}, func(rows *sql.Rows) error {
		var e civic.Edge
		var body sql.RawBytes
		if err := rows.Scan(&e.ID, &e.Type, &e.From, &e.To, &body); err != nil {
			return err
		}
		found[e.ID] = &e
		return fill(&e, body)
	})
	return inOrder(ids, found), err
}

// way is a direction and an edge type in one word, as adjacent keeps them.
type way string

// The signs that ways begin with.
const (
	out = ">"
	in  = "<"
)

func (w way) edgeType() civic.EdgeType { return civic.EdgeType(w[1:]) }

func (w way) direction() civic.Direction {
	if w[:1] == out {
		return civic.Out
	}
	return civic.In
}

// ends puts the near and the far end of an edge in its own order.
func (w way) ends(near, far civic.ID) (from, to civic.ID) {
	if w[:1] == out {
		return near, far
	}
	return far, near
}

// ways are the types (all, if there are none) in a direction (both, if there is none).
func ways(types []civic.EdgeType, d civic.Direction) []way {
	if len(types) == 0 {
		types = civic.EdgeTypes
	}
	var ways []way
	for _, t := range distinct(types) { // twice the same would crowd others out of a page
		if d != civic.In {
			ways = append(ways, way(out+t))
		}
		if d != civic.Out {
			ways = append(ways, way(in+t))
		}
	}
	return ways
}

var queryNeighbors = text("neighbors")

// Neighbors implements store.Reader.
func (s *Store) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	if err := store.CheckNeighbors(q); err != nil {
		return nil, err
	}
	nodes := distinct(q.Nodes)
	found := make(map[civic.ID][]civic.Item[*civic.Neighbor], len(nodes))
	err := s.readers.each(ctx, neighborQuery(nodes, q), func(rows *sql.Rows) error {
		near, item, err := scanNeighbor(rows)
		found[near] = append(found[near], item)
		return err
	})
	return paginate(nodes, found, page{Page: q.Page}), err
}

func neighborQuery(nodes []civic.ID, q civic.NeighborQuery) query {
	var c composer
	p := page{Page: q.Page}
	p.bounds(&c, "near.day_key", "near.id")
	if len(q.FarTypes) > 0 {
		c.add("AND near.far_type IN (SELECT value FROM json_each(?))", list(q.FarTypes))
	}
	if len(q.Roles) > 0 {
		c.add("AND near.role IN (SELECT value FROM json_each(?))", list(q.Roles))
	}
	fetch := q.Page.Limit() + 1
	args := append([]any{list(nodes), waysByType(ways(q.Types, q.Direction), q.FarTypes)}, c.args...)
	return query{p.put(queryNeighbors, &c), append(args, fetch, fetch)}
}

// waysByType is the JSON of the ways that lead from each type of node to one of the
// far types (all, if there are none): a person has nine of the 28, a topic two.
func waysByType(asked []way, far []civic.NodeType) string {
	byType := map[civic.NodeType][]way{}
	for _, w := range asked {
		ends := civic.Signatures[w.edgeType()]
		from, to := ends.From, ends.To
		if w.direction() == civic.In {
			from, to = to, from
		}
		if len(far) > 0 && !slices.ContainsFunc(to, func(t civic.NodeType) bool { return slices.Contains(far, t) }) {
			continue
		}
		for _, t := range from {
			byType[t] = append(byType[t], w)
		}
	}
	return encode(byType)
}

func scanNeighbor(rows *sql.Rows) (near civic.ID, item civic.Item[*civic.Neighbor], err error) {
	var way way
	var body sql.RawBytes
	var far entityRow
	n := &civic.Neighbor{}
	if err := rows.Scan(append([]any{&near, &way, &item.Cursor.Key, &item.Cursor.ID, &body}, far.columns()...)...); err != nil {
		return "", item, err
	}
	n.ID, n.Type, n.Direction = item.Cursor.ID, way.edgeType(), way.direction()
	n.From, n.To = way.ends(near, far.id)
	if err := fill(&n.Edge, body); err != nil {
		return "", item, err
	}
	n.Far, err = far.entity()
	item.Value = n
	return near, item, err
}

// counters are the numbers of what Stats counts, or their changes.
type counters map[string]int

const (
	countNode     = "node "
	countEdge     = "edge "
	countClaims   = "claims"
	countEvidence = "evidence"
)

func (c counters) stats() civic.Stats {
	stats := civic.Stats{Nodes: map[civic.NodeType]int{}, Edges: map[civic.EdgeType]int{},
		Claims: c[countClaims], Evidence: c[countEvidence]}
	for name, n := range c {
		if t, ok := strings.CutPrefix(name, countNode); ok && n > 0 {
			stats.Nodes[civic.NodeType(t)] = n
		}
		if t, ok := strings.CutPrefix(name, countEdge); ok && n > 0 {
			stats.Edges[civic.EdgeType(t)] = n
		}
	}
	return stats
}

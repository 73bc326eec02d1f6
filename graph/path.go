package graph

import (
	"context"

	"civicgraph/internal/civic"
	"civicgraph/internal/paths"
	"civicgraph/internal/store"
)

// Path is a way from one entity to another.
type Path struct {
	answers
	Nodes []Entity
	Hops  []*Hop
}

// Hop is a step of a path.
type Hop struct {
	answers
	Relations []*Relation
}

// PathRules say what paths may run along and through.
type PathRules struct {
	Types                             []civic.EdgeType
	Topics, Groups, Statements, Areas bool
}

func (r PathRules) read() paths.Rules {
	rules := paths.Rules{Edges: r.Types, Areas: r.Areas}
	for t, wanted := range map[civic.NodeType]bool{civic.TypeTopic: r.Topics, civic.TypeGroup: r.Groups, civic.TypeStatement: r.Statements} {
		if wanted {
			rules.Through = append(rules.Through, t)
		}
	}
	return rules
}

// shortest asks for the shortest paths between two entities.
type shortest struct{ Query paths.Query }

func askPaths(args arguments) (question, error) {
	var a struct {
		From, To         civic.ID
		MaxLength, First int
		Through          PathRules
	}
	if err := args.into(&a); err != nil {
		return nil, err
	}
	for _, id := range []civic.ID{a.From, a.To} {
		if _, err := civic.ParseID(string(id)); err != nil {
			return nil, err
		}
	}
	return shortest{paths.Query{From: a.From, To: a.To, MaxLength: a.MaxLength, Limit: a.First, Rules: a.Through.read()}}, nil
}

func (q shortest) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	found, err := paths.Shortest(ctx, r, q.Query)
	return func(object) any {
		all := make([]*Path, len(found))
		for i, p := range found {
			all[i] = newPath(p)
		}
		return all
	}, err
}

func newPath(found paths.Path) *Path {
	p := &Path{Nodes: make([]Entity, len(found.Nodes)), Hops: make([]*Hop, len(found.Hops))}
	for i, e := range found.Nodes {
		p.Nodes[i] = newEntity(e)
	}
	for i, edges := range found.Hops {
		p.Hops[i] = newHop(edges, p.Nodes[i], p.Nodes[i+1])
	}
	return p
}

// newHop is a step between two entities, along edges that lead either way.
func newHop(edges []*civic.Edge, a, b Entity) *Hop {
	h := &Hop{Relations: make([]*Relation, len(edges))}
	for i, e := range edges {
		h.Relations[i] = &Relation{Edge: e, EdgeProps: &e.Props, from: a, to: b}
		if e.From != a.entity().ID {
			h.Relations[i].from, h.Relations[i].to = b, a
		}
	}
	return h
}

func (*Path) implements() []string { return pathImplementors }
func (*Hop) implements() []string  { return hopImplementors }

func (*Path) ask(string, arguments) (question, error) { return nil, nil }
func (*Hop) ask(string, arguments) (question, error)  { return nil, nil }

func (p *Path) inner(field string) []object {
	switch field {
	case "nodes":
		return objectsOf(p.Nodes)
	case "hops":
		return objectsOf(p.Hops)
	}
	return nil
}

func (h *Hop) inner(field string) []object {
	if field == "relations" {
		return objectsOf(h.Relations)
	}
	return nil
}

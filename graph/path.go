package graph

import "civicgraph/internal/civic"

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
	Types                   []civic.EdgeType
	Topics, Groups, Regions bool
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

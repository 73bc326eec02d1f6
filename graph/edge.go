package graph

import (
	"context"

	"civicgraph/internal/civic"
)

// Relation is an edge of the graph as an answer shows it.
type Relation struct {
	*civic.Edge
	*civic.EdgeProps
	answers
	from, to Entity // nil where the edge came without its ends
}

// newRelation is the edge by which far is a neighbour of near.
func newRelation(n *civic.Neighbor, near *civic.Entity, far Entity) *Relation {
	r := &Relation{Edge: &n.Edge, EdgeProps: &n.Props}
	if n.Direction == civic.Out {
		r.from, r.to = newEntity(near), far
	} else {
		r.from, r.to = far, newEntity(near)
	}
	return r
}

// From is the entity that the edge leads from.
func (r *Relation) From(ctx context.Context) (Entity, error) {
	return answerTo[Entity](ctx, &r.answers)
}

// To is the entity that the edge leads to.
func (r *Relation) To(ctx context.Context) (Entity, error) { return answerTo[Entity](ctx, &r.answers) }

// Evidence is the passages that the edge rests on.
func (r *Relation) Evidence(ctx context.Context) (*PassageConnection, error) {
	return answerTo[*PassageConnection](ctx, &r.answers)
}

func (*Relation) isNode()               {}
func (*Relation) implements() []string  { return relationImplementors }
func (*Relation) inner(string) []object { return nil }
func (r *Relation) identity() civic.ID  { return r.Edge.ID }

func (r *Relation) ask(field string, args arguments) (question, error) {
	switch field {
	case "evidence":
		return askPassages(false, args)
	case "from", "to":
		return reference{field}, nil
	}
	return nil, nil
}

func (r *Relation) refer(field string) (Entity, civic.ID) {
	if field == "from" {
		return r.from, r.Edge.From
	}
	return r.to, r.Edge.To
}

package graph

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// SearchConnection is a page of what a search found.
type SearchConnection struct {
	answers
	Edges     []*SearchEdge
	Truncated bool
	page      PageInfo
}

// SearchEdge is one thing that a search found.
type SearchEdge struct {
	answers
	Node    Entity
	Score   float64
	Reasons []string
	cursor  civic.Cursor
}

// Cursor is its place in the list.
func (e *SearchEdge) Cursor() string { return store.EncodeCursor(e.cursor) }

// PageInfo says where the page lies in the list.
func (c *SearchConnection) PageInfo() *PageInfo { return &c.page }

// Nodes are what was found, alone.
func (c *SearchConnection) Nodes() []Entity {
	nodes := make([]Entity, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

func (*SearchConnection) implements() []string { return searchConnectionImplementors }
func (*SearchEdge) implements() []string       { return searchEdgeImplementors }

func (*SearchConnection) ask(string, arguments) (question, error) { return nil, nil }
func (*SearchEdge) ask(string, arguments) (question, error)       { return nil, nil }

func (c *SearchConnection) inner(field string) []object {
	switch field {
	case "edges":
		return objectsOf(c.Edges)
	case "nodes":
		return objectsOf(c.Nodes())
	}
	return nil
}

func (e *SearchEdge) inner(field string) []object {
	if field == "node" {
		return []object{e.Node}
	}
	return nil
}

package graph

import (
	"context"

	"civicgraph/internal/civic"
	"civicgraph/internal/search"
	"civicgraph/internal/store"
)

// named asks what a query finds by name.
type named struct {
	Query string
	Types []civic.NodeType
	Page  civic.Page
}

func askSearch(args arguments) (question, error) {
	var a struct {
		pageArguments
		Query string
		Types []EntityType
	}
	if err := args.into(&a); err != nil {
		return nil, err
	}
	page, err := a.page()
	return named{a.Query, nodeTypes(a.Types), page}, err
}

func (q named) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	found, err := search.Search(ctx, r, q.Query, q.Types, q.Page)
	return func(object) any { return newSearch(found) }, err
}

func newSearch(found search.Result) *SearchConnection {
	c := &SearchConnection{Edges: make([]*SearchEdge, len(found.Items)), Truncated: found.Truncated, page: infoOf(found.Slice)}
	for i, item := range found.Items {
		c.Edges[i] = &SearchEdge{Node: newEntity(item.Value.Entity), Score: item.Value.Score, Reasons: reasons(item.Value.Reasons), cursor: item.Cursor}
	}
	return c
}

func reasons(list []search.Reason) []string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = r.String()
	}
	return texts
}

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
	return pageOf(field, c.Edges, c.Nodes)
}

func (e *SearchEdge) inner(field string) []object {
	if field == "node" {
		return []object{e.Node}
	}
	return nil
}

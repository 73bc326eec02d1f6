package graph

import (
	"context"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// The schema's connections are one generic type.
type (
	EntityConnection       = Connection[Entity]
	ActorConnection        = Connection[Actor]
	EventConnection        = Connection[Event]
	PersonConnection       = Connection[*Person]
	CoalitionConnection    = Connection[*Coalition]
	OrganizationConnection = Connection[*Organization]
	PlaceConnection        = Connection[*Place]
	MeetingConnection      = Connection[*Meeting]
	VisitConnection        = Connection[*Visit]
	GroupConnection        = Connection[*Group]
	TopicConnection        = Connection[*Topic]
	StatementConnection    = Connection[*Statement]
	ReportConnection       = Connection[*Report]

	EntityEdge       = Link[Entity]
	ActorEdge        = Link[Actor]
	EventEdge        = Link[Event]
	PersonEdge       = Link[*Person]
	CoalitionEdge    = Link[*Coalition]
	OrganizationEdge = Link[*Organization]
	PlaceEdge        = Link[*Place]
	MeetingEdge      = Link[*Meeting]
	VisitEdge        = Link[*Visit]
	GroupEdge        = Link[*Group]
	TopicEdge        = Link[*Topic]
	StatementEdge    = Link[*Statement]
	ReportEdge       = Link[*Report]
)

// Connection is a page of entities.
type Connection[N Entity] struct {
	answers
	Edges []*Link[N]
	shape *connector
	page  PageInfo
	of    *civic.Entity // whose neighbours they are; nil for a list of its own
	total question      // what tells the length of the whole list
}

// Link is an entity on a page.
type Link[N Entity] struct {
	answers
	Node     N
	Relation *Relation // to the entity whose page it is, once it was asked for; nil in a list of its own
	shape    *connector
	cursor   civic.Cursor
	edge     *civic.Neighbor
	near     *civic.Entity
}

// connector makes the connections of one type of item.
type connector struct {
	connection, edge []string // names of the schema's types
	neighbors        func(page civic.Slice[*civic.Neighbor], near *civic.Entity, q civic.NeighborQuery) object
	list             func(page civic.Slice[*civic.Entity], q civic.ListQuery) object
}

// connectors has them by the item's type in the schema.
var connectors = map[string]*connector{
	"Entity":       newConnector[Entity]("Entity"),
	"Actor":        newConnector[Actor]("Actor"),
	"Event":        newConnector[Event]("Event"),
	"Person":       newConnector[*Person]("Person"),
	"Coalition":    newConnector[*Coalition]("Coalition"),
	"Organization": newConnector[*Organization]("Organization"),
	"Place":        newConnector[*Place]("Place"),
	"Meeting":      newConnector[*Meeting]("Meeting"),
	"Visit":        newConnector[*Visit]("Visit"),
	"Group":        newConnector[*Group]("Group"),
	"Topic":        newConnector[*Topic]("Topic"),
	"Statement":    newConnector[*Statement]("Statement"),
	"Report":       newConnector[*Report]("Report"),
}

func newConnector[N Entity](item string) *connector {
	c := &connector{connection: []string{item + "Connection"}, edge: []string{item + "Edge"}}
	c.neighbors = func(page civic.Slice[*civic.Neighbor], near *civic.Entity, q civic.NeighborQuery) object {
		edges := make([]*Link[N], len(page.Items))
		for i, item := range page.Items {
			edges[i] = &Link[N]{Node: newEntity(item.Value.Far).(N), shape: c, cursor: item.Cursor, edge: item.Value, near: near}
		}
		return &Connection[N]{Edges: edges, shape: c, page: infoOf(page), of: near, total: neighborCount{q}}
	}
	c.list = func(page civic.Slice[*civic.Entity], q civic.ListQuery) object {
		edges := make([]*Link[N], len(page.Items))
		for i, item := range page.Items {
			edges[i] = &Link[N]{Node: newEntity(item.Value).(N), shape: c, cursor: item.Cursor}
		}
		return &Connection[N]{Edges: edges, shape: c, page: infoOf(page), total: listCount{q.Types, q.Filter}}
	}
	return c
}

func (c *Connection[N]) implements() []string { return c.shape.connection }
func (l *Link[N]) implements() []string       { return l.shape.edge }

func (c *Connection[N]) ask(field string, _ arguments) (question, error) {
	if field == "totalCount" {
		return c.total, nil
	}
	return nil, nil
}

func (l *Link[N]) ask(string, arguments) (question, error) { return nil, nil }

func (c *Connection[N]) inner(field string) []object {
	return pageOf(field, c.Edges, c.Nodes)
}

func (l *Link[N]) inner(field string) []object {
	switch {
	case field == "node":
		return []object{l.Node}
	case field == "relation" && l.edge != nil:
		if l.Relation == nil {
			l.Relation = newRelation(l.edge, l.near, l.Node)
		}
		return []object{l.Relation}
	}
	return nil
}

func (c *Connection[N]) near() *civic.Entity { return c.of }

func (c *Connection[N]) whole() (int, bool) {
	return len(c.Edges), !c.page.HasNextPage && !c.page.HasPreviousPage
}

// PageInfo says where a page lies in its list.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	first, last                  civic.Cursor // without an id on an empty page
}

// StartCursor is the cursor of the page's first item; empty if it has none.
func (p *PageInfo) StartCursor() string { return encode(p.first) }

// EndCursor is the cursor of the page's last item; empty if it has none.
func (p *PageInfo) EndCursor() string { return encode(p.last) }

func encode(c civic.Cursor) string {
	if c.ID == "" {
		return ""
	}
	return store.EncodeCursor(c)
}

// infoOf says where a slice lies in its list.
func infoOf[T any](s civic.Slice[T]) PageInfo {
	info := PageInfo{HasNextPage: s.HasNext, HasPreviousPage: s.HasPrevious}
	if n := len(s.Items); n > 0 {
		info.first, info.last = s.Items[0].Cursor, s.Items[n-1].Cursor
	}
	return info
}

// Nodes are the page's entities alone.
func (c *Connection[N]) Nodes() []N {
	nodes := make([]N, len(c.Edges))
	for i, link := range c.Edges {
		nodes[i] = link.Node
	}
	return nodes
}

// PageInfo says where the page lies in its list.
func (c *Connection[N]) PageInfo() *PageInfo { return &c.page }

// TotalCount is the length of the whole list.
func (c *Connection[N]) TotalCount(ctx context.Context) (int, error) {
	return answerTo[int](ctx, &c.answers)
}

// Cursor is the item's place in the list.
func (l *Link[N]) Cursor() string { return store.EncodeCursor(l.cursor) }

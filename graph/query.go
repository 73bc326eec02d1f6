package graph

import (
	"context"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// root is the object that the fields of Query are selected on.
type root struct{ answers }

func (*root) implements() []string  { return queryImplementors }
func (*root) inner(string) []object { return nil }

func (*root) ask(field string, args arguments) (question, error) {
	if t, ok := lists[field]; ok {
		return askList(t, args)
	}
	switch field {
	case "node":
		return askNode(args)
	case "nodes":
		return askNodes(args)
	case "entities":
		return askEntities(args)
	case "search":
		return askSearch(args)
	case "paths":
		return askPaths(args)
	case "timeline":
		return askTimeline(args)
	case "stats":
		return stats{}, nil
	}
	return nil, nil
}

// lists are the root fields that list entities of one type.
var lists = map[string]civic.NodeType{
	"people": civic.TypePerson, "coalitions": civic.TypeCoalition, "organizations": civic.TypeOrganization,
	"places": civic.TypePlace, "meetings": civic.TypeMeeting, "visits": civic.TypeVisit, "groups": civic.TypeGroup,
	"topics": civic.TypeTopic, "statements": civic.TypeStatement, "reports": civic.TypeReport,
}

// listArguments are those of the root fields that list entities.
type listArguments struct {
	pageArguments
	Types   []EntityType
	Filter  Filter
	OrderBy civic.Order
}

// list asks for a page of the entities that a filter lets through.
type list struct {
	List  string // item type of the connection
	Query civic.ListQuery
}

func askList(t civic.NodeType, args arguments) (question, error) {
	var a listArguments
	if err := args.into(&a); err != nil {
		return nil, err
	}
	return a.list(string(t), t)
}

func askEntities(args arguments) (question, error) {
	var a listArguments
	if err := args.into(&a); err != nil {
		return nil, err
	}
	if len(a.Types) == 0 {
		return a.list("Entity", civic.NodeTypes...)
	}
	return a.list("Entity", nodeTypes(a.Types)...)
}

// nodeTypes are types of the schema as the store knows them.
func nodeTypes(list []EntityType) []civic.NodeType {
	types := make([]civic.NodeType, len(list))
	for i, t := range list {
		types[i] = civic.NodeType(t)
	}
	return types
}

func (a *listArguments) list(item string, types ...civic.NodeType) (question, error) {
	page, err := a.page()
	if err != nil {
		return nil, err
	}
	filter, err := a.Filter.read(types[0])
	return list{item, civic.ListQuery{Types: types, Filter: filter, Order: a.OrderBy, Page: page}}, err
}

func (q list) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	page, err := r.List(ctx, q.Query)
	return func(object) any { return connectors[q.List].list(page, q.Query) }, err
}

// nodes asks for entities and edges by their ids.
type nodes struct {
	IDs   []civic.ID
	Alone bool // the answer is the one node, not a list
}

func askNode(args arguments) (question, error) {
	var a struct{ ID civic.ID }
	if err := args.into(&a); err != nil {
		return nil, err
	}
	_, err := civic.ParseID(string(a.ID))
	return nodes{[]civic.ID{a.ID}, true}, err
}

func askNodes(args arguments) (question, error) {
	var a struct{ IDs []civic.ID }
	if err := args.into(&a); err != nil {
		return nil, err
	}
	if len(a.IDs) > civic.MaxPage {
		return nil, fmt.Errorf("%w: at most %d ids may be asked for at once, not %d", civic.ErrBadInput, civic.MaxPage, len(a.IDs))
	}
	for _, id := range a.IDs {
		if _, err := civic.ParseID(string(id)); err != nil {
			return nil, err
		}
	}
	return nodes{IDs: a.IDs}, nil
}

func (q nodes) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	found := make([]Node, len(q.IDs))
	err := q.findEntities(ctx, r, found)
	if err == nil {
		err = q.findEdges(ctx, r, found)
	}
	return func(object) any {
		if q.Alone {
			return found[0]
		}
		return found
	}, err
}

func (q nodes) findEntities(ctx context.Context, r store.Reader, found []Node) error {
	at, ids := q.ofKind(true)
	if len(ids) == 0 {
		return nil
	}
	entities, err := r.Entities(ctx, ids)
	for i, e := range entities {
		if e != nil {
			found[at[i]] = newEntity(e)
		}
	}
	return err
}

func (q nodes) findEdges(ctx context.Context, r store.Reader, found []Node) error {
	at, ids := q.ofKind(false)
	if len(ids) == 0 {
		return nil
	}
	edges, err := r.Edges(ctx, ids)
	for i, e := range edges {
		if e != nil {
			found[at[i]] = &Relation{Edge: e, EdgeProps: &e.Props}
		}
	}
	return err
}

// ofKind lists the ids of entities, or of everything else, with their positions.
func (q nodes) ofKind(entity bool) (at []int, ids []civic.ID) {
	for i, id := range q.IDs {
		if _, ok := id.Type(); ok == entity {
			at, ids = append(at, i), append(ids, id)
		}
	}
	return at, ids
}

// stats asks what the graph holds.
type stats struct{}

func (stats) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	s, err := r.Stats(ctx)
	return func(object) any { return &Stats{s} }, err
}

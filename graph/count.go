package graph

import (
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// neighborCount asks how many edges the lists of some entities have in all. It
// makes no call where the entities' degrees tell it, or the pages hold the lists.
type neighborCount struct{ Query civic.NeighborQuery }

// counted is a connection of one entity's neighbours.
type counted interface {
	near() *civic.Entity
	whole() (length int, ok bool) // ok if the page is the whole list
}

func (q neighborCount) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	counts := map[civic.ID]int{}
	var open []*civic.Entity
	for _, o := range objects {
		c := o.(counted)
		near := c.near()
		if _, ok := counts[near.ID]; ok {
			continue
		}
		length, ok := c.whole()
		if !ok && len(q.Query.FarTypes) == 0 && len(q.Query.Roles) == 0 {
			length, ok = q.degree(near), true
		}
		if !ok {
			open = append(open, near)
		}
		counts[near.ID] = length
	}
	err := q.count(ctx, r, open, counts)
	return func(o object) any { return counts[o.(counted).near().ID] }, err
}

// degree is the number of an entity's edges, whatever the type of the far end.
func (q neighborCount) degree(e *civic.Entity) int {
	if q.Query.Direction != "" {
		return e.Degree(q.Query.Direction, q.Query.Types...)
	}
	return e.Degree(civic.Out, q.Query.Types...) + e.Degree(civic.In, q.Query.Types...)
}

func (q neighborCount) count(ctx context.Context, r store.Reader, open []*civic.Entity, counts map[civic.ID]int) error {
	if len(open) == 0 {
		return nil
	}
	if len(q.Query.Roles) > 0 {
		return q.countByFilter(ctx, r, open, counts)
	}
	return q.countLinks(ctx, r, open, counts)
}

// countLinks counts all in one call: the degrees say how many links there can be.
func (q neighborCount) countLinks(ctx context.Context, r store.Reader, open []*civic.Entity, counts map[civic.ID]int) error {
	ids, limit := make([]civic.ID, len(open)), 0
	for i, e := range open {
		ids[i] = e.ID
		counts[e.ID] = 0
		limit += e.Degree(civic.Out, q.Query.Types...) + e.Degree(civic.In, q.Query.Types...)
	}
	links, err := r.Links(ctx, ids, q.Query.Types, max(limit, 1))
	for _, link := range links {
		if q.holds(link) {
			counts[link.Near]++
		}
	}
	return err
}

func (q neighborCount) holds(link civic.Link) bool {
	return slices.Contains(q.Query.FarTypes, link.Far.Type) &&
		(q.Query.Direction == "" || link.Direction == q.Query.Direction)
}

// mostCalls is how many calls to the store one count makes at the same time.
const mostCalls = 4

// countByFilter makes a call for each entity: links know no roles.
func (q neighborCount) countByFilter(ctx context.Context, r store.Reader, open []*civic.Entity, counts map[civic.ID]int) error {
	lengths := make([]int, len(open))
	calls, ctx := errgroup.WithContext(ctx)
	calls.SetLimit(mostCalls)
	for i, e := range open {
		calls.Go(func() (err error) {
			lengths[i], err = r.Count(ctx, q.farTypes(), civic.Filter{Relations: []civic.Relation{{
				Types: q.Query.Types, Direction: opposite(q.Query.Direction), Nodes: []civic.ID{e.ID}, Roles: q.Query.Roles}}})
			return err
		})
	}
	err := calls.Wait()
	for i, e := range open {
		counts[e.ID] = lengths[i]
	}
	return err
}

func (q neighborCount) farTypes() []civic.NodeType {
	if len(q.Query.FarTypes) > 0 {
		return q.Query.FarTypes
	}
	return civic.NodeTypes
}

func opposite(d civic.Direction) civic.Direction {
	if d == civic.Out {
		return civic.In
	}
	return civic.Out
}

// listCount asks how many entities a filter lets through.
type listCount struct {
	Types  []civic.NodeType
	Filter civic.Filter
}

func (q listCount) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	n, err := r.Count(ctx, q.Types, q.Filter)
	return func(object) any { return n }, err
}

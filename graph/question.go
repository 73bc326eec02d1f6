package graph

import (
	"context"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// neighbors asks for a page of the edges of each entity, with the far ends.
type neighbors struct {
	List  string // item type of the connection
	Query civic.NeighborQuery
}

func (q neighbors) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	query := q.Query
	query.Nodes = identities(objects)
	pages, err := r.Neighbors(ctx, query)
	if err != nil {
		return nil, err
	}
	connect := connectors[q.List]
	return func(o object) any {
		near := o.(Entity).entity()
		return connect.neighbors(pages[near.ID], near, q.Query)
	}, nil
}

// nearest asks for the first far end alone.
type nearest struct{ Query civic.NeighborQuery }

func (q nearest) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	query := q.Query
	query.Nodes = identities(objects)
	pages, err := r.Neighbors(ctx, query)
	if err != nil {
		return nil, err
	}
	return func(o object) any {
		if items := pages[o.(identified).identity()].Items; len(items) > 0 {
			return newEntity(items[0].Value.Far)
		}
		return nil
	}, nil
}

// identified is an object that the store knows by an id.
type identified interface{ identity() civic.ID }

// identities are the objects' ids, sorted, none twice.
func identities(objects []object) []civic.ID {
	ids := make([]civic.ID, len(objects))
	for i, o := range objects {
		ids[i] = o.(identified).identity()
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// reference asks for the entity that a field of each object names by id.
type reference struct{ Field string }

// referrer is an object with fields that name an entity: one that is known
// already, else by its id, which is empty for none.
type referrer interface {
	refer(field string) (known Entity, id civic.ID)
}

func (q reference) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	var ids []civic.ID
	for _, o := range objects {
		if known, id := o.(referrer).refer(q.Field); known == nil && id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	found, err := entities(ctx, r, slices.Compact(ids))
	return func(o object) any {
		known, id := o.(referrer).refer(q.Field)
		if known != nil {
			return known
		}
		return newEntity(found[id])
	}, err
}

// entities are those with the ids, by id.
func entities(ctx context.Context, r store.Reader, ids []civic.ID) (map[civic.ID]*civic.Entity, error) {
	found := make(map[civic.ID]*civic.Entity, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	list, err := r.Entities(ctx, ids)
	if err != nil {
		return nil, err
	}
	for i, e := range list {
		found[ids[i]] = e
	}
	return found, nil
}

// text asks for the full texts of reports.
type text struct{}

func (text) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	texts, err := r.Texts(ctx, identities(objects))
	return func(o object) any { return texts[o.(identified).identity()] }, err
}

// passages asks for the evidence of relations or the mentions of entities.
type passages struct {
	Mentions bool
	Page     civic.Page
}

func (q passages) put(ctx context.Context, r store.Reader, objects []object) (func(object) any, error) {
	ask := r.Evidence
	if q.Mentions {
		ask = r.Mentions
	}
	pages, err := ask(ctx, civic.PassageQuery{Of: identities(objects), Page: q.Page})
	return func(o object) any { return newPassages(pages[o.(identified).identity()]) }, err
}

package neo4jstore

import (
	"context"
	"maps"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// listing is what the templates of lists compose.
type listing struct {
	Types  []civic.NodeType
	Filter filter
	Key    string // the property that it is sorted by; empty where nothing is
	Order  string
}

func newListing(types []civic.NodeType, f civic.Filter) (listing, map[string]any) {
	filter, params := newFilter(f)
	params["types"] = distinctTypes(types)
	return listing{Types: distinctTypes(types), Filter: filter}, params
}

// distinctTypes keeps a list of types in the order of civic.NodeTypes, so that
// equal sets make equal queries.
func distinctTypes(types []civic.NodeType) []civic.NodeType {
	asked := map[civic.NodeType]bool{}
	for _, t := range types {
		asked[t] = true
	}
	var list []civic.NodeType
	for _, t := range civic.NodeTypes {
		if asked[t] {
			list = append(list, t)
		}
	}
	return list
}

// ranking is how an order of lists is kept.
type ranking struct {
	key      string
	reversed bool
}

var rankings = map[civic.Order]ranking{
	civic.ByName:         {key: "nameSort"},
	civic.ByNameReversed: {key: "nameSort", reversed: true},
	civic.ByDay:          {key: "daySort"},
	civic.ByDayReversed:  {key: "daySort", reversed: true},
	civic.ByReports:      {key: "reportsSort"},
}

// List implements store.Reader.
func (s *Store) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	if err := store.CheckList(q); err != nil {
		return civic.Slice[*civic.Entity]{}, err
	}
	l, params := newListing(q.Types, q.Filter)
	by := rankings[q.Order]
	l.Key, l.Order = by.key, order(q.Page, by.reversed)
	maps.Copy(params, bounds(q.Page, by.reversed))
	records, err := s.read(ctx, query("list.cypher", l), params)
	if err != nil {
		return civic.Slice[*civic.Entity]{}, err
	}
	items := make([]civic.Item[*civic.Entity], len(records))
	for i, r := range records {
		if items[i].Value, err = decodeEntity(r.Values[1], r.Values[2]); err != nil {
			return civic.Slice[*civic.Entity]{}, err
		}
		items[i].Cursor = cursorOf(text(r.Values[0]))
	}
	return store.Paginate(items, q.Page), nil
}

// Count implements store.Reader.
func (s *Store) Count(ctx context.Context, types []civic.NodeType, f civic.Filter) (int, error) {
	if err := store.CheckFilter(types, f); err != nil {
		return 0, err
	}
	l, params := newListing(types, f)
	records, err := s.read(ctx, query("count.cypher", l), params)
	if err != nil {
		return 0, err
	}
	return number(records[0].Values[0]), nil
}

// Days implements store.Reader.
func (s *Store) Days(ctx context.Context, types []civic.NodeType, f civic.Filter) ([]civic.DayCount, error) {
	if err := store.CheckDays(types, f); err != nil {
		return nil, err
	}
	l, params := newListing(types, f)
	records, err := s.read(ctx, query("days.cypher", l), params)
	if err != nil {
		return nil, err
	}
	days := make([]civic.DayCount, len(records))
	for i, r := range records {
		days[i] = civic.DayCount{Earliest: civic.Day(text(r.Values[0])), Latest: civic.Day(text(r.Values[1])),
			Count: number(r.Values[2])}
	}
	return days, nil
}

// Match implements store.Reader.
func (s *Store) Match(ctx context.Context, q civic.TermQuery) (found []*civic.Entity, truncated bool, err error) {
	if err := store.CheckMatch(q); err != nil {
		return nil, false, err
	}
	records, err := s.read(ctx, query("match.cypher", len(q.Types) > 0),
		map[string]any{"terms": lucene(q.Groups), "types": q.Types, "limit": q.Limit + 1})
	if err != nil {
		return nil, false, err
	}
	truncated = len(records) > q.Limit
	found, err = decodeEntities(records[:min(len(records), q.Limit)])
	return found, truncated, err
}

func decodeEntities(records []*neo4j.Record) ([]*civic.Entity, error) {
	entities := make([]*civic.Entity, len(records))
	for i, r := range records {
		var err error
		if entities[i], err = decodeEntity(r.Values[0], r.Values[1]); err != nil {
			return nil, err
		}
	}
	return entities, nil
}

package sqlitestore

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// sortKeys are the columns that lists are sorted by.
var sortKeys = map[civic.Order]string{
	civic.ByName:         "name_key",
	civic.ByNameReversed: "name_key",
	civic.ByDay:          "day_key",
	civic.ByDayReversed:  "day_key",
	civic.ByReports:      "reports_key",
}

// List implements store.Reader.
func (s *Store) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	if err := store.CheckList(q); err != nil {
		return civic.Slice[*civic.Entity]{}, err
	}
	var items []civic.Item[*civic.Entity]
	err := s.readers.each(ctx, listQuery(q), func(rows *sql.Rows) error {
		var key string
		var row entityRow
		if err := rows.Scan(append(row.columns(), &key)...); err != nil {
			return err
		}
		entity, err := row.entity()
		items = append(items, civic.Item[*civic.Entity]{Cursor: civic.Cursor{Key: key, ID: row.id}, Value: entity})
		return err
	})
	return store.Paginate(items, q.Page), err
}

var (
	queryList  = text("list")
	queryFound = text("list_found")
	listArm    = text("list_arm")
	listSet    = text("list_set")
)

// largeSet is from how many members on a set is not walked: about as many as take
// as long to sort as a list takes to walk for one page.
const largeSet = 2000

// listQuery merges the sorted lists of the types, none of which is read further than
// the page goes, or finds a small set that the filter asks for.
func listQuery(q civic.ListQuery) query {
	p := page{Page: q.Page, reversed: q.Order == civic.ByNameReversed || q.Order == civic.ByDayReversed}
	fetch, walked := q.Page.Limit()+1, walk(q, p)
	sets := sets(q.Filter)
	if len(sets) == 0 {
		text := strings.NewReplacer("/*arms*/", walked.text, "/*order*/", p.order()).Replace(queryList)
		return query{text, append(walked.args, fetch)}
	}
	key := sortKeys[q.Order]
	var found composer
	found.add(strings.ReplaceAll(listSet, "/*key*/", key), list(q.Types))
	p.bounds(&found, "entity."+key, "entity.id")
	filter(&found, q.Filter)
	small := anySmall(sets)
	text := strings.NewReplacer("/*small*/", small.text, "/*walked*/", walked.text, "/*sets*/", found.text.String(),
		"/*order*/", p.order()).Replace(queryFound)
	return query{text, slices.Concat(small.args, walked.args, []any{fetch}, found.args, []any{fetch})}
}

// walk is the sorted lists of the types, one after the other.
func walk(q civic.ListQuery, p page) query {
	key := sortKeys[q.Order]
	var arms composer
	for i, t := range distinct(q.Types) {
		if i > 0 {
			arms.add("UNION ALL")
		}
		arms.add(strings.ReplaceAll(listArm, "/*key*/", key), t)
		p.bounds(&arms, "entity."+key, "entity.id")
		probe(&arms, q.Filter)
	}
	return query{arms.text.String(), arms.args}
}

// anySmall is whether one of the sets has fewer than largeSet members.
func anySmall(sets []query) query {
	var c composer
	for i, set := range sets {
		if i > 0 {
			c.add("OR")
		}
		c.add("(SELECT count(*) FROM ("+set.text+" LIMIT ?)) < ?", append(slices.Clone(set.args), largeSet, largeSet)...)
	}
	return query{c.text.String(), c.args}
}

// Count implements store.Reader.
func (s *Store) Count(ctx context.Context, types []civic.NodeType, f civic.Filter) (int, error) {
	if err := store.CheckFilter(types, f); err != nil {
		return 0, err
	}
	n := 0
	err := s.readers.each(ctx, countQuery(types, f), func(rows *sql.Rows) error { return rows.Scan(&n) })
	return n, err
}

var (
	queryCount    = text("count")
	queryCounters = text("count_types")
)

// countQuery counts what a filter lets through; counters tell how much there is in all.
func countQuery(types []civic.NodeType, f civic.Filter) query {
	var conditions composer
	filter(&conditions, f)
	if len(conditions.args) == 0 {
		return query{queryCounters, []any{list(types)}}
	}
	return query{page{}.put(queryCount, &conditions), append([]any{list(types)}, conditions.args...)}
}

var queryDays = text("days")

// Days implements store.Reader.
func (s *Store) Days(ctx context.Context, types []civic.NodeType, f civic.Filter) ([]civic.DayCount, error) {
	if err := store.CheckDays(types, f); err != nil {
		return nil, err
	}
	var conditions composer
	filter(&conditions, f)
	q := query{page{}.put(queryDays, &conditions), append([]any{list(types)}, conditions.args...)}
	var days []civic.DayCount
	err := s.readers.each(ctx, q, func(rows *sql.Rows) error {
		var day civic.DayCount
		err := rows.Scan(&day.Earliest, &day.Latest, &day.Count)
		days = append(days, day)
		return err
	})
	return days, err
}

var queryMatch = text("match")

// Match implements store.Reader.
func (s *Store) Match(ctx context.Context, q civic.TermQuery) (found []*civic.Entity, truncated bool, err error) {
	if err := store.CheckMatch(q); err != nil {
		return nil, false, err
	}
	types := q.Types
	if len(types) == 0 {
		types = civic.NodeTypes
	}
	match := query{queryMatch, []any{expression(q.Groups), list(types), q.Limit + 1}}
	err = s.readers.each(ctx, match, func(rows *sql.Rows) error {
		var row entityRow
		if err := rows.Scan(row.columns()...); err != nil {
			return err
		}
		entity, err := row.entity()
		found = append(found, entity)
		return err
	})
	return found[:min(len(found), q.Limit)], len(found) > q.Limit, err
}

package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// entityRow is the columns of an entity that queries return.
type entityRow struct {
	id       civic.ID
	kind     civic.NodeType
	body     sql.RawBytes
	original sql.NullString // the report with the smallest id that has the same text
}

func (r *entityRow) columns() []any { return []any{&r.id, &r.kind, &r.body, &r.original} }

func (r *entityRow) entity() (*civic.Entity, error) {
	e := &civic.Entity{ID: r.id, Type: r.kind}
	if err := unpack(r.body, func(p *packing) { packEntity(p, e) }); err != nil {
		return nil, fmt.Errorf("entity %s: %w", r.id, err)
	}
	if e.Source != nil && r.original.String != string(r.id) {
		e.Source.DuplicateOf = civic.ID(r.original.String)
	}
	return e, nil
}

var queryEntities = text("entities")

// Entities implements store.Reader.
func (s *Store) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	if err := store.CheckIDs(ids); err != nil {
		return nil, err
	}
	found := make(map[civic.ID]*civic.Entity, len(ids))
	err := s.readers.each(ctx, query{queryEntities, []any{list(distinct(ids))}}, func(rows *sql.Rows) error {
		var row entityRow
		if err := rows.Scan(row.columns()...); err != nil {
			return err
		}
		entity, err := row.entity()
		found[row.id] = entity
		return err
	})
	return inOrder(ids, found), err
}

// distinct drops repetitions.
func distinct[T comparable](ids []T) []T {
	seen := make(map[T]bool, len(ids))
	kept := make([]T, 0, len(ids))
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	return kept
}

func inOrder[T any](ids []civic.ID, found map[civic.ID]*T) []*T {
	values := make([]*T, len(ids))
	for i, id := range ids {
		values[i] = found[id]
	}
	return values
}

var queryTexts = text("texts")

// Texts implements store.Reader.
func (s *Store) Texts(ctx context.Context, reports []civic.ID) (map[civic.ID]string, error) {
	if err := store.CheckIDs(reports); err != nil {
		return nil, err
	}
	texts := make(map[civic.ID]string, len(reports))
	err := s.readers.each(ctx, query{queryTexts, []any{list(distinct(reports))}}, func(rows *sql.Rows) error {
		var id civic.ID
		var text string
		err := rows.Scan(&id, &text)
		texts[id] = text
		return err
	})
	return texts, err
}

var queryStats = text("stats")

// Stats implements store.Reader.
func (s *Store) Stats(ctx context.Context) (civic.Stats, error) {
	counters := counters{}
	err := s.readers.each(ctx, query{text: queryStats}, func(rows *sql.Rows) error {
		var name string
		var n int
		err := rows.Scan(&name, &n)
		counters[name] = n
		return err
	})
	return counters.stats(), err
}

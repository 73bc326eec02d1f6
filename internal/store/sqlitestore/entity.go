package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// entityBody is what a row keeps of an entity beside its id and type, as JSON.
type entityBody struct {
	Name      string            `json:"name"`
	Names     []civic.NameCount `json:"names"`
	Props     civic.Props       `json:"props,omitzero"`
	Reports   int               `json:"reports"`
	FirstSeen civic.Day         `json:"firstSeen"`
	LastSeen  civic.Day         `json:"lastSeen"`
	Degrees   []civic.Degree    `json:"degrees,omitempty"`
	Source    *civic.Source     `json:"source,omitempty"`
	ReportID  civic.ID          `json:"reportId,omitempty"`
}

func bodyOf(e *civic.Entity) string {
	return encode(entityBody{e.Name, e.Names, e.Props, e.Reports, e.FirstSeen, e.LastSeen, e.Degrees, e.Source, e.ReportID})
}

// entityRow is the columns of an entity that queries return.
type entityRow struct {
	id       civic.ID
	kind     civic.NodeType
	body     sql.RawBytes
	original sql.NullString // the report with the smallest id that has the same text
}

func (r *entityRow) columns() []any { return []any{&r.id, &r.kind, &r.body, &r.original} }

func (r *entityRow) entity() (*civic.Entity, error) {
	var b entityBody
	if err := json.Unmarshal(r.body, &b); err != nil {
		return nil, fmt.Errorf("entity %s: %w", r.id, err)
	}
	if b.Source != nil && r.original.String != string(r.id) {
		b.Source.DuplicateOf = civic.ID(r.original.String)
	}
	return &civic.Entity{ID: r.id, Type: r.kind, Name: b.Name, Names: b.Names, Props: b.Props, Reports: b.Reports,
		FirstSeen: b.FirstSeen, LastSeen: b.LastSeen, Degrees: b.Degrees, Source: b.Source, ReportID: b.ReportID}, nil
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

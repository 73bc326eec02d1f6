package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Entities implements store.Reader.
func (s *Store) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	if err := store.CheckIDs(ids); err != nil {
		return nil, err
	}
	records, err := s.read(ctx, query("entities.cypher", nil), map[string]any{"ids": distinct(ids)})
	if err != nil {
		return nil, err
	}
	found := make(map[civic.ID]*civic.Entity, len(records))
	for _, r := range records {
		e, err := decodeEntity(r.Values[0], r.Values[1])
		if err != nil {
			return nil, err
		}
		found[e.ID] = e
	}
	return inOrder(found, ids), nil
}

// Edges implements store.Reader.
func (s *Store) Edges(ctx context.Context, ids []civic.ID) ([]*civic.Edge, error) {
	if err := store.CheckIDs(ids); err != nil {
		return nil, err
	}
	records, err := s.read(ctx, query("edges.cypher", nil), map[string]any{"ids": distinct(ids)})
	if err != nil {
		return nil, err
	}
	found := make(map[civic.ID]*civic.Edge, len(records))
	for _, r := range records {
		var e civic.Edge
		if err := decode(r.Values[0], &e); err != nil {
			return nil, err
		}
		found[e.ID] = &e
	}
	return inOrder(found, ids), nil
}

func inOrder[T any](found map[civic.ID]*T, ids []civic.ID) []*T {
	list := make([]*T, len(ids))
	for i, id := range ids {
		list[i] = found[id]
	}
	return list
}

// Texts implements store.Reader.
func (s *Store) Texts(ctx context.Context, reports []civic.ID) (map[civic.ID]string, error) {
	if err := store.CheckIDs(reports); err != nil {
		return nil, err
	}
	records, err := s.read(ctx, query("texts.cypher", nil), map[string]any{"ids": distinct(reports)})
	if err != nil {
		return nil, err
	}
	texts := make(map[civic.ID]string, len(records))
	for _, r := range records {
		texts[civic.ID(text(r.Values[0]))] = text(r.Values[1])
	}
	return texts, nil
}

// Stats implements store.Reader.
func (s *Store) Stats(ctx context.Context) (civic.Stats, error) {
	records, err := s.read(ctx, query("stats.cypher", nil), nil)
	if err != nil {
		return civic.Stats{}, err
	}
	row := records[0].Values
	return civic.Stats{
		Nodes: counts(civic.NodeTypes, list(row[0])), Edges: counts(civic.EdgeTypes, list(row[1])),
		Claims: number(row[2]), Evidence: number(row[3]),
	}, nil
}

// counts are the numbers of things by type, without those of which there are none.
func counts[T ~string](types []T, numbers []any) map[T]int {
	byType := map[T]int{}
	for i, t := range types {
		if n := number(numbers[i]); n > 0 {
			byType[t] = n
		}
	}
	return byType
}

// decodeEntity reads the columns of the template "entity": the body, and the
// least id of the reports with the same text.
func decodeEntity(body, twin any) (*civic.Entity, error) {
	var e civic.Entity
	if err := decode(body, &e); err != nil {
		return nil, err
	}
	if first := civic.ID(text(twin)); e.Source != nil && first != e.ID {
		e.Source.DuplicateOf = first
	}
	return &e, nil
}

func decode(body, value any) error {
	if err := json.Unmarshal([]byte(text(body)), value); err != nil {
		return fmt.Errorf("neo4j: a %T as no version of this program writes it: %w", value, err)
	}
	return nil
}

func encode(value any) string {
	body, err := json.Marshal(value)
	if err != nil {
		panic("neo4jstore: rows are plain data: " + err.Error())
	}
	return string(body)
}

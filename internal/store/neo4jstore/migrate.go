package neo4jstore

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"civicgraph/internal/civic"
)

// SchemaVersion is that of the structure that this program reads and writes.
const SchemaVersion = 1

// Migrate implements store.Migrator. The version is written last, so that a
// migration that was cut off is done again.
func (s *Store) Migrate(ctx context.Context) error {
	found, err := s.version(ctx)
	if err != nil || found == SchemaVersion {
		return err
	}
	if err := s.createSchema(ctx); err != nil {
		return s.translate(ctx, err)
	}
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.query(query("stamp.cypher", nil), map[string]any{"version": SchemaVersion})
		return err
	})
}

// Ready implements store.Migrator.
func (s *Store) Ready(ctx context.Context) error {
	found, err := s.version(ctx)
	if err == nil && found < SchemaVersion {
		err = fmt.Errorf("%w: the graph in %s has version %d, not %d; run civicgraph migrate",
			civic.ErrUnavailable, s.address, found, SchemaVersion)
	}
	return err
}

// version is that of the graph, 0 before the first migration.
func (s *Store) version(ctx context.Context) (int, error) {
	records, err := s.read(ctx, query("version.cypher", nil), nil)
	if err != nil {
		return 0, err
	}
	found := number(records[0].Values[0])
	if found > SchemaVersion {
		return 0, fmt.Errorf("%w: the graph in %s has version %d and this program knows versions up to %d; use a newer civicgraph",
			civic.ErrNewerStore, s.address, found, SchemaVersion)
	}
	return found, nil
}

// createSchema runs each statement in a transaction of its own, as constraints
// want it, and waits until the indexes can be used.
func (s *Store) createSchema(ctx context.Context) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	statements := strings.Split(query("schema.cypher", nil), ";\n")
	for _, statement := range append(statements, "CALL db.awaitIndexes(300)") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		result, err := session.Run(ctx, statement, nil)
		if err != nil {
			return err
		}
		if _, err := result.Consume(ctx); err != nil {
			return err
		}
	}
	return nil
}

package neo4jstore

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Write implements store.Writer. However many the readings, it takes a dozen
// round trips.
func (s *Store) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	if err := store.CheckReadings(readings); err != nil {
		return nil, err
	}
	var outcomes []store.Outcome
	err := s.write(ctx, func(tx transaction) error {
		held, err := tx.held(reportsOf(readings))
		if err != nil {
			return err
		}
		var b batch
		b, outcomes = newBatch(held, readings)
		return tx.apply(b)
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

func reportsOf(readings []*civic.Reading) []civic.ID {
	reports := make([]civic.ID, len(readings))
	for i, r := range readings {
		reports[i] = r.Report.ID
	}
	return reports
}

// Batch implements store.Writer: some 6,000 nodes, which fit into the memory that a small
// server has for a transaction.
func (s *Store) Batch() int { return 64 }

// Delete implements store.Writer.
func (s *Store) Delete(ctx context.Context, reports ...civic.ID) error {
	return s.write(ctx, func(tx transaction) error {
		held, err := tx.held(reports)
		if err != nil {
			return err
		}
		b := batch{held: held}
		for _, id := range slices.Sorted(maps.Keys(held)) {
			if held[id] == nil {
				return fmt.Errorf("report %s: %w: the store has no such report", id, civic.ErrNotFound)
			}
			b.steps = append(b.steps, step{report: id, old: held[id]})
		}
		return tx.apply(b)
	})
}

// apply brings the graph from before a batch to after it.
func (t transaction) apply(b batch) error {
	if len(b.steps) == 0 {
		return nil
	}
	base, err := t.base(b)
	if err != nil {
		return err
	}
	return t.save(b.outcome(base))
}

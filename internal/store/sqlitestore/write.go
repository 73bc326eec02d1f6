package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Write implements store.Writer.
func (s *Store) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	for _, r := range readings {
		if err := store.Check(r); err != nil {
			return nil, fmt.Errorf("report %s: %w", r.Report.Source, err)
		}
	}
	outcomes := make([]store.Outcome, len(readings))
	err := s.writer.transact(ctx, func(t *transaction) error {
		for i, r := range readings {
			var err error
			if outcomes[i], err = t.write(r); err != nil {
				return fmt.Errorf("report %s: %w", r.Report.Source, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// Delete implements store.Writer.
func (s *Store) Delete(ctx context.Context, reports ...civic.ID) error {
	return s.writer.transact(ctx, func(t *transaction) error {
		for _, id := range distinct(reports) {
			if err := t.delete(id); err != nil {
				return fmt.Errorf("report %s: %w", id, err)
			}
		}
		return nil
	})
}

func (t *transaction) write(r *civic.Reading) (store.Outcome, error) {
	old, err := t.reading(r.Report.ID)
	if err != nil {
		return "", err
	}
	outcome := store.OutcomeOf(sourceOf(old), &r.Report)
	if outcome == store.Unchanged {
		return outcome, nil
	}
	return outcome, t.replace(old, r)
}

func (t *transaction) delete(report civic.ID) error {
	old, err := t.reading(report)
	if err != nil {
		return err
	}
	if old == nil {
		return fmt.Errorf("%w: the store has no such report", civic.ErrNotFound)
	}
	return t.replace(old, nil)
}

func sourceOf(r *civic.Reading) *civic.Source {
	if r == nil {
		return nil
	}
	return store.SourceOf(&r.Report)
}

var queryHeldReport = text("held_report")

// reading is the reading that is held of a report; nil if there is none.
func (t *transaction) reading(report civic.ID) (*civic.Reading, error) {
	var held *civic.Reading
	err := t.each(queryHeldReport, func(rows *sql.Rows) error {
		var text string
		var sentences, reading sql.RawBytes
		if err := rows.Scan(&text, &sentences, &reading); err != nil {
			return err
		}
		held = &civic.Reading{}
		if err := json.Unmarshal(reading, held); err != nil {
			return err
		}
		held.Report.Text = text
		return json.Unmarshal(sentences, &held.Sentences)
	}, report)
	return held, err
}

// replace puts one reading in the place of another, either of which may be nil.
func (t *transaction) replace(old, new *civic.Reading) error {
	held, err := t.load(old, new)
	if err != nil {
		return err
	}
	change := store.Plan(old, new, held.state)
	if err := t.number(held, change); err != nil {
		return err
	}
	if err := t.removeReading(held, old, new); err != nil {
		return err
	}
	if err := t.applyEdges(held, change); err != nil {
		return err
	}
	if err := t.applyEntities(held, change); err != nil {
		return err
	}
	if err := t.addReading(held, new); err != nil {
		return err
	}
	return t.insert(putCounters, held.counts(change, old, new).rows())
}

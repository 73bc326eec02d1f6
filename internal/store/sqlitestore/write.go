package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Write implements store.Writer.
func (s *Store) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	if err := store.CheckReadings(readings); err != nil {
		return nil, err
	}
	var outcomes []store.Outcome
	err := s.writer.transact(ctx, func(t *transaction) (err error) {
		outcomes, err = t.write(readings)
		return err
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// Batch implements store.Writer. Ids are hashes, so what one report adds to the indexes
// lies on a page of its own each time; those of so many share them, and the last of
// 20,000 reports cost what the first do.
func (s *Store) Batch() int { return 256 }

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

// write takes the readings in their order. New ones that follow one another are
// written together: what several of them touch is read and changed once.
func (t *transaction) write(readings []*civic.Reading) ([]store.Outcome, error) {
	outcomes := make([]store.Outcome, len(readings))
	var fresh []*civic.Reading
	for i, r := range readings {
		if among(fresh, r.Report.ID) {
			if err := t.replace(nil, fresh...); err != nil {
				return nil, err
			}
			fresh = nil
		}
		old, err := t.reading(r.Report.ID)
		if err != nil {
			return nil, fmt.Errorf("report %s: %w", r.Report.Source, err)
		}
		switch outcomes[i] = store.OutcomeOf(sourceOf(old), &r.Report); outcomes[i] {
		case store.Unchanged:
		case store.Ingested:
			fresh = append(fresh, r)
		default:
			if err := errors.Join(t.replace(nil, fresh...), t.replace(old, r)); err != nil {
				return nil, fmt.Errorf("report %s: %w", r.Report.Source, err)
			}
			fresh = nil
		}
	}
	return outcomes, t.replace(nil, fresh...)
}

func among(readings []*civic.Reading, report civic.ID) bool {
	return slices.ContainsFunc(readings, func(r *civic.Reading) bool { return r.Report.ID == report })
}

func (t *transaction) delete(report civic.ID) error {
	old, err := t.reading(report)
	if err != nil {
		return err
	}
	if old == nil {
		return fmt.Errorf("%w: the store has no such report", civic.ErrNotFound)
	}
	return t.replace(old)
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
		var err error
		if held, err = t.archive.unpack(reading); err != nil {
			return err
		}
		held.Report.Text = text
		return unpack(sentences, func(p *packing) { packSpans(p, &held.Sentences) })
	}, report)
	return held, err
}

// replace puts readings in the place of an old one, of their report if there is one:
// then they are at most one. All may be absent.
func (t *transaction) replace(old *civic.Reading, new ...*civic.Reading) error {
	if old == nil && len(new) == 0 {
		return nil
	}
	w, err := t.load(old, new)
	if err != nil {
		return err
	}
	if len(new) == 0 {
		w.take(store.Plan(old, nil, w.state))
	}
	for _, r := range new {
		w.take(store.Plan(old, r, w.state))
	}
	return t.apply(w, old, new)
}

// apply changes the tables: what an old reading held goes first.
func (t *transaction) apply(w *work, old *civic.Reading, new []*civic.Reading) error {
	if old != nil {
		if err := t.removeReading(w, old); err != nil {
			return err
		}
	}
	if err := t.applyEdges(w); err != nil {
		return err
	}
	if err := t.applyEntities(w); err != nil {
		return err
	}
	if err := t.addReadings(w, new); err != nil {
		return err
	}
	return t.insert(putCounters, w.counts(old, new).rows())
}

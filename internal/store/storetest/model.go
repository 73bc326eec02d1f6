package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Model is the contract at its plainest: it keeps readings in memory and works
// out every view of them anew by its definition. It is what the backends are
// compared with, and a store for small tests.
type Model struct {
	mu       sync.RWMutex
	readings map[civic.ID]*civic.Reading
	world    *world // of the readings as they are; never changed, only replaced
}

var _ store.Store = (*Model)(nil)

// NewModel makes an empty store.
func NewModel() *Model {
	return &Model{readings: map[civic.ID]*civic.Reading{}, world: newWorld(nil)}
}

// Write implements store.Writer.
func (m *Model) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	if err := store.CheckReadings(readings); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	next := maps.Clone(m.readings)
	outcomes := make([]store.Outcome, len(readings))
	for i, r := range readings {
		if outcomes[i] = store.OutcomeOf(held(next, r.Report.ID), &r.Report); outcomes[i] != store.Unchanged {
			next[r.Report.ID] = r
		}
	}
	return outcomes, m.replace(ctx, next)
}

func held(readings map[civic.ID]*civic.Reading, report civic.ID) *civic.Source {
	if r := readings[report]; r != nil {
		return store.SourceOf(&r.Report)
	}
	return nil
}

// Batch implements store.Writer.
func (m *Model) Batch() int { return 1 }

// Delete implements store.Writer.
func (m *Model) Delete(ctx context.Context, reports ...civic.ID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := maps.Clone(m.readings)
	for _, id := range reports {
		if m.readings[id] == nil {
			return fmt.Errorf("%w: no report %s", civic.ErrNotFound, id)
		}
		delete(next, id)
	}
	return m.replace(ctx, next)
}

// replace commits, unless the caller has gone.
func (m *Model) replace(ctx context.Context, readings map[civic.ID]*civic.Reading) error {
	if err := alive(ctx); err != nil {
		return err
	}
	m.readings = readings
	var sorted []*civic.Reading
	for _, id := range slices.Sorted(maps.Keys(readings)) {
		sorted = append(sorted, readings[id])
	}
	m.world = newWorld(sorted)
	return nil
}

// now is the world as it is, after the checks of a read.
func (m *Model) now(ctx context.Context, arguments error) (*world, error) {
	if err := errors.Join(arguments, alive(ctx)); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.world, nil
}

func alive(ctx context.Context) error {
	err := ctx.Err()
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%w: %w", civic.ErrTimeout, err)
	}
	return err
}

// Migrate implements store.Migrator: there is nothing to create.
func (m *Model) Migrate(ctx context.Context) error { return alive(ctx) }

// Ready implements store.Migrator.
func (m *Model) Ready(ctx context.Context) error { return alive(ctx) }

// Close implements io.Closer.
func (m *Model) Close() error { return nil }

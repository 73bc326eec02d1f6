// Package sqlitestore keeps the graph in one SQLite file, or in memory, within
// the program itself: nothing needs to be installed or running.
//
// One connection writes, a few read, and none waits for another: the file is in
// WAL mode. A write is durable when it returns. Other processes may open the same
// file; two that write take turns.
package sqlitestore

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Store is a graph in SQLite. See store.Store for what its methods promise.
type Store struct {
	readers *pool
	writer  *writer
	trace   func(query string)
}

var _ store.Store = (*Store)(nil)

// Option changes how a store is opened.
type Option func(*Store)

// WithTrace lets trace see every SQL statement of a read or write before it is
// executed. Statements may run at the same time.
func WithTrace(trace func(query string)) Option {
	return func(s *Store) { s.trace = trace }
}

// Open opens the graph in a file, which it creates if there is none, and migrates
// it. A file that is not a graph of this program is civic.ErrBadInput, one of a
// newer version civic.ErrNewerStore, and neither is touched; one that cannot be
// read and written is civic.ErrUnavailable.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%w: store %s: %w", civic.ErrUnavailable, path, err)
	}
	if err := inspect(ctx, absolute); err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	s, err := open(ctx, location{uri: fileURI(absolute), journal: "WAL"}, options)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	return s, nil
}

// OpenMemory opens an empty graph in memory, which ends with Close.
func OpenMemory(ctx context.Context, options ...Option) (*Store, error) {
	return open(ctx, location{uri: "file:/civicgraph-" + rand.Text(), vfs: "memdb", journal: "MEMORY"}, options)
}

func open(ctx context.Context, l location, options []Option) (*Store, error) {
	s := &Store{trace: func(string) {}}
	for _, option := range options {
		option(s)
	}
	var err error
	if s.writer, err = openWriter(ctx, l.writing(), s.trace); err != nil {
		return nil, err
	}
	if s.readers, err = openPool(l.reading(), 2*runtime.GOMAXPROCS(0), s.trace); err != nil {
		return nil, errors.Join(err, s.writer.close())
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Close ends the store; the last one to close a file folds its log into it.
func (s *Store) Close() error {
	return errors.Join(s.readers.close(), s.writer.close())
}

// Ready implements store.Migrator.
func (s *Store) Ready(ctx context.Context) error {
	var v version
	if err := s.readers.each(ctx, query{text: queryVersion}, v.scan); err != nil {
		return err
	}
	return v.ready()
}

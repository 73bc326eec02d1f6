package sqlitestore

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"civicgraph/internal/civic"
)

func TestReadersCannotWrite(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.readers.each(t.Context(), query{text: "DELETE FROM report"}, nil)
	if !errors.Is(err, civic.ErrUnavailable) || !strings.Contains(err.Error(), "permissions") {
		t.Errorf("a write by a reader: %v; want ErrUnavailable that speaks of permissions", err)
	}
}

func TestDeadlineEndsAStatement(t *testing.T) {
	s, err := OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	forever := query{text: "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"}
	if err := s.readers.each(ctx, forever, nil); !errors.Is(err, civic.ErrTimeout) {
		t.Errorf("an endless statement: %v; want ErrTimeout", err)
	}
}

func TestWriterIsBusyElsewhere(t *testing.T) {
	s, err := OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.writer.turn <- struct{}{}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if err := s.Delete(ctx); !errors.Is(err, civic.ErrTimeout) {
		t.Errorf("waiting for the writer: %v; want ErrTimeout", err)
	}
	<-s.writer.turn
}

func TestCancelledWriteLeavesNothing(t *testing.T) {
	s, err := OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	err = s.writer.transact(ctx, func(w *transaction) error {
		if err := w.exec("INSERT INTO counter VALUES (?, ?)", "node Place", 7); err != nil {
			return err
		}
		cancel()
		return w.exec("INSERT INTO counter VALUES (?, ?)", "node Topic", 7)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled write: %v", err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || len(stats.Nodes) != 0 {
		t.Errorf("it left %v, %v", stats.Nodes, err)
	}
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"civicgraph/internal/civic"
	"civicgraph/internal/samples"
	"civicgraph/internal/store"
)

type deleteCommand struct {
	storeFlag
	Samples bool     `help:"Delete the sample reports that the program ships."`
	Report  []string `arg:"" optional:"" help:"Ids or sources of reports; a path stands for the file that was ingested."`
}

// Help shows examples.
func (deleteCommand) Help() string {
	return `Examples:
  civicgraph delete report.txt
  civicgraph delete re_abcdefghijklmnopqrstuvwxyz
  civicgraph delete --samples`
}

// Run deletes the reports, all or none.
func (c *deleteCommand) Run(ctx context.Context, std streams) error {
	if c.Samples == (len(c.Report) > 0) {
		return fmt.Errorf("%w: name reports to delete, or say --samples", errUsage)
	}
	s, err := c.open(ctx)
	if err != nil {
		return err
	}
	n, err := c.delete(ctx, s)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	fmt.Fprintf(std.err, "deleted %d\n", n)
	return nil
}

func (c *deleteCommand) delete(ctx context.Context, s store.Store) (int, error) {
	var ids []civic.ID
	var err error
	if c.Samples {
		ids, err = heldSamples(ctx, s)
	} else {
		ids, err = findReports(ctx, s, c.Report)
	}
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return len(ids), s.Delete(ctx, ids...)
}

// heldSamples are the shipped samples that the store holds.
func heldSamples(ctx context.Context, s store.Reader) ([]civic.ID, error) {
	var ids []civic.ID
	for item := range samples.All() {
		if item.Err != nil {
			return nil, item.Err
		}
		ids = append(ids, item.Report.ID)
	}
	entities, err := s.Entities(ctx, ids)
	var held []civic.ID
	for _, e := range entities {
		if e != nil {
			held = append(held, e.ID)
		}
	}
	return held, err
}

// findReports turns what names a report into its id.
func findReports(ctx context.Context, s store.Reader, names []string) ([]civic.ID, error) {
	var ids []civic.ID
	for _, name := range names {
		id, err := findReport(ctx, s, name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func findReport(ctx context.Context, s store.Reader, name string) (civic.ID, error) {
	candidates := []civic.ID{civic.NodeID(civic.TypeReport, name)}
	if id, err := civic.ParseID(name); err == nil {
		candidates = append(candidates, id)
	}
	if path, err := filepath.Abs(name); err == nil {
		candidates = append(candidates, civic.NodeID(civic.TypeReport, path))
	}
	entities, err := s.Entities(ctx, candidates)
	if err != nil {
		return "", err
	}
	for _, e := range entities {
		if e != nil && e.Type == civic.TypeReport {
			return e.ID, nil
		}
	}
	return "", fmt.Errorf("%w: no report with the id, source or path %q", civic.ErrNotFound, name)
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"civicgraph/internal/civic"
	"civicgraph/internal/ingest"
	"civicgraph/internal/report"
	"civicgraph/internal/store"
)

// inputFlags say how reports are read.
type inputFlags struct {
	InputFormat report.Format `help:"What the inputs hold: auto, report (a first line of «date 2006-01-02 Title»), text, jsonl." enum:"auto,report,text,jsonl" default:"auto"`
	Date        string        `help:"Day of publication, for text without a date line." placeholder:"DAY"`
	Source      string        `help:"Name of the source, for a single report; its path otherwise." placeholder:"NAME"`
}

func (f inputFlags) options(std streams) (report.Options, error) {
	o := report.Options{Format: f.InputFormat, Source: f.Source, Stdin: std.in}
	if f.Date != "" {
		day, err := civic.ParseDay(f.Date)
		if err != nil {
			return o, fmt.Errorf("%w: --date: %w", errUsage, err)
		}
		o.Date = day
	}
	return o, nil
}

type ingestCommand struct {
	storeFlag
	inputFlags
	Workers int      `help:"Reports to read at the same time; as many as there are processors, if 0." default:"0"`
	Path    []string `arg:"" help:"Files, directories, or - for standard input."`
}

// Help shows examples.
func (ingestCommand) Help() string {
	return `Examples:
  civicgraph ingest report.txt
  civicgraph ingest --store neo4j://localhost news/
  civicgraph generate --reports 1000 | civicgraph ingest --store memory: -
  civicgraph ingest --input-format text --date 2026-02-17 --source "a letter" letter.txt

A line is printed for each report once it is kept. What fails is named at the end with why, and the rest is kept.`
}

// Run ingests the reports of the paths.
func (c *ingestCommand) Run(ctx context.Context, std streams, log *slog.Logger) error {
	options, err := c.options(std)
	if err != nil {
		return err
	}
	s, err := c.open(ctx)
	if err != nil {
		return err
	}
	summary, err := ingestInto(ctx, s, report.Read(ctx, c.Path, options), c.Workers, std.err)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if summary.Failed > 0 {
		return errReported
	}
	return nil
}

// ingestInto runs the items through the pipeline and tells of each, and of their sum.
func ingestInto(ctx context.Context, s store.Writer, items func(func(report.Item) bool), workers int, w io.Writer) (ingest.Summary, error) {
	pipeline, err := newPipeline(s)
	if err != nil {
		return ingest.Summary{}, err
	}
	var failed []ingest.Result
	summary, err := pipeline.Run(ctx, items, workers, func(r ingest.Result) {
		if r.Err != nil {
			failed = append(failed, r)
		} else if r.Outcome != ingest.Skipped {
			fmt.Fprintf(w, "%s %s\n", r.Outcome, r.Name)
		}
	})
	for _, r := range failed {
		fmt.Fprintf(w, "failed %s: %v\n", r.Name, r.Err)
	}
	fmt.Fprintln(w, sumUp(summary))
	return summary, err
}

func sumUp(s ingest.Summary) string {
	o := s.Outcomes
	return fmt.Sprintf("ingested %d, replaced %d, re-read %d, unchanged %d, skipped %d, failed %d", o[store.Ingested],
		o[store.Replaced], o[store.Reread], o[store.Unchanged], o[ingest.Skipped], s.Failed)
}

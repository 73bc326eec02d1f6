package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"civicgraph/internal/ingest"
	"civicgraph/internal/report"
	"civicgraph/internal/store"
)

type ingestCommand struct {
	storeFlag
	inputFlags
	Path []string `arg:"" help:"Files, directories, http(s) addresses, or - for standard input."`
}

// Help shows examples.
func (ingestCommand) Help() string {
	return `Examples:
  civicgraph ingest report.txt
  civicgraph ingest --store neo4j://localhost news/
  civicgraph ingest https://example.kz/news/1 https://example.kz/rss.xml
  civicgraph ingest --date 2026-02-17 saved-page.html archive.jsonl.gz
  civicgraph generate --reports 1000 | civicgraph ingest --store memory: -
  civicgraph ingest --input-format text --date 2026-02-17 --source "a letter" letter.txt

A directory is walked for .txt, .html, .htm, .jsonl, .ndjson, .xml, .rss and .atom, also with .gz behind; other files are counted as skipped. A report is known by its address (of a page: the one that it states itself), else by --source, else by its path: under the same one, a changed report replaces the old.

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
	shown := newProgress(std.err, report.Size(c.Path), isTerminal(std.err), patience)
	options.Advance = shown.advance
	summary, err := ingestInto(ctx, s, report.Find(ctx, c.Path, options), c.Workers, shown)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if summary.Failed > 0 {
		return errReported
	}
	return nil
}

// ingestInto runs the items through the pipeline and tells of each, and of their sum.
func ingestInto(ctx context.Context, s store.Writer, items func(func(report.Item) bool), workers int, shown *progress) (ingest.Summary, error) {
	pipeline, err := newPipeline(s)
	if err != nil {
		return ingest.Summary{}, err
	}
	var failed []ingest.Result
	summary, err := pipeline.Run(ctx, items, workers, func(r ingest.Result) {
		if r.Err != nil {
			failed = append(failed, r)
		} else if r.Outcome != ingest.Skipped {
			shown.printf("%s %s\n", r.Outcome, r.Name)
		}
	})
	shown.done()
	for _, r := range failed {
		shown.printf("failed %s: %v\n", r.Name, r.Err)
	}
	shown.printf("%s\n", sumUp(summary))
	return summary, err
}

func sumUp(s ingest.Summary) string {
	o := s.Outcomes
	return fmt.Sprintf("ingested %d, replaced %d, re-read %d, unchanged %d, skipped %d, failed %d", o[store.Ingested],
		o[store.Replaced], o[store.Reread], o[store.Unchanged], o[ingest.Skipped], s.Failed)
}

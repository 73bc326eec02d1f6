package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/report"
)

type extractCommand struct {
	inputFlags
	Format string   `help:"json: one object a line; text: the report with its mentions marked, and each claim with its rule." enum:"json,text" default:"json"`
	Path   []string `arg:"" help:"Files, directories, or - for standard input."`
}

// Help shows examples.
func (extractCommand) Help() string {
	return `Examples:
  civicgraph extract report.txt
  civicgraph extract --format text report.txt
  civicgraph extract news/ > found.jsonl`
}

// Run prints what the reports of the paths say.
func (c *extractCommand) Run(ctx context.Context, std streams) error {
	options, err := c.options(std)
	if err != nil {
		return err
	}
	extractor, err := extract.New(gazetteer.New())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(std.out)
	failed := false
	for item := range report.Read(ctx, c.Path, options) {
		if item.Skipped {
			continue
		}
		err := item.Err
		if err == nil {
			err = c.print(out, item, extractor.Extract(item.Report))
		}
		if err != nil {
			failed = true
			fmt.Fprintf(std.err, "failed %s: %v\n", item.Name, err)
		}
	}
	if err := errors.Join(out.Flush(), ctx.Err()); err != nil {
		return err
	}
	if failed {
		return errReported
	}
	return nil
}

func (c *extractCommand) print(out *bufio.Writer, item report.Item, reading civic.Reading) error {
	if c.Format == "text" {
		return extract.WriteText(out, reading)
	}
	return extract.WriteJSON(out, filepath.Base(item.Name), reading)
}

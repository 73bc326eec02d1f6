package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/inorder"
	"civicgraph/internal/report"
)

type extractCommand struct {
	inputFlags
	Format string   `help:"json: one object a line; text: the report with its mentions marked, and each claim with its rule." enum:"json,text" default:"json"`
	Path   []string `arg:"" help:"Files, directories, http(s) addresses, or - for standard input."`
}

// Help shows examples.
func (extractCommand) Help() string {
	return `Examples:
  civicgraph extract report.txt
  civicgraph extract --format text report.txt
  civicgraph extract news/ > found.jsonl
  civicgraph extract --format text https://example.kz/news/1

The offsets of the JSON count the code points of the report's text. Where that was drawn out of a page, a feed or a line of JSON, it stands beside them as "text".`
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
	shown := newProgress(std.err, report.Size(c.Path), isTerminal(std.err) && !isTerminal(std.out), patience)
	options.Advance = shown.advance
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := inorder.Map(ctx, report.Find(ctx, c.Path, options), c.Workers, resultsAhead, func(item report.Item) result {
		return c.read(extractor, item.Complete())
	})
	failed, err := show(std.out, shown, results)
	if err := errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	if failed {
		return errReported
	}
	return nil
}

// resultsAhead is how many readings may wait to be printed.
const resultsAhead = 8

// result is what is to be printed of an item.
type result struct {
	name string
	text []byte // empty for a file that is not read
	err  error
}

// show prints results in their order, and tells whether one has failed.
func show(w io.Writer, shown *progress, results <-chan result) (failed bool, err error) {
	defer shown.done()
	out := bufio.NewWriter(w)
	for r := range results {
		if r.err != nil {
			failed = true
			shown.printf("failed %s: %v\n", r.name, r.err)
		}
		if _, err := out.Write(r.text); err != nil {
			return failed, err
		}
	}
	return failed, out.Flush()
}

// read extracts an item and prints what it says.
func (c *extractCommand) read(extractor *extract.Extractor, item report.Item) result {
	r := result{name: item.Name, err: item.Err}
	if item.Err != nil || item.Skipped {
		return r
	}
	var out bytes.Buffer
	r.err = c.print(&out, item, extractor.Extract(item.Report))
	r.text = out.Bytes()
	return r
}

func (c *extractCommand) print(out io.Writer, item report.Item, reading civic.Reading) error {
	name := item.Name
	if !strings.Contains(name, "://") {
		name = filepath.Base(name)
	}
	switch {
	case c.Format == "text":
		return extract.WriteText(out, reading)
	case item.Drawn:
		return extract.WriteJSONText(out, name, reading)
	}
	return extract.WriteJSON(out, name, reading)
}

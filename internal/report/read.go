package report

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"path/filepath"

	"civicgraph/internal/civic"
)

// Options says how inputs are read.
type Options struct {
	Format  Format
	Date    civic.Day // of plain text, and of pages and feeds that do not say it
	Source  string    // name of the source; only for a single report
	Stdin   io.Reader // what the path - reads
	Web     Web       // how addresses are fetched
	Advance func(int) // told of the bytes of files as they are read; may be nil
}

// Item is what was found at one place: a report, an error that names what is
// wrong, or a file of a kind that is not read.
type Item struct {
	Name    string // path or address, with the number of a line or of a feed's item behind a colon
	Report  civic.Report
	Err     error
	Skipped bool
	Drawn   bool   // the report's text was drawn out of the input, rather than being the input
	draft   *Draft // a page that has not been made a report yet
}

// Complete is an item of Find as Read yields it. It may be called by many goroutines
// at once, and changes nothing in an item that is complete.
func (i Item) Complete() Item {
	if i.draft == nil {
		return i
	}
	i.Report, i.Err = i.draft.Report()
	i.draft = nil
	return i
}

// Read yields the reports of the paths one after the other: files, directories
// (walked in the order of names, for the known extensions), http(s) addresses and -
// for standard input, each perhaps compressed by gzip. It holds one report in memory
// at a time, or one feed.
func Read(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for item := range Find(ctx, paths, o) {
			if !yield(item.Complete()) {
				return
			}
		}
	}
}

// Find yields what Read does, but leaves the work of making pages into reports to
// Item.Complete, which many goroutines may share.
func Find(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := reader{ctx: ctx, Options: o, yield: yield, client: o.Web.client()}
		defer r.client.CloseIdleConnections()
		if o.Source != "" && len(paths) > 1 {
			r.fail(paths[1], errManySources)
			return
		}
		for _, path := range paths {
			if ctx.Err() != nil || !r.path(path) {
				return
			}
		}
	}
}

// errManySources is a source name for what may be many reports: each would replace
// the one before.
var errManySources = fmt.Errorf("%w: --source names the source of a single report; leave it out here", civic.ErrBadInput)

// reader reads the inputs of one call. Its methods return false once nothing more
// is wanted.
type reader struct {
	Options
	ctx    context.Context
	yield  func(Item) bool
	client *http.Client
}

// fail yields an error of a place.
func (r *reader) fail(name string, err error) bool { return r.yield(Item{Name: name, Err: err}) }

func (r *reader) path(path string) bool {
	if path == "-" {
		return r.input(place{name: "-", format: r.Format}, r.Stdin)
	}
	if isAddress(path) {
		return r.address(path)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return r.fail(path, pathError(err))
	case !info.IsDir():
		return r.file(path)
	case r.Source != "":
		return r.fail(path, errManySources)
	}
	return r.dir(path)
}

func (r *reader) dir(root string) bool {
	goOn := true
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case r.ctx.Err() != nil:
			return fs.SkipAll
		case err != nil:
			goOn = r.fail(path, pathError(err))
		case entry.IsDir():
			return nil
		case formatOfName(path) == "" || !regular(path):
			goOn = r.yield(Item{Name: path, Skipped: true})
		default:
			goOn = r.file(path)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && goOn {
		goOn = r.fail(root, pathError(err))
	}
	return goOn
}

// regular reports whether path is, or links to, a file that can be read to its end.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func (r *reader) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, pathError(err))
	}
	defer f.Close()
	p := place{name: path, format: r.Format}
	if p.format == Auto || p.format == "" {
		p.format = formatOfName(path)
	}
	if p.path, err = filepath.Abs(path); err != nil {
		return r.fail(path, pathError(err))
	}
	return r.input(p, advancing{f, r.Advance})
}

// advancing tells of the bytes that are read through it.
type advancing struct {
	io.Reader
	advance func(int)
}

func (a advancing) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if a.advance != nil {
		a.advance(n)
	}
	return n, err
}

// place is where an input comes from, and what is known of it.
type place struct {
	name    string
	format  Format // Auto or empty if it is to be told from the content
	path    string // absolute, of a file
	address string // of what was fetched
	media   string // its Content-Type
}

// input reads one input, of whatever format.
func (r *reader) input(p place, in io.Reader) bool {
	content, err := unpacked(bufio.NewReaderSize(in, bufferSize))
	if err != nil {
		return r.fail(p.name, err)
	}
	if p.format == Auto || p.format == "" {
		p.format = formatOfContent(content)
	}
	switch p.format {
	case JSONLines:
		return r.lines(p, content)
	case FeedFormat:
		return r.feed(p, content)
	}
	return r.single(p, content)
}

const bufferSize = 64 << 10

// single reads an input that is one report.
func (r *reader) single(p place, content io.Reader) bool {
	limit := MaxBytes
	if p.format == HTMLFormat {
		limit = maxPage
	}
	data, err := io.ReadAll(io.LimitReader(content, int64(limit)+1))
	if err != nil {
		return r.fail(p.name, pathError(err))
	}
	text, err := decoded(data, p)
	if err != nil {
		return r.fail(p.name, err)
	}
	draft := Draft{Source: r.Source, Path: p.path, Text: text, Layout: Layout(p.format), Date: r.Date}
	if p.format != HTMLFormat {
		draft.URL = p.address
		return r.yield(item(p.name, draft))
	}
	draft.Fetched = p.address
	return r.yield(Item{Name: p.name, Drawn: true, draft: &draft})
}

func item(name string, d Draft) Item {
	report, err := d.Report()
	return Item{Name: name, Report: report, Err: err}
}

// pathError says what is wrong with a place in the file system, or with reading on.
func pathError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: no such file or directory", civic.ErrNotFound)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: no permission to read it", civic.ErrBadInput)
	case errors.Is(err, civic.ErrBadInput):
		return err
	}
	return fmt.Errorf("%w: %w", civic.ErrBadInput, err)
}

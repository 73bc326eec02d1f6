package report

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"civicgraph/internal/civic"
)

// Format is what an input holds.
type Format string

// The formats.
const (
	Auto         Format = "auto"   // by the file's extension; standard input by its first character
	ReportFormat Format = "report" // one report in the layout Dated
	TextFormat   Format = "text"   // one report in the layout Plain
	JSONLines    Format = "jsonl"  // a report a line; see Line
)

// Line is a line of a JSON Lines input. Text is required; without Date it must be
// in the report layout.
type Line struct {
	Source    string    `json:"source,omitempty"`
	Text      string    `json:"text"`
	Title     string    `json:"title,omitempty"`
	Date      civic.Day `json:"date,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	URL       string    `json:"url,omitempty"`
}

// Options says how inputs are read.
type Options struct {
	Format Format
	Date   civic.Day // of plain text
	Source string    // name of the source, if the inputs are one report
	Stdin  io.Reader // what the path - reads
}

// Item is what was found at one place: a report, an error that names what is
// wrong, or a file of a kind that is not read.
type Item struct {
	Name    string // path, with the line of a JSON Lines input behind a colon
	Report  civic.Report
	Err     error
	Skipped bool
}

// extensions are the formats of a directory's files; others are skipped.
var extensions = map[string]Format{".txt": ReportFormat, ".jsonl": JSONLines, ".ndjson": JSONLines}

// Read yields the reports of the paths one after the other: files, directories
// (walked in the order of names, for the known extensions) and - for standard
// input. It holds one report in memory at a time.
func Read(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, path := range paths {
			if !readPath(ctx, path, o, yield) {
				return
			}
		}
	}
}

func readPath(ctx context.Context, path string, o Options, yield func(Item) bool) bool {
	if path == "-" {
		return readStream("-", bufio.NewReaderSize(o.Stdin, 64<<10), o, yield)
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(Item{Name: path, Err: pathError(err)})
	}
	if !info.IsDir() {
		return readFile(path, o, yield)
	}
	return readDir(ctx, path, o, yield)
}

func readDir(ctx context.Context, root string, o Options, yield func(Item) bool) bool {
	goOn := true
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return fs.SkipAll
		case err != nil:
			goOn = yield(Item{Name: path, Err: pathError(err)})
		case entry.IsDir():
			return nil
		case extensions[filepath.Ext(path)] == "" || !regular(path):
			goOn = yield(Item{Name: path, Skipped: true})
		default:
			goOn = readFile(path, o, yield)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && goOn {
		goOn = yield(Item{Name: root, Err: pathError(err)})
	}
	return goOn
}

// regular reports whether path is, or links to, a file that can be read to its end.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func readFile(path string, o Options, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Item{Name: path, Err: pathError(err)})
	}
	defer f.Close()
	if o.Format == Auto {
		o.Format = extensions[filepath.Ext(path)]
	}
	if o.Source == "" && o.Format != JSONLines {
		if o.Source, err = filepath.Abs(path); err != nil {
			return yield(Item{Name: path, Err: pathError(err)})
		}
	}
	return readStream(path, bufio.NewReaderSize(f, 64<<10), o, yield)
}

// readStream reads one input; JSON Lines are told from the report layout by their
// first character where the format is not known.
func readStream(name string, r *bufio.Reader, o Options, yield func(Item) bool) bool {
	if o.Format == "" || o.Format == Auto {
		o.Format = ReportFormat
		if first, err := r.Peek(1); err == nil && first[0] == '{' {
			o.Format = JSONLines
		}
	}
	if o.Format == JSONLines {
		return readLines(name, r, o, yield)
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return yield(Item{Name: name, Err: pathError(err)})
	}
	draft := Draft{Source: o.Source, Text: string(data), Layout: Layout(o.Format), Date: o.Date}
	return yield(item(name, draft))
}

func item(name string, d Draft) Item {
	report, err := d.Report()
	return Item{Name: name, Report: report, Err: err}
}

// maxLine leaves a line room for the escapes of a report of MaxBytes.
const maxLine = 2*MaxBytes + 4<<10

func readLines(name string, r io.Reader, o Options, yield func(Item) bool) bool {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64<<10), maxLine)
	n := 0
	for scanner.Scan() {
		n++
		if len(strings.TrimSpace(scanner.Text())) == 0 {
			continue
		}
		if !yield(parseLine(fmt.Sprintf("%s:%d", name, n), scanner.Bytes(), o)) {
			return false
		}
	}
	if err := scanner.Err(); err != nil {
		return yield(Item{Name: fmt.Sprintf("%s:%d", name, n+1), Err: lineError(err)})
	}
	if n == 0 {
		return yield(Item{Name: name, Err: fmt.Errorf("%w: the file is empty", civic.ErrBadInput)})
	}
	return true
}

func lineError(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return fmt.Errorf("%w: the line has more than %d MiB", civic.ErrBadInput, maxLine>>20)
	}
	return pathError(err)
}

func parseLine(name string, raw []byte, o Options) Item {
	var line Line
	if err := json.Unmarshal(raw, &line); err != nil {
		return Item{Name: name, Err: fmt.Errorf("%w: not a JSON object of a report: %v", civic.ErrBadInput, err)}
	}
	d := Draft{Source: line.Source, Text: line.Text, Layout: Dated, Date: o.Date, Title: line.Title, Publisher: line.Publisher, URL: line.URL}
	if line.URL != "" {
		d.Source = line.URL
	}
	if line.Date != "" {
		day, err := civic.ParseDay(string(line.Date))
		if err != nil {
			return Item{Name: name, Err: err}
		}
		d.Date = day
	}
	if d.Date != "" {
		d.Layout = Plain
	}
	return item(name, d)
}

// pathError says what is wrong with a place in the file system.
func pathError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: no such file or directory", civic.ErrNotFound)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: no permission to read it", civic.ErrBadInput)
	}
	return fmt.Errorf("%w: %w", civic.ErrBadInput, err)
}

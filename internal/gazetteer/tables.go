package gazetteer

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
)

//go:embed data
var data embed.FS

// Tables are the files that New reads: the register of places, and commented lists
// of countries, other names of places and parts of personal names.
func Tables() fs.FS {
	files, err := fs.Sub(data, "data")
	must(err)
	return files
}

// tables reads the files of a gazetteer, and keeps the first error.
type tables struct {
	files fs.FS
	err   error
}

// read reads a file, empty if that fails.
func (t *tables) read(name string) []byte {
	text, err := fs.ReadFile(t.files, name)
	t.fail(name, err)
	return text
}

// fail keeps what is wrong with a file, if anything is.
func (t *tables) fail(name string, err error) {
	if err != nil && t.err == nil {
		t.err = fmt.Errorf("reading the gazetteer's %s: %w", name, err)
	}
}

// lines are the lines of a text file but for empty ones and comments.
func (t *tables) lines(name string) []string {
	var all []string
	for line := range strings.Lines(string(t.read(name))) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

// columns are the lines of a text file, each in the given number of columns that | sets
// apart. A line with another number of them is an error, and left out.
func (t *tables) columns(name string, number int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, line := range t.lines(name) {
			f := strings.Split(line, "|")
			if len(f) != number {
				t.fail(name, fmt.Errorf("%q has not %d columns", line, number))
				continue
			}
			if !yield(f) {
				return
			}
		}
	}
}

// unpacked is the text of a file that gzip has packed.
func (t *tables) unpacked(name string) string {
	z, err := gzip.NewReader(bytes.NewReader(t.read(name)))
	if err != nil {
		t.fail(name, err)
		return ""
	}
	text, err := io.ReadAll(z)
	t.fail(name, err)
	return string(text)
}

// must stops the program when an embedded table, a part of it, cannot be read.
func must(err error) {
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
}

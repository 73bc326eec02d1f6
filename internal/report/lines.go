package report

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"civicgraph/internal/civic"
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

// maxLine leaves a line room for the escapes of a report of MaxBytes.
const maxLine = 2*MaxBytes + 4<<10

func (r *reader) lines(p place, content io.Reader) bool {
	if r.Source != "" {
		return r.fail(p.name, errManySources)
	}
	scanner := bufio.NewScanner(content)
	scanner.Buffer(make([]byte, 0, bufferSize), maxLine)
	n := 0
	for scanner.Scan() && scanner.Err() == nil { // with an error, the line is what was left of one
		n++
		if len(strings.TrimSpace(scanner.Text())) == 0 {
			continue
		}
		if !r.yield(r.line(fmt.Sprintf("%s:%d", p.name, n), scanner.Bytes())) {
			return false
		}
	}
	if err := scanner.Err(); err != nil {
		return r.fail(fmt.Sprintf("%s:%d", p.name, n+1), lineError(err))
	}
	if n == 0 {
		return r.fail(p.name, fmt.Errorf("%w: the file is empty", civic.ErrBadInput))
	}
	return true
}

func lineError(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return fmt.Errorf("%w: the line has more than %d MiB", civic.ErrBadInput, maxLine>>20)
	}
	return pathError(err)
}

func (r *reader) line(name string, raw []byte) Item {
	var line Line
	if err := json.Unmarshal(raw, &line); err != nil {
		return Item{Name: name, Err: fmt.Errorf("%w: not a JSON object of a report: %v", civic.ErrBadInput, err)}
	}
	d := Draft{Source: cmp.Or(line.URL, line.Source), Text: line.Text, Layout: Dated, Date: r.Date, Title: line.Title, Publisher: line.Publisher, URL: line.URL}
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
	found := item(name, d)
	found.Drawn = true
	return found
}

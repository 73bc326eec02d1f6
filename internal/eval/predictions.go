package eval

import (
	"bytes"
	"fmt"
	"io"
	"path"

	"civicgraph/internal/extract"
	"civicgraph/internal/report"
)

// Predictions are what an extractor found in the reports of some gold.
type Predictions struct {
	graphs    map[string]*graph // by the file name of the report
	Strangers []string          // file names that the gold does not know, as they came
}

// ReadPredictions reads what was found in the reports of the gold: civic-extract/1, a
// report a line. The error names the line and the field, under the name given.
func (g *Gold) ReadPredictions(from io.Reader, name string) (*Predictions, error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	p := &Predictions{graphs: map[string]*graph{}}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := g.readLine(p, line, fmt.Sprintf("%s:%d", name, i+1)); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// mostProblems is how many faults of one line are told.
const mostProblems = 20

// readLine adds what one line says.
func (g *Gold) readLine(p *Predictions, line []byte, where string) error {
	record, err := parse(line, where)
	if err != nil {
		return err
	}
	about := &fields{where: where}
	oneOf(about, "format", take[string](about, record, "", "format"), []string{extractFormat})
	name := baseName(take[string](about, record, "", "file"))
	if p.graphs[name] != nil {
		about.complain("file", "%s was predicted on an earlier line", quoted(name))
	}
	if of := g.report(name); of != nil {
		reader := &graphReader{fields: about, text: of.graph.text, asserts: "mentions"}
		reader.spansIn = reader.offsetSpans
		p.graphs[name] = reader.read(record)
	} else {
		p.Strangers = append(p.Strangers, name)
	}
	return about.err(mostProblems)
}

// baseName is the last part of a path, empty for an empty one.
func baseName(file string) string {
	if file == "" {
		return ""
	}
	return path.Base(file)
}

// Extract reads the reports of the gold with an extractor.
func (g *Gold) Extract(x *extract.Extractor) (*Predictions, error) {
	lines, err := g.readings(x)
	if err != nil {
		return nil, err
	}
	return g.ReadPredictions(bytes.NewReader(lines), "what was extracted")
}

// readings are what an extractor reads in the reports of the gold, in the format in
// which it leaves the program.
func (g *Gold) readings(x *extract.Extractor) ([]byte, error) {
	var lines bytes.Buffer
	for _, r := range g.reports {
		draft := report.Draft{Source: r.name, Text: r.source, Layout: report.Dated}
		read, err := draft.Report()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		if err := extract.WriteJSON(&lines, r.name, x.Extract(read)); err != nil {
			return nil, err
		}
	}
	return lines.Bytes(), nil
}

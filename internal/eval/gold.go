package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// The formats of the two sides.
const (
	goldFormat    = "civic-gold/2"
	extractFormat = "civic-extract/1"
)

// Gold is what careful readers drew from the reports of a folder.
type Gold struct {
	reports []*goldReport // by file name
}

// goldReport is the gold of one report.
type goldReport struct {
	name      string // of the report's file
	source    string // the report
	language  civic.Language
	graph     *graph
	forbidden []forbidden
}

// ReadGold reads the gold of a folder: files NAME.gold.json, each with its report
// NAME.txt beside it. The error names every place that is wrong.
func ReadGold(folder string) (*Gold, error) {
	paths, err := goldFiles(folder)
	if err != nil {
		return nil, err
	}
	gold, problems := &Gold{}, []string(nil)
	for _, path := range paths {
		report, about, err := readGoldFile(path)
		if err != nil {
			return nil, err
		}
		gold.reports = append(gold.reports, report)
		problems = append(problems, about.problems...)
	}
	if len(problems) > 0 {
		return nil, malformed("the gold is broken (see --check):\n" + strings.Join(problems, "\n"))
	}
	return gold, nil
}

// Reports are the file names of the reports, in order.
func (g *Gold) Reports() []string {
	var names []string
	for _, r := range g.reports {
		names = append(names, r.name)
	}
	return names
}

// report is the gold of the report with the file name, nil if there is none.
func (g *Gold) report(name string) *goldReport {
	i := slices.IndexFunc(g.reports, func(r *goldReport) bool { return r.name == name })
	if i < 0 {
		return nil
	}
	return g.reports[i]
}

const goldExtension = ".gold.json"

// goldFiles are the gold files of a folder, of which there must be some.
func goldFiles(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("reading the gold: %w", err)
	}
	var paths []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), goldExtension) {
			paths = append(paths, filepath.Join(folder, entry.Name()))
		}
	}
	if len(paths) == 0 {
		return nil, malformed(folder + ": no *" + goldExtension + " here")
	}
	return paths, nil
}

// readGoldFile reads one gold file, with everything that is to be said about it. The
// error is of a file that cannot be read at all.
func readGoldFile(path string) (*goldReport, *fields, error) {
	name := filepath.Base(path)
	about := &fields{where: name}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, about, err
	}
	record, err := parse(data, name)
	if err != nil {
		return nil, about, err
	}
	oneOf(about, "format", take[string](about, record, "", "format"), []string{goldFormat})
	source, err := sourceOf(path, take[string](about, record, "", "report"))
	if err != nil {
		return nil, about, err
	}
	reader := &graphReader{fields: about, text: []rune(source), asserts: "evidence"}
	reader.spansIn = reader.quotedSpans
	r := &goldReport{name: strings.TrimSuffix(name, goldExtension) + ".txt", source: source, graph: reader.read(record)}
	r.language = civic.Language(take[string](about, record, "", "language"))
	for _, raw := range each[object](about, record, "", "forbidden") {
		r.forbidden = append(r.forbidden, reader.forbidden(raw.value, raw.path, r.graph))
	}
	checkGold(about, record, r)
	return r, about, nil
}

// sourceOf reads the report of a gold file, which must bear its name.
func sourceOf(path, report string) (string, error) {
	name := filepath.Base(path)
	beside := strings.TrimSuffix(path, goldExtension) + ".txt"
	info, err := os.Stat(beside)
	if report != filepath.Base(beside) || err != nil || !info.Mode().IsRegular() {
		return "", malformed(fmt.Sprintf("%s: report: %s is not a file of the same name beside it", name, quoted(report)))
	}
	text, err := os.ReadFile(beside)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(text) {
		return "", malformed(report + ": not UTF-8")
	}
	return string(text), nil
}

// forbidden reads one forbidden entry, a node or an edge.
func (r *graphReader) forbidden(raw object, path string, g *graph) forbidden {
	why := take[string](r.fields, raw, path, "why")
	if _, isEdge := raw["edge"]; isEdge {
		e := r.forbiddenEdge(take[object](r.fields, raw, path, "edge"), path, g)
		return forbidden{path: path, label: e.String(), why: why, edge: e}
	}
	typ := civic.NodeType(take[string](r.fields, raw, path, "type"))
	name := take[string](r.fields, raw, path, "name")
	oneOf(r.fields, path+".type", typ, civic.NodeTypes)
	spans := r.quotedSpans(raw, path, "evidence")
	return forbidden{path: path, label: string(typ) + " " + name, why: why, typ: typ, key: kaz.Fold(name), spans: spans}
}

// forbiddenEdge reads the edge of a forbidden entry.
func (r *graphReader) forbiddenEdge(raw object, path string, g *graph) *edge {
	at := path + ".edge"
	e := &edge{path: path, typ: civic.EdgeType(take[string](r.fields, raw, at, "type"))}
	e.fromID, e.toID = take[string](r.fields, raw, at, "from"), take[string](r.fields, raw, at, "to")
	oneOf(r.fields, at+".type", e.typ, civic.EdgeTypes)
	e.from, e.to = g.byID(e.fromID), g.byID(e.toID)
	r.checkEnd(at, e.from, e.fromID)
	if e.toID != e.fromID {
		r.checkEnd(at, e.to, e.toID)
	}
	return e
}

// byID is the last node with an id, nil if there is none.
func (g *graph) byID(id string) *node {
	for _, n := range slices.Backward(g.nodes) {
		if n.id == id {
			return n
		}
	}
	return nil
}

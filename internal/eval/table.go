package eval

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"civicgraph/internal/civic"
)

// sumRows are the rows that each language has too.
var sumRows = []string{namedRow, eventsRow, edgesRow, explicitRow}

// tableRows are the rows of the table, in order.
func tableRows() []string {
	var named, events, worded, rows []string
	for _, t := range civic.NodeTypes {
		switch {
		case t == civic.TypeReport:
		case t.IsNamed():
			named = append(named, string(t))
		case t.IsEvent():
			events = append(events, string(t))
		default:
			worded = append(worded, string(t))
		}
	}
	rows = slices.Concat(named, []string{namedRow}, events, []string{eventsRow}, worded)
	for _, t := range civic.EdgeTypes {
		rows = append(rows, string(t))
	}
	return append(rows, edgesRow, explicitRow)
}

// allRows are the rows that a figure can be asked of.
func allRows() []string { return append(tableRows(), string(civic.TypeReport)) }

// printer writes lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// figure is a figure as the tables show it.
func figure(value float64) string {
	if value != value {
		return "-"
	}
	return strconv.FormatFloat(value, 'f', 3, 64)
}

// WriteTable prints the table of nodes and edges, that of properties, what stands
// below them, and in the last line the score card.
func (r *Result) WriteTable(w io.Writer) error {
	p := &printer{w: w}
	p.printf("%-20s%7s%7s%9s%8s%8s%8s\n", "", "gold", "found", "matched", "P", "R", "F1")
	p.rows(r.total, tableRows(), "")
	for _, l := range r.languages {
		p.rows(l.tallies, sumRows, string(l.language)+" ")
	}
	p.props(r.total)
	p.printf("\nevidence overlap %s (%d of %d matched edges)\n", figure(r.total.evidence()), r.total.evidenced, r.total.matchedEdges)
	missing := strings.Join(r.missing, ", ")
	if missing != "" {
		missing = ": " + missing
	}
	p.printf("reports %d, without prediction %d%s\n", len(r.reports), len(r.missing), missing)
	p.printf("forbidden %d\n", r.Forbidden())
	for _, f := range r.total.forbidden {
		p.printf("  %s: %s (%s)\n", f.report, f.what, f.why)
	}
	p.printf("\nscore card: %s\n", r.Card())
	return p.err
}

// Card sums the result up in one line.
func (r *Result) Card() string {
	t := r.total
	return fmt.Sprintf("named %s, events %s, edges %s, evidence %s, props %s, forbidden %d",
		figure(t.rows[namedRow].f1()), figure(t.rows[eventsRow].f1()), figure(t.rows[edgesRow].f1()),
		figure(t.evidence()), figure(t.allProps().share()), r.Forbidden())
}

// rows prints the rows in which something was counted.
func (p *printer) rows(t *tallies, rows []string, prefix string) {
	for _, row := range rows {
		counts, ok := t.rows[row]
		if !ok {
			continue
		}
		label := prefix + row
		if row == string(civic.About) {
			label += " (not scored)"
		}
		p.printf("%-20s%7d%7d%9s%8s%8s%8s\n", label, counts.gold, counts.found, strconv.FormatFloat(counts.matched, 'g', 6, 64),
			figure(counts.precision()), figure(counts.recall()), figure(counts.f1()))
	}
}

// props prints the table of properties, with their sum in the last row.
func (p *printer) props(t *tallies) {
	p.printf("\nproperties of matched nodes and edges\n%-32s%7s%7s%7s%8s%8s\n", "", "stated", "right", "wrong", "absent", "share")
	for _, row := range propertyRows() {
		if a, ok := t.props[row]; ok {
			p.prop(row, a)
		}
	}
	p.prop("props", t.allProps())
}

func (p *printer) prop(row string, a agreement) {
	p.printf("%-32s%7d%7d%7d%8d%8s\n", row, a.stated, a.right, a.wrong, a.absent, figure(a.share()))
}

// WriteDetail prints what was matched, missed and invented in one report.
func (r *Result) WriteDetail(w io.Writer, report string) error {
	s, err := r.scoringOf(report)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.list("matched", s.detail.matched)
	p.list("missed", s.detail.missed)
	p.list("invented", s.detail.invented)
	p.list("not counted", s.detail.notCounted)
	p.list("forbidden", s.detail.forbidden)
	p.list("properties wrong", s.detail.propsWrong)
	p.list("properties absent", s.detail.propsAbsent)
	return p.err
}

func (p *printer) list(heading string, lines []string) {
	p.printf("%s (%d)\n", heading, len(lines))
	for _, line := range lines {
		p.printf("  %s\n", line)
	}
	p.printf("\n")
}

package eval

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"civicgraph/internal/civic"
)

// Result is the comparison of all reports.
type Result struct {
	reports   []*scoring // in the order of the gold
	missing   []string   // reports without prediction
	total     *tallies
	languages []languageTallies // in the order in which they come
}

type languageTallies struct {
	language civic.Language
	tallies  *tallies
}

// Score compares what was found in the reports of the gold. A report without a
// prediction is all missed.
func (g *Gold) Score(p *Predictions) *Result {
	r := &Result{total: newTallies()}
	for _, gold := range g.reports {
		found := p.graphs[gold.name]
		if found == nil {
			found = &graph{text: gold.graph.text}
			r.missing = append(r.missing, gold.name)
		}
		s := scoreReport(gold, found)
		r.reports = append(r.reports, s)
		r.total.add(s.tallies)
		r.of(gold.language).add(s.tallies)
	}
	return r
}

// of are the tallies of a language, which are made if there are none.
func (r *Result) of(language civic.Language) *tallies {
	for _, l := range r.languages {
		if l.language == language {
			return l.tallies
		}
	}
	t := newTallies()
	r.languages = append(r.languages, languageTallies{language, t})
	return t
}

// Forbidden is the number of forbidden things found.
func (r *Result) Forbidden() int { return len(r.total.forbidden) }

// Figure is a figure by its name: a row of the table for its F1, or with .P, .R or
// .F1; explicit, props or a property; each with kk. or ru. before it for one
// language; or evidence. It is NaN if there is nothing to divide by, and false for a
// name that is none.
func (r *Result) Figure(name string) (float64, bool) {
	if name == "evidence" {
		return r.total.evidence(), true
	}
	for _, l := range r.languages {
		if rest, ok := strings.CutPrefix(name, string(l.language)+"."); ok {
			return l.tallies.figure(rest)
		}
	}
	return r.total.figure(name)
}

func (t *tallies) figure(name string) (float64, bool) {
	switch {
	case name == "props":
		return t.allProps().share(), true
	case slices.Contains(propertyRows(), name):
		return t.props[name].share(), true
	}
	row, measure, _ := strings.Cut(name, ".")
	if row == "explicit" {
		row = explicitRow
	}
	if !slices.Contains(allRows(), row) {
		return undefined, false
	}
	switch measure {
	case "P":
		return t.rows[row].precision(), true
	case "R":
		return t.rows[row].recall(), true
	case "", "F1":
		return t.rows[row].f1(), !strings.HasSuffix(name, ".")
	}
	return undefined, false
}

var bound = regexp.MustCompile(`^[0-9]*\.?[0-9]+$`)

// Shortfalls is a line for each minimum, written FIGURE=NUMBER, that is not reached; a
// figure with nothing to divide by reaches none. The error wraps civic.ErrBadInput.
func (r *Result) Shortfalls(minima []string) ([]string, error) {
	var fallen []string
	for _, demand := range minima {
		at := strings.LastIndex(demand, "=")
		if at < 0 || !bound.MatchString(demand[at+1:]) {
			return nil, wrongMinimum(demand)
		}
		value, known := r.Figure(demand[:at])
		least, err := strconv.ParseFloat(demand[at+1:], 64)
		switch {
		case !known || err != nil:
			return nil, wrongMinimum(demand)
		case value != value:
			fallen = append(fallen, fmt.Sprintf("%s is undefined, below %s", demand[:at], demand[at+1:]))
		case value < least-1e-9:
			fallen = append(fallen, fmt.Sprintf("%s is %.3f, below %s", demand[:at], value, demand[at+1:]))
		}
	}
	return fallen, nil
}

func wrongMinimum(demand string) error {
	return malformed("--min " + demand + ": expected FIGURE=NUMBER, FIGURE a row of the table with .P, .R or .F1 if wanted " +
		"and kk. or ru. before it, explicit, props or a property, or evidence")
}

// scoringOf is the comparison of one report by its name, with or without an extension.
func (r *Result) scoringOf(name string) (*scoring, error) {
	base := filepath.Base(name)
	base = strings.TrimSuffix(strings.TrimSuffix(base, ".txt"), goldExtension) + ".txt"
	var names []string
	for _, s := range r.reports {
		if s.gold.name == base {
			return s, nil
		}
		names = append(names, s.gold.name)
	}
	return nil, malformed("--detail " + name + ": no such gold report; there are " + strings.Join(names, ", "))
}

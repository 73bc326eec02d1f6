package sqlitestore

import (
	"strings"

	"civicgraph/internal/civic"
)

var (
	filterRelation = text("filter_relation")
	filterInside   = text("filter_relation_inside")
	filterReports  = text("filter_reports")
	filterTerms    = text("filter_terms")
)

// filter adds the conditions of a filter on entity.
func filter(c *composer, f civic.Filter) {
	for _, r := range f.Relations {
		filterByRelation(c, r)
	}
	if len(f.Reports) > 0 {
		c.add(filterReports, list(f.Reports))
	}
	if f.Days != nil {
		filterByDays(c, *f.Days)
	}
	if f.MinAttendance > 0 {
		c.add("AND entity.attendance >= ?", f.MinAttendance)
	}
	if len(f.Kinds) > 0 {
		c.add("AND entity.kind IN (SELECT value FROM json_each(?))", list(f.Kinds))
	}
	if f.Status != "" {
		c.add("AND entity.status = ?", f.Status)
	}
	if len(f.Terms) > 0 {
		c.add(filterTerms, expression(f.Terms))
	}
}

// opposite is the direction of an edge as seen from its other end.
var opposite = map[civic.Direction]civic.Direction{civic.Out: civic.In, civic.In: civic.Out}

func filterByRelation(c *composer, r civic.Relation) {
	fragment := filterRelation
	if r.Inside {
		fragment = filterInside
	}
	c.add(fragment, list(r.Nodes), list(ways(r.Types, opposite[r.Direction])))
	if len(r.Roles) > 0 {
		c.add("AND near.role IN (SELECT value FROM json_each(?))", list(r.Roles))
	}
	c.add(")")
}

// filterByDays compares days as text. An open end of the range lets every day through.
func filterByDays(c *composer, r civic.DayRange) {
	from, to := r.From, r.To
	if from == "" {
		from = civic.FirstDay
	}
	if to == "" {
		to = civic.LastDay
	}
	switch r.Match {
	case civic.MatchPossible:
		c.add("AND entity.earliest <= ? AND (entity.latest >= ? OR entity.latest = '')", to, from)
	case civic.MatchLikely:
		c.add("AND entity.likely_first <= ? AND entity.likely_last >= ?", to, from)
	case civic.MatchCertain:
		c.add("AND entity.earliest >= ? AND entity.latest <= ? AND entity.latest <> ''", from, to)
	}
}

// expression says in the words of FTS5 that names hold a term of every group.
func expression(groups [][]civic.Term) string {
	all := make([]string, len(groups))
	for i, group := range groups {
		terms := []string{noTerm}
		for _, term := range group {
			if isTerm(term.Text) {
				terms = append(terms, star(term))
			}
		}
		all[i] = "(" + strings.Join(terms, " OR ") + ")"
	}
	return strings.Join(all, " AND ")
}

const noTerm = `"∅"` // in no index: a group of no terms is met by nothing

// isTerm reports whether an index can hold the text: small ASCII letters and digits.
func isTerm(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

func star(t civic.Term) string {
	if t.Prefix {
		return `"` + t.Text + `"*`
	}
	return `"` + t.Text + `"`
}

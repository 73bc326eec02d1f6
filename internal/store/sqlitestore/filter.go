package sqlitestore

import (
	"strings"

	"civicgraph/internal/civic"
)

var (
	filterNodes   = text("filter_nodes")
	filterInside  = text("filter_inside")
	filterRelated = text("filter_related")
	filterRelates = text("filter_relates")
	filterReports = text("filter_reports")
	filterTerms   = text("filter_terms")
)

// sets are the sets of numbers that a filter asks entities to belong to, for every
// condition that is looked up rather than compared.
func sets(f civic.Filter) []query {
	var sets []query
	for _, r := range f.Relations {
		sets = append(sets, related(r))
	}
	if len(f.Reports) > 0 {
		sets = append(sets, query{filterReports, []any{list(f.Reports)}})
	}
	if len(f.Terms) > 0 {
		sets = append(sets, query{filterTerms, []any{expression(f.Terms)}})
	}
	return sets
}

// filter adds the conditions of a filter on entity.
func filter(c *composer, f civic.Filter) {
	for _, set := range sets(f) {
		c.add("AND entity.n IN ("+set.text+")", set.args...)
	}
	compare(c, f)
}

// probe adds the same conditions for a list that is walked: relations are looked up
// from each entity, for what they lead to may be a set far larger than the page.
func probe(c *composer, f civic.Filter) {
	for _, r := range f.Relations {
		q := relates(r)
		c.add("AND "+q.text, q.args...)
	}
	f.Relations = nil
	filter(c, f)
}

// compare adds the conditions on the entity's own columns.
func compare(c *composer, f civic.Filter) {
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
}

// opposite is the direction of an edge as seen from its other end.
var opposite = map[civic.Direction]civic.Direction{civic.Out: civic.In, civic.In: civic.Out}

// related is the set of what has the relation.
func related(r civic.Relation) query {
	text, args := relation(filterRelated, r)
	return query{text, append([]any{list(r.Nodes), list(ways(r.Types, opposite[r.Direction]))}, args...)}
}

// relates is whether an entity has the relation.
func relates(r civic.Relation) query {
	text, args := relation(filterRelates, r)
	return query{text, append([]any{list(ways(r.Types, r.Direction)), list(r.Nodes)}, args...)}
}

// relation completes a fragment with the nodes and the roles, of which it returns
// the values.
func relation(fragment string, r civic.Relation) (text string, args []any) {
	nodes, roles := filterNodes, ""
	if r.Inside {
		nodes = filterInside
	}
	if len(r.Roles) > 0 {
		roles, args = "AND near.role IN (SELECT value FROM json_each(?))", []any{list(r.Roles)}
	}
	return strings.NewReplacer("/*nodes*/", nodes, "/*roles*/", roles).Replace(fragment), args
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

package neo4jstore

import (
	"cmp"
	"fmt"
	"slices"

	"civicgraph/internal/civic"
)

// filter is what the templates compose of a civic.Filter: which conditions there
// are, and where the search begins.
type filter struct {
	ByReports bool // it begins at the reports
	ByTerms   bool // it begins at the words
	Relations []relation
	More      bool        // of what is no index: words besides reports, kinds, a status, an attendance
	Days      civic.Match // empty for none
}

// relation is a civic.Relation whose nodes and roles are the parameters with its number.
type relation struct {
	Number int
	Types  []civic.EdgeType
	In     bool
	Inside bool
}

// newFilter also returns the parameters that its conditions name.
func newFilter(f civic.Filter) (filter, map[string]any) {
	c := filter{ByReports: len(f.Reports) > 0, More: len(f.Kinds) > 0 || f.Status != "" || f.MinAttendance > 0}
	params := map[string]any{"reports": f.Reports, "kinds": orNull(f.Kinds), "groups": nil, "status": nil, "attendance": nil}
	if f.Status != "" {
		params["status"] = f.Status
	}
	if f.MinAttendance > 0 {
		params["attendance"] = f.MinAttendance
	}
	c.relate(f.Relations, params)
	c.search(f.Terms, params)
	if f.Days != nil {
		c.Days = f.Days.Match
		params["from"], params["to"] = string(cmp.Or(f.Days.From, civic.FirstDay)), string(cmp.Or(f.Days.To, civic.LastDay))
	}
	return c, params
}

func (c *filter) relate(relations []civic.Relation, params map[string]any) {
	for i, r := range relations {
		c.Relations = append(c.Relations, relation{Number: i, Types: r.Types, In: r.Direction == civic.In, Inside: r.Inside})
		params[fmt.Sprint("nodes", i)], params[fmt.Sprint("roles", i)] = r.Nodes, orNull(r.Roles)
	}
}

func (c *filter) search(groups [][]civic.Term, params map[string]any) {
	if len(groups) == 0 {
		return
	}
	if !c.ByReports {
		c.ByTerms = true
		params["terms"] = lucene(groups)
		return
	}
	c.More = true
	params["groups"] = needles(groups)
}

// orNull is a list as a parameter, null if it is empty: then its condition holds.
func orNull[T any](list []T) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

// Anchored reports whether the search begins at reports or words.
func (c filter) Anchored() bool { return c.ByReports || c.ByTerms }

// Open reports whether the filter lets everything through.
func (c filter) Open() bool {
	return !c.Anchored() && len(c.Relations) == 0 && !c.More && c.Days == ""
}

// Without is the filter without its i-th relation.
func (c filter) Without(i int) filter {
	c.Relations = slices.Delete(slices.Clone(c.Relations), i, i+1)
	return c
}

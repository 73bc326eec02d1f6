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
	ByReports  bool // it begins at the reports
	ByTerms    bool // it begins at the words
	Relations  []relation
	TermsToo   bool // the words are one more condition
	Kinds      bool
	Status     bool
	Attendance bool
	Days       civic.Match // empty for none
}

// relation is a civic.Relation whose nodes and roles are the parameters with its number.
type relation struct {
	Number int
	Types  []civic.EdgeType
	In     bool
	Inside bool
	Roles  bool
}

// newFilter also returns the parameters that its conditions name.
func newFilter(f civic.Filter) (filter, map[string]any) {
	c := filter{ByReports: len(f.Reports) > 0, Kinds: len(f.Kinds) > 0, Status: f.Status != "",
		Attendance: f.MinAttendance > 0}
	params := map[string]any{"reports": f.Reports, "kinds": f.Kinds, "status": f.Status, "attendance": f.MinAttendance}
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
		c.Relations = append(c.Relations, relation{Number: i, Types: r.Types, In: r.Direction == civic.In,
			Inside: r.Inside, Roles: len(r.Roles) > 0})
		params[fmt.Sprint("nodes", i)], params[fmt.Sprint("roles", i)] = r.Nodes, r.Roles
	}
}

func (c *filter) search(groups [][]civic.Term, params map[string]any) {
	if len(groups) == 0 {
		return
	}
	c.ByTerms = !c.ByReports
	c.TermsToo = c.ByReports
	params["terms"], params["groups"] = lucene(groups), needles(groups)
}

// Anchored reports whether the search begins at reports or words.
func (c filter) Anchored() bool { return c.ByReports || c.ByTerms }

// Open reports whether the filter lets everything through.
func (c filter) Open() bool {
	return !c.Anchored() && len(c.Relations) == 0 && !c.Kinds && !c.Status && !c.Attendance && c.Days == ""
}

// Without is the filter without its i-th relation.
func (c filter) Without(i int) filter {
	c.Relations = slices.Delete(slices.Clone(c.Relations), i, i+1)
	return c
}

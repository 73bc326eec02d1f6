package storetest

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// list is the nodes of some types that a filter lets through, in no order.
func (w *world) list(types []civic.NodeType, f civic.Filter) []*node {
	var nodes []*node
	for _, n := range w.nodes {
		if slices.Contains(types, n.Type) && w.passes(n, f) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func (w *world) passes(n *node, f civic.Filter) bool {
	for _, r := range f.Relations {
		if !w.relates(n, r) {
			return false
		}
	}
	return (len(f.Reports) == 0 || n.spokenOfIn(f.Reports)) &&
		(f.Days == nil || n.within(*f.Days)) &&
		(f.MinAttendance == 0 || n.attendance() >= f.MinAttendance) &&
		among(f.Kinds, n.Props.Kind) &&
		(f.Status == "" || n.status() == f.Status) &&
		n.matches(f.Terms)
}

func (w *world) relates(n *node, r civic.Relation) bool {
	return slices.ContainsFunc(n.edges, func(e *edge) bool {
		direction, far := e.seenFrom(n.ID)
		return slices.Contains(r.Types, e.Type) && direction == r.Direction && among(r.Roles, e.Props.Role) &&
			(slices.Contains(r.Nodes, far.ID) || r.Inside && far.liesIn(r.Nodes, map[*node]bool{}))
	})
}

// liesIn reports whether LOCATED_IN edges lead from n to one of the nodes.
func (n *node) liesIn(nodes []civic.ID, seen map[*node]bool) bool {
	if slices.Contains(nodes, n.ID) {
		return true
	}
	seen[n] = true
	return slices.ContainsFunc(n.edges, func(e *edge) bool {
		return e.Type == civic.LocatedIn && e.from == n && !seen[e.to] && e.to.liesIn(nodes, seen)
	})
}

func (n *node) spokenOfIn(reports []civic.ID) bool {
	return slices.ContainsFunc(n.said, func(s saying) bool { return slices.Contains(reports, s.in.Report.ID) })
}

// within reports whether an event lies in a range of days.
func (n *node) within(r civic.DayRange) bool {
	from, to := r.From, r.To
	if from == "" {
		from = civic.FirstDay
	}
	if to == "" {
		to = civic.LastDay
	}
	first, last, ok := n.date().Bounds(r.Match, n.LastSeen)
	if !n.Type.IsEvent() || !ok {
		return false
	}
	if r.Match == civic.MatchCertain {
		return from <= first && last <= to
	}
	return first <= to && from <= last
}

// attendance is the least number who attended by the report.
func (n *node) attendance() int {
	if a := n.Props.Attendance; a != nil && n.Type.IsEvent() && a.Qualifier != civic.AtMost {
		return a.Value
	}
	return 0
}

func (n *node) status() string {
	if n.Type.IsEvent() && n.Props.Status == "" {
		return civic.Held
	}
	return n.Props.Status
}

// matches reports whether the names hold a term of every group.
func (n *node) matches(groups [][]civic.Term) bool {
	if len(groups) == 0 {
		return true
	}
	indexed := n.terms()
	for _, group := range groups {
		if !slices.ContainsFunc(group, func(t civic.Term) bool {
			return slices.ContainsFunc(indexed, func(s string) bool {
				return s == t.Text || t.Prefix && strings.HasPrefix(s, t.Text)
			})
		}) {
			return false
		}
	}
	return true
}

package eval

import (
	"fmt"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// detail is what was matched, missed and invented in one report, in words.
type detail struct {
	matched, missed, invented, notCounted []string
	forbidden, propsWrong, propsAbsent    []string
}

// scoring is the comparison of one report.
type scoring struct {
	tallies *tallies
	detail  detail
	gold    *goldReport
	found   *graph
	pairs   pairs
	partner map[*node]*node // of each matched node of the gold
}

// scoreReport compares what was found in one report with its gold.
func scoreReport(gold *goldReport, found *graph) *scoring {
	s := &scoring{tallies: newTallies(), gold: gold, found: found, partner: map[*node]*node{}}
	s.pairs = match(gold.graph, found)
	for f, g := range s.pairs {
		s.partner[g] = f
	}
	s.nodes()
	s.edges()
	s.forbidden()
	return s
}

// rows are the rows of the table in which a node counts; the Report has none.
func (n *node) rows() []string {
	rows := []string{string(n.typ)}
	switch {
	case n.typ == civic.TypeReport:
		return nil
	case n.isNamed():
		rows = append(rows, namedRow)
	case n.typ.IsEvent():
		rows = append(rows, eventsRow)
	}
	return rows
}

// rows are the rows of the table in which an edge counts.
func (e *edge) rows() []string {
	switch {
	case !e.scored():
		return []string{string(e.typ)}
	case e.basis == civic.Explicit:
		return []string{string(e.typ), edgesRow, explicitRow}
	}
	return []string{string(e.typ), edgesRow}
}

// nodes counts the nodes, each found one in the row of its partner if it has one.
func (s *scoring) nodes() {
	for _, g := range s.gold.graph.nodes {
		s.goldNode(g, s.partner[g])
	}
	for _, f := range s.found.nodes {
		if s.pairs[f] == nil && f.rows() != nil {
			s.tallies.count(f.rows(), tally{found: 1})
			s.detail.invented = append(s.detail.invented, f.String())
		}
	}
}

// goldNode counts a node of the gold, and its partner.
func (s *scoring) goldNode(g, hit *node) {
	shown := g.String()
	if hit != nil && hit.String() != shown {
		shown += " = " + hit.String()
	}
	switch {
	case g.optional && hit != nil:
		s.detail.notCounted = append(s.detail.notCounted, shown)
	case g.optional || g.rows() == nil:
	case hit == nil:
		s.tallies.count(g.rows(), tally{gold: 1})
		s.detail.missed = append(s.detail.missed, shown)
	default:
		credit := typeCredit(g, hit)
		if credit < 1 {
			shown += " (half)"
		}
		s.tallies.count(g.rows(), tally{1, 1, credit})
		s.detail.matched = append(s.detail.matched, shown)
		s.props(g.String(), ownerOfNode(g), ownerOfNode(hit))
	}
}

// isOptional reports whether an end makes its edges optional.
func isOptional(n *node) bool { return n != nil && n.optional }

// edges counts the edges, and how many matched ones rest on the gold's words.
func (s *scoring) edges() {
	wanted, hits := map[link]bool{}, map[link]*edge{}
	for _, e := range s.gold.graph.edges {
		wanted[e.link()] = true
	}
	for _, f := range s.found.edges {
		at := s.pairs.link(f)
		switch {
		case isOptional(at.from) || isOptional(at.to):
			s.detail.notCounted = append(s.detail.notCounted, f.String())
		case wanted[at] && hits[at] == nil:
			hits[at] = f
		default:
			s.inventedEdge(f)
		}
	}
	for _, g := range s.gold.graph.edges {
		s.goldEdge(g, hits[g.link()])
	}
}

func (s *scoring) inventedEdge(f *edge) {
	s.tallies.count(f.rows(), tally{found: 1})
	if f.scored() {
		s.detail.invented = append(s.detail.invented, f.String())
	} else {
		s.detail.notCounted = append(s.detail.notCounted, f.String())
	}
}

// goldEdge counts an edge of the gold, and what matches it.
func (s *scoring) goldEdge(g, hit *edge) {
	counted := !g.optional && !isOptional(g.from) && !isOptional(g.to)
	switch {
	case counted && hit != nil:
		s.tallies.count(g.rows(), tally{1, 1, 1})
	case counted:
		s.tallies.count(g.rows(), tally{gold: 1})
	}
	switch {
	case (!counted || !g.scored()) && hit != nil:
		s.detail.notCounted = append(s.detail.notCounted, g.String())
	case !counted || !g.scored():
	case hit == nil:
		s.detail.missed = append(s.detail.missed, g.String())
	default:
		s.matchedEdge(g, hit)
	}
}

// matchedEdge compares the evidence and the properties of an edge.
func (s *scoring) matchedEdge(g, hit *edge) {
	shown := g.String()
	s.tallies.matchedEdges++
	if restOnSame(g, hit) {
		s.tallies.evidenced++
	} else {
		shown += " (other evidence)"
	}
	s.detail.matched = append(s.detail.matched, shown)
	s.props(g.String(), ownerOfEdge(g), ownerOfEdge(hit))
}

func restOnSame(a, b *edge) bool {
	return slices.ContainsFunc(a.spans, func(s civic.Span) bool { return slices.ContainsFunc(b.spans, s.Overlaps) })
}

// props compares the properties of a matched node or edge with the gold's, if both
// are of one type.
func (s *scoring) props(shown string, gold, found owner) {
	if gold.typ != found.typ {
		return
	}
	group := gold.typ
	if civic.NodeType(group).IsEvent() {
		group = "Event"
	}
	for _, name := range propsOf(group) {
		wanted, got := gold.said(name), found.said(name)
		v := judge(name, gold, wanted, got)
		if v == "" {
			continue
		}
		row := group + "." + name
		s.tallies.props[row] = s.tallies.props[row].plus(v.agreement(wanted != nil))
		line := fmt.Sprintf("%s: %s: gold %s, found %s", shown, name, plain(wanted), plain(got))
		switch v {
		case wrong:
			s.detail.propsWrong = append(s.detail.propsWrong, line)
		case absent:
			s.detail.propsAbsent = append(s.detail.propsAbsent, line)
		}
	}
}

// agreement is one verdict, of a property that gold states or not.
func (v verdict) agreement(stated bool) agreement {
	var a agreement
	if stated {
		a.stated = 1
	}
	switch v {
	case right:
		a.right = 1
	case wrong:
		a.wrong = 1
	case absent:
		a.absent = 1
	}
	return a
}

// forbidden counts the forbidden things found, once for each entry.
func (s *scoring) forbidden() {
	said := map[link]bool{}
	for _, f := range s.found.edges {
		said[s.pairs.link(f)] = true
	}
	for _, item := range s.gold.forbidden {
		isFound := item.edge != nil && said[item.edge.link()]
		for _, f := range s.found.nodes {
			isFound = isFound || item.edge == nil && s.isForbidden(item, f)
		}
		if isFound {
			s.tallies.forbidden = append(s.tallies.forbidden, finding{s.gold.name, item.label, item.why})
			s.detail.forbidden = append(s.detail.forbidden, item.label+" ("+item.why+")")
		}
	}
}

// isForbidden reports whether a found node is what a forbidden entry describes; a
// matched one can be so by its own name alone, not by an alias or its clause.
func (s *scoring) isForbidden(item forbidden, f *node) bool {
	switch {
	case f.typ != item.typ:
		return false
	case s.pairs[f] != nil:
		return kaz.Fold(f.name) == item.key
	case f.typ.IsEvent() && commonShare(item.spans, f.spans[0]) > 0:
		return true
	}
	return slices.Contains(f.keys, item.key)
}

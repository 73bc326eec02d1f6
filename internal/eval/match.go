package eval

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// pairs leads from nodes that were found to their partners in the gold.
type pairs map[*node]*node

// link is what a found edge says in the gold's nodes.
func (p pairs) link(e *edge) link { return link{e.typ, p[e.from], p[e.to]} }

// family is the type under which a node competes for its name.
func family(t civic.NodeType) civic.NodeType {
	if t == civic.TypeCoalition {
		return civic.TypeOrganization
	}
	return t
}

// rivals is the type under which nodes are assigned together: a named place may be
// meant as an organisation.
func rivals(t civic.NodeType) civic.NodeType {
	if t == civic.TypePlace {
		return civic.TypeOrganization
	}
	return family(t)
}

// matcher pairs the nodes of two graphs of one report.
type matcher struct {
	gold, found *graph
	breaks      []int // where sentences end
	tables      []table
	around      surroundings // of the gold's nodes
}

// table holds what does not change from round to round about one group of rivals.
type table struct {
	rows, columns []*node // of the gold, found
	cells         [][]cell
}

// cell is how two nodes match by themselves.
type cell struct{ likeness, closeness float64 }

// match pairs the nodes one to one, by the greatest total score within each group of
// rivals. It repeats while the pairs of one round settle the ties of the next.
func match(gold, found *graph) pairs {
	m := &matcher{gold: gold, found: found, breaks: sentenceBreaks(gold.text)}
	m.around = surroundingsOf(gold, func(n *node) *node { return n })
	m.fillTables()
	current := pairs{}
	for range 4 {
		next := m.round(current)
		if same(current, next) {
			break
		}
		current = next
	}
	return current
}

func same(a, b pairs) bool {
	for n, partner := range a {
		if b[n] != partner {
			return false
		}
	}
	return len(a) == len(b)
}

// fillTables sorts the nodes by their rivals and compares each with each.
func (m *matcher) fillTables() {
	seen := map[civic.NodeType]bool{}
	for _, n := range m.gold.nodes {
		group := rivals(n.typ)
		if seen[group] {
			continue
		}
		seen[group] = true
		t := table{rows: m.gold.ofGroup(group), columns: m.found.ofGroup(group)}
		for _, g := range t.rows {
			row := make([]cell, len(t.columns))
			for j, f := range t.columns {
				row[j] = cell{m.likeness(g, f), closeness(g, f)}
			}
			t.cells = append(t.cells, row)
		}
		m.tables = append(m.tables, t)
	}
}

func (g *graph) ofGroup(group civic.NodeType) []*node {
	var nodes []*node
	for _, n := range g.nodes {
		if rivals(n.typ) == group {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// round pairs the nodes anew, with the pairs of the round before to name neighbours.
func (m *matcher) round(before pairs) pairs {
	around := surroundingsOf(m.found, func(n *node) *node {
		if partner := before[n]; partner != nil {
			return partner
		}
		return n
	})
	next := pairs{}
	for _, t := range m.tables {
		weights := make([][]float64, len(t.rows))
		for i, g := range t.rows {
			weights[i] = make([]float64, len(t.columns))
			for j, f := range t.columns {
				weights[i][j] = m.score(g, f, t.cells[i][j], around[f])
			}
		}
		for i, j := range bestAssignment(weights) {
			if j >= 0 {
				next[t.columns[j]] = t.rows[i]
			}
		}
	}
	return next
}

// score is how well two nodes match among their neighbours, 0 if not at all. Every
// product is rounded, so that all machines settle ties alike.
func (m *matcher) score(g, f *node, c cell, near neighbours) float64 {
	value := c.likeness
	if value == 0 && g.typ.IsEvent() && m.around[g].shareParticipant(near) && m.inOneSentence(g, f) {
		value = 0.25
	}
	if value == 0 {
		return 0
	}
	value += float64(0.01 * dice(m.around[g], near))
	value += float64(0.001 * c.closeness)
	if g.optional {
		value -= 0.05
	}
	return value
}

// inOneSentence reports whether a found event stands in a sentence of the gold's.
func (m *matcher) inOneSentence(g, f *node) bool {
	for _, span := range g.spans {
		if shareSentence(m.breaks, span, f.spans[0]) {
			return true
		}
	}
	return false
}

// closeness settles ties, between 0 and 2: the same name, the closer span.
func closeness(g, f *node) float64 {
	best := 0.0
	if len(f.spans) > 0 {
		for _, span := range g.spans {
			best = max(best, float64(overlap(span, f.spans[0]))/float64(span.Cover(f.spans[0]).Len()))
		}
	}
	if kaz.Fold(g.name) == kaz.Fold(f.name) {
		best++
	}
	return best
}

// surroundings are the neighbours of each node by scored edges.
type surroundings map[*node]neighbours

type neighbours map[neighbour]bool

type neighbour struct {
	typ       civic.EdgeType
	direction civic.Direction
	node      *node
}

// surroundingsOf are the surroundings in a graph, each neighbour as partner names it.
func surroundingsOf(g *graph, partner func(*node) *node) surroundings {
	around := surroundings{}
	add := func(of *node, n neighbour) {
		if around[of] == nil {
			around[of] = neighbours{}
		}
		around[of][n] = true
	}
	for _, e := range g.edges {
		if e.scored() {
			add(e.from, neighbour{e.typ, civic.Out, partner(e.to)})
			add(e.to, neighbour{e.typ, civic.In, partner(e.from)})
		}
	}
	return around
}

// shareParticipant reports whether somebody takes part in both events.
func (n neighbours) shareParticipant(other neighbours) bool {
	for key := range n {
		if key.typ == civic.ParticipatedIn && other[key] {
			return true
		}
	}
	return false
}

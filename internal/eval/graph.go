package eval

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// object is a JSON object, with its numbers as they were written.
type object = map[string]any

// graph is one side's view of one report: what is in the gold, or what was found.
type graph struct {
	text  []rune
	nodes []*node
	edges []*edge
}

// node is a node of either side. Its spans, as all spans here, are in code points.
type node struct {
	path     string // where it stands in its file, for complaints
	id       string
	typ      civic.NodeType
	also     civic.NodeType // another reading that gold allows, if any
	kind     string
	name     string
	aliases  []string
	keys     []string // the folded name and aliases
	spans    []civic.Span
	optional bool
	props    object
}

// String names the node for lists.
func (n *node) String() string { return string(n.typ) + " " + n.name }

// isNamed reports whether the node is found again by its name.
func (n *node) isNamed() bool { return n.typ.IsNamed() }

// isWorded reports whether the node is found again by the words of its description.
func (n *node) isWorded() bool {
	return n.typ == civic.TypeGroup || n.typ == civic.TypeTopic || n.typ == civic.TypeStatement
}

// foldedKeys are the folded forms of names that have letters, each once.
func foldedKeys(names ...string) []string {
	var keys []string
	for _, name := range names {
		if key := kaz.Fold(name); key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// shareKey reports whether two nodes have a folded name in common.
func shareKey(a, b *node) bool {
	return slices.ContainsFunc(a.keys, func(key string) bool { return slices.Contains(b.keys, key) })
}

// edge is an edge of either side. An end is nil if no node has its id.
type edge struct {
	path         string
	typ          civic.EdgeType
	from, to     *node
	fromID, toID string
	basis        civic.Basis
	spans        []civic.Span
	optional     bool
	props        object
}

// link is what makes two edges the same: their type and their ends in the gold, nil
// for an end that matches nothing there.
type link struct {
	typ      civic.EdgeType
	from, to *node
}

// link is the link of an edge of the gold.
func (e *edge) link() link { return link{e.typ, e.from, e.to} }

// scored reports whether the edge counts anywhere but in the row of its type.
func (e *edge) scored() bool { return e.typ != civic.About }

// String shows the edge in words.
func (e *edge) String() string {
	return string(e.typ) + " " + endName(e.from, e.fromID) + " → " + endName(e.to, e.toID)
}

func endName(n *node, id string) string {
	if n == nil {
		return id
	}
	return n.name
}

// forbidden is what a report must not be read to say: an edge, or a node.
type forbidden struct {
	path, label, why string
	edge             *edge // nil for a node
	typ              civic.NodeType
	key              string       // the folded name
	spans            []civic.Span // the clause that an event would be read from
}

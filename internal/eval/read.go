package eval

import (
	"fmt"
	"slices"

	"civicgraph/internal/civic"
)

// malformed is an input that cannot be scored; the message names file and field.
func malformed(message string) error { return fmt.Errorf("%w: %s", civic.ErrBadInput, message) }

// graphReader reads the nodes and edges of either format, checked for what both
// demand.
type graphReader struct {
	*fields
	text    []rune
	asserts string // the field of a node that says where it stands
	spansIn func(record object, path, name string) []civic.Span
}

// read reads a graph.
func (r *graphReader) read(record object) *graph {
	g := &graph{text: r.text}
	byID := map[string]*node{}
	for _, raw := range items[object](r.fields, take[[]any](r.fields, record, "", "nodes"), "nodes") {
		n := r.node(raw.value, raw.path)
		if byID[n.id] != nil {
			r.complain(n.path+".id", "%s is used twice", quoted(n.id))
		}
		byID[n.id] = n
		g.nodes = append(g.nodes, n)
	}
	for _, raw := range items[object](r.fields, take[[]any](r.fields, record, "", "edges"), "edges") {
		g.edges = append(g.edges, r.edge(raw.value, raw.path, byID))
	}
	return g
}

// node reads a node; an event or a statement must say where it is asserted.
func (r *graphReader) node(raw object, path string) *node {
	props := r.props(raw, path)
	kind := takeIf[string](r.fields, raw, path, "kind")
	if kind == "" {
		kind = takeIf[string](r.fields, props, path+".props", "kind")
	}
	n := &node{path: path, kind: kind, props: props, id: take[string](r.fields, raw, path, "id")}
	n.typ = civic.NodeType(take[string](r.fields, raw, path, "type"))
	n.name = take[string](r.fields, raw, path, "name")
	for _, alias := range each[string](r.fields, raw, path, "aliases") {
		n.aliases = append(n.aliases, alias.value)
	}
	n.keys = foldedKeys(append([]string{n.name}, n.aliases...)...)
	n.spans = r.spansIn(raw, path, r.asserts)
	n.optional = takeIf[bool](r.fields, raw, path, "optional")
	n.also = civic.NodeType(takeIf[string](r.fields, raw, path, "alsoType"))
	r.checkType(n, raw)
	return n
}

// bodiesAndPlaces are the types between which a reading may be left open.
var bodiesAndPlaces = []civic.NodeType{civic.TypePlace, civic.TypeOrganization, civic.TypeCoalition}

// checkType complains about a type outside the model, and about a missing clause.
func (r *graphReader) checkType(n *node, raw object) {
	oneOf(r.fields, n.path+".type", n.typ, civic.NodeTypes)
	if n.also != "" {
		oneOf(r.fields, n.path+".alsoType", n.also, bodiesAndPlaces)
	}
	if (n.typ.IsEvent() || n.typ == civic.TypeStatement) && isNothing(raw[r.asserts]) {
		r.complain(n.path+"."+r.asserts, "a %s needs the clause that asserts it", n.typ)
	}
}

// edge reads an edge; only what is BACKGROUND may lack evidence.
func (r *graphReader) edge(raw object, path string, byID map[string]*node) *edge {
	e := &edge{path: path, typ: civic.EdgeType(take[string](r.fields, raw, path, "type"))}
	e.fromID = take[string](r.fields, raw, path, "from")
	e.toID = take[string](r.fields, raw, path, "to")
	e.from, e.to = byID[e.fromID], byID[e.toID]
	e.basis = civic.Basis(take[string](r.fields, raw, path, "basis"))
	e.spans = r.spansIn(raw, path, "evidence")
	e.optional = takeIf[bool](r.fields, raw, path, "optional")
	e.props = r.props(raw, path)
	oneOf(r.fields, path+".type", e.typ, civic.EdgeTypes)
	oneOf(r.fields, path+".basis", e.basis, civic.Bases)
	r.checkEnd(path+".from", e.from, e.fromID)
	r.checkEnd(path+".to", e.to, e.toID)
	if e.basis != civic.Background && isNothing(raw["evidence"]) {
		r.complain(path+".evidence", "an edge needs evidence")
	}
	return e
}

// checkEnd complains about an end that is no node.
func (f *fields) checkEnd(path string, end *node, id string) {
	if end == nil {
		f.complain(path, "no node has the id %s", quoted(id))
	}
}

// props reads the properties of a node or an edge, in which a block is an object.
func (r *graphReader) props(raw object, path string) object {
	props := object{}
	for name, value := range takeIf[object](r.fields, raw, path, "props") {
		props[name] = value
		if _, isBlock := blocks[name]; isBlock {
			props[name] = takeIf[object](r.fields, object{name: value}, path+".props", name)
		}
	}
	return props
}

// quotedSpans reads the evidence of gold: the first occurrence of each quotation.
func (r *graphReader) quotedSpans(record object, path, name string) []civic.Span {
	var spans []civic.Span
	for _, quote := range each[string](r.fields, record, path, name) {
		words := []rune(quote.value)
		start := find(r.text, words)
		if start < 0 || len(words) == 0 {
			r.complain(quote.path, "not in the report: «%s»", quote.value)
			continue
		}
		spans = append(spans, civic.Span{Start: start, End: start + len(words)})
	}
	return spans
}

// find is the first place of words in a text, -1 if there is none.
func find(text, words []rune) int {
	for i := 0; i+len(words) <= len(text); i++ {
		if slices.Equal(text[i:i+len(words)], words) {
			return i
		}
	}
	return -1
}

// offsetSpans reads the spans of a prediction, which gives offsets.
func (r *graphReader) offsetSpans(record object, path, name string) []civic.Span {
	var spans []civic.Span
	for _, raw := range each[object](r.fields, record, path, name) {
		span := civic.Span{Start: r.offset(raw.value, raw.path, "start"), End: r.offset(raw.value, raw.path, "end")}
		if span.Start < 0 || span.Start >= span.End || span.End > len(r.text) {
			r.complain(raw.path, "[%d, %d) is not a span of the report's %d characters", span.Start, span.End, len(r.text))
			continue
		}
		spans = append(spans, span)
	}
	return spans
}

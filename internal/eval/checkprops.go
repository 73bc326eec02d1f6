package eval

import (
	"maps"
	"slices"

	"civicgraph/internal/civic"
)

// owner is a node or an edge, as far as its properties go.
type owner struct {
	path, typ, kind string
	props           object
	isNode          bool
}

func ownerOfNode(n *node) owner { return owner{n.path, string(n.typ), n.kind, n.props, true} }
func ownerOfEdge(e *edge) owner { return owner{e.path, string(e.typ), "", e.props, false} }

// checkAllProps remarks on the properties of a graph that are not in the model, or
// say what it does not allow.
func checkAllProps(about *fields, g *graph) {
	for _, n := range g.nodes {
		checkProps(about, ownerOfNode(n))
		if kind := n.props["kind"]; kind != nil && kind != "" && kind != n.kind {
			about.remark(n.path+".kind", "is %s, but %s in props", n.kind, plain(kind))
		}
		checkBounds(about, ownerOfNode(n))
	}
	for _, e := range g.edges {
		checkProps(about, ownerOfEdge(e))
		checkBounds(about, ownerOfEdge(e))
	}
}

func checkProps(about *fields, o owner) {
	if o.isNode && o.kind != "" {
		checkProp(about, o, o.path+".kind", "kind", "", o.kind)
	}
	for _, name := range slices.Sorted(maps.Keys(o.props)) {
		value, path := o.props[name], o.path+".props."+name
		block, _ := value.(object)
		switch _, isBlock := blocks[name]; {
		case isBlock && len(block) > 0:
			for _, part := range slices.Sorted(maps.Keys(block)) {
				checkProp(about, o, path+"."+part, name, part, block[part])
			}
		case name != "kind":
			checkProp(about, o, path, name, "", value)
		}
	}
}

// checkProp remarks on one property, or part of a block.
func checkProp(about *fields, o owner, path, name, part string, value any) {
	if !modelHas(o.typ, name, part) {
		about.remark(path, "%s has no such property in the model, not scored", o.typ)
		return
	}
	full := part
	if part == "" {
		full, part = o.typ+"."+name, name
	}
	allowed := modelValues[full]
	switch {
	case isEmpty(value):
		about.remark(path, "is empty: leave out what is not stated")
	case allowed != nil && !isOneOf(value, allowed):
		about.remark(path, "%s is not one of %s", repr(value), listed(allowed))
	case allowed == nil && !hasForm(full, value):
		about.remark(path, "%s has not the form of a %s", repr(value), part)
	}
}

func isOneOf(value any, allowed []string) bool {
	s, ok := value.(string)
	return ok && slices.Contains(allowed, s)
}

// checkBounds remarks on a date block whose bounds do not fit each other or the
// precision.
func checkBounds(about *fields, o owner) {
	path, first, last := o.path+".props.date", o.said("date.earliest"), o.said("date.latest")
	if isDay(first) && isDay(last) && first.(string) > last.(string) {
		about.remark(path, "the earliest day, %s, is after the latest, %s", first, last)
	}
	if o.said("date.precision") == string(civic.PrecisionDay) && (first == nil || last == nil) {
		about.remark(path, "is precise to the DAY, and lacks a bound")
	}
}

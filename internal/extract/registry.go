package extract

import "civicgraph/internal/gazetteer"

// registry asks the register of places for a document, once for each name as long as
// the context is the same.
type registry struct {
	gazetteer *gazetteer.Gazetteer
	context   []string
	found     map[registryKey]*gazetteer.Place // nil for none
}

type registryKey struct{ name, kind string }

// registered is the place of the register that a name means, if it tells.
type registered struct {
	place gazetteer.Place
	ok    bool
}

func newRegistry(g *gazetteer.Gazetteer) *registry {
	return &registry{gazetteer: g, found: map[registryKey]*gazetteer.Place{}}
}

// resolve is Resolve of the gazetteer.
func (r *registry) resolve(name, kind string, context []string) (gazetteer.Place, bool) {
	if !sameList(context, r.context) {
		r.context = context
		clear(r.found)
	}
	key := registryKey{name, kind}
	place, asked := r.found[key]
	if !asked {
		if found, ok := r.gazetteer.Resolve(name, kind, context); ok {
			place = &found
		}
		r.found[key] = place
	}
	if place == nil {
		return gazetteer.Place{}, false
	}
	return *place, true
}

// sameList reports whether two lists are one, by where they are kept; a list that was
// only appended to is another.
func sameList(a, b []string) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
)

// cluster is what becomes a referent: the mentions of one thing.
type cluster struct {
	typ      civic.NodeType
	mentions []*mention
	names    []string // the fullest first
	person   personName
	place    gazetteer.Place // where the register has it
	head     string
	folded   personName // the person's name as it is compared
	area     *cluster
	owner    *mention
	keys     map[string]bool // the names as they are compared
	number   int             // in the order in which clusters were found
	proper   [][]int         // where its mentions but the bare ones start, one sorted run for each pass over the text
	lastBare int             // where its last bare mention starts, or -1
	levels   []string        // the levels of its mentions and the kinds of their areas
}

// identity gathers the mentions of a document into clusters.
type identity struct {
	*Extractor
	d        *document
	codes    []string
	clusters []*cluster
	by       map[string][]*cluster // by what they are compared by, see keys
	pass     int                   // over the mentions
	of       map[*mention]*cluster
	places   map[*mention]registered
	firsts   map[string]*cluster     // by kind, the area that the report names first
	named    []*mention              // the areas that it names
	wholes   map[*mention][]*mention // of an owner, what is named as a part of it
	heads    map[string]bool         // of the bodies that are mentioned by their heads alone
}

// identify makes one referent of all mentions of one thing, in the order in which
// the report first speaks of them. Mentions that stand for nothing that the report
// names are dropped.
func (x *Extractor) identify(d *document) {
	id := &identity{Extractor: x, d: d, by: map[string][]*cluster{}, of: map[*mention]*cluster{}, places: map[*mention]registered{}, wholes: map[*mention][]*mention{}, heads: map[string]bool{}}
	for _, m := range d.mentions {
		if m.owner != nil {
			id.wholes[m.owner] = append(id.wholes[m.owner], m)
		}
		if m.bare && isBody(m) {
			id.heads[m.head] = true
		}
	}
	id.codes = d.codesOf(d.mentions)
	area := func(m *mention) bool { return m.typ == civic.TypePlace && m.kind != "VENUE" && !m.bare }
	id.each(id.place, func(m *mention) bool { return area(m) && id.isRegistered(m) })
	id.each(id.place, func(m *mention) bool { return area(m) && !id.isRegistered(m) })
	id.each(id.bareArea, func(m *mention) bool { return m.typ == civic.TypePlace && m.kind != "VENUE" && m.bare })
	id.each(id.body, func(m *mention) bool {
		return isBody(m) && !m.bare && !m.inside && m.same == nil && !m.sole && !m.light
	})
	id.each(id.body, func(m *mention) bool {
		return isBody(m) && !m.bare && !m.inside && m.same == nil && (m.sole || m.light)
	})
	id.each(id.owner, func(m *mention) bool { return isBody(m) && !m.bare && m.inside && m.same == nil })
	id.each(id.bareBody, func(m *mention) bool { return isBody(m) && m.bare })
	id.each(id.personOf, func(m *mention) bool { return m.typ == civic.TypePerson && m.same == nil })
	id.each(id.sameAs, func(m *mention) bool { return m.same != nil })
	id.finish()
}

// isBody reports whether a mention is of an organisation, a coalition or a venue.
func isBody(m *mention) bool {
	return m.typ == civic.TypeOrganization || m.typ == civic.TypeCoalition || m.typ == civic.TypePlace && m.kind == "VENUE"
}

func (id *identity) each(do func(*mention), chosen func(*mention) bool) {
	id.pass++
	for _, m := range id.d.mentions {
		if chosen(m) {
			do(m)
		}
	}
}

// join adds a mention to a cluster, a new one if there is none.
func (id *identity) join(c *cluster, m *mention) *cluster {
	if c == nil {
		c = &cluster{typ: m.typ, head: m.head, keys: map[string]bool{}, number: len(id.clusters), lastBare: -1}
		id.clusters = append(id.clusters, c)
		id.file(c, keysOfHead(m)...)
	}
	c.mentions = append(c.mentions, m)
	id.of[m] = c
	c.note(m, id.pass)
	id.addNames(c, m.names...)
	return c
}

// note takes note of where a mention stands and of its level.
func (c *cluster) note(m *mention, pass int) {
	for len(c.proper) <= pass {
		c.proper = append(c.proper, nil)
	}
	if m.bare {
		c.lastBare = max(c.lastBare, m.span.Start)
	} else {
		c.proper[pass] = append(c.proper[pass], m.span.Start)
	}
	if m.area != nil && !slices.Contains(c.levels, m.area.kind) {
		c.levels = append(c.levels, m.area.kind)
	}
	if m.level != "" && !slices.Contains(c.levels, m.level) {
		c.levels = append(c.levels, m.level)
	}
}

// file files a cluster under keys, each of which says by a sign and a text what it is
// compared by: = a name of an area, ~ a name of a body, / one without its owner's, ^ a
// head, @ a code, - a ministry by its first field, a surname, . a given name.
func (id *identity) file(c *cluster, keys ...string) {
	for _, key := range keys {
		if all := id.by[key]; !slices.Contains(recent(all), c) {
			id.by[key] = append(all, c)
		}
	}
}

// addNames adds the names that the cluster does not have under another spelling.
func (id *identity) addNames(c *cluster, names ...string) {
	for _, name := range names {
		if key := id.d.words.fold(name); !c.keys[key] {
			c.keys[key] = true
			c.names = append(c.names, name)
			if c.typ != civic.TypePerson {
				id.file(c, "~"+id.bodyKey(key))
			}
		}
	}
}

// find is the first cluster, of those filed under one of the keys, that fits, or nil.
func (id *identity) find(keys []string, fits func(*cluster) bool) *cluster {
	var first *cluster
	for _, key := range keys {
		all := id.by[key]
		for _, c := range all[:min(len(all), lookBack)] {
			if (first == nil || c.number < first.number) && fits(c) {
				first = c
			}
		}
	}
	return first
}

// registered asks the register once for a mention.
func (id *identity) registered(m *mention) registered {
	r, asked := id.places[m]
	if !asked {
		r.place, r.ok = id.d.register(m, id.codes)
		id.places[m] = r
	}
	return r
}

// isRegistered reports whether the register tells which place a mention means.
func (id *identity) isRegistered(m *mention) bool { return id.registered(m).ok }

// place gathers the mentions of an area by its code, else by kind and name; a name
// that several areas of the report bear means the one first told apart.
func (id *identity) place(m *mention) {
	r := id.registered(m)
	key := "=" + m.kind + " " + id.d.words.fold(m.names[0])
	if r.ok {
		key = "@" + r.place.Code
	}
	c := id.find([]string{key}, func(*cluster) bool { return true })
	if c == nil {
		c = id.join(nil, m)
		id.file(c, "="+m.kind+" "+id.d.words.fold(m.names[0]))
	} else {
		id.join(c, m)
	}
	if r.ok {
		c.place = r.place
		id.file(c, key)
	}
}

// bareArea ties «облыс», «аудан» to the area at hand: the nearest one before in
// the same sentence, else the first that the report names.
func (id *identity) bareArea(m *mention) {
	if c := id.areaAtHand(m, id.areaSort(m.kind, m.head)); c != nil {
		id.join(c, m)
	}
}

// areaSort is the sort of an area that a bare word can stand for: its kind, and
// whether it is a rural district, which «аудан» never means.
func (id *identity) areaSort(kind string, names ...string) string {
	if slices.ContainsFunc(names, id.isRural) {
		return kind + " RURAL"
	}
	return kind
}

// isRural reports whether a word of a name says that it is a rural district's.
func (id *identity) isRural(name string) bool {
	for word := range strings.FieldsSeq(foldWord(name)) {
		if id.words.classes[civic.Kazakh].has(rural, word) || id.words.classes[civic.Russian].has(rural, word) {
			return true
		}
	}
	return false
}

// sortOf is the sort of a cluster of mentions of an area.
func (id *identity) sortOf(c *cluster) string {
	return id.areaSort(c.mentions[0].kind, c.mentions[0].names...)
}

// areaAtHand is the area of a sort that the place of a mention in the text suggests.
func (id *identity) areaAtHand(m *mention, kind string) *cluster {
	for _, other := range slices.Backward(recent(before(id.areas(), m.span.Start))) {
		if other.sentence != m.sentence {
			break
		}
		if c := id.of[other]; id.sortOf(c) == kind {
			return c
		}
	}
	first := id.firsts[kind]
	if first != nil && narrower(kind, gazetteer.District) && first.mentions[0].span.Start > m.span.Start {
		return nil // «ауыл» before any village is named is any village
	}
	return first
}

// areas are the mentions of areas by a name, in the order of the text; it also finds
// the first of each kind.
func (id *identity) areas() []*mention {
	if id.firsts == nil {
		id.firsts = map[string]*cluster{}
		for _, m := range id.d.mentions {
			c := id.of[m]
			if c == nil || m.bare || c.typ != civic.TypePlace {
				continue
			}
			id.named = append(id.named, m)
			if sort := id.sortOf(c); id.firsts[sort] == nil {
				id.firsts[sort] = c
			}
		}
	}
	return id.named
}

func (c *cluster) isBody() bool { return isBody(c.mentions[0]) }

// personOf gathers the mentions of a person by the parts of the name.
func (id *identity) personOf(m *mention) {
	folded := m.person.folded()
	c := id.find(folded.keys(), func(c *cluster) bool { return c.folded.agrees(folded) })
	c = id.join(c, m)
	c.person, c.folded = c.person.merged(m.person), c.folded.merged(folded)
	id.file(c, c.folded.keys()...)
}

// sameAs joins a mention to what an earlier one means.
func (id *identity) sameAs(m *mention) {
	if c := id.of[m.same]; c != nil {
		id.join(c, m)
		if m.typ == civic.TypePerson {
			c.person = c.person.merged(m.person)
		}
	}
}

// finish makes referents of the clusters and keeps the mentions that have one.
func (id *identity) finish() {
	for _, c := range id.clusters {
		slices.SortFunc(c.mentions, func(a, b *mention) int { return a.span.Start - b.span.Start })
	}
	slices.SortStableFunc(id.clusters, func(a, b *cluster) int { return a.mentions[0].span.Start - b.mentions[0].span.Start })
	index := make(map[*cluster]int, len(id.clusters))
	id.d.referents = slices.Grow(id.d.referents, len(id.clusters))
	for _, c := range id.clusters {
		r := id.referent(c)
		if len(r.Names) == 0 { // marks alone, as in «…»
			index[c] = -1
			continue
		}
		index[c] = id.d.addReferent(r)
		id.d.referents[index[c]].head = c.head
	}
	for m, c := range id.of {
		m.referent = index[c]
	}
	id.d.mentions = slices.DeleteFunc(id.d.mentions, func(m *mention) bool { return m.referent < 0 })
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
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
	loose    map[string]bool // names of a part without its owner's
}

// identity gathers the mentions of a document into clusters.
type identity struct {
	*Extractor
	d        *document
	codes    []string
	clusters []*cluster
	of       map[*mention]*cluster
	wholes   map[*mention][]*mention // of an owner, what is named as a part of it
	heads    map[string]bool         // of the bodies that are mentioned by their heads alone
}

// identify makes one referent of all mentions of one thing, in the order in which
// the report first speaks of them. Mentions that stand for nothing that the report
// names are dropped.
func (x *Extractor) identify(d *document) {
	id := &identity{Extractor: x, d: d, of: map[*mention]*cluster{}, wholes: map[*mention][]*mention{}, heads: map[string]bool{}}
	for _, m := range d.mentions {
		if m.owner != nil {
			id.wholes[m.owner] = append(id.wholes[m.owner], m)
		}
		if m.bare && isBody(m) {
			id.heads[m.head] = true
		}
	}
	id.codes = x.codesOf(d.mentions)
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
	for _, m := range id.d.mentions {
		if chosen(m) {
			do(m)
		}
	}
}

// join adds a mention to a cluster, a new one if there is none.
func (id *identity) join(c *cluster, m *mention) *cluster {
	if c == nil {
		c = &cluster{typ: m.typ, head: m.head, keys: map[string]bool{}, loose: map[string]bool{}}
		id.clusters = append(id.clusters, c)
	}
	c.mentions = append(c.mentions, m)
	id.of[m] = c
	c.addNames(m.names...)
	return c
}

// addNames adds the names that the cluster does not have under another spelling.
func (c *cluster) addNames(names ...string) {
	for _, name := range names {
		if key := kaz.Fold(name); !c.keys["="+key] {
			c.keys["="+key], c.keys[bodyKey(key)] = true, true
			c.names = append(c.names, name)
		}
	}
}

// find is the first cluster that fits, or nil.
func (id *identity) find(fits func(*cluster) bool) *cluster {
	for _, c := range id.clusters {
		if fits(c) {
			return c
		}
	}
	return nil
}

// isRegistered reports whether the register tells which place a mention means.
func (id *identity) isRegistered(m *mention) bool {
	_, ok := id.register(m, id.codes)
	return ok
}

// place gathers the mentions of an area by its code, else by kind and name; a name
// that several areas of the report bear means the one first told apart.
func (id *identity) place(m *mention) {
	p, registered := id.register(m, id.codes)
	c := id.find(func(c *cluster) bool {
		if c.typ != civic.TypePlace || c.mentions[0].kind == "VENUE" {
			return false
		}
		if registered {
			return c.place.Code == p.Code
		}
		return c.mentions[0].kind == m.kind && kaz.Fold(c.names[0]) == kaz.Fold(m.names[0])
	})
	c = id.join(c, m)
	if registered {
		c.place = p
	}
}

// bareArea ties «облыс», «аудан» to the area at hand: the nearest one before in
// the same sentence, else the first that the report names.
func (id *identity) bareArea(m *mention) {
	if c := id.areaAtHand(m, m.kind); c != nil {
		id.join(c, m)
	}
}

// areaAtHand is the area of a kind that the place of a mention in the text suggests.
func (id *identity) areaAtHand(m *mention, kind string) *cluster {
	var first, near *cluster
	at := -1
	for _, c := range id.clusters {
		if c.typ != civic.TypePlace || c.mentions[0].kind != kind {
			continue
		}
		for _, other := range c.mentions {
			if other.bare {
				continue
			}
			if first == nil || other.span.Start < first.mentions[0].span.Start {
				first = c
			}
			if other.sentence == m.sentence && other.span.Start < m.span.Start && other.span.Start > at {
				near, at = c, other.span.Start
			}
		}
	}
	if near != nil {
		return near
	}
	if first != nil && narrower(kind, gazetteer.District) && first.mentions[0].span.Start > m.span.Start {
		return nil // «ауыл» before any village is named is any village
	}
	return first
}

// body gathers the mentions of an organisation or venue by their names.
func (id *identity) body(m *mention) {
	c := id.find(func(c *cluster) bool {
		return c.typ == m.typ && c.isBody() && c.sharesName(m) && c.ofLevel(m) && id.sameArea(c, m) && c.sameOwner(m)
	})
	if c == nil && (m.sole || m.light) {
		c = id.lastHead(m)
	}
	c = id.join(c, m)
	if c.owner == nil {
		c.owner = m.owner
	}
	if m.loose != "" {
		c.loose[bodyKey(kaz.Fold(m.loose))] = true
	}
	if c.area == nil && m.area != nil {
		c.area = id.of[m.area]
	}
}

func (c *cluster) isBody() bool { return isBody(c.mentions[0]) }

// sharesName reports whether a name of the mention is a name of the cluster.
func (c *cluster) sharesName(m *mention) bool {
	if m.loose != "" && c.loose[bodyKey(kaz.Fold(m.loose))] {
		return true
	}
	for _, key := range m.bodyKeys() {
		if c.keys[key] {
			return true
		}
	}
	return false
}

// bodyKeys are the mention's names as they are compared, found once.
func (m *mention) bodyKeys() []string {
	if m.keys == nil {
		for _, name := range m.names {
			m.keys = append(m.keys, bodyKey(kaz.Fold(name)))
		}
	}
	return m.keys
}

// bodyKey is equal for a folded name with and without the possessive of its head:
// «өңірлік штаб», «өңірлік штабы».
func bodyKey(key string) string {
	for _, possessive := range []string{"сы", "сі", "ы", "і"} {
		if bare, ok := strings.CutSuffix(key, possessive); ok && len(bare) > 6 {
			return bare
		}
	}
	return key
}

// sameOwner reports whether nothing speaks against the mention being a part of the
// cluster's owner.
func (c *cluster) sameOwner(m *mention) bool {
	if c.owner == nil || m.owner == nil {
		return true
	}
	for _, name := range m.owner.names {
		if slices.Contains(c.owner.names, name) {
			return true
		}
	}
	return false
}

// sameArea reports whether nothing speaks against the mention being in the cluster's area.
func (id *identity) sameArea(c *cluster, m *mention) bool {
	if m.area == nil || c.area == nil {
		return true
	}
	return id.of[m.area] == c.area
}

// owner gathers a body named inside another's name: the party of a branch is that
// party if the report speaks of it elsewhere, else only a part of the branch's name.
func (id *identity) owner(m *mention) {
	c := id.find(func(c *cluster) bool { return c.typ == m.typ && c.isBody() && c.sharesName(m) })
	if c != nil {
		id.join(c, m)
		id.inherit(m)
		return
	}
	if m.kind == "LEGISLATURE" {
		return
	}
	id.inherit(m)
	wholes := id.wholes[m]
	if len(wholes) == 0 || id.heads[m.head] {
		id.join(nil, m)
	} else if c := id.of[wholes[0]]; c != nil {
		c.addNames(m.names...)
		id.of[m] = c
	}
}

// inherit gives a branch the kind of what it is a branch of.
func (id *identity) inherit(owner *mention) {
	for _, m := range id.wholes[owner] {
		if m.branch {
			m.kind = owner.kind
		}
	}
}

// bareBody ties a head alone to the last body before it that has this head.
func (id *identity) bareBody(m *mention) {
	if c := id.lastHead(m); c != nil {
		id.join(c, m)
	}
}

// lastHead is the cluster with the head of m that was mentioned last before it;
// failing that the first one after.
func (id *identity) lastHead(m *mention) *cluster {
	var before, after *cluster
	at := -1
	for _, c := range id.clusters {
		if !c.isBody() || c.typ != m.typ || !headsAgree(c, m) || !c.ofLevel(m) || m.light && !id.sameArea(c, m) {
			continue
		}
		if start := c.lastBefore(m.span.Start); start > at {
			before, at = c, start
		}
		if after == nil {
			after = c
		}
	}
	if before != nil {
		return before
	}
	if m.bare && (after == nil || after.mentions[0].sentence > 1) {
		return nil
	}
	return after
}

// lastBefore is where the last mention of the cluster before a byte starts, or -1.
func (c *cluster) lastBefore(at int) int {
	last := -1
	for _, m := range slices.Backward(c.mentions) {
		if m.span.Start < at {
			last = max(last, m.span.Start)
			if !m.bare {
				break
			}
		}
	}
	return last
}

// ofLevel reports whether nothing speaks against the body being of the level that the
// mention says: the council of a town is not «облыстық кеңес».
func (c *cluster) ofLevel(m *mention) bool {
	return m.level == "" || !slices.ContainsFunc(c.mentions, func(other *mention) bool {
		return other.area != nil && other.area.kind != m.level || other.level != "" && other.level != m.level
	})
}

// headsAgree reports whether a head alone may mean the cluster: it has the same head,
// or is a word for companies in general and the cluster is one.
func headsAgree(c *cluster, m *mention) bool {
	if c.head == m.head || lastWord(c.mentions[0].noun) == m.head || lastWord(c.head) == m.head {
		return true
	}
	general := []string{"компания", "кәсіпорын", "серіктестік", "предприятие", "товарищество"}
	return slices.Contains(general, m.head) && c.mentions[0].kind == "COMPANY"
}

// personOf gathers the mentions of a person by the parts of the name.
func (id *identity) personOf(m *mention) {
	folded := m.person.folded()
	c := id.find(func(c *cluster) bool { return c.typ == civic.TypePerson && c.folded.agrees(folded) })
	c = id.join(c, m)
	c.person, c.folded = c.person.merged(m.person), c.folded.merged(folded)
}

// agrees reports whether two names may be one person's: they share the surname, or the
// given name where one has no surname, and contradict each other nowhere.
func (p personName) agrees(q personName) bool {
	family := sameOrAbsent(p.family, q.family) && sameOrAbsent(p.given, q.given) && sameOrAbsent(p.patronymic, q.patronymic)
	if !family {
		return false
	}
	if p.family != "" && q.family != "" {
		return true
	}
	return p.given != "" && p.given == q.given
}

// folded is the name as it is compared; an initial keeps its stop.
func (p personName) folded() personName {
	fold := func(part string) string {
		if strings.HasSuffix(part, ".") {
			return kaz.Fold(part) + "."
		}
		return kaz.Fold(part)
	}
	return personName{fold(p.given), fold(p.patronymic), fold(p.family)}
}

// sameOrAbsent compares two parts of folded names: «с.» agrees with «сәуірбек».
func sameOrAbsent(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	initial, dotted := strings.CutSuffix(a, ".")
	other, alsoDotted := strings.CutSuffix(b, ".")
	switch {
	case dotted && !alsoDotted:
		return strings.HasPrefix(other, initial)
	case alsoDotted && !dotted:
		return strings.HasPrefix(initial, other)
	}
	return initial == other
}

// merged has the fuller of the parts of two names.
func (p personName) merged(q personName) personName {
	return personName{fuller(p.given, q.given), fuller(p.patronymic, q.patronymic), fuller(p.family, q.family)}
}

func fuller(a, b string) string {
	if a == "" || strings.HasSuffix(a, ".") && b != "" {
		return b
	}
	return a
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
	index := map[*cluster]int{}
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

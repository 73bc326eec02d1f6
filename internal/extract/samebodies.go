package extract

import (
	"civicgraph/internal/civic"
	"slices"
	"sort"
	"strings"
)

// body gathers the mentions of an organisation or venue by their names.
func (id *identity) body(m *mention) {
	c := id.find(id.bodyKeys(m), func(c *cluster) bool {
		return c.typ == m.typ && c.isBody() && c.ofLevel(m) && id.sameArea(c, m) && c.sameOwner(m)
	})
	if c == nil && (m.sole || m.light) {
		c = id.lastHead(m)
	}
	if c == nil {
		c = id.shortened(m)
	}
	c = id.join(c, m)
	if short := id.firstField(m); short != "" {
		id.file(c, "-"+short)
	}
	if c.owner == nil {
		c.owner = m.owner
	}
	if m.loose != "" {
		id.file(c, "/"+id.bodyKey(id.d.words.fold(m.loose)))
	}
	if c.area == nil && m.area != nil {
		c.area = id.of[m.area]
	}
}

// shortened is the ministry of several fields that a mention calls by the first of them,
// «Министерство труда», or the other way round, or nil.
func (id *identity) shortened(m *mention) *cluster {
	if !id.isMinistry(m) {
		return nil
	}
	keys := []string{"-" + id.d.words.fold(m.names[0])}
	short := id.firstField(m)
	if short != "" {
		keys = []string{"~" + short}
	}
	return id.find(keys, func(c *cluster) bool { return c.typ == m.typ && (short == "" || c.keys[short]) })
}

// isMinistry reports whether a mention is of a ministry, by its name in Russian.
func (id *identity) isMinistry(m *mention) bool {
	ministry := id.words.classes[civic.Russian].first(ministryWord)
	return m.kind == "GOVERNMENT" && len(m.names) > 0 && strings.HasPrefix(id.d.words.fold(m.names[0]), ministry+" ")
}

// firstField is the folded name of a Russian ministry with the first of its fields alone,
// or empty where it has no other.
func (id *identity) firstField(m *mention) string {
	classes := id.words.classes[civic.Russian]
	if !id.isMinistry(m) {
		return ""
	}
	first, _, _ := strings.Cut(id.d.words.fold(m.names[0]), " "+classes.first(conjoining)+" ")
	if first == id.d.words.fold(m.names[0]) {
		return ""
	}
	return first
}

// bodyKeys are the keys of the clusters that share a name with a mention.
func (id *identity) bodyKeys(m *mention) []string {
	var keys []string
	if m.loose != "" {
		keys = append(keys, "/"+id.bodyKey(id.d.words.fold(m.loose)))
	}
	for _, name := range m.names {
		keys = append(keys, "~"+id.bodyKey(id.d.words.fold(name)))
	}
	return keys
}

// bodyKey is equal for a folded name with and without the possessive of its head:
// «өңірлік штаб», «өңірлік штабы».
func (id *identity) bodyKey(key string) string {
	for _, bare := range id.words.classes[civic.Kazakh].stems(possessed, key) {
		if len(bare) > 6 {
			return bare
		}
	}
	return key
}

// sameOwner reports whether nothing speaks against the mention being a part of the
// cluster's owner.
func (c *cluster) sameOwner(m *mention) bool {
	if c.owner == nil || m.owner == nil || len(c.owner.names) == 0 || len(m.owner.names) == 0 {
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
	c := id.find(id.bodyKeys(m), func(c *cluster) bool { return c.typ == m.typ && c.isBody() })
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
		id.addNames(c, m.names...)
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
	for _, c := range recent(id.headed(m)) {
		if !c.isBody() || c.typ != m.typ || !c.ofLevel(m) || m.light && !id.sameArea(c, m) {
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

// headed are the clusters that a head alone may mean, in the order in which they were
// found.
func (id *identity) headed(m *mention) []*cluster {
	found := id.by["^"+m.head]
	if id.d.sentences[m.sentence].classes().has(company, m.head) {
		found = append(slices.Clone(found), id.by["^COMPANY"]...)
		slices.SortFunc(found, func(a, b *cluster) int { return a.number - b.number })
		found = slices.Compact(found)
	}
	return found
}

// keysOfHead are the keys of the heads by which a cluster that begins with a mention
// may be meant.
func keysOfHead(m *mention) []string {
	keys := []string{"^" + m.head, "^" + lastWord(m.head), "^" + lastWord(m.noun)}
	if m.kind == "COMPANY" {
		keys = append(keys, "^COMPANY")
	}
	return keys
}

// lastBefore is where the last mention of the cluster before a byte starts, or -1.
func (c *cluster) lastBefore(at int) int {
	last := -1
	if c.lastBare < at {
		last = c.lastBare
	}
	for _, starts := range c.proper {
		if n := sort.SearchInts(starts, at); n > 0 {
			last = max(last, starts[n-1])
		}
	}
	return last
}

// ofLevel reports whether nothing speaks against the body being of the level that the
// mention says: the council of a town is not «облыстық кеңес».
func (c *cluster) ofLevel(m *mention) bool {
	return m.level == "" || !slices.ContainsFunc(c.levels, func(level string) bool { return level != m.level })
}

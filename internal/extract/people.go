package extract

import (
	"slices"
	"sort"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// knownGroup is a group that the report spoke of, with its referent.
type knownGroup struct {
	referent int
	group    *group
}

// knownPeople are the groups that the report spoke of.
type knownPeople struct {
	all       []knownGroup            // in the order of the text
	byKey     map[string]int          // referents
	heads     map[int]string          // of referents
	deputies  map[int]bool            // referents of those who sit in a chamber
	uncounted map[string][]knownGroup // by head: those without a number
}

func newKnownPeople() knownPeople {
	return knownPeople{byKey: map[string]int{}, heads: map[int]string{}, deputies: map[int]bool{}, uncounted: map[string][]knownGroup{}}
}

func (p *knownPeople) add(key string, k knownGroup) {
	p.all = append(p.all, k)
	if _, known := p.byKey[key]; !known {
		p.byKey[key] = k.referent
	}
	p.heads[k.referent] = k.group.head
	p.deputies[k.referent] = k.group.relation == "DEPUTIES"
	if k.group.count == nil {
		p.uncounted[k.group.head] = append(p.uncounted[k.group.head], k)
	}
}

// peek is the referent of a part if it has one already.
func (a *account) peek(q part) (int, bool) { return a.peekAt(q, a.current) }

// peekAt is the referent of a part that takes part in the event h, or is spoken of
// at it.
func (a *account) peekAt(q part, h *happening) (int, bool) {
	switch {
	case q.mention != nil:
		return q.mention.referent, q.mention.referent >= 0
	case q.group != nil:
		if r, ok := a.stoodFor(q.group, h); ok {
			return r, true
		}
		if r, ok := a.people.byKey[a.groupKey(q.group)]; ok {
			return r, true
		}
	}
	return -1, false
}

// referentOf is the referent of a part; a group becomes one when it first takes part
// in an event.
func (a *account) referentOf(q part, h *happening) (int, bool) {
	if h == nil {
		h = a.current
	}
	if r, ok := a.peekAt(q, h); ok {
		return r, true
	}
	if q.group == nil || q.group.bare || q.group.crowd() || q.group.plain && q.group.public() && strings.Contains(q.group.flags, "MASS") {
		return -1, false
	}
	return a.addGroup(q), true
}

// stoodFor is who a description stands for: «қатысушылар» for those who attend the
// event at hand, «топ» and «қонақтар» for those who travel.
func (a *account) stoodFor(g *group, h *happening) (int, bool) {
	if g.plain && !g.bare {
		if r, ok := a.amongThose(g, h); ok && (g.count == nil || a.sameCounted(g, h, r)) {
			return r, true
		}
	}
	if r, ok := a.delegationAgain(g); ok {
		return r, true
	}
	if !g.bare {
		return -1, false
	}
	if g.team() {
		for _, k := range slices.Backward(recent(a.people.all)) {
			if k.group.team() {
				return k.referent, true
			}
		}
	}
	if a.visit != nil && (g.team() || g.guest()) {
		if v := a.visit.with(civic.RoleVisitor); len(v) > 0 {
			return v[0], true
		}
	}
	if a.current != nil && g.relation == "PARTICIPANTS" && !g.guest() {
		for _, role := range []string{civic.RoleAttendee, civic.RoleCounterpart} {
			for _, r := range a.current.with(role) {
				if a.d.referents[r].Type == civic.TypeGroup {
					return r, true
				}
			}
		}
	}
	return -1, false
}

// sameCounted reports whether counted people are those whom the Kazakh report said before,
// without a number and in the same word alone, to be at the event h: «кәсіпкерлермен дөңгелек
// үстел … Оған 30 кәсіпкер қатысты».
func (a *account) sameCounted(g *group, h *happening, r int) bool {
	if h == nil || h.role(r) == "" || a.d.sentences[g.sentence].lang != civic.Kazakh {
		return false
	}
	return slices.ContainsFunc(recent(a.people.uncounted[g.head]), func(k knownGroup) bool { return k.referent == r && k.group.plain })
}

// delegationAgain is the delegation on the trip at hand, if it is spoken of by where it
// comes from alone: «венгриялық топ», «жапон делегациясы».
func (a *account) delegationAgain(g *group) (int, bool) {
	if a.visit == nil || !g.team() || g.number != "" || g.count != nil || len(strings.Fields(g.name)) != 2 {
		return -1, false
	}
	classes := a.d.sentences[g.sentence].classes()
	visitors := a.visit.with(civic.RoleVisitor)
	if len(visitors) != 1 || !classes.has(delegation, a.people.heads[visitors[0]]) {
		return -1, false
	}
	return visitors[0], classes.has(delegation, g.head) || classes.has(townsman, strings.Fields(g.name)[0])
}

// amongThose finds people who take part in the event or trip at hand already: of the
// same word, «тұрғындар» for «қала тұрғындары», or of a body in that capacity,
// «ұстаздар» of the school just met.
func (a *account) amongThose(g *group, h *happening) (int, bool) {
	for _, h := range []*happening{h, a.visit} {
		if h == nil {
			continue
		}
		for _, p := range h.participants {
			deputies := g.relation == "DEPUTIES" && a.people.deputies[p.referent]
			if p.capacity != "" && p.capacity == g.relation || a.people.heads[p.referent] == g.head || deputies {
				return p.referent, true
			}
		}
	}
	return -1, false
}

// groupKey is equal for two descriptions of the same people: the same words of the
// same owners, counted or not.
func (a *account) groupKey(g *group) string {
	key := kaz.Fold(g.name)
	if g.number != "" {
		return g.number + " " + g.head
	}
	if len(g.owners) > 0 {
		key = g.head
		for _, m := range g.owners {
			if m.referent >= 0 {
				key += " " + string(a.d.referents[m.referent].ID)
			}
		}
	}
	if g.count != nil {
		key += " " + g.count.Raw
	}
	return key
}

// addGroup makes a referent of a description, with the places and bodies it is of.
func (a *account) addGroup(q part) int {
	g := q.group
	s := a.sentenceOf(q)
	span := s.spanOf(q.first, q.last)
	r := a.d.addReferent(civic.Referent{
		Type: civic.TypeGroup, Names: []civic.Name{{Text: g.name, Language: s.lang, Kind: civic.NameDescribed}},
		Props: civic.Props{Count: g.count}, Mentions: []civic.Span{span}, Rule: "people described",
	})
	for _, m := range a.ownersOf(g) {
		if m.referent >= 0 {
			a.d.addClaim(civic.GroupOf, r, m.referent, civic.Claim{
				Basis: civic.Explicit, Evidence: evidence(span), Rule: "people of a place or body", Props: civic.EdgeProps{Relation: g.relation},
			})
		}
	}
	if g.count != nil {
		a.partOfResidents(g, r, span)
	}
	a.people.add(a.groupKey(g), knownGroup{r, g})
	return r
}

// sentenceOf is the sentence of a group.
func (a *account) sentenceOf(q part) *sentence { return &a.d.sentences[q.group.sentence] }

// ownersOf are the places or bodies that people belong to: for «аудан тұрғындары»
// after several districts each of them.
func (a *account) ownersOf(g *group) []*mention {
	if len(g.owners) != 1 || !g.owners[0].bare || a.stayedOf != g.sentence || len(a.stayed) < 2 {
		return g.owners
	}
	var owners []*mention
	for _, q := range a.stayed {
		if q.mention.kind != g.owners[0].kind {
			return g.owners
		}
		owners = append(owners, q.mention)
	}
	return owners
}

// partOfResidents makes counted residents a part of the residents of the same place.
func (a *account) partOfResidents(g *group, r int, span civic.Span) {
	for _, k := range recent(a.people.uncounted[g.head]) {
		if len(g.owners) > 0 && slices.EqualFunc(k.group.owners, g.owners, func(x, y *mention) bool { return x.referent == y.referent }) {
			a.d.addClaim(civic.SubgroupOf, r, k.referent, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "counted residents"})
		}
	}
}

// itemised adds to the event at hand those who are listed behind a colon as the crowd that
// came to it: «пришли сто человек: учителя, врачи».
func (a *account) itemised(p sentenceParts, c clause) {
	h := a.current
	if p.s.lang != civic.Russian || c.hasVerb || !p.s.is(c.first-1, ":") || h == nil || h.typ != civic.TypeMeeting || h.attendance == nil {
		return
	}
	at := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].last >= c.first-2 })
	if at == len(p.parts) || p.parts[at].last != c.first-2 {
		return
	}
	if crowd := p.parts[at].group; crowd == nil || crowd.count == nil || crowd.count.Value != h.attendance.Value {
		return
	}
	for _, q := range c.parts {
		if q.actor() && q.kase == kaz.Nom {
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// subgroups reads a list after a dash or colon as the kinds of people in a group:
// «500 тұрғын – ардагерлер, педагогтер».
func (a *account) subgroups(p sentenceParts) {
	for i, q := range p.parts {
		if q.group != nil && q.group.count != nil && p.s.is(q.last+1, "–", "—", ":") && !p.s.is(q.first-1, "–", "—") {
			if whole, ok := a.peek(q); ok {
				a.kindsOf(p, q, whole, p.parts[i+1:])
			}
			return
		}
	}
}

func (a *account) kindsOf(p sentenceParts, q part, whole int, rest []part) {
	for _, sub := range rest {
		if sub.group == nil || sub.kase != kaz.Nom {
			return
		}
		if r, ok := a.referentOf(sub, nil); ok {
			a.d.addClaim(civic.SubgroupOf, r, whole, civic.Claim{Basis: civic.Explicit, Evidence: evidence(p.s.spanOf(q.first, sub.last)), Rule: "kinds of people after a dash"})
		}
	}
}

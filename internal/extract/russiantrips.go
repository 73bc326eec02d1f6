package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// tripNamed makes a visit of a Russian clause that names it and where it went: «поездка
// министра по области завершилась», «в рамках визита в Атырау X посетил …».
func (a *account) tripNamed(p sentenceParts, c clause) {
	if p.s.lang != civic.Russian || p.s.title || !c.hasVerb {
		return
	}
	for i, noun := range c.parts {
		if noun.event == nil || noun.event.kind != "VISIT" || noun.event.plural {
			continue
		}
		stops, who := tripStops(p.s, c, noun), a.tripMakers(c, &c.parts[i])
		planned := c.verb.is(plans) && noun.kase == kaz.Nom && len(c.dates) > 0 // «поездка в Актау запланирована на март»
		if len(stops) == 0 || len(who) == 0 && !planned || a.onTrip(stops, c) {
			continue
		}
		n := noun.event
		h := a.newTrip(p, c, noun, stops, a.meetingName(p.s, n, n.first, modifiers{})+" "+a.d.text(p.s.spanOf(n.last+1, listEnd(p.s, stops))))
		for _, q := range who {
			a.joinPart(h, q, civic.RoleVisitor, civic.Explicit, h.span)
		}
		a.takeDate(c, h, &c.parts[i])
		return
	}
}

// newTrip makes the visit that a noun of a trip names.
func (a *account) newTrip(p sentenceParts, c clause, noun part, stops []part, name string) *happening {
	h := &happening{name: name, typ: civic.TypeVisit, sentence: c.sentence, planned: c.verb.planned || c.verb.is(plans), rule: "noun of a trip", span: a.clauseSpan(p, c)}
	h.mentions = []civic.Span{h.span}
	for _, q := range stops {
		h.at(placing{q.mention.referent, "DESTINATION", civic.Explicit, p.s.spanOf(min(noun.first, q.first), max(noun.last, q.last))})
	}
	if !h.planned {
		a.visit = h
	}
	a.add(h)
	return h
}

// seen remembers which body or venue a Russian clause says that people visited, for the
// clauses behind it: «побывала в больнице и пообщалась с врачами».
func (a *account) seen(p sentenceParts, c clause) {
	if p.s.title || c.verb.negated || c.verb.planned || !c.verb.is(tours) {
		return
	}
	for _, q := range c.parts {
		seat := q.is(civic.TypeOrganization) && q.capacity == "" || q.is(civic.TypePlace) && q.mention.kind == "VENUE"
		if seat && q.mention.referent >= 0 && q.first > c.verb.last && (q.kase == kaz.Acc || p.s.in(q.first-1, locative)) {
			a.stayed, a.stayedOf = []part{q}, p.n
		}
	}
}

// tripStops are the places behind the noun of a trip to or through which it went.
func tripStops(s *sentence, c clause, noun part) []part {
	var found []part
	for _, q := range c.parts {
		if q.first <= noun.last || !q.is(civic.TypePlace) || q.mention.referent < 0 {
			continue
		}
		if s.in(q.first-1, locative) || s.is(q.first-1, "по") || len(found) > 0 && s.joint(q.first-1) {
			found = append(found, q)
		}
	}
	return found
}

// listEnd is the last token of the first places of a Russian clause that are listed
// together: «в Актау и Жанаозен».
func listEnd(s *sentence, stops []part) int {
	end := stops[0].last
	for _, q := range stops[1:] {
		if q.first > end+3 || !s.joint(end+1) {
			break
		}
		end = q.last
	}
	return end
}

// tripMakers are those whose trip the noun says it is, else the subjects of a clause to
// which it is a circumstance.
func (a *account) tripMakers(c clause, noun *part) []part {
	if whose := a.modifiers(c, noun).whose; len(whose) > 0 && (noun.kase != kaz.Nom || c.verb.is(happens, holds, plans)) {
		return whose
	}
	if noun.kase == kaz.Nom {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.subjects), func(q part) bool { return !canTravel(q) })
}

// onTrip reports whether the trip told of went to one of the places already.
func (a *account) onTrip(stops []part, c clause) bool {
	return a.visit != nil && !c.verb.planned && slices.ContainsFunc(a.visit.places, func(l placing) bool {
		return slices.ContainsFunc(stops, func(q part) bool { return q.mention.referent == l.referent })
	})
}

// setApart takes an event out of the trip at hand where a Russian clause says that others
// held it, and nobody of the trip was there: «тем временем аким области встречался с
// фермерами».
func (a *account) setApart(p sentenceParts, c clause, h *happening, met []part) {
	if p.s.lang != civic.Russian || a.visit == nil || h.parent != a.visit || len(c.subjects) == 0 || !c.verb.is(holds, meets, receives) || c.verb.is(gathers) {
		return
	}
	lone := !slices.ContainsFunc(a.visit.with(civic.RoleVisitor), func(r int) bool { return a.d.referents[r].Type != civic.TypePerson })
	for _, q := range append(slices.Clone(c.subjects), met...) {
		r, ok := a.peek(q)
		if ok && a.visit.role(r) != "" || q.group != nil && q.group.bare {
			return
		}
	}
	for _, q := range c.subjects {
		named := q.is(civic.TypePerson) && q.mention.sentence == c.sentence && q.first <= q.mention.first && q.mention.last <= q.last
		if !named || !lone && !q.mention.governs() {
			return // «он» may be one of those who travel
		}
	}
	h.parent, h.apart = nil, true
}

// governs reports whether a person is an akim, or serves one.
func (m *mention) governs() bool {
	return slices.ContainsFunc(m.titles, func(t *title) bool {
		return strings.HasPrefix(t.rule, "AKIM") || strings.HasPrefix(t.rule, "SERVES AKIM")
	})
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// tripOf is the trip that the noun «сапар» stands for.
func (a *account) tripOf(p sentenceParts, c clause, noun *part) *happening {
	if a.visit == nil {
		return a.tripHeld(p, c, noun)
	}
	if c.verb.is(travels, tours, works) || noun.event.context(p.s) && c.verb.is(happens) && p.s.classes().has(being, c.verb.stem) {
		return nil // «сапары аясында ауданда болды»
	}
	if (c.verb.planned || c.verb.is(plans)) && !a.visit.planned && (noun.event.fresh || noun.event.first < noun.event.phrase.first) && !noun.event.same {
		return a.tripHeld(p, c, noun) // «жауап сапар күзде болады»
	}
	if whose := a.modifiers(c, noun).whose; c.verb.is(happens, holds, plans) && len(whose) > 0 && (a.others(whose, true) || c.verb.is(plans)) {
		return a.tripHeld(p, c, noun)
	}
	a.current, a.general = a.visit, false
	return a.visit
}

// tripAside makes a visit of a Kazakh clause to which a trip is a circumstance, or which
// says how it began: «Қордай ауданына сапары барысында X …», «ауданға сапарын … бастады».
func (a *account) tripAside(p sentenceParts, c clause) {
	if p.s.lang != civic.Kazakh || p.s.title || !c.hasVerb || a.visit != nil && !c.verb.planned {
		return
	}
	for i, noun := range c.parts {
		if noun.event == nil || noun.event.kind != "VISIT" || noun.event.plural {
			continue
		}
		bounds := noun.kase == kaz.Acc && p.s.in(c.verb.last, bounding)
		stops, who := a.tripGoals(c, noun), a.modifiers(c, &c.parts[i]).whose
		if len(who) == 0 {
			who = slices.DeleteFunc(slices.Clone(c.subjects), func(q part) bool { return !canTravel(q) })
		}
		if extra := a.extra[noun.event]; len(who) == 0 && !extra.verb.negated {
			who = slices.DeleteFunc(slices.Clone(extra.subjects), func(q part) bool { return !canTravel(q) })
		}
		if len(stops) == 0 || len(who) == 0 || !noun.event.context(p.s) && !bounds && noun.kase != kaz.Loc {
			continue
		}
		goals := a.d.text(p.s.spanOf(stops[0].first, max(stops[0].last, stops[len(stops)-1].last)))
		h := a.newTrip(p, c, noun, stops, capitalised(goals+" "+noun.event.text))
		for _, q := range who {
			a.joinPart(h, q, civic.RoleVisitor, civic.Explicit, h.span)
		}
		a.takeDate(c, h, &c.parts[i])
		return
	}
}

// tripGoals are the places before the noun of a Kazakh trip to which, or in which, it was.
func (a *account) tripGoals(c clause, noun part) []part {
	var found []part
	for _, q := range append(slices.Clone(a.extra[noun.event].parts), c.parts...) {
		if q.last < noun.first && q.is(civic.TypePlace) && q.mention.referent >= 0 && q.mention.kind != "VENUE" && (q.kase == kaz.Dat || q.near) {
			found = append(found, q)
		}
	}
	return found
}

// tripHeld makes a visit of a clause that tells of it by its noun: «коалицияның
// Қордай ауданына сапары басталды».
func (a *account) tripHeld(p sentenceParts, c clause, noun *part) *happening {
	whose := a.modifiers(c, noun).whose
	if !c.verb.is(happens, holds, plans) || noun.kase != kaz.Nom && noun.kase != kaz.Acc || len(whose) == 0 && (a.visit == nil || !c.verb.planned && !c.verb.is(plans)) || p.s.lang != civic.Kazakh || p.s.title {
		return nil
	}
	h := &happening{typ: civic.TypeVisit, sentence: c.sentence, planned: c.verb.planned || c.verb.is(plans), rule: "noun of a trip", span: a.clauseSpan(p, c)}
	h.mentions, h.name = []civic.Span{h.span}, capitalised(nominativeWord(noun.event))
	for _, q := range c.parts {
		if q.is(civic.TypePlace) && q.mention.referent >= 0 && q.mention.kind != "VENUE" && (q.kase == kaz.Dat || q.near) {
			h.at(placing{q.mention.referent, "DESTINATION", civic.Explicit, p.s.spanOf(q.first, q.last)})
			h.name = capitalised(a.d.text(p.s.spanOf(q.first, q.last)) + " " + nominativeWord(noun.event))
		}
	}
	a.depart(h, whose)
	for _, q := range whose {
		a.joinPart(h, q, civic.RoleVisitor, civic.Explicit, h.span)
	}
	return h
}

// trip makes a visit of a verb of motion, or adds to the one that is told of.
func (a *account) trip(p sentenceParts, c clause) *happening {
	stops := a.destinations(p.s, c)
	if !slices.ContainsFunc(c.subjects, canTravel) && c.sentence != 0 {
		return nil
	}
	if c.verb.kind == kaz.VerbConverb && len(stops) > 0 && (a.visit != nil || narrower(stops[0].mention.kind, gazetteer.Region)) {
		a.stayed, a.stayedOf = stops, p.n
	}
	if len(stops) == 0 {
		return a.company(p, c)
	}
	if a.arrived(c, stops) {
		return a.current
	}
	if c.verb.is(works) && p.s.lang == civic.Russian && (stops[0].mention.kind == "VENUE" || a.visit == nil && a.current != nil) {
		return nil // «ознакомились с выставкой в Доме культуры»
	}
	if c.verb.is(works) && p.s.lang == civic.Kazakh && !slices.ContainsFunc(c.subjects, travellers) {
		return nil // «ауданда 300 дәрігер жұмыс істейді»
	}
	if c.verb.is(travels) && a.visit == nil && a.current != nil && !c.verb.planned && !p.namesTrip(c) && !(p.leaves(c) && len(c.dates) > 0) && !(a.newParagraph(p.n) && a.elsewhere(a.current, stops)) {
		return a.guests(p, c)
	}
	if a.visit != nil && !c.verb.planned && !a.otherTravellers(c) {
		return a.stop(p, c, stops)
	}
	if p.s.title && p.s.lang == civic.Kazakh && c.verb.planned && a.outing != nil {
		a.outing.mentions = append(a.outing.mentions, a.clauseSpan(p, c))
		return nil // the trip of which the body tells
	}
	h := &happening{typ: civic.TypeVisit, sentence: c.sentence, planned: c.verb.planned, rule: "verb of motion", span: a.clauseSpan(p, c)}
	h.mentions = []civic.Span{h.span}
	h.name = capitalised(a.tripCalled(p.s, c, stops))
	for _, q := range stops {
		h.at(placing{q.mention.referent, "DESTINATION", civic.Explicit, p.s.spanOf(min(q.first, c.verb.first), max(q.last, c.verb.last))})
	}
	a.depart(h, c.subjects)
	return h
}

// depart makes a trip the one that is told of; that of one team of several is a part of
// the trip of them all.
func (a *account) depart(h *happening, who []part) {
	if slices.ContainsFunc(who, func(q part) bool { return q.group != nil && q.group.number != "" }) && a.umbrella != nil && !h.planned {
		h.parent, h.parentSpan = a.umbrella, h.span
	}
	if !h.planned {
		a.visit, a.day = h, civic.Date{}
		if h.parent == nil && slices.ContainsFunc(who, func(q part) bool { return q.group != nil && q.group.team() && q.group.number == "" }) {
			a.umbrella = h
		}
	}
	a.add(h)
}

// ofTeam turns from the trip of one team to that of all of them where a clause tells of
// another.
func (a *account) ofTeam(c clause) {
	if a.umbrella == nil || a.visit == nil || a.visit == a.umbrella || c.verb.relative {
		return
	}
	for _, q := range c.subjects {
		if q.group == nil || q.group.number == "" {
			continue
		}
		if r, ok := a.peek(q); !ok || a.visit.role(r) == "" {
			a.visit, a.day = a.umbrella, civic.Date{}
		}
	}
}

// whereabouts remembers where people went, or what they saw, before the verb of their
// sentence says what they did there: «зауытты аралап, жұмысшылармен тілдесті».
func (a *account) whereabouts(p sentenceParts, c clause) {
	if p.s.lang == civic.Russian {
		a.seen(p, c)
		return
	}
	if p.s.lang != civic.Kazakh || c.verb.kind != kaz.VerbConverb || c.verb.negated || !c.verb.is(tours, travels, stays, happens, sees) {
		return
	}
	want := map[bool]kaz.Case{true: kaz.Acc, false: kaz.Loc}[c.verb.is(tours, sees)]
	if c.verb.is(travels) {
		want = kaz.Dat
	}
	var found []part
	for _, q := range c.parts {
		seat := q.is(civic.TypeOrganization) && q.capacity == "" || q.is(civic.TypePlace) && q.mention.kind == "VENUE"
		if seat && q.mention.referent >= 0 && (q.kase == want || q.kase == kaz.Gen && q.last < c.verb.first-1 && a.thingOf(p.s, q.last, c.verb.first, want)) {
			found = append(found, q)
		}
	}
	if len(found) > 0 {
		a.stayed, a.stayedOf = found, p.n
	}
}

// thingOf reports whether the word right before a verb is a thing of what ends at token
// last, in the given case: «кооперативінің бақтарын аралап».
func (a *account) thingOf(s *sentence, last, verb int, kase kaz.Case) bool {
	r := s.readings(verb - 1)[0]
	return verb-last <= 4 && s.isWord(verb-1) && r.kase == kase && r.possessive
}

// arrived reports whether people came to the venue of the meeting at hand: «мәдениет
// үйіне 180 адам келді».
func (a *account) arrived(c clause, stops []part) bool {
	venue := func(q part) bool { return q.mention.kind == "VENUE" }
	people := func(q part) bool { return q.group != nil }
	return a.current != nil && a.current.typ == civic.TypeMeeting && a.visit == nil && c.verb.is(travels) && !c.verb.planned &&
		slices.ContainsFunc(stops, venue) && slices.ContainsFunc(c.subjects, people)
}

// travellers reports whether a part are people whose work in a place is a trip there: a
// team, a coalition.
func travellers(q part) bool { return q.is(civic.TypeCoalition) || q.group != nil && q.group.team() }

// otherTravellers reports whether a clause tells of the trip of others than those who
// are on the one at hand: of another team of several, or of a person where that is one
// person's.
func (a *account) otherTravellers(c clause) bool { return a.others(c.subjects, c.verb.is(travels)) }

// others reports whether people are none of those on the trip at hand; away says that
// they went somewhere.
func (a *account) others(people []part, away bool) bool {
	for _, q := range people {
		if r, ok := a.peek(q); ok && a.visit.role(r) != "" {
			return false
		}
	}
	lone := away && !slices.ContainsFunc(a.visit.with(civic.RoleVisitor), func(r int) bool { return a.d.referents[r].Type != civic.TypePerson })
	return slices.ContainsFunc(people, func(q part) bool {
		return q.group != nil && q.group.number != "" || lone && q.is(civic.TypePerson)
	})
}

// describedTeam reads the trip of one team of several, «Ордабасы ауданына барған екінші
// топты X басқарды», or what is called a trip: «сапармен келген делегацияны X қабылдады».
func (a *account) describedTeam(p sentenceParts, c clause) {
	if c.verb.negated || c.described == nil || !c.verb.is(travels, tours, works, stays) {
		return
	}
	if team := c.described.group != nil && c.described.group.number != ""; !team && !(p.s.lang == civic.Kazakh && p.namesTrip(c) && canTravel(*c.described) && a.visit == nil) {
		return
	}
	c.verb.relative, c.subjects = false, []part{*c.described}
	if h := a.trip(p, c); h != nil {
		a.take(p, c, h, nil)
	}
}

// leaves reports whether the verb says that somebody went away and not that somebody
// came: «аттанды», «выехал».
func (p sentenceParts) leaves(c clause) bool {
	return !p.s.classes().has(arriving, c.verb.stem)
}

// teamLed reads «топты X басқарады», «топ жетекшісі – X»: who leads a team is on its trip.
func (a *account) teamLed(p sentenceParts, c clause) {
	trip := a.visit
	if trip == nil || c.verb.planned {
		trip = a.outing
	}
	if trip == nil || p.s.lang != civic.Kazakh || c.verb.negated || !p.leadsTeam(c) {
		return
	}
	for _, q := range c.subjects {
		if q.is(civic.TypePerson) {
			a.joinPart(trip, q, civic.RoleVisitor, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// leadsTeam reports whether a clause says by its verb, or before a dash, who leads a team.
func (p sentenceParts) leadsTeam(c clause) bool {
	if c.hasVerb && c.verb.is(chairs) {
		return slices.ContainsFunc(c.parts, func(q part) bool { return q.group != nil && q.group.team() && q.kase == kaz.Acc })
	}
	return !c.hasVerb && p.holds(c, func(i int) bool {
		return p.s.in(i-1, teamword) && p.s.in(i, chief) && p.s.is(i+1, "–", "—", "-")
	})
}

// canTravel reports whether a part can travel: people, not a body as such, but for one
// that is few people: a staff, a commission.
func canTravel(q part) bool {
	return q.group != nil || q.is(civic.TypePerson, civic.TypeCoalition) || q.capacity != "" || q.is(civic.TypeOrganization) && q.mention.kind == "COMMISSION"
}

// tripCalled describes a trip by where it went: «Исатай ауданына сапар», «облыстың үш
// ауданын аралау», «Поездка в Уилский район».
func (a *account) tripCalled(s *sentence, c clause, stops []part) string {
	first, last := stops[0].first, stops[len(stops)-1].last
	if s.lang == civic.Russian {
		return a.wordings[s.lang].with(tripName, a.placeNames(stops))
	}
	if c.verb.is(travels) {
		return a.wordings[s.lang].with(tripName, a.d.text(s.spanOf(first, last)))
	}
	return a.d.text(s.spanOf(first, max(last, c.verb.first-1))) + " " + verbNoun(c.verb.stem)
}

// placeNames are the names of places, the first of each, in a list.
func (a *account) placeNames(places []part) string {
	var names []string
	for _, q := range places {
		names = append(names, a.d.referents[q.mention.referent].Names[0].Text)
	}
	return strings.Join(names, ", ")
}

// namesTrip reports whether the clause calls it a trip: «жұмыс сапарымен».
func (p sentenceParts) namesTrip(c clause) bool {
	return slices.ContainsFunc(c.parts, func(q part) bool { return q.event != nil && q.event.kind == "VISIT" })
}

// company adds those who came to the meeting that is told of («оған 200 адам келді»),
// else travellers to the trip («топты X бастап барды»).
func (a *account) company(p sentenceParts, c clause) *happening {
	if !c.verb.is(travels) {
		return nil
	}
	if a.visit != nil && !c.verb.planned && a.travelling(c.subjects) && !p.hasClass(c, thither) {
		return a.visit // «топ колледжге барып, студенттермен жүздесті»
	}
	if a.current != nil && a.current.typ == civic.TypeMeeting {
		people := func(q part) bool { return q.group != nil }
		if p.hasClass(c, thither) || !c.verb.planned && slices.ContainsFunc(c.subjects, people) {
			return a.current
		}
	}
	if a.visit != nil && !c.verb.planned {
		return a.visit
	}
	return nil
}

// elsewhere reports whether nothing says that an event is held at one of the places; a
// venue may stand in any of them.
func (a *account) elsewhere(h *happening, stops []part) bool {
	for _, at := range h.places {
		there := slices.ContainsFunc(stops, func(q part) bool { return q.mention.referent == at.referent })
		if there || a.d.referents[at.referent].Props.Kind == "VENUE" {
			return false
		}
	}
	return true
}

// guests are people who came from elsewhere to the meeting that is told of.
func (a *account) guests(p sentenceParts, c clause) *happening {
	for _, q := range c.subjects {
		a.joinPart(a.current, q, civic.RoleVisitor, civic.Implied, a.clauseSpan(p, c))
	}
	return nil
}

// maxStops is the number of places of one trip beyond which a sentence lists what is none.
const maxStops = 20

// stop reads another verb of motion within a trip: the same trip told again, or a
// stop of it.
func (a *account) stop(p sentenceParts, c clause, stops []part) *happening {
	for _, q := range stops {
		if c.sentence != 0 && c.sentence == a.visit.sentence && len(a.visit.places) < maxStops {
			a.visit.at(placing{q.mention.referent, "DESTINATION", civic.Explicit, p.s.spanOf(min(q.first, c.verb.first), max(q.last, c.verb.last))})
			continue // «облысқа сапармен келген X … ауданына ат басын тіреді»
		}
		again := slices.ContainsFunc(a.visit.places, func(l placing) bool { return l.referent == q.mention.referent })
		if c.sentence == 0 && q.mention.bare && !again {
			continue
		}
		if again || c.sentence == 0 {
			a.visit.at(placing{q.mention.referent, "DESTINATION", civic.Explicit, p.s.spanOf(min(q.first, c.verb.first), max(q.last, c.verb.last))})
			a.visit.mentions = append(a.visit.mentions, a.clauseSpan(p, c))
			if c.sentence != 0 {
				return a.visit
			}
		}
	}
	return nil
}

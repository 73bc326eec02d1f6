package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// takePlaces records where an event was: the places of its clause that say where,
// and those that say where a participant is.
func (a *account) takePlaces(p sentenceParts, c clause, h *happening, noun *part) {
	if noun == nil && c.verb.is(says, urges, presents, opens, discusses, chairs) {
		return
	}
	if h.typ == civic.TypeVisit || noun != nil && !c.verb.is(happens, holds, meets, gathers, attends, joins) && !slices.Contains(h.mentions[:1], a.clauseSpan(p, c)) {
		return
	}
	parts := c.parts
	if noun != nil {
		parts = append(slices.Clone(a.extra[noun.event].parts), parts...)
	}
	for i, q := range parts {
		if q.near && (i+1 == len(parts) || parts[i+1].actor() && parts[i+1].kase == kaz.Nom && !c.verb.is(gathers) || parts[i+1].first > q.last+6 || p.marked(q.last, parts[i+1].first) || c.verb.is(treated, discusses, says, urges)) {
			continue
		}
		r, role, ok := a.placeOf(p.s, q)
		if !ok {
			r, role, ok = gatheredAt(c, q)
		}
		if ok {
			basis := civic.Explicit
			if q.near {
				basis = civic.Implied
			}
			h.at(placing{r, role, basis, p.s.spanOf(q.first, q.last)})
		}
		if q.mention != nil && q.mention.near && q.mention.area != nil && q.mention.area.referent >= 0 && q.actor() && p.s.in(q.mention.area.last, locating) {
			h.at(placing{q.mention.area.referent, "AREA", civic.Implied, p.s.spanOf(q.mention.area.first, q.last)})
		}
	}
	if len(h.places) == 0 && h.sentence == p.n {
		a.sharePlaces(h)
	}
	if len(h.places) == 0 && h.sentence == p.n && h.typ == civic.TypeMeeting {
		a.placeHere(p, c, h)
	}
	if len(h.places) == 0 && a.stayedOf == p.n && h.sentence == p.n {
		for _, q := range a.stayed {
			role := "AREA"
			if q.is(civic.TypeOrganization) || q.mention.kind == "VENUE" {
				role = "VENUE"
			}
			h.at(placing{q.mention.referent, role, civic.Explicit, p.s.spanOf(q.first, q.last)})
		}
	}
}

// placeHere puts an event of which the clause says «мұнда» where the report was last: at
// the venue named before it in the sentence or the one before, else in the area.
func (a *account) placeHere(p sentenceParts, c clause, h *happening) {
	at := slices.IndexFunc(p.s.tokens, func(t token) bool { return p.s.classes().has(here, t.low) })
	if at < c.first || at > c.last {
		return
	}
	var area *mention
	for n := p.n; n >= max(0, p.n-1); n-- {
		for _, m := range slices.Backward(a.d.mentionsIn(n)) {
			switch site := m.typ == civic.TypePlace || stands(m) || m.kind == "OTHER"; {
			case m.referent < 0 || !site || m.kind == "COUNTRY" || n == p.n && m.first > at:
			case isArea(m) && area == nil:
				area = m
			case !isArea(m):
				h.at(placing{m.referent, "VENUE", civic.Implied, m.span})
				return
			}
		}
	}
	if area != nil {
		h.at(placing{area.referent, "AREA", civic.Implied, area.span})
	}
}

// gatheredAt reads the venue to which people came together: «сарайға 340 адам жиналды».
func gatheredAt(c clause, q part) (referent int, role string, ok bool) {
	if !c.verb.is(gathers, travels) || q.kase != kaz.Dat || q.mention == nil || q.mention.referent < 0 || q.capacity != "" {
		return 0, "", false
	}
	venue := q.is(civic.TypePlace) && q.mention.kind == "VENUE"
	return q.mention.referent, "VENUE", venue || q.is(civic.TypeOrganization) && c.verb.is(gathers)
}

// sharePlaces lets an event be in the area of the one that the same sentence told of
// before it: «Қонаевта студенттермен кездесіп, зауыт ұжымымен әңгімелесті».
func (a *account) sharePlaces(h *happening) {
	here := len(a.events) // where the events of the sentence begin
	for here > 0 && a.events[here-1].sentence == h.sentence {
		here--
	}
	for _, old := range a.events[here:] {
		if old == h || old.typ != civic.TypeMeeting || old.cancelled || old.planned != h.planned {
			continue
		}
		for _, l := range old.places {
			if l.role == "AREA" {
				l.basis = civic.Implied
				h.at(l)
			}
		}
	}
}

// placeOf is the place or body at which a part says that something was.
func (a *account) placeOf(s *sentence, q part) (referent int, role string, ok bool) {
	if q.mention == nil || q.capacity != "" || q.mention.referent < 0 || q.kase != kaz.Loc && !q.near && !a.inPlace(s, q) {
		return 0, "", false
	}
	r := a.d.referents[q.mention.referent]
	switch r.Type {
	case civic.TypePlace:
		if r.Props.Kind == "VENUE" {
			return q.mention.referent, "VENUE", true
		}
		return q.mention.referent, "AREA", true
	case civic.TypeOrganization:
		return q.mention.referent, "VENUE", true
	}
	return 0, "", false
}

// inPlace reports whether words around a part make a place of it: «X аумағында»,
// «X кеңсесінде», «X залында»; in Russian «в», «на».
func (a *account) inPlace(s *sentence, q part) bool {
	if s.lang == civic.Russian {
		for i := q.first - 1; i >= max(0, q.first-3); i-- {
			if s.in(i, locative) {
				return i == q.first-1 || slices.ContainsFunc(s.tokens[i:q.first], func(t token) bool { return s.classes().has(room, t.low) })
			}
		}
		return false
	}
	for i := q.last + 1; i <= q.last+3 && s.isWord(i); i++ {
		if s.in(i, premises) {
			return true
		}
	}
	return false
}

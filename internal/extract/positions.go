package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// findPositions draws from titles, and from verbs of leading and appointing, who
// leads what, holds which post and belongs to what.
func (x *Extractor) findPositions(d *document) {
	for n := range d.sentences {
		sc := x.rescan(d, n)
		sc.findTitles()
		for _, m := range sc.found {
			for _, t := range m.titles {
				sc.claimTitle(m, t)
			}
		}
		if sc.russian() {
			sc.russianLeading()
			sc.russianElected()
		} else {
			sc.kazakhLeading()
			sc.appointments()
		}
	}
}

// claimTitle records what a title says of a person.
func (sc *scan) claimTitle(m *mention, t *title) {
	basis, span := civic.Explicit, m.span.Cover(t.span)
	if t.body == nil || t.body.referent < 0 && t.body.bare {
		t.body = sc.impliedBody(m, t)
		basis = civic.Implied
	} else if t.body.sentence == m.sentence {
		span = span.Cover(t.body.span)
	}
	if t.body == nil || t.body.referent < 0 {
		return
	}
	status := civic.Current
	if t.former {
		status = civic.Former
	}
	sc.post(m, t, status, civic.Claim{Basis: basis, Evidence: evidence(span), Rule: "title"})
}

// post records the edges that a title makes between a person and a body.
func (sc *scan) post(m *mention, t *title, status string, claim civic.Claim) {
	body := sc.d.referents[t.body.referent].Referent
	rule, _, _ := strings.Cut(t.rule, " ")
	holds, leads, member := claim, claim, claim
	holds.Props = civic.EdgeProps{TitleRaw: t.raw, Status: status}
	leads.Props = civic.EdgeProps{RoleRaw: t.raw, Role: roleOf(body), Status: status}
	member.Props = civic.EdgeProps{CapacityRaw: t.raw}
	d := sc.d
	switch {
	case rule == "CALLING":
	case body.Type == civic.TypePlace:
		if rule == "AKIM" || rule == "SERVES" || rule == "DEPUTY" || rule == "HEAD" || strings.Contains(t.rule, "AREA") {
			d.addClaim(civic.HoldsPosition, m.referent, t.body.referent, holds)
		}
	case rule == "MEMBER":
		member.Props.Capacity = "MEMBERS"
		d.addClaim(civic.MemberOf, m.referent, t.body.referent, member)
	case rule == "SEAT":
		member.Props.Capacity = "DEPUTIES"
		d.addClaim(civic.HoldsPosition, m.referent, t.body.referent, holds)
		d.addClaim(civic.MemberOf, m.referent, t.body.referent, member)
	case rule == "HEAD":
		d.addClaim(civic.Leads, m.referent, t.body.referent, leads)
		d.addClaim(civic.HoldsPosition, m.referent, t.body.referent, holds)
	default:
		d.addClaim(civic.HoldsPosition, m.referent, t.body.referent, holds)
	}
}

// roleOf is the role of who heads a body.
func roleOf(body civic.Referent) string {
	if body.Type == civic.TypeCoalition {
		return "CHAIR"
	}
	return "HEAD"
}

// impliedBody is the body that a title without one must mean: a chamber or council
// for a deputy, the school or hospital just spoken of for a teacher or doctor.
func (sc *scan) impliedBody(m *mention, t *title) *mention {
	fields := strings.Fields(t.rule)
	kinds := map[string][]string{"SEAT": {"LOCAL_COUNCIL", "LEGISLATIVE_CHAMBER"}}[fields[0]]
	reach := len(sc.d.sentences)
	const near = 3 // sentences within which a school or hospital is at hand
	for _, field := range fields[1:] {
		if field == "EDUCATION" || field == "HEALTH" {
			kinds, reach = append(kinds, field), near
		}
	}
	if t.former && fields[0] == "HEAD" {
		return sc.bodyBefore(m.first)
	}
	if fields[0] == "DEPUTY" || fields[0] == "POST" && t.last > t.first { // «бас инженері», and no mere «жүргізуші»
		if body := sc.colleaguesBody(t); body != nil {
			return body
		}
	}
	if fields[0] == "AKIM" && sc.russian() {
		return sc.areaSaid(m)
	}
	if body := sc.heldBeside(t); body != nil {
		return body
	}
	if fields[0] == "SEAT" && len(fields) == 1 && !sc.russian() {
		if own := sc.seatAtHand(m, kinds); own != nil {
			return own
		}
	}
	var best *mention
	for _, kind := range kinds {
		for _, other := range slices.Backward(recent(before(sc.d.index.bodies[kind], m.span.Start+1))) {
			if m.sentence-other.sentence > reach {
				break
			}
			if len(fields) > 1 && fields[0] == "SEAT" && !sc.d.bears(other.referent, fields[1]) {
				continue
			}
			if best == nil || other.span.Start > best.span.Start {
				best = other
			}
			break
		}
	}
	return best
}

// areaSaid is the area at hand of which the sentence speaks by its kind alone before it comes
// to a person: «на встрече с активом района были аким X и …».
func (sc *scan) areaSaid(m *mention) *mention {
	for at := m.first - 1; at >= max(0, m.first-areaReach); at-- {
		if other := sc.owner[at]; other != nil && other.bare && isArea(other) && other.referent >= 0 {
			return other
		}
	}
	return nil
}

// areaReach is the number of tokens within which an area at hand is that of an akim.
const areaReach = 30

// heldBeside is the body that a Kazakh post is held in by what stands before it in the
// sentence: that of the person it is joined to, «қордың құрылтайшысы X мен үйлестірушісі Y»,
// or the one on whose behalf its holder comes, «компания атынан бас инженер X».
func (sc *scan) heldBeside(t *title) *mention {
	p, ok := sc.titles.endingAt(sc.s, t.last)
	if sc.russian() || !ok || strings.HasPrefix(t.rule, "CALLING") {
		return nil
	}
	if who := sc.endingAt(sc.beforeJoint(t.first - 1)); p.reading.possessive && t.body == nil && who != nil && who.typ == civic.TypePerson {
		for _, other := range who.titles {
			deputy := strings.HasPrefix(t.rule, "DEPUTY") && strings.HasPrefix(other.rule, "AKIM")
			if other.body != nil && other.body.referent >= 0 && !other.former && !strings.HasPrefix(other.rule, "CALLING") && (other.body.typ == civic.TypeOrganization || deputy) {
				return other.body
			}
		}
	}
	for i := t.first - 1; i > max(0, t.first-longBehalf) && !sc.s.is(i, ";", ":"); i-- {
		if m := sc.endingAt(i - 1); sc.s.in(i, onBehalf) && m != nil && isBody(m) && m.typ != civic.TypePlace && m.referent >= 0 {
			if t.body != nil || strings.HasPrefix(t.rule, "HEAD") && i < t.first-1 && !sc.s.joint(t.first-1) {
				t.rule = "POST" // of a part of it: «кадр қызметінің жетекшісі»
			}
			return m
		}
	}
	return nil
}

// longBehalf is the number of tokens within which those are named who come on behalf of a
// body.
const longBehalf = 24

// colleaguesBody is the organisation that the person heads to whom the holder of a title
// is joined: «зауыттың бас директоры X мен бас инженері Y».
func (sc *scan) colleaguesBody(t *title) *mention {
	colleague := sc.endingAt(sc.beforeJoint(t.first - 1))
	if colleague == nil || colleague.typ != civic.TypePerson {
		return nil
	}
	for _, other := range colleague.titles {
		if other.body != nil && !other.former && strings.HasPrefix(other.rule, "HEAD") && other.body.typ == civic.TypeOrganization && other.body.referent >= 0 {
			return other.body
		}
	}
	return nil
}

// seatAtHand is the last council or chamber named before a person of which the report tells
// more than that somebody else sits in it: «Қостанай облыстық мәслихатының депутаты Y» is a
// guest at the sitting of another. It is nil where only one is named.
func (sc *scan) seatAtHand(m *mention, kinds []string) *mention {
	var own, any *mention
	for _, kind := range kinds {
		for _, other := range slices.Backward(recent(before(sc.d.index.bodies[kind], m.span.Start+1))) {
			if any == nil || other.span.Start > any.span.Start {
				any = other
			}
			titled := slices.ContainsFunc(sc.d.mentionsIn(other.sentence), func(p *mention) bool {
				return slices.ContainsFunc(p.titles, func(t *title) bool { return t.body == other })
			})
			if !titled && (own == nil || other.span.Start > own.span.Start) {
				own = other
			}
		}
	}
	if own == nil || any.referent == own.referent {
		return nil
	}
	return own
}

// bears reports whether a referent has a name.
func (d *document) bears(referent int, name string) bool {
	return slices.ContainsFunc(d.referents[referent].Names, func(n civic.Name) bool { return d.words.fold(n.Text) == d.words.fold(name) })
}

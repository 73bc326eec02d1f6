package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
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

// kazakhLeading reads «X бастаған коалиция» and «ауданды басқарған X».
func (sc *scan) kazakhLeading() {
	for i := range sc.s.tokens {
		p, ok := sc.leading.startingAt(sc.s, i)
		if !ok {
			sc.governs(i)
			continue
		}
		before, after := sc.endingAt(p.first-1), sc.startingAt(p.last+1)
		if before == nil || after == nil {
			sc.governs(i)
			continue
		}
		who, body := before, after
		status := p.attr
		if before.typ != civic.TypePerson && before.kase == kaz.Acc {
			who, body = after, before
		} else {
			status = civic.Current
		}
		if who.typ != civic.TypePerson || body.typ == civic.TypePerson || body.referent < 0 {
			continue
		}
		t := &title{raw: p.text, rule: "HEAD", body: body}
		sc.post(who, t, status, civic.Claim{Basis: civic.Explicit, Evidence: evidence(before.span.Cover(after.span)), Rule: "leading"})
	}
}

// governs reads «басқарманы X басқарған»: the verb of leading a body in the accusative.
func (sc *scan) governs(i int) {
	form, ok := sc.s.verbOf(governing, i)
	who := sc.personBefore(i)
	if !ok || form.Negated || form.Kind == kaz.VerbNoun || who == nil {
		return
	}
	var body *mention
	for _, m := range sc.found {
		if m.last < i && !m.inside && m.kase == kaz.Acc && m.typ != civic.TypePerson && !isArea(m) && m.referent >= 0 {
			body = m
		}
	}
	if body == nil {
		return
	}
	status := civic.Current
	if form.Kind == kaz.VerbPerfect || form.Kind == kaz.VerbPast {
		status = civic.Former
	}
	t := &title{raw: sc.words(i, i), rule: "HEAD", body: body}
	sc.post(who, t, status, civic.Claim{Basis: civic.Explicit, Evidence: evidence(body.span.Cover(who.span).Cover(sc.s.spanOf(i, i))), Rule: "leading"})
}

// verbOf reads token i as a form of one of the Kazakh verbs of a class.
func (s *sentence) verbOf(class wordClass, i int) (form kaz.VerbForm, ok bool) {
	for _, stem := range s.classes().words(class) {
		if form, ok = kaz.KazakhVerb(stem, s.tokens[i].low); ok {
			break
		}
	}
	return form, ok
}

// startingAt is the mention whose first token is i, or nil.
func (sc *scan) startingAt(i int) *mention {
	if i < 0 || i >= len(sc.owner) || sc.owner[i] == nil || sc.owner[i].first != i {
		return nil
	}
	return sc.owner[i]
}

// russianLeading reads «X возглавляет совет» and «X преподавала в Y».
func (sc *scan) russianLeading() {
	for i := range sc.s.tokens {
		if p, ok := sc.leading.startingAt(sc.s, i); ok && sc.ledBy(p) {
		} else if ok {
			sc.claimVerb(p, "HEAD", sc.startingAt(p.last+1))
		} else if sc.s.in(i, inside) && sc.s.in(i+1, headship) && sc.s.in(i+2, comitative) || sc.s.is(i, "под") && sc.s.in(i+1, headship) {
			sc.headed(i)
		} else if p, ok := sc.working.startingAt(sc.s, i); ok {
			at := p.last + 1
			if sc.s.isWord(at+1) && !sc.s.in(at, locative) && !sc.s.capital(at) {
				at++ // «преподаёт физику в школе»
			}
			if sc.s.in(at, locative) {
				sc.claimVerb(p, "POST", sc.startingAt(at+1))
			}
		} else {
			sc.comesFrom(i)
		}
	}
}

// comesFrom reads «X из центра «Y»» and «X, представляющая объединение «Y»»: whom
// somebody speaks for they belong to.
func (sc *scan) comesFrom(i int) {
	who := sc.endingAt(i - 1)
	if represents := sc.s.in(i, representing); represents && sc.s.is(i-1, ",") {
		who = sc.endingAt(i - 2)
	} else if !represents && !sc.s.is(i, "из") {
		return
	}
	body := sc.startingAt(i + 1)
	if who == nil || who.typ != civic.TypePerson || body == nil || body.typ != civic.TypeOrganization && body.typ != civic.TypeCoalition || body.bare || body.referent < 0 {
		return
	}
	body.staffed = true
	sc.d.addClaim(civic.MemberOf, who.referent, body.referent, civic.Claim{Basis: civic.Explicit, Evidence: evidence(who.span.Cover(body.span)), Props: civic.EdgeProps{Capacity: "REPRESENTATIVES"}, Rule: "comes from"})
}

// russianElected reads a post in the instrumental and the verb that gives it:
// «председателем совета избран X», «X назначен директором школы».
func (sc *scan) russianElected() {
	for i := range sc.s.tokens {
		p, ok := sc.appointing.startingAt(sc.s, i)
		if !ok {
			continue
		}
		t, who := sc.postGiven(i, p.last), sc.holderAfter(p.last+1)
		if t != nil && t.body == nil && p.attr == civic.Current {
			t.body = sc.electing(t)
		}
		if t == nil || t.body == nil || t.body.referent < 0 {
			continue
		}
		if who == nil || who.typ != civic.TypePerson {
			who = sc.personBefore(i)
		}
		if who == nil && !sc.s.is(i-1, ",") && !sc.s.in(i-1, relativePronoun) {
			who = sc.topic() // «До назначения была директором школы»
		}
		if who != nil {
			span := t.span.Cover(sc.s.spanOf(p.first, p.last))
			for _, m := range []*mention{who, t.body} {
				if m.sentence == sc.n {
					span = span.Cover(m.span)
				}
			}
			sc.post(who, t, p.attr, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "appointment"})
		}
	}
}

// holderAfter is the person whose name begins at token i or behind a calling there:
// «избрали юриста X».
func (sc *scan) holderAfter(i int) *mention {
	if p, ok := sc.titles.startingAt(sc.s, i); ok {
		i = p.last + 1
	}
	return sc.personAtToken(i)
}

// electing is the alliance or society that elects where the sentence names none: the
// coalition told of last, or for «его заместителем» the body of its head.
func (sc *scan) electing(t *title) *mention {
	if t.rule != "HEAD" && t.rule != "DEPUTY" {
		return nil
	}
	var last *mention
	for _, m := range sc.d.mentions {
		if m.sentence <= sc.n && m.sentence >= sc.n-3 && m.typ == civic.TypeCoalition && m.referent >= 0 && (m.sentence < sc.n || m.first < t.first) {
			last = m
		}
	}
	return last
}

// postGiven is the post beside a verb of appointing at tokens first to last, which
// stands in the instrumental, or nil.
func (sc *scan) postGiven(first, last int) *title {
	for i := max(0, first-10); i < min(len(sc.s.tokens), last+4); i++ {
		p, ok := sc.titles.startingAt(sc.s, i)
		if !ok || p.reading.kase != kaz.Ins || sc.owner[i] != nil {
			continue
		}
		t := &title{first: p.first, last: p.last, rule: p.attr, raw: p.text, span: sc.s.spanOf(p.first, p.last)}
		sc.bodyOfTitle(t, p.last+1)
		return t
	}
	return nil
}

// headed reads «коалиция во главе с X»: who stands at the head of the body before.
func (sc *scan) headed(i int) {
	body := sc.endingAt(i - 1)
	var who *mention
	for _, m := range sc.found {
		if m.typ == civic.TypePerson && m.first > i && who == nil {
			who = m
		}
	}
	if body == nil || who == nil || body.typ != civic.TypeOrganization && body.typ != civic.TypeCoalition || body.referent < 0 || sc.s.in(body.first-1, teamword) {
		return // «делегация партии во главе с X» is no more than a part of it
	}
	t := &title{raw: sc.words(i, i+1), rule: "HEAD", body: body}
	sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(body.span.Cover(who.span)), Rule: "leading"})
}

// ledBy reads the verb of leading behind the body that somebody leads: «коалиция,
// возглавляемая X», «совет, который возглавляет X».
func (sc *scan) ledBy(p phrase) bool {
	at := p.first - 1
	if sc.s.in(at, relativePronoun) {
		at--
	}
	body, who := sc.endingAt(at-1), sc.holderAfter(p.last+1)
	if !sc.s.is(at, ",") || body == nil || body.typ != civic.TypeOrganization && body.typ != civic.TypeCoalition || body.referent < 0 || who == nil {
		return false
	}
	named := *body // a copy, for the body itself stays what its clause is about
	t := &title{first: who.first, last: who.first - 1, raw: sc.words(p.first, p.last), rule: "HEAD", body: &named}
	sc.post(who, t, p.attr, civic.Claim{Basis: civic.Explicit, Evidence: evidence(body.span.Cover(who.span)), Rule: "leading"})
	who.titles = append(who.titles, t)
	return true
}

// claimVerb records a post that a verb gives to the subject of its clause.
func (sc *scan) claimVerb(p phrase, rule string, body *mention) {
	who := sc.subjectBefore(p.first)
	if who == nil || body == nil || body.typ == civic.TypePerson || body.referent < 0 {
		return
	}
	body.staffed = true
	t := &title{raw: sc.words(p.first, p.last), rule: rule, body: body}
	sc.post(who, t, p.attr, civic.Claim{Basis: civic.Explicit, Evidence: evidence(sc.s.spanOf(p.first, body.last)), Rule: "leading"})
}

// subjectBefore is the last person in the nominative before token i; a sentence without one goes on about the last person spoken of.
func (sc *scan) subjectBefore(i int) *mention {
	if m := sc.personBefore(i); m != nil {
		return m
	}
	return sc.topic()
}

// topic is the person whom the sentences before are about: the last in the nominative.
func (sc *scan) topic() *mention {
	for n := sc.n - 1; n >= max(0, sc.n-4); n-- {
		for _, m := range slices.Backward(sc.d.index.inSentence[n]) {
			if m.typ == civic.TypePerson && m.kase == kaz.Nom {
				return m
			}
		}
	}
	return nil
}

// appointments reads posts that a verb gives: «X Шиелі ауданының әкімі болып
// тағайындалды», «басқарманың басшысы қызметін атқарды».
func (sc *scan) appointments() {
	for i := range sc.s.tokens {
		sc.office(i)
		sc.elected(i)
		p, ok := sc.appointing.startingAt(sc.s, i)
		if !ok || i == 0 {
			continue
		}
		for end := i - 1; end >= 0; {
			t := sc.titleEndingAt(end)
			if t == nil {
				break
			}
			first := t.first
			if t.body != nil {
				first = min(first, t.body.first)
				sc.appoint(t, first, p)
			}
			if !sc.s.is(first-1, ",") && !sc.s.in(first-1, additive) {
				break
			}
			end = first - 2
		}
	}
}

// elected reads «имамы болып X тағайындалды»: the post before its holder.
func (sc *scan) elected(i int) {
	who := sc.startingAt(i + 1)
	if !sc.s.is(i, "болып") || who == nil || who.typ != civic.TypePerson || who.last+1 >= len(sc.s.tokens) {
		return
	}
	at := who.last + 1
	if sc.s.in(at, again) && at+1 < len(sc.s.tokens) {
		at++
	}
	if !sc.s.in(at, installing) {
		return
	}
	if t := sc.titleEndingAt(i - 1); t != nil && t.body != nil && t.body.referent >= 0 {
		span := sc.s.spanOf(min(t.first, t.body.first), at)
		sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "appointment"})
		who.titles = append(who.titles, t)
	}
}

// office reads «төрағалығына X сайланды»: the noun of office before its holder.
func (sc *scan) office(i int) {
	p, ok := sc.offices.endingAt(sc.s, i)
	body, who := sc.endingAt(i-1), sc.startingAt(i+1)
	if !ok || p.reading.kase != kaz.Dat || body == nil || body.referent < 0 || who == nil || who.typ != civic.TypePerson {
		return
	}
	for j := who.last + 1; j < len(sc.s.tokens) && j <= who.last+3; j++ {
		if sc.s.in(j, installed) {
			t := &title{raw: p.attr, rule: "HEAD", body: body}
			sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(sc.s.spanOf(body.first, j)), Rule: "office"})
			return
		}
	}
}

// appoint records that the subject of the clause got or held a post.
func (sc *scan) appoint(t *title, first int, p phrase) {
	who := sc.subjectBefore(t.first)
	if who == nil || t.body.referent < 0 || sc.owner[t.last+1] != nil {
		return
	}
	span := sc.s.spanOf(first, p.last)
	if who.sentence == sc.n {
		span = span.Cover(who.span)
	}
	sc.post(who, t, p.attr, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "appointment"})
}

package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"slices"
)

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
		if own := sc.headship(who); own != nil && who == before {
			own.body, t = body, own
		}
		sc.post(who, t, status, civic.Claim{Basis: civic.Explicit, Evidence: evidence(before.span.Cover(after.span)), Rule: "leading"})
	}
}

// headship is the post of a head that somebody bears without saying of what: «төрағасы X
// бастаған партия».
func (sc *scan) headship(who *mention) *title {
	for _, t := range who.titles {
		if p, ok := sc.titles.endingAt(sc.s, t.last); ok && t.body == nil && t.rule == "HEAD" && !t.former && p.reading.possessive {
			return t
		}
	}
	return nil
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

// headed reads «коалиция во главе с X»: who stands at the head of the body before.
func (sc *scan) headed(i int) {
	body := sc.endingAt(i - 1)
	var who *mention
	for _, m := range sc.found {
		if m.typ == civic.TypePerson && m.first > i && who == nil {
			who = m
		}
	}
	if body == nil || who == nil || body.typ != civic.TypeOrganization && body.typ != civic.TypeCoalition || body.referent < 0 || sc.sends(body) {
		return // «делегация партии во главе с X» is no more than a part of it
	}
	t := &title{raw: sc.words(i, i+1), rule: "HEAD", body: body}
	sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(body.span.Cover(who.span)), Rule: "leading"})
}

// sends reports whether what stands before a body makes it the one that sent those who are
// spoken of: «делегация партии», «группа депутатов фракции».
func (sc *scan) sends(body *mention) bool {
	at := body.first - 1
	if _, people := sc.tails.endingAt(sc.s, at); people {
		at--
	}
	return sc.s.in(at, teamword)
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

// startingAt is the mention whose first token is i, or nil.
func (sc *scan) startingAt(i int) *mention {
	if i < 0 || i >= len(sc.owner) || sc.owner[i] == nil || sc.owner[i].first != i {
		return nil
	}
	return sc.owner[i]
}

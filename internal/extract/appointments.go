package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

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
			if t.body == nil && p.attr == civic.Current {
				t.body = sc.electorate(t, p.last)
			}
			if t.body != nil {
				if t.body.sentence == sc.n {
					first = min(first, t.body.first)
				}
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
	t := sc.titleEndingAt(i - 1)
	if t != nil && t.body == nil {
		t.body = sc.electorate(t, at)
	}
	if t != nil && t.body != nil && t.body.referent >= 0 {
		span := sc.s.spanOf(t.first, at)
		if t.body.sentence == sc.n {
			span = span.Cover(sc.s.spanOf(t.body.first, t.body.first))
		}
		sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "appointment"})
		who.titles = append(who.titles, t)
	}
}

// office reads «төрағалығына X сайланды»: the noun of office before its holder.
func (sc *scan) office(i int) {
	p, ok := sc.offices.endingAt(sc.s, i)
	body, who := sc.endingAt(i-1), sc.holderAfter(i+1)
	if body == nil && ok {
		body = sc.successor(i - 1)
	}
	if !ok || p.reading.kase != kaz.Dat || body == nil || body.referent < 0 || who == nil || who.typ != civic.TypePerson {
		return
	}
	for j := who.last + 1; j < len(sc.s.tokens) && j <= who.last+3; j++ {
		if sc.s.in(j, installed) {
			t := &title{raw: p.attr, rule: "HEAD", body: body}
			if deputy, ok := sc.titles.attrs[p.attr]; ok {
				t.rule = deputy
			}
			first := i
			if body.sentence == sc.n {
				first = min(first, body.first)
			}
			sc.post(who, t, civic.Current, civic.Claim{Basis: civic.Explicit, Evidence: evidence(sc.s.spanOf(first, j)), Rule: "office"})
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
	if t.body.sentence != sc.n {
		who.titles = append(who.titles, t) // for «оның орынбасары» behind it
	}
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
			if t.rule == "HEAD" && p.attr == civic.Current {
				who.titles = append([]*title{t}, who.titles...) // for «её заместитель»
			}
		}
	}
}

// holderAfter is the person whose name begins at token i or behind a calling there:
// «избрали юриста X».
func (sc *scan) holderAfter(i int) *mention {
	for at := i + 1; at <= i+longTold; at++ {
		m := sc.personAtToken(at)
		if m != nil && slices.ContainsFunc(m.titles, func(t *title) bool { return t.first == i }) {
			return m // «избран ректор университета X»
		}
	}
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
	if sc.s.in(t.first-1, possessive) {
		if body, _ := sc.headedBody(t.first); body != nil {
			return body
		}
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
		p, ok := sc.titleBefore(i)
		if !ok || p.reading.kase != kaz.Ins || sc.owner[i] != nil {
			continue
		}
		t := &title{first: p.first, last: p.last, rule: p.attr, raw: p.text, span: sc.s.spanOf(p.first, p.last)}
		sc.bodyOfTitle(t, p.last+1)
		return t
	}
	return nil
}

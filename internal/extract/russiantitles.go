package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"slices"
	"strings"
)

// russianTitle reads the title that begins at token i, the body after it and the
// persons who hold it: «депутаты Мажилиса X, Y и Z».
func (sc *scan) russianTitle(i int) {
	p, ok := sc.titleBefore(i)
	if !ok || sc.owner[i] != nil || sc.startsInside(i) || sc.attributive(p) {
		return
	}
	if sc.s.is(p.last+1, "по") && sc.s.isWord(p.last+2) && strings.HasPrefix(p.attr, "HEAD") && sc.s.classes().has(manager, p.text) {
		p.attr, p.last = "POST", p.last+2 // «директор по персоналу» heads nothing
		p.text += " " + sc.words(p.last-1, p.last)
	}
	t := &title{first: p.first, last: p.last, rule: p.attr, raw: p.text, former: sc.formerly(i)}
	next := sc.bodyOfTitle(t, p.last+1)
	if t.body == nil && sc.s.in(i-1, possessive) {
		body, someone := sc.headedBody(i)
		if t.body = body; body == nil && !(someone && p.attr == "DEPUTY") {
			t.body = sc.bodyBefore(i)
		}
	}
	if t.body == nil && sc.personAtToken(next) != nil {
		t.body = sc.sentFrom(i)
	}
	t.span = sc.s.spanOf(t.first, t.last)
	if sc.s.is(next, "в") && sc.s.in(next+1, composing) && p.reading.plural {
		next += 2 // «группа депутатов в составе X и Y»
	}
	if !p.reading.plural && (strings.HasPrefix(p.attr, "MEMBER") || strings.HasPrefix(p.attr, "SEAT")) {
		next = sc.behindCalling(next)
	}
	if m := sc.personAtToken(next); m != nil {
		sc.giveTitle(t, m, p.reading.plural)
	} else if m := sc.endingAt(sc.beforeAdverb(i) - 2); m != nil && m.typ == civic.TypePerson && !p.reading.plural && sc.s.is(sc.beforeAdverb(i)-1, ",", "—", "–") && sc.closes(next) {
		m.titles = append(m.titles, t)
	}
}

// sentFrom is the body that a title at token i is of by what stands before it: «от
// комбината — инженер X», «от маслихата присутствовал депутат X».
func (sc *scan) sentFrom(i int) *mention {
	for at := i - 1; at > 0 && at >= i-sentReach && !sc.s.is(at, ";", ":") && !sc.s.joint(at); at-- {
		m := sc.owner[at]
		if m != nil && m.typ == civic.TypePerson {
			return nil
		}
		if m != nil && isBody(m) && m.typ != civic.TypePlace && sc.s.is(m.first-1, "от") {
			return m
		}
	}
	return nil
}

// sentReach is the number of tokens within which a title follows the body it is of.
const sentReach = 8

// behindCalling is the token behind what else somebody is called between their title and
// their name, which begins at token i with a comma: «член коалиции, писательница X».
func (sc *scan) behindCalling(i int) int {
	at := i + 1
	for sc.s.isWord(at) && !sc.s.capital(at) && sc.owner[at] == nil && !sc.verbal(at) && !sc.s.in(at, preposition) && !sc.s.in(at, conjunction) && at < i+4 {
		at++
	}
	if !sc.s.is(i, ",") || at == i+1 {
		return i
	}
	if p, ok := sc.titleBefore(i + 1); ok && sc.personAtToken(at) == nil {
		at = sc.bodyOfTitle(&title{first: p.first, last: p.last, rule: p.attr}, p.last+1) // «член коалиции, ректор университета X»
	}
	if sc.personAtToken(at) == nil {
		return i
	}
	return at
}

// headedBody is the body or area that the person heads for whom «его», «её» before
// token i stands, «его заместитель», and whether there is anybody for whom it can stand.
func (sc *scan) headedBody(i int) (body *mention, someone bool) {
	other := sc.s.excluded(i - 1)
	looked := 0
	for n := sc.n; other != "" && n >= max(0, sc.n-headReach); n-- {
		for _, m := range slices.Backward(recent(before(sc.d.index.inSentence[n], sc.s.tokens[i].Start))) {
			if m.typ != civic.TypePerson || bears(sc.s, m, other) {
				continue
			}
			if someone, looked = true, looked+1; looked > headsLooked {
				return nil, true
			}
			if body := sc.headOf(m); body != nil {
				return body, true
			}
		}
	}
	return nil, someone
}

// headOf is the body at whose head a person is said to be there or before, or nil.
func (sc *scan) headOf(m *mention) *mention {
	for _, other := range slices.Backward(recent(before(sc.d.mentions, m.span.End))) {
		if other.referent == m.referent {
			if body := other.heads(); body != nil {
				return body
			}
		}
	}
	return nil
}

// headReach is the number of sentences within which the head of a body is at hand, and
// headsLooked how many persons in them are looked at.
const headReach, headsLooked = 5, 10

// heads is the body or area at whose head a person is said to be, or nil.
func (m *mention) heads() *mention {
	for _, t := range m.titles {
		if t.body != nil && !t.former && (strings.HasPrefix(t.rule, "HEAD") || strings.HasPrefix(t.rule, "AKIM")) {
			return t.body
		}
	}
	return nil
}

// attributive reports whether a title in the form of an adjective only describes the
// noun behind it, with which it agrees: «рабочая поездка», «учёный совет».
func (sc *scan) attributive(p phrase) bool {
	if p.first < p.last || !sc.s.describesNext(p.first) || sc.governsNext(p.first) || sc.officer(p.first) {
		return false
	}
	_, title := sc.titles.startingAt(sc.s, p.last+1)
	return !title
}

// governsNext reports whether token i cannot agree with the instrumental behind it, which it
// governs: «заведующая районной поликлиникой».
func (sc *scan) governsNext(i int) bool {
	instrumental := func(r reading) bool { return r.kase == kaz.Ins }
	return sc.s.isWord(i+1) && slices.ContainsFunc(sc.s.readings(i+1), instrumental) && !slices.ContainsFunc(sc.s.readings(i), instrumental)
}

// formerly reports whether the title at token i is one of the past.
func (sc *scan) formerly(i int) bool {
	return sc.s.in(i-1, former) || sc.s.in(i-1, bygone) && sc.s.is(i-2, "в")
}

// beforeAdverb is the token of a title in apposition, or of the words before it
// that say when it was held: «X, в прошлом директор школы».
func (sc *scan) beforeAdverb(i int) int {
	switch {
	case sc.s.in(i-1, bygone) && sc.s.is(i-2, "в"):
		return i - 2
	case sc.s.in(i-1, former), sc.s.in(i-1, incumbent):
		return i - 1
	}
	return i
}

// titleBefore is the longest title that begins at token i and leaves the name of a
// body behind it whole: «руководитель» of «руководитель управления образования».
func (sc *scan) titleBefore(i int) (phrase, bool) {
	last := i
	for sc.free(last+1, last+1) {
		last++
	}
	return sc.titles.startingWithin(sc.s, i, last)
}

// closes reports whether an apposition ends before token i.
func (sc *scan) closes(i int) bool {
	return i >= len(sc.s.tokens) || sc.s.tokens[i].Kind == kaz.Punct
}

// startsInside reports whether token i continues a longer title that began before it.
func (sc *scan) startsInside(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		p, ok := sc.titles.startingAt(sc.s, j)
		if !ok || sc.owner[j] != nil {
			continue
		}
		if p.last >= i || p.last == i-1 && sc.genitive(i) && (p.attr == "CALLING KIN" || !strings.HasPrefix(p.attr, "CALLING")) {
			return true
		}
	}
	return false
}

// bodyOfTitle takes in what follows a title and returns the token after it.
func (sc *scan) bodyOfTitle(t *title, i int) int {
	skipped := 0
	for ; i < len(sc.s.tokens) && skipped < 4; i++ {
		m := sc.owner[i]
		if m != nil && m.typ != civic.TypePerson && m.first == i && t.body == nil {
			t.body = m
			if m.typ == civic.TypePlace && m.kind != "VENUE" {
				t.raw += " " + kindWord(m, sc)
			}
			i = m.last
			continue
		}
		if m != nil && m.typ != civic.TypePerson && m.first == i && t.body != nil {
			i = m.last
			continue
		}
		if sc.s.is(i, "(") && sc.s.tokens[i].pair > i {
			i = sc.s.tokens[i].pair
			continue
		}
		if m != nil || !sc.s.isWord(i) || t.body != nil {
			return i
		}
		if p, ok := sc.titles.startingAt(sc.s, i); ok && sc.genitive(i) {
			t.raw += " " + sc.words(p.first, p.last)
			t.rule, t.last = servedRule(t.rule, p.attr), p.last
			i = p.last
			continue
		}
		if sc.s.capital(i) || sc.verbal(i) || sc.s.in(i, preposition) || sc.s.is(i, "и") {
			return i
		}
		skipped++
	}
	return i
}

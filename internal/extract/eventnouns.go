package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// mainNoun is the noun of an event that the clause is about: its subject or object
// before what only tells where or when.
func (c clause) mainNoun(s *sentence) *part {
	var best *part
	rank := func(p *part) int {
		switch {
		case p.event.context(s):
			return 2
		case p.kase == kaz.Acc || p.kase == kaz.Nom:
			return 4
		case p.kase == kaz.Dat:
			return 3
		case p.kase == kaz.Loc:
			return 2
		case p.kase == kaz.Gen && s.classes().has(falling, c.verb.stem), s.lang == civic.Russian && p.kase == kaz.Gen:
			return 1
		}
		return 0
	}
	for i := range c.parts {
		p := &c.parts[i]
		if p.event == nil || rank(p) == 0 || p.kase == kaz.Nom && s.in(p.last+1, postposition) && !p.event.context(s) || p.event.kind == "VISIT" && !c.verb.is(happens, attends, opens, chairs, plans) {
			continue
		}
		if best == nil || rank(p) > rank(best) || rank(p) == rank(best) && best.event.kind == "VISIT" {
			best = p
		}
	}
	return best
}

// context reports whether a word after the noun makes it a circumstance: «кездесу
// барысында».
func (n *eventNoun) context(s *sentence) bool {
	return s.in(n.last+1, context)
}

// eventOf finds or makes the event that a noun of the clause names; nil if there
// is none, or if it is only spoken of.
func (a *account) eventOf(p sentenceParts, c clause, noun *part) *happening {
	if noun == nil {
		return nil
	}
	n := noun.event
	if n.kind == "VISIT" {
		return a.tripOf(p, c, noun)
	}
	if h := a.justTold(c, noun); h != nil {
		return a.recall(h, p, c, noun)
	}
	mods := a.modifiers(c, noun)
	asserting := c.verb.is(happens, holds) || c.verb.is(plans) && len(mods.all()) > 0 || c.verb.is(chairs) && n.has("TALK") && noun.kase != kaz.Loc
	asserting = asserting || c.verb.is(gathers) && noun.kase == kaz.Dat && (n.reading.possessive || c.verb.planned) && len(c.dates) > 0 && p.s.lang == civic.Kazakh
	asserting = asserting || a.outTo(p.s, c, noun)
	asserting = asserting || p.s.lang == civic.Russian && c.verb.is(plans) && noun.kase == kaz.Nom && (n.fresh || len(c.dates) > 0)
	asserting = asserting || p.s.lang == civic.Kazakh && c.verb.is(plans) && noun.kase == kaz.Nom && slices.ContainsFunc(c.dates, func(t dated) bool { return t.setFor })
	asserting = asserting || p.s.lang == civic.Russian && p.s.is(n.first-1, "за") && c.verb.is(attends, gathers, discusses, meets) // «за круглым столом собрались»
	asserting = asserting || a.hostedBy(p, c, noun) != nil || a.agenda(p, c, noun) || p.s.lang == civic.Russian && c.verb.is(gathers, convenes) && noun.kase == kaz.Nom
	told := a.toldAside(n)
	asserting = asserting || told
	old := a.known(n, c, mods)
	if old != nil && c.verb.is(attends, gathers) && mods.none() && !n.same && a.dayAfter(c, old) {
		old, asserting = nil, true // «ертеңінде олар жиынға қатысты»
	}
	if old == nil && a.heldAside(n) {
		asserting, told = true, true
	}
	if told && p.s.lang == civic.Kazakh && a.extra[n].verb.kind == kaz.VerbParticiple {
		c.verb.planned = true // «күзде Астанада өтетін форумда …»
	}
	if whose := a.ownSitting(p, c, noun); old == nil && whose != nil {
		mods.whose, asserting = whose, true
	}
	if main := a.current; c.sentence == 0 && old != nil && main != nil && p.s.lang == civic.Russian && main.planned == old.planned && nounStem(main.noun) == nounStem(old.noun) {
		old = main
	}
	switch {
	case n.every:
		a.everyMeeting(p, c)
		return nil
	case p.s.classes().has(invited, c.verb.stem) && noun.kase == kaz.Dat && p.s.in(c.verb.last+1, pluperfect):
		return nil // «жиынға шақырылған еді, бірақ …»
	case p.s.classes().has(invited, c.verb.stem) && noun.kase == kaz.Dat && !(told && old == nil):
		return a.announced(c) // «жиынға ғалымдар шақырылды»
	case old == nil && noun.kase == kaz.Loc && p.s.classes().has(inviting, c.verb.stem):
		return a.announced(c) // «пригласил профсоюз на переговоры»
	case old != nil && (!asserting || a.sameAgain(n, mods, old, c)):
		return a.recall(old, p, c, noun)
	case c.verb.planned && !asserting:
		return a.announced(c)
	case a.titled(c):
		return a.ofKind(n)
	case n.plural && mods.none() && !asserting && !c.verb.is(meets):
		a.general = true
		return nil
	case len(c.verb.classes) > 0 && !asserting && mods.none() && !n.fresh && a.current != nil && a.current.typ == civic.TypeMeeting && !n.has("TALK") && !a.ofAnother(p.s, n):
		return a.recall(a.current, p, c, noun)
	case p.s.lang == civic.Russian && c.verb.is(chairs) && n.has("TALK") && !n.has("PUBLIC") && mods.none() && !n.fresh && len(c.dates) == 0 && a.atHand(c):
		return a.recall(a.current, p, c, noun) // «вёл разговор X»
	case told:
	case n.context(p.s) && !asserting && mods.none() && p.s.lang == civic.Kazakh:
		return nil // «кездесуден кейін музейді аралады»
	case c.verb.is(attends) && noun.kase == kaz.Gen && p.s.in(n.first-1, attendees): // «участниками встречи стали …»
	case !c.hasVerb || len(c.verb.classes) == 0 || c.verb.is(plans) && !asserting, noun.kase == kaz.Gen && !p.s.classes().has(falling, c.verb.stem):
		return nil
	case n.has("TALK") && !asserting && mods.none():
		return nil
	case c.verb.is(happens) && noun.kase != kaz.Nom && noun.kase != kaz.Acc && !p.s.classes().has(falling, c.verb.stem) && !n.fresh && mods.none():
		return nil
	}
	return a.newMeeting(p, c, noun, mods)
}

// atHand reports whether a meeting is at hand that the sentences right before told of.
func (a *account) atHand(c clause) bool {
	return a.current != nil && a.current.typ == civic.TypeMeeting && a.current.planned == c.verb.planned && a.paragraph <= a.current.paragraph+1
}

// justTold is the event that the clause before told of, and which a relative clause
// describes: «состоится форум, организатором которого является X».
func (a *account) justTold(c clause, noun *part) *happening {
	if len(a.events) == 0 || c.described == nil || c.described != noun || a.d.sentences[c.sentence].lang != civic.Russian {
		return nil
	}
	h := a.events[len(a.events)-1]
	if h.sentence != c.sentence || h.noun != noun.event.text || h.cancelled {
		return nil
	}
	return h
}

// ownSitting is the body that comes together for, or deals with something at, a sitting
// of its own: «комиссия алғашқы отырысына жиналады», «кеңес мәселені отырысында қарады».
func (a *account) ownSitting(p sentenceParts, c clause, noun *part) []part {
	if p.s.lang != civic.Kazakh || !noun.event.reading.possessive || !c.verb.is(gathers, discusses) || noun.kase != kaz.Dat && noun.kase != kaz.Loc {
		return nil
	}
	for _, q := range c.subjects {
		if q.is(civic.TypeOrganization, civic.TypeCoalition) && q.capacity == "" && q.last < noun.event.first {
			return []part{q}
		}
	}
	return nil
}

// ofAnother reports whether the noun of an event has an owner that is no named thing, and
// is not the noun of the event at hand: «бөлімнің мәжілісінде» during a forum.
func (a *account) ofAnother(s *sentence, n *eventNoun) bool {
	if s.lang == civic.Russian {
		described := n.first < n.phrase.first && !n.same || n.quoted
		return described && !n.has("ANY") && !sameNoun(nounStem(a.current.noun), nounStem(n.text)) && !a.ofAnyNoun(a.current)
	}
	return a.owned(s, n) && nounStem(a.current.noun) != nounStem(n.text)
}

// ofAnyNoun reports whether an event is called by a word that may stand for any other:
// «мероприятие».
func (a *account) ofAnyNoun(h *happening) bool {
	return strings.Contains(a.nouns.attrs[h.noun], "ANY") && h.rule == "event noun"
}

// owned reports whether a Kazakh genitive stands before a possessed noun of an event.
func (a *account) owned(s *sentence, n *eventNoun) bool {
	i := n.first - 1
	return s.lang == civic.Kazakh && n.reading.possessive && s.isWord(i) && !a.stops.has(s.tokens[i].low) && s.readings(i)[0].kase == kaz.Gen
}

// hostedBy is the place or body of a Russian clause that takes in an event: «форум
// примет Тайынша», «круглый стол принял музей».
func (a *account) hostedBy(p sentenceParts, c clause, noun *part) *part {
	if c.verb.is(sites) {
		return a.site(c)
	}
	if p.s.lang != civic.Russian || !c.verb.is(receives) || c.verb.is(attends) || noun == nil || noun.kase != kaz.Nom && noun.kase != kaz.Acc {
		return nil
	}
	for i, q := range c.parts {
		if q.is(civic.TypePlace, civic.TypeOrganization) && q.kase == kaz.Nom && q.capacity == "" && q.first > c.verb.last && q.mention.referent >= 0 && !p.s.in(q.first-1, preposition) {
			return &c.parts[i]
		}
	}
	return nil
}

// site is the place or body of which the clause says that an event is there: «местом
// встречи стал Дворец культуры».
func (a *account) site(c clause) *part {
	for i, q := range c.parts {
		if q.is(civic.TypePlace, civic.TypeOrganization) && q.kase == kaz.Nom && q.capacity == "" && q.mention.referent >= 0 {
			return &c.parts[i]
		}
	}
	return nil
}

// toldAside reports whether a participle says that the event took place: «вынесен на
// слушания, прошедшие в Доме культуры»; of a Kazakh talk, where: «әкімдікте өткен кеңесте».
func (a *account) toldAside(n *eventNoun) bool {
	extra, ok := a.extra[n]
	if !ok || extra.verb.is(plans) || extra.verb.negated {
		return false
	}
	if a.d.sentences[extra.sentence].lang == civic.Russian {
		return extra.verb.is(happens, gathers, convenes, holds)
	}
	located := slices.ContainsFunc(extra.parts, func(q part) bool { return q.kase == kaz.Loc && q.mention != nil })
	return located && extra.verb.is(happens) && (n.has("TALK") || extra.verb.kind == kaz.VerbParticiple) && !n.plural
}

// heldAside reports whether a Kazakh participle says when or where the event took place, or
// who held it: «әкім төрағалық еткен жиынға …», of one that is spoken of for the first time.
func (a *account) heldAside(n *eventNoun) bool {
	extra, ok := a.extra[n]
	if !ok || n.plural || extra.verb.negated || a.d.sentences[extra.sentence].lang == civic.Russian {
		return false
	}
	led := slices.ContainsFunc(extra.subjects, func(q part) bool { return q.is(civic.TypePerson, civic.TypeOrganization, civic.TypeCoalition) })
	return extra.verb.is(holds, chairs) && led || extra.verb.is(happens) && len(extra.dates) > 0
}

// agenda reports whether a Russian clause says what an event to come will deal with:
// «предложения рассмотрят на заседании».
func (a *account) agenda(p sentenceParts, c clause, noun *part) bool {
	return p.s.lang == civic.Russian && c.verb.planned && c.verb.is(discusses) && noun.kase == kaz.Loc && !noun.event.plural
}

// titled reports whether a clause is the title of a report whose body tells of a
// meeting: the title speaks of it and of no other.
func (a *account) titled(c clause) bool {
	return c.sentence == 0 && a.current != nil && a.current.typ == civic.TypeMeeting
}

// ofKind is the event of the body that the noun in the title stands for.
func (a *account) ofKind(n *eventNoun) *happening {
	for _, h := range a.events {
		if h.typ == civic.TypeMeeting && !h.cancelled && (h.noun == n.text || strings.HasSuffix(h.noun, " "+n.text) || strings.HasSuffix(n.text, " "+h.noun)) {
			return h
		}
	}
	return a.current
}

// sameAgain reports whether a clause that asserts an event tells once more of one
// that is known.
func (a *account) sameAgain(n *eventNoun, mods modifiers, old *happening, c clause) bool {
	switch {
	case n.fresh || c.verb.planned != old.planned:
		return false
	case n.same:
		return true
	case mods.none():
		return n.first == n.phrase.first && !n.plural && !a.another(c, old) && !a.dayAfter(c, old)
	}
	return c.sentence <= old.sentence+1 && mods.match(a, old) && !a.another(c, old)
}

// dayAfter reports whether a clause sets itself on another day than that of an event.
func (a *account) dayAfter(c clause, h *happening) bool {
	day := h.date
	if day.Precision != civic.PrecisionDay || day.Earliest != day.Latest {
		return false
	}
	return slices.ContainsFunc(c.dates, func(t dated) bool {
		return t.nextDay || t.date.Precision == civic.PrecisionDay && t.date.Earliest > day.Latest && !t.until && !t.setFor
	})
}

// another reports whether a clause speaks of a day, or an area, on which the event was
// not: of another event.
func (a *account) another(c clause, h *happening) bool {
	for _, t := range c.dates {
		if t.date.Precision == civic.PrecisionDay && h.date.Precision == civic.PrecisionDay && !t.until &&
			(t.date.Earliest > h.date.Latest || t.date.Latest < h.date.Earliest) {
			return true
		}
	}
	for _, q := range c.parts {
		if !q.is(civic.TypePlace) || q.kase != kaz.Loc || q.near || q.mention.referent < 0 {
			continue
		}
		level := a.d.referents[q.mention.referent].Props.Kind
		if slices.ContainsFunc(h.places, func(l placing) bool {
			return l.referent != q.mention.referent && a.d.referents[l.referent].Props.Kind == level
		}) {
			return true
		}
	}
	return false
}

// recall makes an event that was told of before the current one again.
func (a *account) recall(h *happening, p sentenceParts, c clause, noun *part) *happening {
	a.current, a.general = h, false
	if h.paragraph < a.paragraph && !p.s.title {
		a.tell(h)
	}
	h.mentions = append(h.mentions, p.s.spanOf(noun.first, noun.last))
	return h
}

// modifiers are the parts that the noun of an event takes: whom it is with, whose
// it is.
type modifiers struct{ with, whose []part }

func (m modifiers) none() bool  { return len(m.with)+len(m.whose) == 0 }
func (m modifiers) all() []part { return append(slices.Clone(m.whose), m.with...) }

// match reports whether somebody of the modifiers takes part in the event already.
func (m modifiers) match(a *account, h *happening) bool {
	return slices.ContainsFunc(m.all(), func(p part) bool {
		r, ok := a.peek(p)
		return ok && h.role(r) != ""
	})
}

// modifiers finds the parts of a clause that belong to the noun of an event.
func (a *account) modifiers(c clause, noun *part) modifiers {
	var m modifiers
	n := noun.event
	extra := a.extra[n]
	for _, q := range append(slices.Clone(extra.parts), c.parts...) {
		before := q.last < n.phrase.first
		russian := a.d.sentences[c.sentence].lang == civic.Russian
		switch {
		case !q.actor():
		case q.kase == kaz.Ins && (before && !russian || russian && a.joined(c, q, m.with)):
			m.with = append(m.with, q)
		case !russian && a.d.sentences[c.sentence].partBy(q.last+1) != "":
		case q.kase == kaz.Gen && (before && !russian && a.unbroken(c, q.last, n.first) || russian && (q.first == n.last+1 || a.coordinate(c, q, m.whose))):
			m.whose = append(m.whose, q)
		}
	}
	if len(m.whose) == 0 && !a.d.sentences[c.sentence].title && n.reading.possessive {
		m.whose = a.nominativeOwner(c, noun)
	}
	if s := &a.d.sentences[c.sentence]; len(m.whose) == 0 && s.in(n.first-1, possessive) && a.body != nil && n.kind != "VISIT" {
		m.whose = []part{*a.body}
	}
	return m
}

// coordinate reports whether a conjunction joins a part to the last of those before it.
func (a *account) coordinate(c clause, q part, before []part) bool {
	n := len(before)
	return n > 0 && before[n-1].last == q.first-2 && a.d.sentences[c.sentence].is(q.first-1, ",", "и")
}

// joined reports whether «с» joins a Russian part to the noun of an event, or a
// conjunction to the parts that it joined.
func (a *account) joined(c clause, q part, with []part) bool {
	s := &a.d.sentences[c.sentence]
	i := q.first - 1
	for s.adjective(i) {
		i--
	}
	return s.in(i, comitative) || len(with) > 0 && (s.is(i, ",") || s.in(i, conjoining) || s.in(i, further))
}

// unbroken reports whether no mark stands between two tokens, nor in Kazakh a noun that
// belongs to the first: «Омарованың баласы жиынға келді», but «топтың Абай ауданына сапары».
func (a *account) unbroken(c clause, first, last int) bool {
	s := &a.d.sentences[c.sentence]
	for i := first + 1; i < last; i++ {
		if named := slices.IndexFunc(c.parts, func(q part) bool { return q.mention != nil && q.first <= i && i <= q.last }); named >= 0 {
			i = c.parts[named].last
			continue
		}
		if s.tokens[i].Kind == kaz.Punct && s.tokens[i].depth == 0 || a.sources.has(s.tokens[i].low) {
			return false
		}
		if r := s.readings(i)[0]; s.lang == civic.Kazakh && s.isWord(i) && r.possessive && !s.in(i, adjective) {
			return false
		}
	}
	return true
}

// nominativeOwner is the body right before a possessed noun: «кеңес отырысы».
func (a *account) nominativeOwner(c clause, noun *part) []part {
	for _, q := range c.parts {
		if q.is(civic.TypeOrganization, civic.TypeCoalition) && q.kase == kaz.Nom && q.last == noun.event.first-1 {
			return []part{q}
		}
	}
	return nil
}

// nounStem is a noun without the vowel that tells its number: «слушание», «слушания».
func nounStem(noun string) string { return strings.TrimRight(noun, "еия") }

// known is the event told of before that the noun can stand for, or nil.
func (a *account) known(n *eventNoun, c clause, mods modifiers) *happening {
	for _, h := range slices.Backward(recent(a.events)) {
		if h.typ == civic.TypeMeeting && h.planned == c.verb.planned && !h.cancelled && (nounStem(h.noun) == nounStem(n.text) || mods.none() && strings.HasSuffix(nounStem(h.noun), " "+nounStem(n.text))) && (h.plural == n.plural || n.has("PUBLIC")) {
			if mods.none() && !n.fresh || mods.match(a, h) {
				return h
			}
		}
	}
	if n.has("ANY") && c.verb.planned && mods.none() {
		for _, h := range slices.Backward(recent(a.events)) {
			if h.typ == civic.TypeMeeting && h.planned && !h.cancelled {
				return h
			}
		}
	}
	if n.has("ANY") && !n.plural && !n.fresh && mods.none() && !c.verb.planned && a.current != nil && a.current.typ == civic.TypeMeeting && !a.current.planned {
		return a.current
	}
	return nil
}

// outTo reports whether people went out to a gathering: «сенбілікке шықты», «на субботник
// вышли».
func (a *account) outTo(s *sentence, c clause, noun *part) bool {
	to := noun.kase == kaz.Dat
	if s.lang == civic.Russian {
		to = noun.kase == kaz.Acc || s.in(noun.event.first-1, locative)
	}
	return to && noun.event.kind == "GATHERING" && s.classes().has(goingOut, c.verb.stem)
}

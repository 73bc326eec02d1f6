package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"slices"
	"sort"
	"strings"
)

// metEvent makes a meeting of a verb and the party in the given case.
func (a *account) metEvent(p sentenceParts, c clause, kase kaz.Case) *happening {
	var parties []part
	for _, q := range c.parts {
		if q.actor() && a.inCase(p.s, q, kase) && (q.last < c.verb.first || p.s.lang == civic.Russian) && !p.s.in(q.first-2, atHead) {
			parties = append(parties, q)
		}
	}
	if n := len(c.parts); len(parties) == 0 && p.s.lang == civic.Kazakh && n > 0 {
		parties = a.foreigner(p.s, &c, c.parts[n-1])
	}
	talks := c.verb.is(meets) && c.verb.first < c.verb.last && p.s.lang == civic.Kazakh // «келіссөз жүргізді»
	if talks && len(parties) == 0 && a.talkedThere(p, c) {
		return a.current
	}
	if len(parties) == 0 && c.verb.is(meets) && len(c.subjects) > 1 && (p.s.lang == civic.Russian || p.s.in(c.subjects[0].last+1, pairing)) {
		parties, c.subjects = c.subjects[1:], c.subjects[:1] // «министр и посол встретились»
	}
	guests := c.verb.is(receives) && (a.travelling(parties) || a.visit != nil && len(parties) == 0 && len(c.subjects) > 0 && !a.travelling(c.subjects) && p.s.in(c.verb.first-1, possessive))
	if len(parties) == 0 && !talks && !guests || len(c.subjects) == 0 && (len(parties) == 0 || c.verb.is(receives) && !guests) {
		return nil
	}
	if old := a.sameParty(parties, c); old != nil {
		a.current = old
		return old
	}
	if a.titled(c) {
		return a.current
	}
	if a.withoutParty(p, c) {
		for i, q := range parties {
			a.joinPart(a.current, q, civic.RoleCounterpart, civic.Explicit, a.clauseSpan(p, c))
			a.attend(p, a.current, q, i, false)
		}
		return a.current
	}
	h := &happening{typ: civic.TypeMeeting, noun: a.metNoun(p.s, c), kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "meeting verb", span: a.clauseSpan(p, c)}
	h.name = a.metName(p.s, c, parties)
	h.mentions = []civic.Span{h.span}
	a.add(h)
	a.nest(p, c, h, nil)
	a.setApart(p, c, h, parties)
	if h.guests = guests; guests {
		return h
	}
	for i, q := range parties {
		a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		h.public = h.public || a.isPublic(q)
		a.attend(p, h, q, i, false)
	}
	if c.verb.is(meets, speaksAbout, discusses) {
		role := civic.RoleOrganizer
		if a.visit != nil && !h.planned && !h.apart {
			role = civic.RoleVisitor
		}
		for _, q := range c.subjects {
			if !a.isParty(h, q) { // «қатысушылар» would stand for those met
				a.joinPart(h, q, a.onOuting(h, q, role), civic.Explicit, h.span)
			}
		}
	}
	return h
}

// talkedThere reports whether a Kazakh clause says who talked at the meeting that the
// sentence before told of: «Жиын өтті. Онда X пен Y пікір алмасты».
func (a *account) talkedThere(p sentenceParts, c clause) bool {
	h := a.current
	return p.s.in(c.first, there) && len(c.dates) == 0 && h != nil && h.typ == civic.TypeMeeting && !h.planned && !c.verb.planned && h.sentence == c.sentence-1
}

// describedMeeting makes a meeting of a Kazakh participle that describes who met others:
// «тұрғындармен кездескен әкім».
func (a *account) describedMeeting(p sentenceParts, c clause) {
	if c.verb.negated || c.described == nil || !c.described.actor() || !c.verb.is(meets, receives) || p.s.lang != civic.Kazakh || c.mainNoun(p.s) != nil {
		return
	}
	c.verb.relative, c.subjects = false, []part{*c.described}
	if h := a.verbEvent(p, c); h != nil {
		a.take(p, c, h, nil)
	}
}

// withoutParty reports whether the Russian clause says who met whom at the meeting that
// its paragraph told of already without that.
func (a *account) withoutParty(p sentenceParts, c clause) bool {
	h := a.current
	if p.s.lang != civic.Russian || a.visit != nil || h == nil || h.typ != civic.TypeMeeting || h.planned != c.verb.planned || h.rule != "event noun" || h.paragraph != a.paragraph {
		return false
	}
	where := slices.ContainsFunc(c.parts, func(q part) bool { _, _, ok := a.placeOf(p.s, q); return ok })
	return nounStem(h.noun) == nounStem(a.wordings[civic.Russian][meetingNoun]) && len(h.with(civic.RoleCounterpart)) == 0 && len(c.dates) == 0 && !where
}

// toTalk reports whether the clause says that people came in order to talk: «обсудить
// тариф пришли 40 горожан».
func (p sentenceParts) toTalk(c clause) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool {
		return c.first <= v.first && v.last <= c.last && v.kind == kaz.VerbNoun && v.is(meets, discusses, speaksAbout)
	})
}

// inCompany reports whether the clause says with whom something was done: «обсудил с
// горняками».
func (a *account) inCompany(s *sentence, c clause) bool {
	return len(c.subjects) > 0 && slices.ContainsFunc(c.parts, func(q part) bool { return q.actor() && q.kase == kaz.Ins && s.in(q.first-1, comitative) })
}

// travelling reports whether people are those on the trip at hand: «делегацию приняли».
func (a *account) travelling(people []part) bool {
	if a.visit == nil || len(people) == 0 {
		return false
	}
	return !slices.ContainsFunc(people, func(q part) bool {
		r, ok := a.peek(q)
		return !ok || a.visit.role(r) != civic.RoleVisitor
	})
}

// convened makes a meeting of people whom somebody called together: «аким собрал
// жителей».
func (a *account) convened(p sentenceParts, c clause) *happening {
	var people []part
	for _, q := range c.parts {
		object := q.kase == kaz.Gen || q.kase == kaz.Acc || q.group != nil && q.group.count != nil
		behind := q.first > c.verb.last
		if p.s.lang == civic.Kazakh {
			object, behind = q.kase == kaz.Acc, q.last < c.verb.first
		}
		if q.actor() && (q.group != nil || q.capacity != "") && behind && object && !p.s.in(q.first-1, preposition) {
			people = append(people, q)
		}
	}
	if p.s.classes().has(inviting, c.verb.stem) {
		return a.announced(c) // «пригласил жителей на сход»
	}
	if len(people) == 0 || len(c.subjects) == 0 {
		return a.implied(p, c)
	}
	if a.titled(c) {
		return a.current
	}
	h := &happening{typ: civic.TypeMeeting, noun: a.wordings[p.s.lang][meetingNoun], kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "people called together", span: a.clauseSpan(p, c)}
	h.name = a.wordings[p.s.lang].with(convenedName, a.d.text(p.s.spanOf(people[0].first, people[len(people)-1].last)))
	if p.s.lang == civic.Kazakh {
		h.name = a.metName(p.s, c, people)
	}
	h.mentions = []civic.Span{h.span}
	a.add(h)
	for i, q := range people {
		a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, h.span)
		a.attend(p, h, q, i, false)
		h.public = h.public || a.isPublic(q)
	}
	return h
}

// foreigner reads a name before a verb of meeting or receiving whose end can be the
// case that the verb wants as the party, though the name is not known to be in it:
// «Гроувмен кездесті», «Коштаны қабылдады».
func (a *account) foreigner(s *sentence, c *clause, q part) []part {
	wanted := instrumental
	if c.verb.is(receives) {
		wanted = accusative
	}
	if !q.is(civic.TypePerson) || q.last != c.verb.first-1 || !s.in(q.last, wanted) {
		return nil
	}
	if c.subjects = slices.DeleteFunc(slices.Clone(c.subjects), func(t part) bool { return t.first == q.first }); len(c.subjects) == 0 {
		c.subjects = a.several
	}
	return []part{q}
}

// metNoun is the noun for a meeting told by its verb.
func (a *account) metNoun(s *sentence, c clause) string {
	switch {
	case s.lang == civic.Kazakh:
		return a.spokenAs(s, c)
	case c.verb.is(receives):
		return a.wordings[s.lang][receptionNoun]
	}
	return a.wordings[s.lang][meetingNoun]
}

// metName describes a meeting by its parties and verb: «мектептің мұғалімдерімен жүздесу».
func (a *account) metName(s *sentence, c clause, parties []part) string {
	if s.lang == civic.Kazakh && (len(parties) == 0 || parties[0].kase == kaz.Nom) {
		return capitalised(a.spokenAs(s, c)) // «министр пен елші кездесті»
	}
	if len(parties) == 0 && c.verb.is(receives) {
		return a.wordings[s.lang].with(receptionName, "")
	}
	if len(parties) == 0 {
		return capitalised(a.d.text(s.spanOf(c.verb.first, c.verb.last)))
	}
	first := parties[0].first
	if m := parties[0].mention; m != nil && m.typ == civic.TypePerson && m.sentence == c.sentence && first <= m.first && m.last <= parties[0].last {
		first = m.first // without «ректоры», whose owner stands before
	}
	party := a.d.text(s.spanOf(first, parties[len(parties)-1].last))
	switch {
	case s.lang == civic.Russian && c.verb.is(receives):
		return a.wordings[s.lang].with(receptionName, party)
	case s.lang == civic.Russian:
		return a.wordings[s.lang].with(meetingName, party)
	}
	return capitalised(party + " " + a.spokenAs(s, c))
}

// spokenAs is what a Kazakh verb of meeting calls the meeting: «кездесу», «бас қосу»;
// «келіссөз» for «келіссөз жүргізді», whose object is a noun of events.
func (a *account) spokenAs(s *sentence, c clause) string {
	verb := c.verb.first
	for verb < c.verb.last && !strings.HasPrefix(s.tokens[verb].low, c.verb.stem) {
		verb++
	}
	if verb == c.verb.first {
		return verbNoun(c.verb.stem)
	}
	object := a.d.text(s.spanOf(c.verb.first, verb-1))
	if a.nouns.has(foldWord(object)) {
		return object
	}
	return object + " " + verbNoun(c.verb.stem)
}

// verbNoun is the noun of a Kazakh verb: кездес, кездесу.
func verbNoun(stem string) string { return stem + "у" }

// inCase reports whether a part stands in a case; in Russian the party of a talk
// follows «с».
func (a *account) inCase(s *sentence, q part, kase kaz.Case) bool {
	if s.lang == civic.Russian && kase == kaz.Ins {
		return q.kase == kaz.Ins || s.in(q.first-1, comitative)
	}
	if s.lang == civic.Russian && kase == kaz.Acc {
		return (q.kase == kaz.Gen || q.kase == kaz.Acc || q.group != nil && q.group.count != nil) && (q.group != nil || q.is(civic.TypePerson)) && !s.in(q.first-1, preposition)
	}
	return q.kase == kase || kase == kaz.Ins && q.kase == kaz.Dat && s.lang == civic.Kazakh && q.group != nil
}

// sameParty is a meeting with the same party in the sentence before, told of twice.
func (a *account) sameParty(parties []part, c clause) *happening {
	told := a.events
	if c.sentence != 0 {
		told = told[sort.Search(len(told), func(i int) bool { return told[i].sentence >= c.sentence-1 }):]
	}
	for _, h := range told {
		if h.typ != civic.TypeMeeting || h.cancelled || h.planned != c.verb.planned || c.sentence != 0 && c.sentence != h.sentence+1 {
			continue
		}
		for _, q := range parties {
			if r, ok := a.peek(q); ok && h.role(r) == civic.RoleCounterpart && h.noun != "" {
				return h
			}
		}
	}
	return nil
}

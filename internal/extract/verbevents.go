package extract

import (
	"slices"
	"sort"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// verbEvent finds or makes the event that a verb tells of without a noun.
func (a *account) verbEvent(p sentenceParts, c clause) *happening {
	switch {
	case !c.hasVerb:
		return nil
	case c.verb.is(meets):
		if h := a.metEvent(p, c, kaz.Ins); h != nil || !c.verb.is(gathers) {
			return h
		}
		return a.gathering(p, c)
	case c.verb.is(receives):
		return a.metEvent(p, c, kaz.Acc)
	case c.verb.is(gathers):
		return a.gathering(p, c)
	case c.verb.is(happens) && p.s.classes().has(being, c.verb.stem) && p.s.among(c.first, c.last):
		return a.current
	case p.s.lang == civic.Russian && a.current == nil && c.verb.is(attends, travels) && p.toTalk(c):
		return a.gathering(p, c)
	case c.verb.is(tours, travels, works, stays), p.s.classes().has(being, c.verb.stem) && c.verb.is(happens):
		return a.trip(p, c)
	case c.verb.is(happens, holds) && p.hasClass(c, thirdPerson) && !p.s.in(c.first, conjunction):
		return a.revived(p, c)
	case c.verb.is(reports) && !c.verb.is(treated):
		return a.accounting(p, c)
	case c.verb.is(reports) && a.heardApart(p, c):
		return a.accountHeard(p, c)
	case c.verb.is(speaksAbout), p.s.lang == civic.Russian && c.verb.is(discusses) && a.inCompany(p.s, c):
		if a.current == nil || a.visit != nil {
			if h := a.metEvent(p, c, kaz.Ins); h != nil {
				return h
			}
		}
		return a.implied(p, c)
	case c.verb.is(convenes):
		return a.convened(p, c)
	case c.verb.is(sites):
		if h := a.announced(c); h != nil {
			return h
		}
		return a.implied(p, c)
	case c.verb.is(hosts, opens, yields, awards, dwells, adopts, attends, chairs, discusses, treated, concerns, occupies, presents, holds):
		return a.implied(p, c)
	case c.verb.is(plans) && (p.hasClass(c, attended) || p.hasClass(c, spoken)):
		return a.announced(c)
	case c.verb.is(says, urges) && !c.verb.negated && slices.ContainsFunc(c.subjects, func(q part) bool { return q.is(civic.TypePerson) || q.group != nil || q.capacity != "" }):
		if p.absent(said{last: c.verb.first - 1}) {
			return nil
		}
		return a.occasion(p, said{voice: "REPORTED"})
	}
	return nil
}

// implied is the event at hand, which a clause without its noun goes on about; of
// what was discussed somewhere on a trip a meeting is made.
func (a *account) implied(p sentenceParts, c clause) *happening {
	pronoun := p.hasClass(c, anaphoric) ||
		p.s.in(c.verb.last+1, possessive) && !p.s.isWord(c.verb.last+2) || p.s.in(c.verb.first-1, possessive) || p.s.in(c.verb.last+1, possessive) && a.nominativeAt(c, c.verb.last+2)
	if c.verb.is(treated) && !pronoun && a.visit != nil {
		for _, q := range c.parts {
			if _, role, ok := a.placeOf(p.s, q); ok && role == "VENUE" && !q.near {
				h := &happening{typ: civic.TypeMeeting, kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "discussed at a venue", span: a.clauseSpan(p, c)}
				h.name = capitalised(a.wordings[p.s.lang].with(venueName, a.d.text(p.s.spanOf(q.first, q.last))))
				h.mentions = []civic.Span{h.span}
				a.add(h)
				return h
			}
		}
	}
	if c.verb.is(holds) && !pronoun {
		return nil
	}
	if c.verb.planned || p.s.classes().has(inviting, c.verb.stem) {
		return a.announced(c)
	}
	if a.current == nil && c.verb.is(hosts) {
		return a.announced(c)
	}
	if a.current == nil {
		return nil
	}
	if a.current.typ != civic.TypeMeeting || a.general {
		return nil
	}
	return a.current
}

// nominativeAt reports whether a subject of the clause begins at token i: «провела
// его заместитель председателя X».
func (a *account) nominativeAt(c clause, i int) bool {
	return slices.ContainsFunc(c.subjects, func(q part) bool { return q.first == i })
}

// announced is the planned meeting told of last, which a clause about what is to
// come goes on about.
func (a *account) announced(c clause) *happening {
	if n := len(a.events); n > 0 && a.events[n-1].planned && !a.events[n-1].cancelled && a.events[n-1].typ == civic.TypeMeeting && (a.paragraph <= a.events[n-1].paragraph+1 || a.current == nil) {
		a.events[n-1].paragraph = max(a.events[n-1].paragraph, a.paragraph)
		return a.events[n-1]
	}
	return nil
}

// accounting makes a meeting of an official's report to residents: «халық алдында
// есеп берді», «отчитался перед жителями».
func (a *account) accounting(p sentenceParts, c clause) *happening {
	if len(c.subjects) == 0 || a.titled(c) {
		return nil
	}
	h := &happening{typ: civic.TypeMeeting, noun: a.wordings[p.s.lang][accountNoun], kind: "MEETING", public: true, sentence: c.sentence, planned: c.verb.planned, rule: "report to residents", span: a.clauseSpan(p, c)}
	h.name = a.wordings[p.s.lang][accountName]
	h.mentions = []civic.Span{h.span}
	a.add(h)
	for _, q := range c.parts {
		if q.group != nil && (p.s.in(p.s.adposition(q), facing) || p.s.lang == civic.Kazakh && q.kase == kaz.Dat) {
			a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		}
	}
	return h
}

// heardApart reports whether a clause says both when and where an account is heard, and so
// tells of a meeting and not of a point of the one at hand.
func (a *account) heardApart(p sentenceParts, c clause) bool {
	where := slices.ContainsFunc(c.parts, func(q part) bool { _, _, ok := a.placeOf(p.s, q); return ok })
	return where && len(c.dates) > 0 && !p.s.title
}

// accountHeard makes a meeting of an account that is heard: «әкімнің есебі 12 ақпанда
// мәдениет үйінде тыңдалады».
func (a *account) accountHeard(p sentenceParts, c clause) *happening {
	h := &happening{typ: civic.TypeMeeting, noun: a.wordings[p.s.lang][accountNoun], kind: "MEETING", public: true, sentence: c.sentence, planned: c.verb.planned, rule: "account heard", span: a.clauseSpan(p, c)}
	h.name, h.mentions = a.wordings[p.s.lang][accountName], []civic.Span{h.span}
	a.add(h)
	for _, q := range c.parts {
		if q.is(civic.TypePerson) && q.kase == kaz.Gen {
			a.joinPart(h, q, civic.RoleSpeaker, civic.Explicit, h.span)
		}
	}
	return h
}

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
	if len(parties) == 0 && p.s.lang == civic.Russian && c.verb.is(meets) && len(c.subjects) > 1 {
		parties, c.subjects = c.subjects[1:], c.subjects[:1] // «министр и посол встретились»
	}
	talks := c.verb.is(meets) && c.verb.first < c.verb.last && p.s.lang == civic.Kazakh // «келіссөз жүргізді»
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
	if len(parties) == 0 && s.lang == civic.Kazakh {
		return capitalised(a.spokenAs(s, c))
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

// gathering makes a meeting of people who gathered, or adds them to the one at hand.
func (a *account) gathering(p sentenceParts, c clause) *happening {
	if len(c.subjects) == 0 && c.verb.planned && p.hasClass(c, parties) && p.s.lang == civic.Kazakh {
		h := &happening{typ: civic.TypeMeeting, noun: a.wordings[p.s.lang][gatheringNoun], kind: "MEETING", sentence: c.sentence, planned: true, rule: "people gathered", span: a.clauseSpan(p, c)}
		h.name, h.mentions = a.wordings[p.s.lang][partiesName], []civic.Span{h.span}
		a.add(h)
		return h
	}
	if len(c.subjects) == 0 {
		if p.s.lang == civic.Russian && !c.verb.planned && a.visit == nil && a.atHand(c) {
			return a.current // «собирались под открытым небом»
		}
		return nil
	}
	counted := slices.ContainsFunc(c.subjects, func(q part) bool { return q.group != nil && q.group.count != nil })
	if a.current != nil && a.current.typ == civic.TypeMeeting && (a.visit == nil || counted) && !c.verb.planned {
		return a.current
	}
	if a.titled(c) {
		return a.current
	}
	h := &happening{typ: civic.TypeMeeting, noun: a.wordings[p.s.lang][gatheringNoun], kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "people gathered", span: a.clauseSpan(p, c)}
	q := c.subjects[0]
	h.name = capitalised(a.d.text(p.s.spanOf(q.first, q.last)) + " " + a.d.text(p.s.spanOf(c.verb.first, c.verb.last)))
	if a.standing(c.subjects[:1]) {
		h.kind, h.noun = "SESSION", a.wordings[p.s.lang][sittingNoun]
		a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, h.span)
	}
	h.mentions = []civic.Span{h.span}
	a.add(h)
	if a.visit != nil {
		for _, q := range c.subjects {
			a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		}
	}
	return h
}

// revived makes a planned event of one that was said not to have taken place:
// «жиналысы болмады. Ол 9 сәуірде өтеді».
func (a *account) revived(p sentenceParts, c clause) *happening {
	if n := len(a.events); n > 0 && p.s.lang == civic.Russian && c.verb.is(happens) && !a.events[n-1].cancelled {
		if h := a.events[n-1]; h.typ == civic.TypeMeeting && h.planned == c.verb.planned && h.sentence >= c.sentence-1 {
			return h
		}
	}
	if len(a.events) == 0 || !a.events[len(a.events)-1].cancelled || a.events[len(a.events)-1].sentence < c.sentence-1 {
		return nil
	}
	old := a.events[len(a.events)-1]
	h := &happening{typ: civic.TypeMeeting, noun: old.noun, kind: old.kind, name: old.name, public: old.public, plural: old.plural, planned: c.verb.planned, sentence: c.sentence, rule: "event set anew", span: a.clauseSpan(p, c)}
	h.mentions = []civic.Span{h.span}
	a.add(h)
	s := &a.d.sentences[old.sentence]
	for _, q := range old.whom.with {
		a.joinPart(h, q, civic.RoleCounterpart, civic.Implied, s.spanOf(q.first, q.last))
	}
	for _, q := range old.whom.whose {
		role := map[bool]string{true: civic.RoleAttendee, false: civic.RoleOrganizer}[q.group != nil]
		a.joinPart(h, q, role, civic.Implied, s.spanOf(q.first, q.last))
	}
	return h
}

// everyMeeting records that somebody took part in each meeting of the trip.
func (a *account) everyMeeting(p sentenceParts, c clause) {
	a.general = true
	for _, q := range c.subjects {
		r, ok := a.peek(q)
		if !ok {
			continue
		}
		for _, h := range recent(a.events) {
			if h.typ == civic.TypeMeeting && !h.planned && !h.cancelled && h.role(r) == "" && len(h.with(civic.RoleOrganizer)) == 0 {
				a.joinPart(h, q, civic.RoleVisitor, civic.Implied, a.clauseSpan(p, c))
			}
		}
	}
}

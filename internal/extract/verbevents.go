package extract

import (
	"slices"

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

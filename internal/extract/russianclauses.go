package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// russianClauses cuts at marks and conjunctions; a clause without a verb of its own
// joins the one before it. A phrase that a participle opens between commas is a clause
// that describes the noun before it, and no part of the clause that it interrupts.
func (p sentenceParts) russianClauses() []clause {
	var clauses []clause
	asides := p.asides()
	start := 0
	for start < len(p.s.tokens) {
		end := p.clauseEnd(start, asides)
		for _, in := range asides {
			if start <= in.first && in.first < end {
				clauses = append(clauses, p.asideClause(in))
			}
		}
		clauses = append(clauses, p.russianClause(start, end, asides, clauses))
		start = end
	}
	return clauses
}

// resumed is the clause that the next one goes on with: the last that is no aside, or
// the one that it interrupts before its verb if that is a relative clause; or nil.
func (p sentenceParts) resumed(clauses []clause) (before *clause, interrupted bool) {
	finite := func(c clause) bool { return !c.verb.relative }
	last := lastIndex(clauses, finite)
	if last < 0 {
		return nil, false
	}
	main := lastIndex(clauses[:last], finite)
	if c := clauses[last]; main >= 0 && c.hasVerb && p.relativeStart(c.first) && !clauses[main].hasVerb && !p.relativeStart(clauses[main].first) {
		return &clauses[main], true
	}
	return &clauses[last], false
}

// lastIndex is the index of the last clause that is as wanted, or -1.
func lastIndex(clauses []clause, wanted func(clause) bool) int {
	for i, c := range slices.Backward(clauses) {
		if wanted(c) {
			return i
		}
	}
	return -1
}

// russianClause is the clause of the tokens from start to end, behind other clauses.
func (p sentenceParts) russianClause(start, end int, asides []aside, told []clause) clause {
	before, interrupted := p.resumed(told)
	c := clause{sentence: p.n, first: start, last: end - 1}
	for _, t := range p.datesIn(start, end) {
		if !within(asides, t.first) {
			c.dates = append(c.dates, t)
		}
	}
	for _, q := range p.parts {
		if start <= q.first && q.last < end && !within(asides, q.first) {
			c.parts = append(c.parts, q)
		}
	}
	p.russianVerb(&c)
	c.verb.negated = c.verb.negated || c.verb.kind == kaz.VerbNoun && p.denied(c)
	c.verb.planned = c.verb.planned || c.verb.kind == kaz.VerbFuture && c.verb.is(holds, happens) && p.comes(c.dates)
	p.setsOut(&c)
	c.subjects = p.russianSubjects(c)
	if before == nil {
		return c
	}
	if len(c.subjects) == 0 && c.hasVerb && !p.s.in(start, complementizer) {
		c.subjects = before.subjects
	}
	if len(c.dates) == 0 && p.s.is(start-1, ":") {
		c.dates = before.dates // «ждут в пятницу: во дворце пройдёт встреча»
	}
	if interrupted {
		c.parts = append(slices.Clone(before.parts), c.parts...)
		c.dates = append(slices.Clone(before.dates), c.dates...)
	}
	if p.relativeStart(start) && len(before.parts) > 0 {
		c.described = p.antecedent(before, c)
		if c.described.event != nil && len(c.dates) == 0 {
			c.dates = before.dates
		}
	}
	return c
}

// setsOut makes a planned trip of a clause that says that somebody is about to go somewhere:
// «делегация собирается в Майский район», which is another thing than in one.
func (p sentenceParts) setsOut(c *clause) {
	if !c.verb.is(gathers) || c.verb.kind != kaz.VerbFuture || !p.s.classes().has(intending, c.verb.stem) {
		return
	}
	for _, q := range c.parts {
		area := q.is(civic.TypePlace) && q.mention.kind != "VENUE"
		if area && p.s.in(q.first-1, inside) && q.mention.kase != kaz.Loc && q.mention.kase != kaz.Pre {
			c.verb.classes, c.verb.planned = []verbClass{travels}, true
		}
	}
}

// denied reports whether a verb of the clause on which an infinitive depends is denied:
// «встретиться с жителями не успели».
func (p sentenceParts) denied(c clause) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool {
		return c.first <= v.first && v.last <= c.last && v.kind != kaz.VerbNoun && !v.relative && (v.negated || p.s.in(v.first-1, negation))
	})
}

// comes reports whether the first of the dates is yet to come: what is held then is
// planned, though the verb is in the present.
func (p sentenceParts) comes(dates []dated) bool {
	return len(dates) > 0 && dates[0].date.Earliest > p.published
}

// antecedent is the part of the clause before that a relative clause describes: the
// last, or if it says what took place there or who held it, the last event.
func (p sentenceParts) antecedent(before *clause, c clause) *part {
	last := &before.parts[len(before.parts)-1]
	ofEvent := c.verb.is(happens, holds, hosts, chairs) || c.verb.is(gathers) && last.group == nil
	for i := c.first; i < c.first+relativeReach; i++ {
		ofEvent = ofEvent || (p.s.is(i, "на") || p.s.in(i, duration)) && p.relativeStart(i)
	}
	for i := len(before.parts) - 1; i >= 0 && ofEvent; i-- {
		if before.parts[i].event != nil {
			return &before.parts[i]
		}
	}
	return last
}

// russianVerb finds the verb of a clause: the first that says something of events, else
// the first.
func (p sentenceParts) russianVerb(c *clause) {
	for _, v := range p.predicates {
		if v.relative || v.first < c.first || v.last > c.last {
			continue
		}
		infinitive := c.verb.kind == kaz.VerbNoun && v.kind != kaz.VerbNoun && !v.is(modal, plans)
		if !c.hasVerb || (len(c.verb.classes) == 0 || c.verb.is(modal) || infinitive) && len(v.classes) > 0 {
			c.verb, c.hasVerb = v, true
		} else if p.s.classes().has(copula, c.verb.stem) && len(v.classes) > 0 && v.kind == kaz.VerbPassive && v.first <= c.verb.last+3 {
			v.planned, v.negated = v.planned || c.verb.planned, v.negated || c.verb.negated
			c.verb = v // «была отменена»
		}
	}
}

// russianSubjects are the actors in the nominative, but for what stands like an object
// behind the verb of somebody: «министр посетил завод», «выслушал 60 рабочих».
func (p sentenceParts) russianSubjects(c clause) []part {
	found := append(p.nominatives(c.parts), p.madeUpOf(c.parts)...)
	found = append(found, p.headsOf(found, c.parts)...)
	found = append(found, p.togetherWith(found, c.parts)...)
	if !c.hasVerb || len(found) == 0 || found[0].first > c.verb.first {
		return found
	}
	return slices.DeleteFunc(found, func(q part) bool {
		object := q.is(civic.TypeOrganization) && q.capacity == "" || q.group != nil && q.group.count != nil
		return q.first > c.verb.last && object && !p.s.joint(q.first-1)
	})
}

// madeUpOf are the persons of whom a group consists: «группа депутатов в составе X и Y».
func (p sentenceParts) madeUpOf(parts []part) []part {
	return p.personsListed(parts, func(q part) bool { return p.s.in(q.first-1, composing) && p.s.is(q.first-2, "в") })
}

// personsListed are the persons with whom a list begins, and those joined to them.
func (p sentenceParts) personsListed(parts []part, begins func(part) bool) []part {
	var found []part
	for _, q := range parts {
		goesOn := len(found) > 0 && found[len(found)-1].last == q.first-2 && p.s.joint(q.first-1)
		if q.is(civic.TypePerson) && (begins(q) || goesOn) {
			q.kase = kaz.Nom
			found = append(found, q)
		}
	}
	return found
}

// headsOf are the persons at the head of those who act: «делегация во главе с X прибыла».
func (p sentenceParts) headsOf(subjects, parts []part) []part {
	var found []part
	for _, q := range parts {
		headed := func(of part) bool { return of.last == q.first-4 && canTravel(of) }
		if q.is(civic.TypePerson) && p.s.in(q.first-2, atHead) && slices.ContainsFunc(subjects, headed) {
			q.kase = kaz.Nom
			found = append(found, q)
		}
	}
	return found
}

// togetherWith are the persons together with whom somebody acts: «аким вместе с депутатом X
// посетил школу».
func (p sentenceParts) togetherWith(subjects, parts []part) []part {
	if len(subjects) == 0 {
		return nil
	}
	return p.personsListed(parts, func(q part) bool { return p.s.in(q.first-2, jointly) && p.s.in(q.first-1, comitative) })
}

// aside is a phrase of a participle with the commas around it.
type aside struct {
	first, last int // tokens
	verb        predicate
	described   *part // the noun of an event behind it, else what it describes stands before
}

func within(asides []aside, token int) bool {
	return slices.ContainsFunc(asides, func(in aside) bool { return in.first <= token && token <= in.last })
}

// asides are the phrases behind a comma that a participle opens: «…, прошедшей в
// Доме культуры, …».
func (p sentenceParts) asides() []aside {
	var found []aside
	for _, v := range p.predicates {
		comma := v.first - 1
		if comma > 0 && p.s.isWord(comma) && !p.s.capital(comma) {
			comma-- // «, уже прошедшей»
		}
		if v.relative && comma > 0 && p.s.is(comma, ",") && (len(found) == 0 || found[len(found)-1].last < comma) {
			found = append(found, aside{comma, p.asideEnd(v.last), v, nil})
		} else if q := p.behindParticiple(v); q != nil {
			found = append(found, aside{v.first, q.event.first - 1, v, q})
		}
	}
	return found
}

// behindParticiple is the noun of an event that a participle before it describes:
// «состоявшееся в пятницу заседание», or nil.
func (p sentenceParts) behindParticiple(v predicate) *part {
	if !v.relative || !v.is(happens, holds) {
		return nil
	}
	for i := range p.parts {
		q := &p.parts[i]
		if q.event == nil || q.event.first <= v.last || q.event.first > v.last+participleReach {
			continue
		}
		if slices.ContainsFunc(p.predicates, func(w predicate) bool { return v.last < w.first && w.first < q.first }) || p.marked(v.last, q.first) {
			return nil
		}
		return q
	}
	return nil
}

// participleReach is the number of tokens within which an event follows its participle.
const participleReach = 8

// asideEnd is the token that ends the phrase of a participle: the comma before the next
// verb, else the next comma or the end.
func (p sentenceParts) asideEnd(i int) int {
	next := len(p.s.tokens) - 1
	for j := next; j > i; j-- {
		if p.s.is(j, ",", ";", "—", "–") && !p.mute[j] {
			next = j
		}
	}
	for j := i + 1; j < len(p.s.tokens); j++ {
		if p.s.is(j, ",") && !p.mute[j] && p.verbSoon(j) {
			return j
		}
		if slices.ContainsFunc(p.predicates, func(v predicate) bool { return v.first == j && !v.relative }) {
			break
		}
	}
	return next
}

// asideClause is the clause of a participle, which describes the noun before it.
func (p sentenceParts) asideClause(in aside) clause {
	c := clause{sentence: p.n, first: in.first, last: in.last, verb: in.verb, hasVerb: true, dates: p.datesIn(in.first, in.last+1)}
	if in.described != nil {
		c.described = in.described
	}
	for i, q := range p.parts {
		if in.described == nil && q.last < in.first && in.first-q.last <= asideReach {
			c.described = &p.parts[i]
		} else if in.first <= q.first && q.last <= in.last {
			c.parts = append(c.parts, q)
		}
	}
	return c
}

// asideReach is the number of tokens within which a participle describes a noun.
const asideReach = 4

// relativeReach is the number of tokens within which a relative clause has its pronoun.
const relativeReach = 3

func (p sentenceParts) relativeStart(i int) bool {
	for j := i; j < min(i+relativeReach, len(p.s.tokens)); j++ {
		if p.s.in(j, relativePronoun) || p.s.in(j, relativeAdverb) {
			return true
		}
	}
	return false
}

// clauseEnd is the token at which the Russian clause that begins at start ends.
func (p sentenceParts) clauseEnd(start int, asides []aside) int {
	s := p.s
	for i := start + 1; i < len(s.tokens); i++ {
		if p.mute[i] || within(asides, i) {
			continue
		}
		switch {
		case s.is(i, ";", ":"):
			return i + 1
		case s.is(i, ",") && s.is(i+1, "а") && s.is(i+2, "также"):
		case s.is(i, ",") && (s.in(i+1, conjunction) || p.relativeStart(i+1) && p.verbSoon(i)):
			return i + 1
		case s.joint(i) && p.hasVerb(start, i) && p.verbSoon(i):
			return i + 1
		}
	}
	return len(s.tokens)
}

func (p sentenceParts) hasVerb(first, last int) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool { return first <= v.first && v.last < last && !v.relative })
}

// verbSoon reports whether a verb stands after token i before the next mark.
func (p sentenceParts) verbSoon(i int) bool {
	for j := i + 1; j < len(p.s.tokens) && !p.s.is(j, ",", ";", "."); j++ {
		if slices.ContainsFunc(p.predicates, func(v predicate) bool { return v.first == j && !v.relative }) {
			return true
		}
	}
	return false
}

// takeAside reads the participle that describes the noun of a Russian event: whom it
// brought together, who organised it.
func (a *account) takeAside(p sentenceParts, extra clause, h *happening) {
	for i, q := range extra.parts {
		object := q.kase != kaz.Ins && q.kase != kaz.Loc && !p.s.in(q.first-1, preposition)
		by := q.kase == kaz.Ins && !p.s.in(q.first-1, comitative)
		switch {
		case extra.verb.is(gathers) && object && q.actor():
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, extra))
			a.attend(p, h, q, i, false)
		case extra.verb.is(holds) && by && q.actor():
			a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, a.clauseSpan(p, extra))
		}
	}
}

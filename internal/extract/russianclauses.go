package extract

import (
	"slices"
	"strings"

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
		clauses = append(clauses, p.russianClause(start, end, asides, lastFinite(clauses)))
		start = end
	}
	return clauses
}

// lastFinite is the last clause that is no aside, or nil.
func lastFinite(clauses []clause) *clause {
	for i := len(clauses) - 1; i >= 0; i-- {
		if !clauses[i].verb.relative {
			return &clauses[i]
		}
	}
	return nil
}

// russianClause is the clause of the tokens from start to end, behind the clause before.
func (p sentenceParts) russianClause(start, end int, asides []aside, before *clause) clause {
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
	c.verb.planned = c.verb.planned || c.verb.kind == kaz.VerbFuture && c.verb.is(holds, happens) && p.comes(c.dates)
	c.subjects = p.russianSubjects(c)
	if before == nil {
		return c
	}
	if len(c.subjects) == 0 && c.hasVerb && !p.s.is(start, "что", "чтобы") {
		c.subjects = before.subjects
	}
	if p.relativeStart(start) && len(before.parts) > 0 {
		c.described = before.antecedent(c.verb)
		if c.described.event != nil && len(c.dates) == 0 {
			c.dates = before.dates
		}
	}
	return c
}

// comes reports whether the first of the dates is yet to come: what is held then is
// planned, though the verb is in the present.
func (p sentenceParts) comes(dates []dated) bool {
	return len(dates) > 0 && dates[0].date.Earliest > p.published
}

// antecedent is the part that a relative clause behind a clause describes: the last, or
// if its verb says that something takes place, the last event.
func (c *clause) antecedent(v predicate) *part {
	for i := len(c.parts) - 1; i >= 0 && v.is(happens, holds, gathers); i-- {
		if c.parts[i].event != nil {
			return &c.parts[i]
		}
	}
	return &c.parts[len(c.parts)-1]
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
		} else if v.is(cancels) && (c.verb.stem == "был" || c.verb.stem == "буд") && v.first <= c.verb.last+3 {
			c.verb = v // «была отменена»
		}
	}
}

// russianSubjects are the actors in the nominative, but for what stands like an object
// behind the verb of somebody: «министр посетил завод», «выслушал 60 рабочих».
func (p sentenceParts) russianSubjects(c clause) []part {
	found := p.nominatives(c.parts)
	if !c.hasVerb || len(found) == 0 || found[0].first > c.verb.first {
		return found
	}
	return slices.DeleteFunc(found, func(q part) bool {
		object := q.is(civic.TypeOrganization) && q.capacity == "" || q.group != nil && q.group.count != nil
		return q.first > c.verb.last && object && !p.s.is(q.first-1, ",", "и")
	})
}

// aside is a phrase of a participle with the commas around it.
type aside struct {
	first, last int // tokens
	verb        predicate
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
			found = append(found, aside{comma, p.asideEnd(v.last), v})
		}
	}
	return found
}

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
	for i, q := range p.parts {
		if q.last < in.first && in.first-q.last <= asideReach {
			c.described = &p.parts[i]
		} else if in.first < q.first && q.last <= in.last {
			c.parts = append(c.parts, q)
		}
	}
	return c
}

// asideReach is the number of tokens within which a participle describes a noun.
const asideReach = 4

func (p sentenceParts) relativeStart(i int) bool {
	for j := i; j < min(i+3, len(p.s.tokens)); j++ {
		if p.s.is(j, "куда", "где") || strings.HasPrefix(p.s.tokens[j].low, "котор") {
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
		case s.is(i, ",") && s.in(i+1, conjunction):
			return i + 1
		case s.is(i, ",", "и") && p.hasVerb(start, i) && p.verbSoon(i):
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
		by := q.kase == kaz.Ins && !p.s.is(q.first-1, "с", "со")
		switch {
		case extra.verb.is(gathers) && object && q.actor():
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, extra))
			a.attend(p, h, q, i, false)
		case extra.verb.is(holds) && by && q.actor():
			a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, a.clauseSpan(p, extra))
		}
	}
}

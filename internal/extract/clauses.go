package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// clause is a verb with the parts that belong to it.
type clause struct {
	sentence    int
	first, last int // tokens
	parts       []part
	verb        predicate
	hasVerb     bool
	dates       []dated
	described   *part // the noun that the clause describes, if its verb is a participle
	subjects    []part
}

// clauseReader cuts the sentences of a report into clauses.
type clauseReader struct {
	eventRules
	d     *document
	dates dateFinder
}

// sentenceParts is what a sentence is made of before it is cut.
type sentenceParts struct {
	n          int
	s          *sentence
	parts      []part
	predicates []predicate
	dates      []dated
	counts     []counted
	mute       []bool
	published  civic.Day
}

// read finds the parts, verbs and dates of sentence n. Words that are somebody's
// direct speech, given by their tokens, are passed over.
func (r clauseReader) read(n int, spoken func(token int) bool) sentenceParts {
	s := &r.d.sentences[n]
	p := sentenceParts{n: n, s: s, published: r.d.report.PublishedAt, mute: make([]bool, len(s.tokens))}
	cover := make([]*mention, len(s.tokens))
	mentions := r.d.mentionsIn(n)
	for _, m := range mentions {
		for i := m.first; i <= m.last; i++ {
			cover[i] = m
		}
		for _, t := range m.titles {
			for i := t.first; i <= t.last && beside(s, t, m); i++ {
				if cover[i] == nil {
					cover[i] = m
				}
			}
		}
		for i := m.tail.first; i <= m.tail.last && !m.tail.none(); i++ {
			cover[i] = m
		}
	}
	for i := range s.tokens {
		p.mute[i] = spoken(i) || s.tokens[i].depth > 0 || cover[i] != nil
	}
	p.counts = r.counts.counts(r.d, s)
	p.dates = slices.DeleteFunc(r.dates.dates(s), func(t dated) bool { return spoken(t.first) || s.tokens[t.first].depth > 0 })
	for _, t := range p.dates {
		p.counts = slices.DeleteFunc(p.counts, func(c counted) bool { return t.first <= c.first && c.last <= t.last })
	}
	timed := slices.Clone(p.mute)
	for _, t := range p.dates {
		for i := t.first; i <= t.last; i++ {
			timed[i] = true // «өткен аптада» is no verb
		}
	}
	p.predicates = r.verbs.predicates(s, timed)
	p.parts = r.mentionParts(s, mentions, spoken)
	posts := postFinder{r.titles, r.bodyWords, r.d, n, s, cover, p.counts}.posts()
	for _, q := range posts {
		for i := q.first; i <= q.last; i++ {
			if cover[i] == nil {
				cover[i] = q.mention // no part of what people are called: «әкім ауыл тұрғындарымен …»
			}
		}
	}
	p.parts = append(p.parts, posts...)
	groups := groupFinder{r.groups, r.stops, r.areas, r.verbs, r.plurals, r.d, n, s, cover, p.counts}.groups()
	for i := range groups {
		groups[i].bare = groups[i].bare || r.ofEvent(s, groups[i])
		if g := groups[i]; !spoken(g.first) && min(s.tokens[g.first].depth, s.tokens[g.last].depth) == 0 {
			q := groupPart(s, &groups[i])
			if team, ok := r.teamBefore(s, q); ok {
				q.first, q.kase = team.first, team.reading.kase
			}
			p.parts = append(p.parts, q)
		}
	}
	p.parts = append(p.parts, r.eventParts(s, p)...)
	slices.SortStableFunc(p.parts, func(a, b part) int { return a.last - b.last })
	p.parts = withoutOwners(s, p.parts)
	shareCase(s, p.parts)
	placeLists(s, p.parts)
	return p
}

// clauses cuts a sentence into clauses by its verbs.
func (p sentenceParts) clauses() []clause {
	clauses := p.kazakhClauses
	if p.s.lang == civic.Russian {
		clauses = p.russianClauses
	}
	found := clauses()
	for i := range found {
		found[i].dropGuesses()
	}
	return found
}

// dropGuesses leaves out nouns that are people only if the verb says so.
func (c *clause) dropGuesses() {
	wild := func(q part) bool { return q.group != nil && q.group.guessed() }
	if !c.verb.is(attends, gathers, travels) {
		c.subjects = slices.DeleteFunc(slices.Clone(c.subjects), wild)
	}
	if !c.verb.is(attends, gathers, travels, meets, holds, happens, plans, speaksAbout, discusses) && !(c.verb.relative && c.described != nil && c.described.event != nil) {
		c.parts = slices.DeleteFunc(slices.Clone(c.parts), func(q part) bool {
			return wild(q) && !slices.ContainsFunc(c.parts, func(e part) bool { return e.event != nil && (e.first == q.last+1 || metAt(e, q)) })
		})
	}
}

// metAt reports whether the noun of an event stands before somebody met, with no more
// than «с» and an adjective between: «встреча с молодыми ремонтниками».
func metAt(event, q part) bool {
	return q.kase == kaz.Ins && event.last < q.first && q.first-event.last <= 3
}

// kazakhClauses gives each verb the parts before it; those that describe a noun get
// what stands next to them, the others the rest. A subject lasts until another comes.
func (p sentenceParts) kazakhClauses() []clause {
	var clauses []clause
	var pending []part
	var subjects []part
	start, from := 0, 0
	for _, v := range p.predicates {
		for ; from < len(p.parts) && p.parts[from].last < v.first; from++ {
			pending = append(pending, p.parts[from])
		}
		c := clause{sentence: p.n, first: start, last: v.last, verb: v, hasVerb: true}
		if v.relative {
			if at := p.memberWord(clause{first: start, last: v.first, verb: v}); v.is(joins) && at >= 0 {
				c.parts, pending = behind(pending, at)
			} else {
				c.parts, pending = p.adjacent(pending, v.first)
			}
			c.first = v.first
			for _, q := range c.parts {
				c.first = min(c.first, q.first)
			}
			c.dates = p.datesIn(c.first-3, v.first)
			c.subjects = p.nominatives(c.parts)
			if at := p.headFrom(from); at < len(p.parts) {
				c.described = &p.parts[at]
			}
			clauses = append(clauses, c)
			continue
		}
		c.parts, pending = pending, nil
		c.dates = p.datesIn(start, v.first)
		own := p.nominatives(c.parts)
		if len(own) == 0 && v.kind == kaz.VerbNoun {
			own = p.genitiveSubjects(c.parts)
		}
		if len(own) > 0 {
			subjects = own
		}
		c.subjects = subjects
		if v.is(says, urges) {
			c.subjects = p.coordinated(c.subjects)
		}
		clauses = append(clauses, c)
		start = v.last + 1
	}
	pending = append(pending, p.parts[from:]...)
	if len(pending) > 0 || len(clauses) == 0 {
		clauses = append(clauses, clause{sentence: p.n, first: min(start, len(p.s.tokens)-1), last: len(p.s.tokens) - 1, parts: pending, subjects: p.nominatives(pending), dates: p.datesIn(start, len(p.s.tokens))})
	}
	return inTime(clauses)
}

// headFrom is the part that what stands before part i describes: behind the people whose
// leader somebody is, «сөз алған жастар көшбасшысы X».
func (p sentenceParts) headFrom(i int) int {
	if i+1 < len(p.parts) {
		people, who := p.parts[i], p.parts[i+1]
		if people.group != nil && people.kase == kaz.Gen && who.is(civic.TypePerson) && who.first <= people.last+longPost {
			return i + 1
		}
	}
	return i
}

// longPost is the number of tokens within which a name follows the people of whom a post is.
const longPost = 4

// inTime lets the converbs of a sentence be as yet to come as the verb that they lead
// up to, «бас қосып, шартты талқыламақ», and that verb be of their day.
func inTime(clauses []clause) []clause {
	var before clause
	for i := range clauses {
		c := &clauses[i]
		if c.verb.relative || !c.hasVerb {
			continue
		}
		if len(c.dates) == 0 && before.verb.kind == kaz.VerbConverb {
			c.dates = before.dates
		}
		before = *c
	}
	planned := false
	for i := len(clauses) - 1; i >= 0; i-- {
		switch v := &clauses[i].verb; {
		case !clauses[i].hasVerb || v.relative:
		case v.kind == kaz.VerbConverb:
			v.planned = v.planned || planned
		default:
			planned = v.planned
		}
	}
	return clauses
}

// coordinated is the first subject with those that are joined to it; what else is
// in the nominative belongs to what is said.
func (p sentenceParts) coordinated(subjects []part) []part {
	for i := 1; i < len(subjects); i++ {
		if next := subjects[i-1].last + 1; subjects[i].first >= next && !p.s.is(next, ",") && !p.s.in(next, coordinate) && !p.s.in(next, further) {
			return subjects[:i]
		}
	}
	return subjects
}

// adjacent parts the parts before a participle into those that it governs and the
// rest, which belong to the main verb: it takes what is in an oblique case, and a
// subject only if that stands right before it.
func (p sentenceParts) adjacent(parts []part, verb int) (taken, rest []part) {
	cut := len(parts)
	at := verb
	for cut > 0 {
		q := parts[cut-1]
		if q.kase == kaz.Nom && !q.near {
			if q.last == at-1 && q.event == nil {
				cut--
				for cut > 0 && q.group != nil && parts[cut-1].actor() && parts[cut-1].kase == kaz.Nom && parts[cut-1].last == parts[cut].first-2 && p.s.in(parts[cut].first-1, coordinate) {
					cut-- // «ата-аналар мен мұғалімдер қатысқан жиналыс»
				}
			}
			break
		}
		at = q.first
		cut--
	}
	return parts[cut:], slices.Clone(parts[:cut])
}

// behind parts the parts into those behind a token and the rest.
func behind(parts []part, at int) (taken, rest []part) {
	for _, q := range parts {
		if q.first > at {
			taken = append(taken, q)
		} else {
			rest = append(rest, q)
		}
	}
	return taken, rest
}

// nominatives are the actors that can be the subject of a clause.
func (p sentenceParts) nominatives(parts []part) []part {
	var found []part
	for _, q := range parts {
		if q.actor() && q.kase == kaz.Nom && !p.s.in(q.last+1, postposition) {
			found = append(found, q)
		}
	}
	return found
}

// genitiveSubjects are the actors in the genitive who are to do what a verbal noun says:
// «200 еріктінің қатысуы күтіледі».
func (p sentenceParts) genitiveSubjects(parts []part) []part {
	var found []part
	for _, q := range parts {
		if q.actor() && q.kase == kaz.Gen {
			q.kase = kaz.Nom
			found = append(found, q)
		}
	}
	return found
}

func (p sentenceParts) datesIn(first, last int) []dated {
	var found []dated
	for _, t := range p.dates {
		if first <= t.first && t.last < last {
			found = append(found, t)
		}
	}
	return found
}

// ofEvent reports whether people are called after an event and not otherwise told apart:
// «участники встречи».
func (r clauseReader) ofEvent(s *sentence, g group) bool {
	if s.lang != civic.Russian || g.relation != "PARTICIPANTS" || len(g.owners) > 0 || g.count != nil || g.first == g.last {
		return false
	}
	_, ok := r.nouns.endingAt(s, g.last)
	return ok
}

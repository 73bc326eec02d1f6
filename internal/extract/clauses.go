package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// part is a noun phrase that plays a part in a clause: a named thing, people, or
// the noun of an event.
type part struct {
	first, last int // tokens
	kase        kaz.Case
	near        bool // a place in «-дағы», which stands for where the next noun is
	mention     *mention
	group       *group
	event       *eventNoun
	capacity    string
	capacityRaw string
}

// is reports whether the part names something of one of the types.
func (p part) is(types ...civic.NodeType) bool {
	return p.mention != nil && slices.Contains(types, p.mention.typ)
}

// actor reports whether the part can act: a person, a body, people.
func (p part) actor() bool {
	return p.group != nil || p.is(civic.TypePerson, civic.TypeOrganization, civic.TypeCoalition)
}

// eventNoun is a noun phrase that names an event.
type eventNoun struct {
	phrase
	kind   string // MEETING, FORUM, SESSION, GATHERING, VISIT
	flags  string
	first  int // of the whole phrase, with what describes it
	plural bool
	fresh  bool // «келесі», «екінші»: not the one spoken of
	same   bool // «бұл», «аталған»: the one spoken of
	every  bool // «әрбір кездесуде»
	quoted bool // a quoted name stands before it
}

func (n *eventNoun) has(flag string) bool { return strings.Contains(n.flags, flag) }

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
}

// read finds the parts, verbs and dates of sentence n. Words that are somebody's
// direct speech, given by their tokens, are passed over.
func (r clauseReader) read(n int, spoken func(token int) bool) sentenceParts {
	s := &r.d.sentences[n]
	p := sentenceParts{n: n, s: s, mute: make([]bool, len(s.tokens))}
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
		for i := m.tail.first; i <= m.tail.last && m.tail.last > 0; i++ {
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
	p.parts = append(p.parts, postFinder{r.titles, r.d, n, s, cover}.posts()...)
	groups := groupFinder{r.groups, r.stops, r.areas, r.verbs, r.d, n, s, cover, p.counts}.groups()
	for i := range groups {
		if !spoken(groups[i].first) && s.tokens[groups[i].last].depth == 0 {
			p.parts = append(p.parts, groupPart(s, &groups[i]))
		}
	}
	p.parts = append(p.parts, r.eventParts(s, p)...)
	slices.SortStableFunc(p.parts, func(a, b part) int { return a.last - b.last })
	p.parts = withoutOwners(p.parts)
	shareCase(s, p.parts)
	return p
}

// mentionParts are the named things of a sentence that stand for themselves, and
// not for what a title or a longer name says of something else.
func (r clauseReader) mentionParts(s *sentence, mentions []*mention, spoken func(int) bool) []part {
	modifying := map[*mention]bool{}
	for _, m := range mentions {
		for _, t := range m.titles {
			modifying[t.body] = true
			modifying[endingBefore(mentions, t.first)] = true
		}
		modifying[m.owner] = true
		if !m.near {
			modifying[m.area] = true
		}
	}
	var parts []part
	for _, m := range mentions {
		if modifying[m] || m.referent < 0 || spoken(m.first) || m.bare && m.span.Len() <= 2 {
			continue
		}
		p := part{first: m.first, last: m.last, kase: m.kase, mention: m}
		if m.tail.last > 0 {
			p.last, p.kase, p.capacity, p.capacityRaw = max(m.last, m.tail.last), m.tail.kase, m.tail.capacity, m.tail.raw
			p.first = min(p.first, m.tail.first)
		}
		for _, t := range m.titles {
			if t.last > m.last || !personBetween(mentions, t.last, m.first) && beside(s, t, m) {
				p.first, p.last = min(p.first, t.first), max(p.last, t.last)
			}
		}
		p.near = m.typ == civic.TypePlace && nearEnding(s.tokens[m.last].low)
		if s.lang == civic.Russian {
			p.kase = governed(s, p)
		}
		if s.lang == civic.Kazakh && p.kase == kaz.Nom && m.typ != civic.TypePerson && m.tail.last == 0 && s.isWord(m.last+1) && s.possessed(m.last+1) {
			p.kase = kaz.Gen // of the next noun, without its ending: «АҚ кеңсесінде»
		}
		parts = append(parts, p)
	}
	return parts
}

// beside reports whether no preposition stands between a title and the name: of
// «члены совета во главе с X» the first words are no title of X.
func beside(s *sentence, t *title, m *mention) bool {
	for i := t.last + 1; i < m.first && s.lang == civic.Russian; i++ {
		if isPreposition(s, i) {
			return false
		}
	}
	return true
}

// personBetween reports whether a person is named between two tokens: a title may
// be that of a whole list.
func personBetween(mentions []*mention, first, last int) bool {
	return slices.ContainsFunc(mentions, func(m *mention) bool { return m.typ == civic.TypePerson && first < m.first && m.last < last })
}

// endingBefore is the mention that ends right before a token, or nil.
func endingBefore(mentions []*mention, first int) *mention {
	for _, m := range mentions {
		if m.last == first-1 && m.typ != civic.TypePerson {
			return m
		}
	}
	return nil
}

// possessed reports whether token i is a Kazakh noun with a possessive.
func (s *sentence) possessed(i int) bool {
	r := s.readings(i)[0]
	return r.possessive && !startsUpper(s.tokens[i].Text)
}

// governed is the case that a preposition before a Russian part gives it, for names
// are often not declined.
func governed(s *sentence, p part) kaz.Case {
	switch i := p.first - 1; {
	case s.is(i, "с", "со"):
		return kaz.Ins
	case s.is(i, "в", "во", "на"):
		return kaz.Loc
	case s.is(i, "у", "от", "из", "для", "до", "без", "после"):
		return kaz.Gen
	case s.is(i, "о", "об", "обо", "при"):
		return kaz.Pre
	case s.is(i, "к", "ко", "по"):
		return kaz.Dat
	}
	return p.kase
}

// isPreposition reports whether token i is a Russian preposition.
func isPreposition(s *sentence, i int) bool {
	return s.is(i, "с", "со", "в", "во", "на", "у", "от", "из", "для", "до", "без", "о", "об", "обо", "при", "к", "ко", "по", "среди", "между", "за", "перед", "над", "под")
}

// nearEnding reports whether a Kazakh word says where the next noun is: «Риддердегі».
func nearEnding(word string) bool {
	for _, ending := range strings.Fields("дағы дегі тағы тегі ндағы ндегі") {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// groupPart makes a part of people: of a named body in a capacity, or of a group.
func groupPart(s *sentence, g *group) part {
	p := part{first: g.first, last: g.last, kase: g.kase, group: g}
	if s.lang == civic.Russian {
		if p.kase = governed(s, p); g.count != nil && p.kase == kaz.Gen && !isPreposition(s, g.first-1) {
			p.kase = kaz.Nom // «пришли 23 горожанина»
		}
	}
	if s.lang == civic.Kazakh && g.kase == kaz.Nom && g.count == nil && s.isWord(g.last+1) && s.possessed(g.last+1) {
		p.kase = kaz.Gen // «жастар саясаты»: of the next noun
	}
	if body := g.body(); body != nil {
		p.group, p.mention = nil, body
		p.capacity, p.capacityRaw = g.relation, strings.TrimSpace(lastWords(g.name, g.head))
	}
	return p
}

// lastWords are as many words at the end of name as head has.
func lastWords(name, head string) string {
	words, n := strings.Fields(name), len(strings.Fields(head))
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// withoutOwners drops the parts that are inside a longer one.
func withoutOwners(parts []part) []part {
	return slices.DeleteFunc(parts, func(p part) bool {
		return slices.ContainsFunc(parts, func(q part) bool {
			return q.event == nil && q.first <= p.first && p.last <= q.last && (q.first < p.first || p.last < q.last)
		})
	})
}

// shareCase gives the case of the last of several coordinated parts to those before
// it: «Қордай, Талас және Байзақ аудандарында».
func shareCase(s *sentence, parts []part) {
	for i := len(parts) - 1; i > 0; i-- {
		a, b := &parts[i-1], parts[i]
		if a.kase != kaz.Nom || b.kase == kaz.Nom || a.event != nil || b.event != nil || a.actor() != b.actor() || b.first != a.last+2 {
			continue
		}
		if s.is(a.last+1, "және", "мен", "пен", "бен", "и") || s.is(a.last+1, ",") && !a.is(civic.TypePerson) && i+1 < len(parts) && parts[i+1].kase == b.kase && parts[i+1].first == b.last+2 || s.is(a.last+1, ",") && a.is(civic.TypePlace) {
			a.kase, a.near = b.kase, b.near
		}
	}
}

// eventParts are the nouns of events in a sentence, with the words that describe them.
func (r clauseReader) eventParts(s *sentence, p sentenceParts) []part {
	var parts []part
	for i := range s.tokens {
		if s.tokens[i].depth > 0 || p.mute[i] {
			continue
		}
		found, ok := r.nouns.endingAt(s, i)
		if !ok || p.mute[found.first] {
			continue
		}
		for len(parts) > 0 && parts[len(parts)-1].last >= found.first {
			parts = parts[:len(parts)-1]
		}
		noun := &eventNoun{phrase: found, first: found.first, plural: found.reading.plural}
		noun.kind, noun.flags, _ = strings.Cut(found.attr, " ")
		if s.lang == civic.Kazakh && found.reading.kase == kaz.Nom && !noun.context(s) && s.isWord(i+1) && s.possessed(i+1) && !p.mute[i+1] {
			continue // «іс-шаралар жоспары»: of the next noun
		}
		r.describe(s, p, noun)
		parts = append(parts, part{first: noun.phrase.first, last: found.last, kase: eventCase(s, noun), event: noun})
	}
	return parts
}

// eventCase is the case of the noun of an event; in Russian a preposition decides.
func eventCase(s *sentence, n *eventNoun) kaz.Case {
	if s.lang != civic.Russian {
		return n.reading.kase
	}
	for i := n.first - 1; i >= max(0, n.first-2); i-- {
		switch {
		case s.is(i, "после", "до", "накануне"):
			return kaz.Abl
		case s.is(i, "на", "в", "во", "перед"):
			return kaz.Loc
		case s.is(i, "в", "рамках", "ходе", "итогам", "время"):
			return kaz.Loc
		case s.is(i, "о", "об", "от", "для", "по", "к", "из"):
			return kaz.Gen
		}
	}
	for i := n.phrase.first; i < n.last; i++ {
		if !isRussianAdjective(s.tokens[i].low) { // «сход граждан»
			if slices.ContainsFunc(s.readings(i), func(r reading) bool { return r.kase == kaz.Nom }) {
				return kaz.Nom
			}
		}
	}
	return n.reading.kase
}

// describe walks left from the noun of an event over its adjectives.
func (r clauseReader) describe(s *sentence, p sentenceParts, n *eventNoun) {
	for i := n.phrase.first - 1; i >= 0; i-- {
		word := s.tokens[i].low
		mark, marked := r.marks.attrs[word]
		switch {
		case marked && mark == "FRESH":
			n.fresh = true
		case marked && mark == "SAME":
			n.same = true
		case marked && mark == "EVERY":
			n.every = true
		case marked && mark == "SEVERAL":
			n.plural = true
		case s.tokens[i].pair >= 0 && s.tokens[i].pair < i && isQuote(s.tokens[i].Text) && !p.mutedMention(s.tokens[i].pair):
			n.quoted = true
			i = s.tokens[i].pair
		case !s.isWord(i) || p.mute[i] || p.tells(i) || !isKazakhAdjective(word) && !isRussianAdjective(word) && !r.describesEvent(s, i):
			return
		}
		n.first = i
	}
}

// tells reports whether token i is a participle that tells something of an event:
// «өткен жиын», and not «кеңейтілген отырыс».
func (p sentenceParts) tells(i int) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool { return v.first <= i && i <= v.last && len(v.classes) > 0 && !v.is(plans) })
}

func isQuote(mark string) bool { return mark == "»" || mark == "”" || mark == `"` }

// mutedMention reports whether the quote that opens at token i belongs to a name.
func (p sentenceParts) mutedMention(i int) bool {
	for _, q := range p.parts {
		if q.mention != nil && q.first <= i && i <= q.last {
			return true
		}
	}
	return false
}

// describesEvent reports whether a Kazakh noun in the nominative stands before the
// noun of an event as what it is of: «кәсіпкерлік форумы», «негізгі кездесу».
func (r clauseReader) describesEvent(s *sentence, i int) bool {
	if s.lang == civic.Russian || r.stops.has(s.tokens[i].low) {
		return false
	}
	reading := s.readings(i)[0]
	return reading.kase == kaz.Nom && !reading.possessive && !reading.plural && !startsUpper(s.tokens[i].Text)
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
	if !c.verb.is(attends, gathers, travels, meets, holds, happens, plans) && !(c.verb.relative && c.described != nil && c.described.event != nil) {
		c.parts = slices.DeleteFunc(slices.Clone(c.parts), func(q part) bool {
			return wild(q) && !slices.ContainsFunc(c.parts, func(e part) bool { return e.event != nil && e.first == q.last+1 })
		})
	}
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
				c.parts, pending = adjacent(pending, v.first)
			}
			c.first = v.first
			for _, q := range c.parts {
				c.first = min(c.first, q.first)
			}
			c.dates = p.datesIn(c.first-3, v.first)
			c.subjects = nominatives(c.parts)
			if from < len(p.parts) {
				c.described = &p.parts[from]
			}
			clauses = append(clauses, c)
			continue
		}
		c.parts, pending = pending, nil
		c.dates = p.datesIn(start, v.first)
		if own := nominatives(c.parts); len(own) > 0 {
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
		clauses = append(clauses, clause{sentence: p.n, first: min(start, len(p.s.tokens)-1), last: len(p.s.tokens) - 1, parts: pending, subjects: nominatives(pending), dates: p.datesIn(start, len(p.s.tokens))})
	}
	return clauses
}

// coordinated is the first subject with those that are joined to it; what else is
// in the nominative belongs to what is said.
func (p sentenceParts) coordinated(subjects []part) []part {
	for i := 1; i < len(subjects); i++ {
		if !p.s.is(subjects[i-1].last+1, ",", "және", "мен", "пен", "бен", "әрі", "сондай-ақ", "сонымен") && subjects[i].first > subjects[i-1].last+1 {
			return subjects[:i]
		}
	}
	return subjects
}

// adjacent parts the parts before a participle into those that it governs and the
// rest, which belong to the main verb: it takes what is in an oblique case, and a
// subject only if that stands right before it.
func adjacent(parts []part, verb int) (taken, rest []part) {
	cut := len(parts)
	at := verb
	for cut > 0 {
		q := parts[cut-1]
		if q.kase == kaz.Nom && !q.near {
			if q.last == at-1 && q.event == nil {
				cut--
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
func nominatives(parts []part) []part {
	var found []part
	for _, p := range parts {
		if p.actor() && p.kase == kaz.Nom {
			found = append(found, p)
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

// russianClauses cuts at marks and conjunctions; a clause without a verb of its own
// joins the one before it.
func (p sentenceParts) russianClauses() []clause {
	var clauses []clause
	start := 0
	for start < len(p.s.tokens) {
		end := p.clauseEnd(start)
		c := clause{sentence: p.n, first: start, last: end - 1, dates: p.datesIn(start, end)}
		for _, q := range p.parts {
			if start <= q.first && q.last < end {
				c.parts = append(c.parts, q)
			}
		}
		for _, v := range p.predicates {
			if start <= v.first && v.last < end && (!c.hasVerb || len(c.verb.classes) == 0 && len(v.classes) > 0) && !v.relative {
				c.verb, c.hasVerb = v, true
			}
		}
		c.subjects = nominatives(c.parts)
		if n := len(clauses); n > 0 && len(c.subjects) == 0 && c.hasVerb && !p.s.is(start, "что", "чтобы") {
			c.subjects = clauses[n-1].subjects
		}
		if n := len(clauses); n > 0 && p.relativeStart(start) && len(clauses[n-1].parts) > 0 {
			before := clauses[n-1].parts
			c.described = &before[len(before)-1]
			if c.described.event != nil && len(c.dates) == 0 {
				c.dates = clauses[n-1].dates
			}
		}
		clauses = append(clauses, c)
		start = end
	}
	return clauses
}

func (p sentenceParts) relativeStart(i int) bool {
	for j := i; j < min(i+3, len(p.s.tokens)); j++ {
		if p.s.is(j, "куда", "где") || strings.HasPrefix(p.s.tokens[j].low, "котор") {
			return true
		}
	}
	return false
}

// conjunctions open a clause after a comma.
var conjunctions = strings.Fields("почему сколько что чтобы где куда когда а но однако если хотя поскольку так ведь как")

// clauseEnd is the token at which the Russian clause that begins at start ends.
func (p sentenceParts) clauseEnd(start int) int {
	s := p.s
	for i := start + 1; i < len(s.tokens); i++ {
		if p.mute[i] {
			continue
		}
		switch {
		case s.is(i, ";", ":"):
			return i + 1
		case s.is(i, ",") && s.is(i+1, "а") && s.is(i+2, "также"):
		case s.is(i, ",") && i+1 < len(s.tokens) && (s.is(i+1, conjunctions...) || strings.HasPrefix(s.tokens[i+1].low, "котор")):
			return i + 1
		case s.is(i, ",", "и") && p.hasVerb(start, i) && p.verbSoon(i):
			return i + 1
		}
	}
	return len(s.tokens)
}

func (p sentenceParts) hasVerb(first, last int) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool { return first <= v.first && v.last < last })
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

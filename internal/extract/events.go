package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// happening is an event of the report while the report is read.
type happening struct {
	typ          civic.NodeType // Meeting or Visit
	noun         string         // base form of its noun: «отырыс», «кездесу»
	kind         string         // by its noun
	name         string
	sentence     int
	paragraph    int
	span         civic.Span // the clause that asserts it
	mentions     []civic.Span
	plural       bool
	public       bool // open to residents by its name or its counterpart
	planned      bool
	cancelled    bool // did not take place: no node, but a pronoun may stand for it
	date         civic.Date
	parent       *happening
	parentSpan   civic.Span
	participants []participation
	places       []placing
	topics       []discussion
	held         bool // «өткізді» without a subject: by those who travel
	attendance   *civic.Count
	whom         modifiers // of a cancelled event
	rule         string
	referent     int
}

// participation is somebody's part in an event.
type participation struct {
	referent    int
	role        string
	capacity    string
	capacityRaw string
	count       *civic.Count
	basis       civic.Basis
	span        civic.Span
	spoke       bool // known to have been there because they spoke
}

// placing is where an event was.
type placing struct {
	referent int
	role     string
	basis    civic.Basis
	span     civic.Span
}

// roleOrder is the order in which roles fit, the first that fits first.
var roleOrder = []string{civic.RoleOrganizer, civic.RoleVisitor, civic.RoleCounterpart, civic.RoleSpeaker, civic.RoleAttendee}

// join records a participant; of several roles the first that fits stays, of
// several places in the text the earlier one leads.
func (h *happening) join(p participation) {
	for i := range h.participants {
		old := &h.participants[i]
		if old.referent != p.referent {
			continue
		}
		if slices.Index(roleOrder, p.role) < slices.Index(roleOrder, old.role) {
			old.role = p.role
		}
		if old.capacity == "" {
			old.capacity, old.capacityRaw = p.capacity, p.capacityRaw
		}
		if old.count == nil {
			old.count = p.count
		}
		return
	}
	h.participants = append(h.participants, p)
}

// role is the role of a referent in the event, or "".
func (h *happening) role(referent int) string {
	for _, p := range h.participants {
		if p.referent == referent {
			return p.role
		}
	}
	return ""
}

// with lists the referents that have a role in the event.
func (h *happening) with(role string) []int {
	var found []int
	for _, p := range h.participants {
		if p.role == role {
			found = append(found, p.referent)
		}
	}
	return found
}

// at records a place of the event.
func (h *happening) at(p placing) {
	for _, old := range h.places {
		if old.referent == p.referent {
			return
		}
	}
	h.places = append(h.places, p)
}

// account tells the events of a report in the order in which it tells them.
type account struct {
	clauseReader
	events   []*happening
	visit    *happening // the trip that is told of
	current  *happening // the event last spoken of
	outing   *happening // the trip that is planned
	frame    *happening // the series whose meetings are told one by one, within a paragraph
	day      civic.Date // the day of the trip that is told of
	place    int        // the stop of the trip that was reached last, or -1
	general  bool       // «кездесулерде»: no event in particular is spoken of
	extra    map[*eventNoun]clause
	people   []knownGroup
	persons  []*mention // who were subjects, the last one last
	several  []part     // the last subjects that were more than one, for «олар»
	speaking bool       // the participants being joined are there because they spoke
	body     *part      // the body or group last spoken of as a subject, for «оның»
	stayed   []part     // where people were, by a converb: «ауданда болып, … өткізді»
	stayedOf int        // the sentence of stayed
	speaker  int        // the person last said to have spoken or acted, or -1
	said     []saidAt
	named    []discussion // drafts of laws that the report names

	voices    []participation // who made the last statement
	voicesOf  int             // the paragraph of that statement
	paragraph int
	told      int // meetings of the last paragraph that told of any
}

// findEvents adds the events of the report to the document, with what belongs to
// them: participants, places, topics, statements. The title is read last, for it
// speaks of what the body tells.
func (x *Extractor) findEvents(d *document) {
	a := &account{
		clauseReader: clauseReader{x.events, d, dateFinder{x.events.times, d, d.report.PublishedAt.Time()}},
		place:        -1, speaker: -1, extra: map[*eventNoun]clause{},
	}
	for n := 1; n < len(d.sentences); n++ {
		if a.newParagraph(n) {
			a.frame = nil
			a.paragraph++
		}
		a.sentence(n)
	}
	a.backToMain()
	a.sentence(0)
	a.conclude()
}

// backToMain makes the first event of the report the one that its title speaks of.
func (a *account) backToMain() {
	for _, h := range a.events {
		if !h.planned && !h.cancelled && h.typ == civic.TypeMeeting {
			a.current, a.general = h, false
			return
		}
	}
	for _, h := range a.events {
		if !h.cancelled && h.typ == civic.TypeMeeting {
			a.current = h
			return
		}
	}
}

// newParagraph reports whether a line break stands before sentence n.
func (a *account) newParagraph(n int) bool {
	return strings.Contains(a.d.report.Text[a.d.sentences[n-1].span.End:a.d.sentences[n].span.Start], "\n")
}

// sentence reads one sentence: who spoke in it, then its clauses.
func (a *account) sentence(n int) {
	s := &a.d.sentences[n]
	if len(s.tokens) == 0 {
		return
	}
	spoken := s.directSpeech()
	p := a.read(n, spoken.covers)
	p.parts = a.standIns(p, spoken.covers)
	a.openFrame(s)
	clauses := p.clauses()
	for _, c := range clauses {
		a.interpret(p, c)
		a.follow(c)
	}
	before := len(a.said)
	a.statements(p, clauses, spoken)
	var spokenAt *happening
	if len(a.said) > before {
		spokenAt = a.said[before].event
	}
	a.nameDrafts(p, spokenAt)
	a.countPeople(p)
	a.subgroups(p)
}

// follow remembers whom «ол» and «оның» stand for.
func (a *account) follow(c clause) {
	if len(c.subjects) > 1 || len(c.subjects) == 1 && (c.subjects[0].group != nil || c.subjects[0].capacity != "" || c.subjects[0].is(civic.TypeCoalition)) {
		a.several = c.subjects
	}
	for _, q := range c.subjects {
		if q.is(civic.TypePerson) {
			a.speaker = q.mention.referent
			a.persons = append(a.persons, q.mention)
		}
		if q.is(civic.TypeCoalition, civic.TypeOrganization) && c.hasVerb && q.last < c.verb.first {
			a.body = &q
		}
	}
}

// countPeople makes groups of the people that a sentence counts.
func (a *account) countPeople(p sentenceParts) {
	for _, q := range p.parts {
		if q.group != nil && q.group.count != nil && !q.group.guessed() && q.group.count.Value > 1 && q.kase == kaz.Nom {
			a.referentOf(q, nil)
		}
	}
}

// openFrame lets the meetings of a paragraph belong to the series before it, if the
// sentence says that it goes into particulars.
func (a *account) openFrame(s *sentence) {
	if a.current != nil && a.current.plural && !a.current.planned &&
		(s.is(0, "атап", "мәселен", "мысалы", "айталық", "нақтырақ") || s.is(0, "в") && s.is(1, "частности") || s.is(0, "например")) {
		a.frame = a.current
	}
}

// interpret draws from one clause what it says of events.
func (a *account) interpret(p sentenceParts, c clause) {
	a.membership(p, c)
	if c.verb.relative && c.described != nil && c.described.event != nil {
		a.extra[c.described.event] = c
		return
	}
	if c.verb.relative {
		a.describedActor(p, c)
		return
	}
	a.tripTime(c)
	a.presided(p, c)
	if c.verb.negated || c.verb.is(cancels) {
		a.cancel(p, c)
		return
	}
	noun := c.mainNoun(p.s)
	if noun == nil && c.described != nil && c.described.event != nil && c.hasVerb {
		noun = c.described
	}
	if noun != nil && noun.event.plural && noun.kase == kaz.Acc && c.verb.is(says, urges, presents, discusses) {
		noun = nil // «қолдау шараларын түсіндірді»
	}
	event := a.eventOf(p, c, noun)
	switch {
	case event == nil && noun == nil:
		event = a.verbEvent(p, c)
	case event == nil && noun.event.has("TALK") && c.verb.is(treated):
		event = a.implied(p, c)
	case event != nil && noun != nil && noun.event.kind == "VISIT":
		event = a.visit
	}
	if event != nil {
		a.take(p, c, event, noun)
	}
}

// presided reads «Модератор – X»: who leads the event at hand.
func (a *account) presided(p sentenceParts, c clause) {
	if c.hasVerb && len(c.verb.classes) > 0 || !p.s.is(c.first, "модератор", "модераторы", "ұйымдастырушы", "ұйымдастырушысы", "организатор", "организаторы", "төрағалық") || !p.s.is(c.first+1, "–", "—", "-", ":") {
		return
	}
	h := a.current
	if planned := a.announced(c); planned != nil {
		h = planned
	}
	for _, q := range c.subjects {
		if h != nil && h.typ == civic.TypeMeeting {
			a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// describedActor reads a participle that describes somebody: «сөз алған X».
func (a *account) describedActor(p sentenceParts, c clause) {
	if c.verb.negated || c.described == nil || !c.described.actor() || a.current == nil || len(c.subjects) > 0 {
		return
	}
	if role := map[bool]string{c.verb.is(opens): civic.RoleSpeaker, c.verb.is(attends, gathers): civic.RoleAttendee, c.verb.is(chairs): civic.RoleOrganizer}[true]; role != "" && !c.verb.is(travels) {
		if noun := c.mainNoun(p.s); noun != nil || c.verb.is(opens) {
			a.joinPart(a.current, *c.described, role, civic.Explicit, p.s.spanOf(c.verb.first, c.described.last))
		}
	}
}

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
		case p.kase == kaz.Gen && c.verb.stem == "түс", s.lang == civic.Russian && p.kase == kaz.Gen:
			return 1
		}
		return 0
	}
	for i := range c.parts {
		p := &c.parts[i]
		if p.event == nil || rank(p) == 0 || p.event.kind == "VISIT" && !c.verb.is(happens, attends, opens, chairs) {
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
	return s.is(n.last+1, "барысында", "аясында", "шеңберінде", "кезінде", "соңында", "басында", "қорытындысында", "бағдарламасы", "қорытындысы", "кейін")
}

// eventOf finds or makes the event that a noun of the clause names; nil if there
// is none, or if it is only spoken of.
func (a *account) eventOf(p sentenceParts, c clause, noun *part) *happening {
	if noun == nil {
		return nil
	}
	n := noun.event
	if n.kind == "VISIT" {
		return a.tripOf(c)
	}
	mods := a.modifiers(c, noun)
	asserting := c.verb.is(happens, holds) || c.verb.is(plans) && len(mods.all()) > 0 || c.verb.is(chairs) && n.has("TALK") && noun.kase != kaz.Loc
	old := a.known(n, c, mods)
	switch {
	case n.every:
		a.everyMeeting(p, c)
		return nil
	case old != nil && (!asserting || a.sameAgain(n, mods, old, c)):
		return a.recall(old, p, c, noun)
	case c.verb.planned && !asserting:
		return a.announced(c)
	case a.titled(c):
		return a.ofKind(n)
	case n.plural && mods.none() && !asserting && !c.verb.is(meets):
		a.general = true
		return nil
	case len(c.verb.classes) > 0 && !asserting && mods.none() && !n.fresh && a.current != nil && a.current.typ == civic.TypeMeeting && !n.has("TALK"):
		return a.recall(a.current, p, c, noun)
	case !c.hasVerb || len(c.verb.classes) == 0 || c.verb.is(plans) && !asserting, noun.kase == kaz.Gen && c.verb.stem != "түс":
		return nil
	case n.has("TALK") && !asserting && mods.none():
		return nil
	case c.verb.is(happens) && noun.kase != kaz.Nom && noun.kase != kaz.Acc && c.verb.stem != "түс" && !n.fresh && mods.none():
		return nil
	}
	return a.newMeeting(p, c, noun, mods)
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
		return n.first == n.phrase.first && !n.plural
	}
	return c.sentence <= old.sentence+1 && mods.match(a, old)
}

// recall makes an event that was told of before the current one again.
func (a *account) recall(h *happening, p sentenceParts, c clause, noun *part) *happening {
	a.current, a.general = h, false
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
		case q.kase == kaz.Ins && (before || russian && q.first > n.last):
			m.with = append(m.with, q)
		case !russian && q.last+1 < len(a.d.sentences[c.sentence].tokens) && byWords[a.d.sentences[c.sentence].tokens[q.last+1].low] != "":
		case q.kase == kaz.Gen && (before && !russian && a.unbroken(c, q.last, n.first) || russian && q.first == n.last+1):
			m.whose = append(m.whose, q)
		}
	}
	if len(m.whose) == 0 && !a.d.sentences[c.sentence].title && n.reading.possessive {
		m.whose = a.nominativeOwner(c, noun)
	}
	if s := &a.d.sentences[c.sentence]; len(m.whose) == 0 && s.is(n.first-1, "оның") && a.body != nil && n.kind != "VISIT" {
		m.whose = []part{*a.body}
	}
	return m
}

// unbroken reports whether no mark stands between two tokens.
func (a *account) unbroken(c clause, first, last int) bool {
	s := &a.d.sentences[c.sentence]
	for i := first + 1; i < last; i++ {
		if s.tokens[i].Kind == kaz.Punct && s.tokens[i].depth == 0 || a.sources.has(s.tokens[i].low) {
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

// known is the event told of before that the noun can stand for, or nil.
func (a *account) known(n *eventNoun, c clause, mods modifiers) *happening {
	for i := len(a.events) - 1; i >= 0; i-- {
		h := a.events[i]
		if h.typ == civic.TypeMeeting && h.planned == c.verb.planned && !h.cancelled && h.noun == n.text && h.plural == n.plural {
			if mods.none() && !n.fresh || mods.match(a, h) {
				return h
			}
		}
	}
	if n.has("ANY") && c.verb.planned && mods.none() {
		for i := len(a.events) - 1; i >= 0; i-- {
			if h := a.events[i]; h.typ == civic.TypeMeeting && h.planned && !h.cancelled {
				return h
			}
		}
	}
	if n.has("ANY") && !n.plural && !n.fresh && mods.none() && !c.verb.planned && a.current != nil && a.current.typ == civic.TypeMeeting && !a.current.planned {
		return a.current
	}
	return nil
}

// newMeeting makes a meeting from its noun.
func (a *account) newMeeting(p sentenceParts, c clause, noun *part, mods modifiers) *happening {
	n := noun.event
	first := a.unmarked(p.s, n)
	for _, q := range mods.all() {
		if q.first >= c.first || a.extra[n].hasVerb {
			first = min(first, q.first)
		}
	}
	h := &happening{
		typ: civic.TypeMeeting, noun: n.text, kind: n.kind, sentence: c.sentence, plural: n.plural,
		public: n.has("PUBLIC"), planned: c.verb.planned || c.verb.is(plans), rule: "event noun",
	}
	h.name = a.meetingName(p.s, n, first, mods)
	h.span = a.clauseSpan(p, c)
	h.mentions = []civic.Span{h.span}
	outer := a.within(p, c, noun) // among those told of before
	a.add(h)
	if n.fresh {
		a.likeBefore(h, c, mods)
	}
	if outer != nil {
		h.parent, h.parentSpan = outer, h.span
	}
	a.nounTopic(p, c, h, n)
	for i, q := range mods.with {
		a.attend(p, h, q, i, false)
		a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		h.public = h.public || a.isPublic(q)
	}
	for _, q := range mods.whose {
		role := civic.RoleOrganizer
		if q.group != nil {
			role = civic.RoleAttendee
		}
		a.joinPart(h, q, role, civic.Explicit, h.span)
	}
	return h
}

// within is the event in whose course the clause says that another took place:
// «форум аясында отырыс өтті».
func (a *account) within(p sentenceParts, c clause, noun *part) *happening {
	for _, q := range c.parts {
		if q.event == nil || q.event == noun.event || q.event.kind == "VISIT" || !q.event.context(p.s) && !p.s.is(q.first-1, "рамках") {
			continue
		}
		for i := len(a.events) - 1; i >= 0; i-- {
			if h := a.events[i]; (sameNoun(h.noun, q.event.text) || q.event.has("ANY")) && h.planned == c.verb.planned && !h.cancelled && h.typ == civic.TypeMeeting {
				return h
			}
		}
	}
	return nil
}

// sameNoun reports whether the noun of one event is that of the other, perhaps with a
// word more: «ярмарка вакансий», «ярмарка».
func sameNoun(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || b != "" && (strings.HasPrefix(a, b+" ") || strings.HasSuffix(a, " "+b))
}

// meetingName describes a meeting by its noun with what belongs to it; in Russian
// that follows, and the adjectives before agree.
func (a *account) meetingName(s *sentence, n *eventNoun, first int, mods modifiers) string {
	if s.lang != civic.Russian {
		return capitalised(strings.TrimSpace(a.d.text(civic.Span{Start: s.tokens[first].Start, End: s.tokens[n.phrase.last].Start}) + nominativeWord(n)))
	}
	noun := n.text
	words := strings.Fields(noun)
	for i := n.phrase.first - 1; i >= n.first && s.isWord(i) && isRussianAdjective(s.tokens[i].low); i-- {
		words = append([]string{agreeing(s.readings(i), noun, n.plural, s.tokens[i].Text)}, words...)
	}
	last := n.last
	for _, q := range mods.all() {
		if q.first > n.last && q.first <= last+3 {
			last = max(last, q.last)
		}
	}
	name := strings.Join(words, " ")
	if last > n.last {
		name += " " + a.d.text(s.spanOf(n.last+1, last))
	}
	if next := last + 1; next < len(s.tokens) && s.tokens[next].pair > next && s.tokens[next].Text != "(" {
		name += " " + a.d.text(s.spanOf(next, s.tokens[next].pair))
	}
	return capitalised(name)
}

// likeBefore gives the next event of its kind what the one before it had: the body
// whose it is, whether residents may come.
func (a *account) likeBefore(h *happening, c clause, mods modifiers) {
	for i := len(a.events) - 1; i >= 0; i-- {
		old := a.events[i]
		if old == h || old.noun != h.noun && !strings.HasSuffix(h.noun, old.noun) && !strings.HasSuffix(old.noun, h.noun) || old.typ != civic.TypeMeeting {
			continue
		}
		h.public = h.public || old.public && len(mods.with) == 0
		if c.verb.stem == "жалғас" || strings.HasPrefix(c.verb.stem, "продолж") {
			for _, t := range old.topics {
				if t.noun {
					h.topics = append(h.topics, t)
				}
			}
		}
		if len(mods.whose) == 0 && h.kind == "SESSION" {
			for _, p := range old.participants {
				if p.role == civic.RoleOrganizer && a.d.referents[p.referent].Type != civic.TypePerson && a.d.referents[p.referent].Type != civic.TypeGroup {
					h.join(participation{referent: p.referent, role: p.role, basis: civic.Implied, span: h.span})
				}
			}
		}
		return
	}
}

// unmarked is the token at which the name of an event begins, without «бұл», «осы».
func (a *account) unmarked(s *sentence, n *eventNoun) int {
	first := n.first
	for first < n.phrase.first {
		mark, ok := a.marks.attrs[s.tokens[first].low]
		if !ok || mark == "FRESH" || mark == "SEVERAL" {
			break
		}
		first++
	}
	return first
}

// nominativeWord is the head of the noun of an event in the nominative.
func nominativeWord(n *eventNoun) string { return n.reading.uncased }

func (a *account) isPublic(p part) bool { return p.group != nil && p.group.public() }

// add makes an event the current one and puts it where it belongs.
func (a *account) add(h *happening) {
	if !h.planned && h.typ == civic.TypeMeeting {
		switch {
		case a.frame != nil && a.frame != h:
			h.parent, h.parentSpan = a.frame, h.span
		case a.visit != nil:
			h.parent, h.parentSpan = a.visit, h.span
		}
		h.date = a.day
	}
	if len(a.events) == 0 || a.events[len(a.events)-1].paragraph < a.paragraph {
		a.told = 0
	}
	a.told++
	h.paragraph = a.paragraph
	if h.planned && h.typ == civic.TypeMeeting && a.visit == nil && a.outing != nil {
		h.parent, h.parentSpan = a.outing, h.span
	}
	if h.planned && h.typ == civic.TypeVisit {
		a.outing = h
	}
	a.events = append(a.events, h)
	a.general = false
	if !h.planned {
		a.current = h
	}
}

// clauseSpan is the text of a clause without marks around it.
func (a *account) clauseSpan(p sentenceParts, c clause) civic.Span {
	first, last := c.first, c.last
	for first < last && p.s.tokens[first].Kind == kaz.Punct && closing[p.s.tokens[first].Text] == "" {
		first++
	}
	for last > first && p.s.is(last, ".", ",", ";", ":", "!", "?") {
		last--
	}
	return p.s.spanOf(first, last)
}

// tripTime takes note of the day of a trip: «екінші күні», «ертеңіне».
func (a *account) tripTime(c clause) {
	if a.visit == nil || a.visit.date.Precision != civic.PrecisionDay {
		return
	}
	for _, t := range c.dates {
		switch {
		case t.tripDay > 0 && a.visit.date.Earliest != "":
			a.setDay(a.visit.date.Earliest.Add(t.tripDay - 1))
		case t.nextDay && a.visit.date.Earliest != "":
			day := a.day.Earliest
			if a.day.Earliest != a.day.Latest || day == "" {
				day = a.visit.date.Earliest
			}
			a.setDay(day.Add(1))
		}
	}
}

func (a *account) setDay(day civic.Day) {
	if day <= a.visit.date.Latest {
		a.day = civic.Date{Earliest: day, Latest: day, Precision: civic.PrecisionDay, Basis: a.visit.date.Basis, Raw: a.visit.date.Raw}
	}
}

// cancel remembers an event that did not take place, for «ол 9 сәуірде өтеді» may
// follow.
func (a *account) cancel(p sentenceParts, c clause) {
	noun := c.mainNoun(p.s)
	if noun == nil || noun.event.kind == "VISIT" || !c.verb.is(happens, holds, cancels) || noun.event.context(p.s) || noun.kase == kaz.Loc {
		return
	}
	mods := a.modifiers(c, noun)
	a.events = append(a.events, &happening{
		typ: civic.TypeMeeting, noun: noun.event.text, kind: noun.event.kind, name: capitalised(nominativeWord(noun.event)),
		public: noun.event.has("PUBLIC"), plural: noun.event.plural, cancelled: true, sentence: c.sentence, whom: mods,
	})
}

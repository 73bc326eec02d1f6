package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// account tells the events of a report in the order in which it tells them.
type account struct {
	clauseReader
	events   []*happening
	visit    *happening // the trip that is told of
	current  *happening // the event last spoken of
	umbrella *happening // the trip of several teams, each of which has its own
	outing   *happening // the trip that is planned
	frame    *happening // the series whose meetings are told one by one, within a paragraph
	day      civic.Date // the day that is told of, of the trip
	days     *happening // or of an event of several days
	dayWord  dayWord    // the last word that numbered a day
	general  bool       // «кездесулерде»: no event in particular is spoken of
	extra    map[*eventNoun]clause
	people   knownPeople
	persons  []*mention // who were subjects, the last one last
	several  []part     // the last subjects that were more than one, for «олар»
	speaking bool       // the participants being joined are there because they spoke
	body     *part      // the body or group last spoken of as a subject, for «оның»
	stayed   []part     // where people were, by a converb: «ауданда болып, … өткізді»
	stayedOf int        // the sentence of stayed
	here     here       // for «мұнда»
	speaker  int        // the person last said to have spoken or acted, or -1
	said     []saidAt
	topics   map[string]int // referents, by folded name
	named    []discussion   // drafts of laws that the report names

	asked     *mention // who answers the questions of an interview
	answering int      // the paragraph of the last answer

	speechFrom int // the sentence in which the direct speech at hand began, or 0
	speechTo   int // and the one in which it is said whose it is

	voices    []participation // who made the last statement
	voicesOf  int             // the paragraph of that statement
	paragraph int
	told      int // events of the last paragraph that told of any
	toldIn    int // and that paragraph
}

// findEvents adds the events of the report to the document, with what belongs to
// them: participants, places, topics, statements. The title is read last, for it
// speaks of what the body tells.
func (x *Extractor) findEvents(d *document) {
	a := &account{
		clauseReader: clauseReader{x.events, d, dateFinder{x.events.times, x.events.counts.numerals, d, d.report.PublishedAt.Time()}},
		speaker:      -1, extra: map[*eventNoun]clause{}, topics: map[string]int{}, people: newKnownPeople(),
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
	return n > 0 && strings.Contains(a.d.report.Text[a.d.sentences[n-1].span.End:a.d.sentences[n].span.Start], "\n")
}

// sentence reads one sentence: who spoke in it, then its clauses.
func (a *account) sentence(n int) {
	s := &a.d.sentences[n]
	if len(s.tokens) == 0 {
		return
	}
	spoken := a.speechAt(n)
	p := a.read(n, spoken.covers)
	p.parts = a.standIns(p, spoken.covers)
	a.openFrame(s)
	clauses := p.clauses()
	for _, c := range clauses {
		for _, one := range p.gapped(c) {
			a.interpret(p, one)
		}
		a.lookAround(p, c)
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
	if len(c.subjects) > 1 || len(c.subjects) == 1 && (c.subjects[0].group != nil && !c.subjects[0].group.crowd() || c.subjects[0].capacity != "" || c.subjects[0].is(civic.TypeCoalition)) {
		a.several = c.subjects
	}
	for _, q := range c.subjects {
		if q.is(civic.TypePerson) {
			a.speaker = q.mention.referent
			if c.described == nil {
				a.persons = append(a.persons, q.mention) // «…, по цехам которого его провёл X» is about another
			}
		}
		if q.is(civic.TypeCoalition, civic.TypeOrganization) && c.hasVerb && q.last < c.verb.first {
			a.body = &q
		}
	}
	for _, q := range c.parts {
		if c.verb.is(yields) && q.is(civic.TypePerson) && q.kase == kaz.Dat {
			a.persons, a.speaker = append(a.persons, q.mention), q.mention.referent // «сөз X-ке берілді. Ол …»
		}
	}
}

// countPeople makes groups of the people that a sentence counts.
func (a *account) countPeople(p sentenceParts) {
	for _, q := range p.parts {
		if q.group != nil && q.group.count != nil && !p.s.in(q.last+1, lacking) && !q.group.guessed() && q.group.count.Value > 1 && q.kase == kaz.Nom {
			a.referentOf(q, nil)
		}
	}
}

// openFrame lets the meetings of a paragraph belong to the series before it, if the
// sentence says that it goes into particulars.
func (a *account) openFrame(s *sentence) {
	if a.current != nil && a.current.plural && !a.current.planned &&
		(s.in(0, exemplifying) || s.is(0, "в") && s.in(1, exemplifying)) {
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
		a.describedTeam(p, c)
		a.describedMeeting(p, c)
		return
	}
	if p.expected(c) {
		return // «келеді деп күтілген»
	}
	c.verb.planned = c.verb.planned || a.plansOn(p, c)
	a.ofTeam(c)
	a.dayTime(c)
	a.whereabouts(p, c)
	a.presided(p, c)
	a.teamLed(p, c)
	if c.verb.is(cancels) && slices.ContainsFunc(c.dates, func(t dated) bool { return t.setFor }) {
		c.verb.classes, c.verb.planned = []verbClass{happens}, true // «21 ақпанға шегерілді»
	}
	if c.verb.negated || c.verb.is(cancels) || c.verb.planned && p.conceded(c.verb.last+1) {
		a.cancel(p, c)
		return
	}
	a.tripNamed(p, c)
	a.tripAside(p, c)
	noun := c.mainNoun(p.s)
	if noun == nil && c.described != nil && c.described.event != nil && c.hasVerb {
		noun = c.described
		if asserted := a.assertedByRelative(p, c); asserted != nil {
			noun = asserted
		}
	}
	if noun != nil && (noun.event.plural && noun.kase == kaz.Acc && c.verb.is(says, urges, presents, discusses) || c.verb.is(meets) && noun.event.last >= c.verb.first) {
		noun = nil // «қолдау шараларын түсіндірді»; «келіссөз жүргізді» is a verb
	}
	if noun != nil && c.verb.is(meets, receives) && noun.kase == kaz.Abl && noun.event.context(p.s) {
		noun = nil // «жиыннан кейін тұрғындарды қабылдады»
	}
	if noun != nil && noun.kase == kaz.Gen && c.verb.is(travels, tours) && p.s.in(noun.event.first-1, genitival) {
		noun = nil // «прибыл в область для переговоров»
	}
	event := a.eventOf(p, c, noun)
	if event == nil && noun != nil && noun.event.kind == "VISIT" && noun.event.context(p.s) {
		noun = nil // «сапары барысында … ауданда болды»
	}
	switch {
	case event == nil && noun == nil:
		event = a.verbEvent(p, c)
	case event == nil && noun.event.has("TALK") && c.verb.is(treated):
		event = a.implied(p, c)
	}
	switch {
	case event != nil:
		a.take(p, c, event, noun)
	case noun == nil && c.verb.is(meets) && p.s.lang == civic.Kazakh:
		if h := a.implied(p, c); h != nil && !c.verb.planned {
			a.takeTopics(p, c, h, nil) // «тараптар … жөнінде пікір алмасты»
		}
	case !c.hasVerb:
		a.themed(p, c)
		a.itemised(p, c)
	}
	a.closing(p, c)
}

// plansOn reports whether a Russian clause in the present says who holds the planned event
// that was told of right before: «мероприятие организует акимат».
func (a *account) plansOn(p sentenceParts, c clause) bool {
	n := len(a.events)
	if p.s.lang != civic.Russian || n == 0 || c.verb.kind != kaz.VerbFuture || !c.verb.is(holds, chairs, hosts) || len(c.dates) > 0 {
		return false
	}
	last := a.events[n-1]
	return last.planned && last.typ == civic.TypeMeeting && last.sentence >= c.sentence-plansReach
}

// plansReach is the number of sentences within which the present goes on about a plan.
const plansReach = 2

// assertedByRelative is the noun of an event as the subject or object of the Russian
// relative clause that says that it took place, in whatever case it stands itself:
// «на переговоры, которые пройдут 20 марта», «участниками встречи, которую провёл X».
func (a *account) assertedByRelative(p sentenceParts, c clause) *part {
	noun := *c.described
	switch {
	case p.s.title || a.justTold(c, c.described) != nil:
		return nil
	case p.s.in(c.first, relative) && c.verb.is(happens):
		noun.kase = kaz.Nom
	case p.s.in(c.first, relative) && c.verb.is(holds) && !c.verb.planned:
		noun.kase = kaz.Acc
	default:
		return nil
	}
	return &noun
}

// conceded reports whether what is said at token i, or behind «деп», makes a plan before
// it one that came to nothing: «өтеді деп жоспарланғанымен».
func (p sentenceParts) conceded(i int) bool {
	if p.s.in(i, quoting) {
		i++
	}
	return p.s.in(i, conceded) || p.vainlyHoped(i)
}

// expected reports whether a Kazakh clause only quotes what was hoped for or planned.
func (p sentenceParts) expected(c clause) bool {
	return c.hasVerb && p.s.lang == civic.Kazakh && p.s.in(c.verb.last, quoting) && p.s.in(c.verb.last+1, hoped)
}

// vainlyHoped reports whether token i says that something was expected which, by what
// follows, did not come about: «деп күтілген, алайда …», «деп жоспарланған еді».
func (p sentenceParts) vainlyHoped(i int) bool {
	if !p.s.in(i, hoped) {
		return false
	}
	if p.s.in(i+1, pluperfect) {
		return true
	}
	if p.s.is(i+1, ",") {
		i++
	}
	return p.s.in(i+1, adversative)
}

// closing reads «поездка завершилась встречей с жителями», «сапарын тұрғындармен
// кездесуден бастады»: with what event another began or ended.
func (a *account) closing(p sentenceParts, c clause) {
	bounds := c.verb.is(happens) && p.s.lang == civic.Russian || p.s.in(c.verb.last, bounding) && p.s.lang == civic.Kazakh
	if p.s.title || !c.hasVerb || !bounds {
		return
	}
	for i, q := range c.parts {
		with := q.kase == kaz.Ins || q.kase == kaz.Abl && p.s.lang == civic.Kazakh
		before := q.first < c.verb.first && p.s.lang == civic.Russian
		if q.event == nil || q.event.kind == "VISIT" || !with || before || q.event.plural || q.event.context(p.s) || p.s.in(q.last+1, since) {
			continue
		}
		next := i+1 < len(c.parts) && c.parts[i+1].kase == kaz.Loc && p.s.in(c.parts[i].last+1, locative)
		own := q.event.kind == "GATHERING" && p.s.lang == civic.Kazakh // «мереке ақындар айтысымен жалғасты»
		if mods := a.modifiers(c, &c.parts[i]); len(mods.with) > 0 || next || own {
			h := a.newMeeting(p, c, &c.parts[i], mods)
			a.takeDate(c, h, &c.parts[i])
			a.takePlaces(p, c, h, &c.parts[i])
			return
		}
	}
}

// presiding is what the word at token i, before a dash, makes of somebody at the event at
// hand: «Модератор – X».
func (s *sentence) presiding(i int) string {
	switch {
	case s.in(i, presider):
		return civic.RoleOrganizer
	case s.in(i, rapporteur):
		return civic.RoleSpeaker
	}
	return ""
}

// presided reads «Модератор – X», «форумның модераторы – X»: who leads the event at hand.
func (a *account) presided(p sentenceParts, c clause) {
	at := c.first
	if p.s.in(at, anaphoric) || slices.ContainsFunc(c.parts, func(q part) bool { return q.event != nil && q.first == at && q.last == at }) {
		at++
	}
	for end := c.first + longOwner; p.s.lang == civic.Kazakh && at < end && p.s.isWord(at) && p.s.presiding(at) == ""; {
		at++
	}
	role := p.s.presiding(at)
	dash := at + 1
	if p.s.isWord(dash) && !p.s.capital(dash) {
		dash++ // «организатор слушаний – X»
	}
	if c.hasVerb && len(c.verb.classes) > 0 || role == "" || !p.s.is(dash, "–", "—", "-", ":") {
		return
	}
	h := a.current
	if planned := a.announced(c); planned != nil {
		h = planned
	}
	for _, q := range c.subjects {
		if h != nil && h.typ == civic.TypeMeeting {
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// longOwner is the number of words that say before a dash at which event somebody presides.
const longOwner = 4

// describedActor reads a participle that describes somebody: «сөз алған X».
func (a *account) describedActor(p sentenceParts, c clause) {
	if c.verb.negated || c.described == nil || !c.described.actor() || a.current == nil || len(c.subjects) > 0 {
		return
	}
	if c.verb.is(travels) && a.current.typ == civic.TypeMeeting && a.visit == nil && fromElsewhere(c) {
		a.joinPart(a.current, *c.described, civic.RoleVisitor, civic.Explicit, p.s.spanOf(c.first, c.described.last))
		return
	}
	if noun := c.mainNoun(p.s); (noun != nil && noun.kase == kaz.Dat || p.s.in(c.verb.first-1, thither)) && c.verb.is(travels, gathers) && a.current.typ == civic.TypeMeeting { // «жиынға келген 450 адам»
		a.joinPart(a.current, *c.described, civic.RoleAttendee, civic.Explicit, p.s.spanOf(c.first, c.described.last))
		a.attend(p, a.current, *c.described, 0, false)
		return
	}
	if role := map[bool]string{c.verb.is(opens): civic.RoleSpeaker, c.verb.is(attends, gathers): civic.RoleAttendee, c.verb.is(chairs, holds): civic.RoleOrganizer}[true]; role != "" && !c.verb.is(travels) {
		a.spokeAfter(p, c)
		if noun := c.mainNoun(p.s); noun != nil || c.verb.is(opens) || c.ofEvent() {
			a.joinPart(a.current, *c.described, role, civic.Explicit, p.s.spanOf(c.verb.first, c.described.last))
		}
	}
}

// spokeAfter makes a speaker of the one behind whom another speaks: «X-тен кейін сөз алған Y».
func (a *account) spokeAfter(p sentenceParts, c clause) {
	for _, q := range c.parts {
		if c.verb.is(opens) && q.is(civic.TypePerson) && q.kase == kaz.Abl && p.s.in(q.last+1, postparticiple) {
			a.joinPart(a.current, q, civic.RoleSpeaker, civic.Implied, p.s.spanOf(q.first, c.verb.last))
		}
	}
}

// ofEvent reports whether the genitive of an event stands in a clause: «жүздесудің
// модераторы болған X».
func (c clause) ofEvent() bool {
	return slices.ContainsFunc(c.parts, func(q part) bool { return q.event != nil && q.kase == kaz.Gen })
}

// fromElsewhere reports whether a clause says whence somebody came: «Бішкектен келген X».
func fromElsewhere(c clause) bool {
	return slices.ContainsFunc(c.parts, func(q part) bool { return q.is(civic.TypePlace) && q.kase == kaz.Abl })
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

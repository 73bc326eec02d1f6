package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// take gives an event what its clause says of it: who did what, where, when.
func (a *account) take(p sentenceParts, c clause, h *happening, noun *part) {
	a.takeDate(c, h, noun)
	if q := a.hostedBy(p, c, noun); q != nil {
		role := map[bool]string{true: "AREA", false: "VENUE"}[q.is(civic.TypePlace) && q.mention.kind != "VENUE"]
		h.at(placing{q.mention.referent, role, civic.Explicit, a.clauseSpan(p, c)})
		a.takeTopics(p, c, h, noun)
		return
	}
	a.takePlaces(p, c, h, noun)
	a.placeHere(p, c, h)
	a.takeActors(p, c, h, noun)
	a.takeAudience(p, c, h, noun)
	a.takeTopics(p, c, h, noun)
}

// boolOrder puts what is so behind what is not.
func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}

// roles are what the subject of each class of verbs is to the event.
var roles = []struct {
	class verbClass
	role  string
}{
	{meets, civic.RoleOrganizer}, {holds, civic.RoleOrganizer}, {convenes, civic.RoleOrganizer}, {hosts, civic.RoleOrganizer}, {reports, civic.RoleOrganizer}, {chairs, civic.RoleOrganizer}, {receives, civic.RoleOrganizer}, {opens, civic.RoleSpeaker},
	{presents, civic.RoleSpeaker}, {dwells, civic.RoleSpeaker}, {says, civic.RoleSpeaker}, {attends, civic.RoleAttendee}, {awards, civic.RoleAttendee}, {gathers, civic.RoleAttendee}, {travels, civic.RoleAttendee},
}

// takeActors records who took part and how.
func (a *account) takeActors(p sentenceParts, c clause, h *happening, noun *part) {
	span := a.clauseSpan(p, c)
	a.takeAttendance(p, c, h)
	a.takeHeard(p, c, h)
	role := ""
	if c.sentence == 0 && h.sentence != 0 && h.typ == civic.TypeMeeting {
		a.lendCapacity(c, h)
		return
	}
	for _, r := range roles {
		if c.verb.is(r.class) {
			role = r.role
			break
		}
	}
	if role == "" && c.verb.is(discusses) {
		role = civic.RoleSpeaker
		if p.s.lang == civic.Russian {
			role = civic.RoleAttendee // «депутаты утвердили бюджет на сессии»
		}
	}
	if role == "" && c.verb.is(happens) && p.s.among(c.first, c.last+1) {
		role = civic.RoleAttendee
	}
	if h.planned && noun != nil && noun.kase == kaz.Dat && p.s.classes().has(invited, c.verb.stem) {
		role = civic.RoleAttendee // «жиынға ғалымдар шақырылды»
	}
	if role == "" && c.verb.is(tours) && noun != nil && h.typ == civic.TypeMeeting {
		role = civic.RoleAttendee // «ярмарку посетили около 2 тысяч человек»
	}
	if h.typ == civic.TypeVisit || role == civic.RoleOrganizer && c.verb.is(meets, receives) && a.visit != nil && !h.planned && !h.guests && !h.apart {
		role = civic.RoleVisitor
		if c.verb.is(accompanies) {
			role = civic.RoleAttendee
		}
	}
	if noun != nil {
		a.takeExtra(p, noun, h)
	}
	if c.verb.is(yields) {
		a.toWhom(c, h, civic.RoleSpeaker, span)
	}
	if c.verb.is(awards) {
		a.toWhom(c, h, civic.RoleAttendee, span)
	}
	h.held = h.held || c.verb.is(holds) && len(c.subjects) == 0
	if role == "" || c.verb.is(happens) && noun != nil && noun.kase == kaz.Nom {
		return
	}
	named := slices.ContainsFunc(c.subjects, func(q part) bool { return q.is(civic.TypePerson) })
	discussed := c.verb.is(discusses) && !c.verb.is(opens, says)
	for i, q := range c.subjects {
		if discussed && p.s.lang == civic.Kazakh && (!q.is(civic.TypePerson) || q.capacity != "" || h.planned) {
			continue // who deals with something is there already; a person speaks of it
		}
		if noun != nil && h.typ == civic.TypeMeeting && a.ownedBy(h, q) && role != civic.RoleOrganizer && q.capacity == "" {
			continue
		}
		if role == civic.RoleSpeaker && h.kind == "GATHERING" && (q.group != nil || q.is(civic.TypeOrganization)) && p.s.lang == civic.Russian && c.verb.is(opens) {
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, span) // «в концерте выступили ансамбль и гости»
			continue
		}
		if role == civic.RoleSpeaker && !q.is(civic.TypePerson) && q.capacity == "" || c.verb.is(meets, receives) && a.isParty(h, q) {
			continue
		}
		a.speaking = role == civic.RoleSpeaker
		if c.verb.is(discusses) && role == civic.RoleAttendee && a.standing([]part{q}) && q.capacity == "" {
			a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, span) // «комитет рассмотрел проект на заседании»
			continue
		}
		own := a.roleOf(h, q, role)
		if c.verb.is(meets) {
			own = a.onOuting(h, q, own)
		}
		a.joinPart(h, q, own, civic.Explicit, span)
		a.speaking = false
		if !c.verb.is(discusses) {
			a.attend(p, h, q, i, named)
		}
	}
	if c.verb.is(holds) && p.hasClass(c, jointly) {
		for _, q := range c.parts {
			if q.kase == kaz.Ins && q.is(civic.TypeOrganization, civic.TypeCoalition) {
				a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, span)
			}
		}
	}
}

// toWhom reads «сөз X пен Y-ке берілді», «X-ке кілт табысталды»: to whom the floor or an
// award is given was there.
func (a *account) toWhom(c clause, h *happening, role string, span civic.Span) {
	for _, q := range c.parts {
		if q.is(civic.TypePerson) && q.kase == kaz.Dat && h.typ == civic.TypeMeeting {
			a.joinPart(h, q, a.roleOf(h, q, role), civic.Explicit, span)
		}
	}
}

// takeHeard makes speakers of those whom others heard at an event: «заслушали директора
// X», «был заслушан X».
func (a *account) takeHeard(p sentenceParts, c clause, h *happening) {
	if !c.verb.is(hears) || h.typ != civic.TypeMeeting {
		return
	}
	for _, q := range c.parts {
		object := q.kase == kaz.Gen || q.kase == kaz.Acc
		if c.verb.kind == kaz.VerbPassive {
			object = q.kase == kaz.Nom
		}
		if q.is(civic.TypePerson) && object && !p.s.in(q.first-1, preposition) {
			a.joinPart(h, q, civic.RoleSpeaker, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// isParty reports whether a part is known as the party met.
func (a *account) isParty(h *happening, q part) bool {
	r, ok := a.peek(q)
	return ok && h.role(r) == civic.RoleCounterpart
}

// roleOf is the role of a participant: a traveller stays a visitor when he speaks at
// a meeting of the trip, who comes to be received is the counterpart.
func (a *account) roleOf(h *happening, q part, role string) string {
	r, ok := a.peek(q)
	switch {
	case role == civic.RoleSpeaker && ok && h.trip() != nil && h.trip().role(r) == civic.RoleVisitor:
		return civic.RoleVisitor
	case role == civic.RoleAttendee && a.isReception(h):
		return civic.RoleCounterpart
	}
	return role
}

// onOuting is the role of somebody at a planned meeting: who is to travel there comes as a
// visitor.
func (a *account) onOuting(h *happening, q part, role string) string {
	if r, ok := a.peek(q); ok && h.planned && h.parent != nil && h.parent == a.outing && a.outing.role(r) == civic.RoleVisitor {
		return civic.RoleVisitor
	}
	return role
}

// isReception reports whether an event is a reception; of a Kazakh one its noun must tell,
// for a verb of receiving has a noun of that form.
func (a *account) isReception(h *happening) bool {
	s := &a.d.sentences[h.sentence]
	return s.classes().has(reception, h.noun) && (s.lang == civic.Russian || h.rule == "event noun")
}

// lendCapacity adds to those who take part in an event the capacity that the title
// gives them; of who was there the body tells.
func (a *account) lendCapacity(c clause, h *happening) {
	for _, q := range c.subjects {
		if r, ok := a.peek(q); ok && q.capacity != "" && h.role(r) != "" {
			h.join(participation{referent: r, role: civic.RoleAttendee, capacity: q.capacity, capacityRaw: q.capacityRaw})
		}
	}
}

// partBy is the part in an event that the word at token i gives a genitive: «X-тің
// қатысуымен», «под председательством X».
func (s *sentence) partBy(i int) string {
	switch {
	case s.in(i, attended):
		return civic.RoleAttendee
	case s.in(i, organized):
		return civic.RoleOrganizer
	case s.in(i, spoken):
		return civic.RoleSpeaker
	}
	return ""
}

// takeAttendance reads «X-тің қатысуымен», «под председательством X».
func (a *account) takeAttendance(p sentenceParts, c clause, h *happening) {
	if h.typ != civic.TypeMeeting {
		return
	}
	role := ""
	for _, q := range p.parts {
		if q.first < c.first || q.last > c.last {
			continue
		}
		switch {
		case !q.actor():
			role = ""
		case p.s.lang == civic.Kazakh && q.kase == kaz.Gen && p.s.partBy(a.listEnd(p, q)+1) != "":
			a.joinPart(h, q, p.s.partBy(a.listEnd(p, q)+1), civic.Explicit, a.clauseSpan(p, c))
		case p.s.lang == civic.Kazakh && (q.kase == kaz.Nom || q.kase == kaz.Gen) && c.verb.is(happens) && p.between(c, a.listEnd(p, q)+1):
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, c))
		case p.s.lang == civic.Russian && p.s.partBy(q.first-1) != "":
			role = p.s.partBy(q.first - 1)
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
			a.attend(p, h, q, 0, false)
		case p.s.lang == civic.Russian && role != "" && q.kase == kaz.Gen && (p.s.is(q.first-1, ",") || p.s.in(q.first-1, conjoining) || p.s.in(q.first-1, further)):
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// between reports whether token i is «арасында» before the noun of the event that took
// place among those before it: «балықшылар мен экологтар арасында дөңгелек үстел болды».
func (p sentenceParts) between(c clause, i int) bool {
	return p.s.in(i, between) && slices.ContainsFunc(c.parts, func(q part) bool {
		return q.event != nil && q.event.kind != "VISIT" && q.event.first > i && q.kase == kaz.Nom
	})
}

// listEnd is the last token of the list of actors in which a part stands: «X басқармасы мен
// «Y» қорының ұйымдастыруымен».
func (a *account) listEnd(p sentenceParts, q part) int {
	last := q.last
	for _, next := range p.parts {
		if next.first == last+2 && next.actor() && next.kase == q.kase && (p.s.is(last+1, ",") || p.s.in(last+1, coordinate)) {
			last = next.last
		}
	}
	return last
}

// takeExtra reads the participle that describes the noun of an event: «… жиналған
// жүздесуде», «… қатысқан форум».
func (a *account) takeExtra(p sentenceParts, noun *part, h *happening) {
	extra, ok := a.extra[noun.event]
	if !ok || extra.verb.negated || extra.sentence != p.n {
		return
	}
	if p.s.lang == civic.Russian {
		a.takeAside(p, extra, h)
		return
	}
	role := ""
	switch {
	case extra.verb.is(unites):
		for _, q := range extra.parts {
			if q.actor() && q.kase == kaz.Gen {
				a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, extra))
				a.attend(p, h, q, 0, false)
			}
		}
		return
	case extra.verb.is(gathers, attends):
		role = civic.RoleAttendee
	case extra.verb.is(holds, chairs):
		role = civic.RoleOrganizer
	default:
		return
	}
	for i, q := range extra.subjects {
		a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, extra))
		a.attend(p, h, q, i, false)
	}
}

// ownedBy reports whether a part is already whose event it is.
func (a *account) ownedBy(h *happening, q part) bool {
	r, ok := a.peek(q)
	return ok && h.role(r) == civic.RoleOrganizer
}

// attend takes the number of a group for the attendance; deputies who sit there among
// named people are not the crowd.
func (a *account) attend(p sentenceParts, h *happening, q part, at int, named bool) {
	if q.group != nil && q.group.relation == "ORGANIZATIONS" {
		return // bodies are counted, not people
	}
	deputies := q.capacity == "DEPUTIES" || q.group != nil && q.group.relation == "DEPUTIES"
	few := deputies || q.count != nil && q.count.Value < fewAmongNamed
	if q.count == nil || h.attendance != nil || named && few || h.typ != civic.TypeMeeting {
		return
	}
	h.attendance = q.count
}

// fewAmongNamed is the number from which people counted beside persons who are named are
// the crowd, and not some more of them: «X, Y және 300 кәсіпкер».
const fewAmongNamed = 30

// hasClass reports whether the clause holds a word of a class.
func (p sentenceParts) hasClass(c clause, class wordClass) bool {
	return p.holds(c, func(i int) bool { return p.s.in(i, class) })
}

// holds reports whether a token of the clause is as wanted.
func (p sentenceParts) holds(c clause, wanted func(token int) bool) bool {
	for i := c.first; i <= c.last && i < len(p.s.tokens); i++ {
		if wanted(i) {
			return true
		}
	}
	return false
}

// joinPart records the part of somebody in an event.
func (a *account) joinPart(h *happening, q part, role string, basis civic.Basis, span civic.Span) {
	r, ok := a.referentOf(q, h)
	if !ok {
		return
	}
	join := participation{referent: r, role: role, capacity: q.capacity, capacityRaw: q.capacityRaw, count: q.count, basis: basis, span: span}
	if q.group != nil {
		h.public = h.public || role == civic.RoleCounterpart && q.group.public()
	}
	join.spoke = role == civic.RoleVisitor && a.speaking
	h.join(join)
	if q.is(civic.TypePerson) {
		a.speaker = r
	}
}

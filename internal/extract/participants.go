package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// take gives an event what its clause says of it: who did what, where, when.
func (a *account) take(p sentenceParts, c clause, h *happening, noun *part) {
	a.takeDate(c, h, noun)
	a.takePlaces(p, c, h, noun)
	a.takeActors(p, c, h, noun)
	a.takeTopics(p, c, h, noun)
}

// takeDate dates an event by its clause, or by the participle that describes its noun.
func (a *account) takeDate(c clause, h *happening, noun *part) {
	dates := c.dates
	if c.verb.is(says, urges, presents) || noun == nil && c.verb.is(discusses, treated, opens, joins) {
		dates = nil
	}
	if noun != nil {
		dates = append(slices.Clone(a.extra[noun.event].dates), dates...)
	}
	for _, t := range dates {
		if t.date.Precision == "" {
			t.date = a.dayTold(h, t)
		}
		if t.date.Precision == "" {
			continue
		}
		h.date = a.withinTrip(h, t)
		if h.typ == civic.TypeVisit && !h.planned {
			a.day = t.date
		}
		return
	}
}

// dayTold is the day that «сол күні» and «ертесіне» mean: that of the event told of
// last that has one, or the day after it. A trip counts its days itself.
func (a *account) dayTold(h *happening, t dated) civic.Date {
	if !t.sameDay && !t.nextDay || h.trip() != nil {
		return civic.Date{}
	}
	for i := len(a.events) - 1; i >= 0; i-- {
		day := a.events[i].date
		if a.events[i] == h || day.Precision != civic.PrecisionDay || day.Latest == "" {
			continue
		}
		if day.Basis = civic.DateRelative; t.nextDay {
			day.Latest = day.Latest.Add(1)
		}
		day.Earliest = day.Latest
		return day
	}
	return civic.Date{}
}

// withinTrip is the date of an event: a day of the week on a trip is that of the
// trip's own week.
func (a *account) withinTrip(h *happening, t dated) civic.Date {
	trip := h.trip()
	if t.weekday && h.planned && t.date.Earliest < a.d.report.PublishedAt {
		t.date.Earliest, t.date.Latest = t.date.Earliest.Add(7), t.date.Latest.Add(7)
	}
	if !t.weekday || trip == nil || trip.date.Earliest == "" || trip.date.Latest == "" {
		return t.date
	}
	for day := trip.date.Earliest; day <= trip.date.Latest; day = day.Add(1) {
		if day.Time().Weekday() == t.date.Earliest.Time().Weekday() {
			t.date.Earliest, t.date.Latest = day, day
			break
		}
	}
	return t.date
}

// takePlaces records where an event was: the places of its clause that say where,
// and those that say where a participant is.
func (a *account) takePlaces(p sentenceParts, c clause, h *happening, noun *part) {
	if noun == nil && c.verb.is(says, urges, presents, opens, discusses, chairs) {
		return
	}
	if h.typ == civic.TypeVisit || noun != nil && !c.verb.is(happens, holds, meets, gathers, attends, joins) && !slices.Contains(h.mentions[:1], a.clauseSpan(p, c)) {
		return
	}
	parts := c.parts
	if noun != nil {
		parts = append(slices.Clone(a.extra[noun.event].parts), parts...)
	}
	for i, q := range parts {
		if q.near && (i+1 == len(parts) || parts[i+1].actor() && parts[i+1].kase == kaz.Nom && !c.verb.is(gathers) || parts[i+1].first > q.last+6 || p.marked(q.last, parts[i+1].first) || c.verb.is(treated, discusses, says, urges)) {
			continue
		}
		if r, role, ok := a.placeOf(p.s, q); ok {
			basis := civic.Explicit
			if q.near {
				basis = civic.Implied
			}
			h.at(placing{r, role, basis, p.s.spanOf(q.first, q.last)})
		}
		if q.mention != nil && q.mention.near && q.mention.area != nil && q.mention.area.referent >= 0 && q.actor() && nearEnding(p.s.tokens[q.mention.area.last].low) {
			h.at(placing{q.mention.area.referent, "AREA", civic.Implied, p.s.spanOf(q.mention.area.first, q.last)})
		}
	}
	if len(h.places) == 0 && a.stayedOf == p.n && h.sentence == p.n {
		for _, q := range a.stayed {
			h.at(placing{q.mention.referent, "AREA", civic.Explicit, p.s.spanOf(q.first, q.last)})
		}
	}
}

// placeOf is the place or body at which a part says that something was.
func (a *account) placeOf(s *sentence, q part) (referent int, role string, ok bool) {
	if q.mention == nil || q.capacity != "" || q.mention.referent < 0 || q.kase != kaz.Loc && !q.near && !a.inPlace(s, q) {
		return 0, "", false
	}
	r := a.d.referents[q.mention.referent]
	switch r.Type {
	case civic.TypePlace:
		if r.Props.Kind == "VENUE" {
			return q.mention.referent, "VENUE", true
		}
		return q.mention.referent, "AREA", true
	case civic.TypeOrganization:
		return q.mention.referent, "VENUE", true
	}
	return 0, "", false
}

// inPlace reports whether words around a part make a place of it: «X аумағында»,
// «X кеңсесінде», «X залында»; in Russian «в», «на».
func (a *account) inPlace(s *sentence, q part) bool {
	if s.lang == civic.Russian {
		for i := q.first - 1; i >= max(0, q.first-3); i-- {
			if s.is(i, "в", "во", "на") {
				return i == q.first-1 || slices.ContainsFunc(s.tokens[i:q.first], func(t token) bool { return isRoom(t.low) })
			}
		}
		return false
	}
	for i := q.last + 1; i <= q.last+3 && s.isWord(i); i++ {
		if s.is(i, "аумағында", "кеңсесінде", "залында", "ғимаратында", "базасында", "алаңында", "орталығында", "ауласында", "бөлмесінде", "қабылдауында", "мәжіліс") {
			return true
		}
	}
	return false
}

// isRoom reports whether a Russian word names a part of a building: «в актовом зале
// университета».
func isRoom(word string) bool {
	return slices.ContainsFunc(strings.Fields("зал здани офис помещени баз территори приемн кабинет стен площадк"), func(stem string) bool { return strings.HasPrefix(word, stem) })
}

// roles are what the subject of each class of verbs is to the event.
var roles = []struct {
	class verbClass
	role  string
}{
	{holds, civic.RoleOrganizer}, {hosts, civic.RoleOrganizer}, {reports, civic.RoleOrganizer}, {chairs, civic.RoleOrganizer}, {receives, civic.RoleOrganizer}, {opens, civic.RoleSpeaker},
	{presents, civic.RoleSpeaker}, {says, civic.RoleSpeaker}, {attends, civic.RoleAttendee}, {gathers, civic.RoleAttendee}, {travels, civic.RoleAttendee},
}

// takeActors records who took part and how.
func (a *account) takeActors(p sentenceParts, c clause, h *happening, noun *part) {
	span := a.clauseSpan(p, c)
	a.takeAttendance(p, c, h)
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
	if role == "" && c.verb.is(happens) && p.hasWord(c, "қатарында", "арасында", "числе", "среди") {
		role = civic.RoleAttendee
	}
	if h.typ == civic.TypeVisit {
		role = civic.RoleVisitor
	}
	if noun != nil {
		a.takeExtra(p, noun, h)
	}
	h.held = h.held || c.verb.is(holds) && len(c.subjects) == 0
	if role == "" || c.verb.is(happens) && noun != nil && noun.kase == kaz.Nom {
		return
	}
	named := slices.ContainsFunc(c.subjects, func(q part) bool { return q.is(civic.TypePerson) })
	for i, q := range c.subjects {
		if noun != nil && h.typ == civic.TypeMeeting && a.ownedBy(h, q) && role != civic.RoleOrganizer && q.capacity == "" {
			continue
		}
		if role == civic.RoleSpeaker && !q.is(civic.TypePerson) && q.capacity == "" {
			continue
		}
		a.speaking = role == civic.RoleSpeaker
		a.joinPart(h, q, a.roleOf(h, q, role), civic.Explicit, span)
		a.speaking = false
		a.attend(p, h, q, i, named)
	}
	if c.verb.is(holds) && p.hasWord(c, "бірлесіп", "бірге", "совместно", "вместе") {
		for _, q := range c.parts {
			if q.kase == kaz.Ins && q.is(civic.TypeOrganization, civic.TypeCoalition) {
				a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, span)
			}
		}
	}
}

// roleOf is the role of a participant: a traveller stays a visitor when he speaks at
// a meeting of the trip, who comes to be received is the counterpart.
func (a *account) roleOf(h *happening, q part, role string) string {
	r, ok := a.peek(q)
	switch {
	case role == civic.RoleSpeaker && ok && h.trip() != nil && h.trip().role(r) == civic.RoleVisitor:
		return civic.RoleVisitor
	case role == civic.RoleAttendee && (strings.HasPrefix(h.noun, "прием") || h.rule == "event noun" && strings.HasSuffix(h.noun, "қабылдау")):
		return civic.RoleCounterpart
	}
	return role
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

// byWords are words after a Kazakh genitive, or before a Russian one, that give the
// person a part in an event.
var byWords = map[string]string{
	"қатысуымен": civic.RoleAttendee, "ұйымдастыруымен": civic.RoleOrganizer, "бастамасымен": civic.RoleOrganizer, "төрағалығымен": civic.RoleOrganizer,
	"участием": civic.RoleAttendee, "участие": civic.RoleAttendee, "председательством": civic.RoleOrganizer, "инициативе": civic.RoleOrganizer, "эгидой": civic.RoleOrganizer,
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
		case p.s.lang == civic.Kazakh && q.kase == kaz.Gen && q.last+1 < len(p.s.tokens) && byWords[p.s.tokens[q.last+1].low] != "":
			a.joinPart(h, q, byWords[p.s.tokens[q.last+1].low], civic.Explicit, a.clauseSpan(p, c))
		case p.s.lang == civic.Russian && q.first > 0 && byWords[p.s.tokens[q.first-1].low] != "":
			role = byWords[p.s.tokens[q.first-1].low]
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
		case p.s.lang == civic.Russian && role != "" && q.kase == kaz.Gen && p.s.is(q.first-1, ",", "и", "также"):
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// takeExtra reads the participle that describes the noun of an event: «… жиналған
// жүздесуде», «… қатысқан форум».
func (a *account) takeExtra(p sentenceParts, noun *part, h *happening) {
	extra, ok := a.extra[noun.event]
	if !ok || extra.verb.negated || extra.sentence != p.n {
		return
	}
	role := ""
	switch {
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
	if q.group == nil || q.group.count == nil || h.attendance != nil || named && q.group.relation == "DEPUTIES" || h.typ != civic.TypeMeeting {
		return
	}
	h.attendance = q.group.count
}

// hasWord reports whether the clause holds one of the words.
func (p sentenceParts) hasWord(c clause, words ...string) bool {
	for i := c.first; i <= c.last && i < len(p.s.tokens); i++ {
		if p.s.is(i, words...) {
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
	join := participation{referent: r, role: role, capacity: q.capacity, capacityRaw: q.capacityRaw, basis: basis, span: span}
	if q.group != nil {
		join.count = q.group.count
		h.public = h.public || role == civic.RoleCounterpart && q.group.public()
	}
	join.spoke = role == civic.RoleVisitor && a.speaking
	h.join(join)
	if q.is(civic.TypePerson) {
		a.speaker = r
	}
}

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
	case c.verb.is(happens) && c.verb.stem == "бол" && p.hasWord(c, "қатарында", "арасында"):
		return a.current
	case c.verb.is(tours, travels, works, stays), c.verb.stem == "бол" && c.verb.is(happens):
		return a.trip(p, c)
	case c.verb.is(happens, holds) && p.hasWord(c, "ол", "он", "она", "оно"):
		return a.revived(p, c)
	case c.verb.is(reports):
		return a.accounting(p, c)
	case c.verb.is(hosts, opens, attends, chairs, discusses, treated, presents, holds):
		return a.implied(p, c)
	case c.verb.is(plans) && p.hasWord(c, "участие"):
		return a.announced(c)
	case c.verb.is(says) && slices.ContainsFunc(c.subjects, func(q part) bool { return q.is(civic.TypePerson) || q.group != nil || q.capacity != "" }):
		return a.occasion(p, said{voice: "REPORTED"})
	}
	return nil
}

// implied is the event at hand, which a clause without its noun goes on about; of
// what was discussed somewhere on a trip a meeting is made.
func (a *account) implied(p sentenceParts, c clause) *happening {
	pronoun := p.hasWord(c, "оған", "онда", "мұнда", "оны", "там", "на")
	if c.verb.is(treated) && !pronoun && a.visit != nil {
		for _, q := range c.parts {
			if _, role, ok := a.placeOf(p.s, q); ok && role == "VENUE" && !q.near {
				h := &happening{typ: civic.TypeMeeting, kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "discussed at a venue", span: a.clauseSpan(p, c)}
				h.name = capitalised(a.d.text(p.s.spanOf(q.first, q.last)) + " кездесу")
				h.mentions = []civic.Span{h.span}
				a.add(h)
				return h
			}
		}
	}
	if c.verb.is(holds) && !pronoun {
		return nil
	}
	if c.verb.planned {
		return a.announced(c)
	}
	if a.current == nil || a.current.typ != civic.TypeMeeting || a.general {
		return nil
	}
	return a.current
}

// announced is the planned meeting told of last, which a clause about what is to
// come goes on about.
func (a *account) announced(c clause) *happening {
	if n := len(a.events); n > 0 && a.events[n-1].planned && !a.events[n-1].cancelled && a.events[n-1].typ == civic.TypeMeeting && a.paragraph <= a.events[n-1].paragraph+1 {
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
	h := &happening{typ: civic.TypeMeeting, noun: "есеп", kind: "MEETING", public: true, sentence: c.sentence, planned: c.verb.planned, rule: "report to residents", span: a.clauseSpan(p, c)}
	h.name = "Есептік кездесу"
	if p.s.lang == civic.Russian {
		h.noun, h.name = "отчетная встреча", "Отчётная встреча"
	}
	h.mentions = []civic.Span{h.span}
	a.add(h)
	for _, q := range c.parts {
		if q.group != nil && (p.s.is(q.last+1, "алдында") || p.s.is(q.first-1, "перед")) {
			a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		}
	}
	return h
}

// metEvent makes a meeting of a verb and the party in the given case.
func (a *account) metEvent(p sentenceParts, c clause, kase kaz.Case) *happening {
	var parties []part
	for _, q := range c.parts {
		if q.actor() && a.inCase(p.s, q, kase) && (q.last < c.verb.first || p.s.lang == civic.Russian) && !p.s.is(q.first-2, "главе") {
			parties = append(parties, q)
		}
	}
	if n := len(c.parts); len(parties) == 0 && c.verb.is(meets) && p.s.lang == civic.Kazakh && n > 0 {
		parties = a.foreigner(p.s, &c, c.parts[n-1])
	}
	if len(parties) == 0 || c.verb.is(receives) && len(c.subjects) == 0 {
		return nil
	}
	if old := a.sameParty(parties, c); old != nil {
		a.current = old
		return old
	}
	if a.titled(c) {
		return a.current
	}
	h := &happening{typ: civic.TypeMeeting, noun: a.metNoun(p.s, c), kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "meeting verb", span: a.clauseSpan(p, c)}
	first, last := parties[0].first, parties[len(parties)-1].last
	h.name = a.metName(p.s, c, first, last)
	h.mentions = []civic.Span{h.span}
	a.add(h)
	for i, q := range parties {
		a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		h.public = h.public || a.isPublic(q)
		a.attend(p, h, q, i, false)
	}
	if c.verb.is(meets) {
		role := civic.RoleOrganizer
		if a.visit != nil && !h.planned {
			role = civic.RoleVisitor
		}
		for _, q := range c.subjects {
			a.joinPart(h, q, role, civic.Explicit, h.span)
		}
	}
	return h
}

// foreigner reads a name before a verb of meeting whose end can be the instrumental
// as the party met, though the name is not known to be in that case: «Гроувмен».
func (a *account) foreigner(s *sentence, c *clause, q part) []part {
	word := s.tokens[q.last].low
	instrumental := strings.HasSuffix(word, "мен") || strings.HasSuffix(word, "бен") || strings.HasSuffix(word, "пен")
	if !q.is(civic.TypePerson) || q.last != c.verb.first-1 || !instrumental {
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
		return verbNoun(c.verb.stem)
	case c.verb.is(receives):
		return "прием"
	}
	return "встреча"
}

// metName describes a meeting by its party and verb: «мектептің мұғалімдерімен жүздесу».
func (a *account) metName(s *sentence, c clause, first, last int) string {
	party := a.d.text(s.spanOf(first, last))
	switch {
	case s.lang == civic.Russian && c.verb.is(receives):
		return "Приём " + party
	case s.lang == civic.Russian:
		return "Встреча с " + party
	}
	return capitalised(party + " " + verbNoun(c.verb.stem))
}

// verbNoun is the noun of a Kazakh verb: кездес, кездесу.
func verbNoun(stem string) string { return stem + "у" }

// inCase reports whether a part stands in a case; in Russian the party of a talk
// follows «с».
func (a *account) inCase(s *sentence, q part, kase kaz.Case) bool {
	if s.lang == civic.Russian && kase == kaz.Ins {
		return q.kase == kaz.Ins || s.is(q.first-1, "с", "со")
	}
	if s.lang == civic.Russian && kase == kaz.Acc {
		return (q.kase == kaz.Gen || q.kase == kaz.Acc) && (q.group != nil || q.is(civic.TypePerson)) && !isPreposition(s, q.first-1)
	}
	return q.kase == kase || kase == kaz.Ins && q.kase == kaz.Dat && s.lang == civic.Kazakh && q.group != nil
}

// sameParty is a meeting with the same party in the sentence before, told of twice.
func (a *account) sameParty(parties []part, c clause) *happening {
	for _, h := range a.events {
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
	if len(c.subjects) == 0 {
		return nil
	}
	counted := slices.ContainsFunc(c.subjects, func(q part) bool { return q.group != nil && q.group.count != nil })
	if a.current != nil && a.current.typ == civic.TypeMeeting && (a.visit == nil || counted) && !c.verb.planned {
		return a.current
	}
	if a.titled(c) {
		return a.current
	}
	h := &happening{typ: civic.TypeMeeting, noun: "жиын", kind: "MEETING", sentence: c.sentence, planned: c.verb.planned, rule: "people gathered", span: a.clauseSpan(p, c)}
	q := c.subjects[0]
	h.name = capitalised(a.d.text(p.s.spanOf(q.first, q.last)) + " " + a.d.text(p.s.spanOf(c.verb.first, c.verb.last)))
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
		for _, h := range a.events {
			if h.typ == civic.TypeMeeting && !h.planned && !h.cancelled && h.role(r) == "" && len(h.with(civic.RoleOrganizer)) == 0 {
				a.joinPart(h, q, civic.RoleVisitor, civic.Implied, a.clauseSpan(p, c))
			}
		}
	}
}

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
	if q := a.hostedBy(p, c, noun); q != nil {
		role := map[bool]string{true: "AREA", false: "VENUE"}[q.is(civic.TypePlace) && q.mention.kind != "VENUE"]
		h.at(placing{q.mention.referent, role, civic.Explicit, a.clauseSpan(p, c)})
		a.takeTopics(p, c, h, noun)
		return
	}
	a.takePlaces(p, c, h, noun)
	a.takeActors(p, c, h, noun)
	a.takeTopics(p, c, h, noun)
}

// takeDate dates an event by its clause, or by the participle that describes its noun.
func (a *account) takeDate(c clause, h *happening, noun *part) {
	if noun == nil && h.date.Precision == civic.PrecisionDay && h.sentence == c.sentence && c.first > 0 && h.typ == civic.TypeMeeting && h.span.End < a.d.sentences[c.sentence].tokens[c.first].Start {
		return // the day of what happened after it
	}
	dates := c.dates
	if c.verb.is(says, urges, presents) || noun == nil && c.verb.is(discusses, treated, opens, joins) {
		dates = nil
	}
	dates = slices.Clone(dates)
	if noun != nil {
		dates = append(slices.Clone(a.extra[noun.event].dates), dates...)
	}
	if s := &a.d.sentences[c.sentence]; len(dates) == 0 && h.date.Precision == "" && h.sentence == c.sentence && s.clock(c.first, c.last) {
		dates = []dated{{sameDay: true}} // «сағат 17:00-де»
	}
	slices.SortStableFunc(dates, func(x, y dated) int { return boolOrder(x.dayPart) - boolOrder(y.dayPart) }) // «5 наурызда кешке»
	for _, t := range dates {
		if t.date.Precision == "" {
			t.date = a.dayTold(h, t)
		}
		if t.date.Precision == "" {
			continue
		}
		h.date = a.toCome(h, a.withinTrip(h, t))
		if t.until {
			h.date = a.someDayUntil(h, t.date)
		}
		if h.typ == civic.TypeVisit && !h.planned {
			a.day = t.date
		}
		return
	}
	if h.date.Precision == "" {
		h.date = a.dayBeside(c, h, noun)
	}
}

// dayBeside is the day of the event after or before which a Russian clause says that
// another took place: «после сессии состоялось заседание».
func (a *account) dayBeside(c clause, h *happening, noun *part) (day civic.Date) {
	s := &a.d.sentences[c.sentence]
	for _, q := range c.parts {
		if s.lang != civic.Russian || q.event == nil || noun != nil && q.event == noun.event || !s.is(q.event.first-1, "после", "перед", "до", "накануне") {
			continue
		}
		for _, old := range slices.Backward(recent(a.events)) {
			if old == h || !sameNoun(old.noun, q.event.text) || old.planned != h.planned || old.date.Precision != civic.PrecisionDay || old.date.Earliest != old.date.Latest {
				continue
			}
			day = old.date
			if day.Basis = civic.DateRelative; s.is(q.event.first-1, "накануне") {
				day.Earliest, day.Latest = day.Earliest.Add(-1), day.Latest.Add(-1)
			}
			return day
		}
	}
	return civic.Date{}
}

// toCome is the date of what is yet to come: of the next year, if the one that lies
// nearest to the report and that it names no year of is long past.
func (a *account) toCome(h *happening, date civic.Date) civic.Date {
	published := a.d.report.PublishedAt
	if !h.planned || published == "" || date.Earliest == "" || date.Latest == "" || date.Latest.Add(longPast) > published || strings.Contains(date.Raw, "20") {
		return date
	}
	next := func(day civic.Day) civic.Day { return civic.DayOf(day.Time().AddDate(1, 0, 0)) }
	if date.Basis == civic.DateStated || date.Precision == civic.PrecisionNotStated {
		date.Earliest, date.Latest = next(date.Earliest), next(date.Latest)
	}
	return date
}

// longPast is the number of days after which a day without a year is one of the next.
const longPast = 60

// boolOrder puts what is so behind what is not.
func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}

// someDayUntil is the time in which an event is that takes place by a day.
func (a *account) someDayUntil(h *happening, last civic.Date) civic.Date {
	last.Earliest, last.Precision = "", civic.PrecisionNotStated
	if h.planned && a.d.report.PublishedAt <= last.Latest {
		last.Earliest = a.d.report.PublishedAt
	}
	return last
}

// dayTold is the day that «сол күні» and «ертесіне» mean: that of the event told of
// last that has one, or the day after it. A trip counts its days itself.
func (a *account) dayTold(h *happening, t dated) civic.Date {
	if !t.sameDay && !t.nextDay && !t.dayBefore || h.trip() != nil && h.trip().date.Precision == civic.PrecisionDay {
		return civic.Date{}
	}
	for _, old := range slices.Backward(recent(a.events)) {
		day := old.date
		if old == h || day.Precision != civic.PrecisionDay || day.Latest == "" || t.dayPart && (old.planned != h.planned || day.Earliest != day.Latest) {
			continue
		}
		switch day.Basis = civic.DateRelative; {
		case t.nextDay:
			day.Latest = day.Latest.Add(1)
		case t.dayBefore:
			day.Latest = day.Latest.Add(-1)
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
		r, role, ok := a.placeOf(p.s, q)
		if !ok {
			r, role, ok = gatheredAt(c, q)
		}
		if ok {
			basis := civic.Explicit
			if q.near {
				basis = civic.Implied
			}
			h.at(placing{r, role, basis, p.s.spanOf(q.first, q.last)})
		}
		if q.mention != nil && q.mention.near && q.mention.area != nil && q.mention.area.referent >= 0 && q.actor() && p.s.in(q.mention.area.last, locating) {
			h.at(placing{q.mention.area.referent, "AREA", civic.Implied, p.s.spanOf(q.mention.area.first, q.last)})
		}
	}
	if len(h.places) == 0 && h.sentence == p.n {
		a.sharePlaces(h)
	}
	if len(h.places) == 0 && a.stayedOf == p.n && h.sentence == p.n {
		for _, q := range a.stayed {
			role := "AREA"
			if q.is(civic.TypeOrganization) || q.mention.kind == "VENUE" {
				role = "VENUE"
			}
			h.at(placing{q.mention.referent, role, civic.Explicit, p.s.spanOf(q.first, q.last)})
		}
	}
}

// gatheredAt reads the venue to which people came together: «сарайға 340 адам жиналды».
func gatheredAt(c clause, q part) (referent int, role string, ok bool) {
	if !c.verb.is(gathers, travels) || q.kase != kaz.Dat || q.mention == nil || q.mention.referent < 0 || q.capacity != "" {
		return 0, "", false
	}
	venue := q.is(civic.TypePlace) && q.mention.kind == "VENUE"
	return q.mention.referent, "VENUE", venue || q.is(civic.TypeOrganization) && c.verb.is(gathers)
}

// sharePlaces lets an event be in the area of the one that the same sentence told of
// before it: «Қонаевта студенттермен кездесіп, зауыт ұжымымен әңгімелесті».
func (a *account) sharePlaces(h *happening) {
	here := len(a.events) // where the events of the sentence begin
	for here > 0 && a.events[here-1].sentence == h.sentence {
		here--
	}
	for _, old := range a.events[here:] {
		if old == h || old.typ != civic.TypeMeeting || old.cancelled || old.planned != h.planned {
			continue
		}
		for _, l := range old.places {
			if l.role == "AREA" {
				l.basis = civic.Implied
				h.at(l)
			}
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
				return i == q.first-1 || slices.ContainsFunc(s.tokens[i:q.first], func(t token) bool { return s.classes().has(room, t.low) })
			}
		}
		return false
	}
	for i := q.last + 1; i <= q.last+3 && s.isWord(i); i++ {
		if s.is(i, "аумағында", "жанында", "қасында", "маңында", "алдында", "кеңсесінде", "залында", "ғимаратында", "базасында", "алаңында", "цехында", "кабинетінде", "фойесінде", "аудиториясында", "асханасында", "пунктінде", "штабында", "мешітінде", "жатақханасында", "сахнасында", "алқабында", "учаскесінде", "орталығында", "ауласында", "бөлмесінде", "қабылдауында", "мәжіліс") {
			return true
		}
	}
	return false
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
	if role == "" && c.verb.is(happens) && (p.s.among(c.first, c.last) || p.hasWord(c, "числе", "среди")) {
		role = civic.RoleAttendee
	}
	if h.planned && noun != nil && noun.kase == kaz.Dat && c.verb.stem == "шақырыл" {
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
		if role == civic.RoleSpeaker && !q.is(civic.TypePerson) && q.capacity == "" || c.verb.is(meets, receives) && a.isParty(h, q) {
			continue
		}
		a.speaking = role == civic.RoleSpeaker
		if c.verb.is(discusses) && role == civic.RoleAttendee && a.standing([]part{q}) && q.capacity == "" {
			a.joinPart(h, q, civic.RoleOrganizer, civic.Explicit, span) // «комитет рассмотрел проект на заседании»
			continue
		}
		a.joinPart(h, q, a.roleOf(h, q, role), civic.Explicit, span)
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
	case role == civic.RoleAttendee && (strings.HasSuffix(h.noun, "прием") || h.rule == "event noun" && strings.HasSuffix(h.noun, "қабылдау")):
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
		case p.s.lang == civic.Russian && role != "" && q.kase == kaz.Gen && p.s.is(q.first-1, ",", "и", "также"):
			a.joinPart(h, q, role, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

// between reports whether token i is «арасында» before the noun of the event that took
// place among those before it: «балықшылар мен экологтар арасында дөңгелек үстел болды».
func (p sentenceParts) between(c clause, i int) bool {
	return p.s.is(i, "арасында", "арасындағы") && slices.ContainsFunc(c.parts, func(q part) bool {
		return q.event != nil && q.event.kind != "VISIT" && q.event.first > i && q.kase == kaz.Nom
	})
}

// listEnd is the last token of the list of actors in which a part stands: «X басқармасы мен
// «Y» қорының ұйымдастыруымен».
func (a *account) listEnd(p sentenceParts, q part) int {
	last := q.last
	for _, next := range p.parts {
		if next.first == last+2 && next.actor() && next.kase == q.kase && p.s.is(last+1, "мен", "пен", "бен", "және", ",") {
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

// hasWord reports whether the clause holds one of the words.
func (p sentenceParts) hasWord(c clause, words ...string) bool {
	return p.holds(c, func(i int) bool { return p.s.is(i, words...) })
}

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

package extract

import (
	"slices"

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
	guests       bool // those who travel were received
	apart        bool // others met while those who travel did so
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
	if len(h.participants) < maxListed {
		h.participants = append(h.participants, p)
	}
}

// maxListed bounds the participants and the places of one event. A report names a few
// dozen; a register of thousands is none.
const maxListed = 500

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
	if len(h.places) < maxListed {
		h.places = append(h.places, p)
	}
}

// add makes an event the current one and puts it where it belongs.
func (a *account) add(h *happening) {
	if !h.planned && h.typ == civic.TypeMeeting {
		switch {
		case a.frame != nil && a.frame != h:
			h.parent, h.parentSpan = a.frame, h.span
		case a.visit != nil:
			h.parent, h.parentSpan = a.visit, h.span
		}
	}
	if h.typ == civic.TypeMeeting && (a.visit != nil && !h.planned || a.days != nil && a.days.planned == h.planned) {
		h.date = a.day
		if h.parent == nil {
			h.parent, h.parentSpan = a.days, h.span
		}
	}
	a.tell(h)
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

// tell counts an event among those of which the paragraph tells.
func (a *account) tell(h *happening) {
	if a.toldIn < a.paragraph {
		a.told, a.toldIn = 0, a.paragraph
	}
	if h.typ == civic.TypeMeeting || a.d.sentences[h.sentence].lang == civic.Russian {
		a.told++ // a Russian paragraph that tells of a trip too is rather about that
	}
	h.paragraph = a.paragraph
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

// dayTime takes note of the day of what is told of day by day, a trip or a forum:
// «екінші күні», «ертеңіне».
func (a *account) dayTime(c clause) {
	a.dayOfStop(c)
	host := a.dayByDay(c)
	if host == nil {
		return
	}
	for _, t := range c.dates {
		if at := (dayWord{c.sentence, t.first}); at == a.dayWord {
			continue // a converb shares it with the verb behind it
		} else if t.tripDay > 0 || t.nextDay {
			a.dayWord = at
		}
		switch first := host.date.Earliest; {
		case t.date.Precision == civic.PrecisionDay && (t.date.Latest < first || t.date.Earliest > host.date.Latest):
			a.days = nil // told of another time
		case t.tripDay > 0:
			a.setDay(host, c, first.Add(t.tripDay-1))
		case t.nextDay && (host.typ == civic.TypeVisit || first < host.date.Latest):
			day := a.day.Earliest
			if a.day.Earliest != a.day.Latest || day == "" {
				day = first
			}
			a.setDay(host, c, day.Add(1))
		}
	}
}

// dayWord is where a word stands that numbers a day: a sentence and a token.
type dayWord struct{ sentence, token int }

// dayOfStop takes the day on which those who travel were somewhere for one of their trip,
// of which less may have been said: «12 қарашада министр Жаркент қаласына келіп, …».
func (a *account) dayOfStop(c clause) {
	if a.visit == nil || c.verb.planned || c.verb.negated || c.verb.relative || !c.verb.is(travels, tours, stays) {
		return
	}
	for _, t := range c.dates {
		day, trip := t.date, &a.visit.date
		if day.Precision != civic.PrecisionDay || day.Earliest != day.Latest || t.until || t.setFor {
			continue
		}
		switch {
		case trip.Precision == "":
			*trip = day
		case trip.Precision != civic.PrecisionDay || day.Earliest < trip.Earliest || day.Latest > trip.Latest.Add(longTrip):
			return
		case day.Latest > trip.Latest:
			trip.Latest = day.Latest
		}
		a.day = day
		return
	}
}

// longTrip is the number of days within which another day is one of the same trip.
const longTrip = 5

// dayByDay is the trip told of, or else the last event of several days, or that a clause
// numbers a day of, if its first day is known.
func (a *account) dayByDay(c clause) *happening {
	if a.visit != nil {
		if a.visit.date.Precision != civic.PrecisionDay || a.visit.date.Earliest == "" {
			return nil
		}
		return a.visit
	}
	numbered := slices.ContainsFunc(c.dates, func(t dated) bool { return t.tripDay > 0 })
	for _, h := range slices.Backward(recent(a.events)) {
		if h.typ != civic.TypeMeeting || h.cancelled || h.plural || h.date.Precision != civic.PrecisionDay || h.date.Earliest == "" || h.parent != nil || h.planned != c.verb.planned {
			continue
		}
		if h.date.Earliest < h.date.Latest || numbered && (h.kind == "FORUM" || h.kind == "GATHERING") {
			return h
		}
	}
	return nil
}

// setDay makes a day that of what is told next; what has happened may have lasted longer
// than was said at first.
func (a *account) setDay(host *happening, c clause, day civic.Day) {
	if published := a.d.report.PublishedAt; day > host.date.Latest && !c.verb.planned && (published == "" || day <= published) {
		host.date.Latest = day
	}
	if day <= host.date.Latest {
		a.day = civic.Date{Earliest: day, Latest: day, Precision: civic.PrecisionDay, Basis: host.date.Basis, Raw: host.date.Raw}
		a.days = host
	}
}

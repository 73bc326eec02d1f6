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

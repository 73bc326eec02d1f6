package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// takeDate dates an event by its clause, or by the participle that describes its noun.
func (a *account) takeDate(c clause, h *happening, noun *part) {
	if noun == nil && h.date.Precision == civic.PrecisionDay && h.sentence == c.sentence && c.first > 0 && h.typ == civic.TypeMeeting && h.span.End < a.d.sentences[c.sentence].tokens[c.first].Start {
		return // the day of what happened after it
	}
	dates := c.dates
	if c.verb.is(says, urges, presents) || noun == nil && c.verb.is(discusses, treated, opens, joins) && !c.verb.is(reports) {
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
		if noun == nil && h == a.visit && a.dayOfTrip(t.date) {
			a.day = t.date
			return
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
	if outing := h.parent; h.date.Precision == "" && h.planned && outing != nil && outing == a.outing && outing.sentence == h.sentence {
		h.date = outing.date // «ертең ауданға барады, сол жерде жүздесу жоспарланған»
	}
}

// dayOfTrip reports whether a day is one of several on which the trip at hand was.
func (a *account) dayOfTrip(day civic.Date) bool {
	trip := a.visit.date
	return day.Precision == civic.PrecisionDay && trip.Precision == civic.PrecisionDay && trip.Earliest < trip.Latest && trip.Earliest <= day.Earliest && day.Latest <= trip.Latest
}

// dayBeside is the day of the event after or before which a Russian clause says that
// another took place: «после сессии состоялось заседание».
func (a *account) dayBeside(c clause, h *happening, noun *part) (day civic.Date) {
	s := &a.d.sentences[c.sentence]
	for _, q := range c.parts {
		if s.lang != civic.Russian || q.event == nil || noun != nil && q.event == noun.event || !s.in(q.event.first-1, temporal) && !s.in(q.event.first-1, facing) {
			continue
		}
		for _, old := range slices.Backward(recent(a.events)) {
			if old == h || !sameNoun(old.noun, q.event.text) || old.planned != h.planned || old.date.Precision != civic.PrecisionDay || old.date.Earliest != old.date.Latest {
				continue
			}
			day = old.date
			if day.Basis = civic.DateRelative; s.in(q.event.first-1, eve) {
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

// someDayUntil is the time in which an event is that takes place by a day.
func (a *account) someDayUntil(h *happening, last civic.Date) civic.Date {
	last.Earliest, last.Precision = "", civic.PrecisionNotStated
	if h.planned && a.d.report.PublishedAt <= last.Latest {
		last.Earliest = a.d.report.PublishedAt
	}
	return last
}

// dayTold is the day that «сол күні», «ертесіне» and «екі күннен кейін» mean: that of the
// event told of last that has one, or so many days after it. A trip counts its days itself.
func (a *account) dayTold(h *happening, t dated) civic.Date {
	if !t.sameDay && !t.nextDay && !t.dayBefore && t.daysLater == 0 || h.trip() != nil && h.trip().date.Precision == civic.PrecisionDay {
		return civic.Date{}
	}
	for _, old := range slices.Backward(recent(a.events)) {
		day := old.date
		if old == h || day.Precision != civic.PrecisionDay || day.Latest == "" || t.dayPart && (old.planned != h.planned || day.Earliest != day.Latest) || t.dayBefore && old.planned && !h.planned {
			continue
		}
		switch day.Basis = civic.DateRelative; {
		case t.daysLater > 0:
			day.Latest = day.Latest.Add(t.daysLater)
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

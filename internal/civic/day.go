package civic

import (
	"cmp"
	"fmt"
	"time"
)

// Day is a calendar day, written 2006-01-02. The empty Day is no day.
type Day string

// The bounds that stand in for an absent day where one must be compared.
const (
	FirstDay Day = "0001-01-01"
	LastDay  Day = "9999-12-31"
)

// ParseDay reads a day that the calendar has. The error wraps ErrBadInput.
func ParseDay(s string) (Day, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%w: %.40q is not a day of the calendar in the form 2006-01-02", ErrBadInput, s)
	}
	return Day(s), nil
}

// DayOf is the day of a time, in the time's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Time is midnight UTC of the day; the zero time for no day.
func (d Day) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Add is the day n days later, within FirstDay and LastDay; no day stays no day.
func (d Day) Add(n int) Day {
	if d == "" {
		return ""
	}
	t := d.Time().AddDate(0, 0, n)
	if t.Year() < 1 {
		return FirstDay
	}
	if t.Year() > 9999 {
		return LastDay
	}
	return DayOf(t)
}

// NewestFirst is a key whose ascending order is the days' descending order, with
// no day last.
func (d Day) NewestFirst() string {
	key := []byte(d)
	for i, c := range key {
		if '0' <= c && c <= '9' {
			key[i] = '9' - (c - '0')
		}
	}
	if len(key) == 0 {
		return "~"
	}
	return string(key)
}

// Precision says how closely a report dates an event.
type Precision string

// The precisions.
const (
	PrecisionDay       Precision = "DAY"
	PrecisionMonth     Precision = "MONTH"
	PrecisionYear      Precision = "YEAR"
	PrecisionNotStated Precision = "NOT_STATED"
)

// DateBasis says where the bounds of a date come from.
type DateBasis string

// The bases of a date.
const (
	DateStated           DateBasis = "STATED"            // the report names the day, month or year
	DateRelative         DateBasis = "RELATIVE"          // counted from the publication: «yesterday»
	DatePublicationBound DateBasis = "PUBLICATION_BOUND" // known only to lie before (or, if planned, after) publication
)

// Date is what a report says about when an event takes place. Either bound may
// be absent. Raw is the report's words.
type Date struct {
	Earliest  Day       `json:"earliest,omitempty"`
	Latest    Day       `json:"latest,omitempty"`
	Precision Precision `json:"precision,omitempty"`
	Basis     DateBasis `json:"basis,omitempty"`
	Raw       string    `json:"raw,omitempty"`
}

// Match is how strictly an event's date must lie within a range of days.
type Match string

// The kinds of match, from the loosest to the strictest.
const (
	MatchPossible Match = "POSSIBLE" // open bounds at their word: the event may have been within the range
	MatchLikely   Match = "LIKELY"   // an open bound is taken to be LikelyDays from the other
	MatchCertain  Match = "CERTAIN"  // both bounds are known and lie within the range
)

// LikelyDays is how far from its known bound an event with one bound is taken
// to lie: a report seldom tells of what is older than a fortnight.
const LikelyDays = 14

// Bounds are the first and last day on which the event may lie under a match;
// published stands in where the report gives no bound at all. Under MatchCertain
// ok is false if a bound is missing.
func (d Date) Bounds(m Match, published Day) (first, last Day, ok bool) {
	first, last = d.Earliest, d.Latest
	switch {
	case m == MatchCertain:
		return first, last, first != "" && last != ""
	case m == MatchPossible:
		return cmp.Or(first, FirstDay), cmp.Or(last, LastDay), true
	case first == "" && last == "":
		last = cmp.Or(published, LastDay)
	}
	return cmp.Or(first, last.Add(-LikelyDays)), cmp.Or(last, first.Add(LikelyDays)), true
}

// Known is the day by which the event is sorted: the latest, else the earliest,
// else the publication.
func (d Date) Known(published Day) Day { return cmp.Or(d.Latest, d.Earliest, published) }

// Qualifier says how a report hedges a number.
type Qualifier string

// The qualifiers.
const (
	Exact       Qualifier = "EXACT"
	Approximate Qualifier = "APPROXIMATE"
	AtLeast     Qualifier = "AT_LEAST"
	AtMost      Qualifier = "AT_MOST"
)

// Count is a number of people as a report gives it: Raw is its words, so that
// «about 500» is never shown as 500.
type Count struct {
	Raw       string    `json:"raw,omitempty"`
	Value     int       `json:"value"`
	Qualifier Qualifier `json:"qualifier,omitempty"`
}

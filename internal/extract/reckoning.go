package extract

import (
	"strconv"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// daysLater reads how many times n days lie between the day that was told of and
// another: «екі күннен кейін», «үш аптадан соң».
func (f dateFinder) daysLater(s *sentence, t dated, n int) (dated, bool) {
	if t.first == 0 {
		return dated{}, false
	}
	number := s.tokens[t.first-1]
	told := f.numerals.attrs[number.low]
	if number.Kind == kaz.Number {
		told = number.Stem
	}
	times, err := strconv.Atoi(told)
	if err != nil || times < 1 || times > farDays {
		return dated{}, false
	}
	t.first, t.daysLater = t.first-1, times*n
	return t, true
}

// farDays is the number of days or weeks from which nobody counts on so.
const farDays = 60

// dayOfMonth reads a day of the month that is n months after that of the publication:
// «осы айдың 29-ы күні».
func (f dateFinder) dayOfMonth(s *sentence, t dated, n int) (dated, bool) {
	at := t.last + 1
	if at >= len(s.tokens) || s.tokens[at].Kind != kaz.Number || f.published.IsZero() {
		return dated{}, false
	}
	day, err := strconv.Atoi(s.tokens[at].Stem)
	if err != nil || day < 1 || day > 31 {
		return dated{}, false
	}
	month := time.Date(f.published.Year(), f.published.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	ok := f.setDays(&t, month.Year(), month.Month(), day, day)
	t.last, t.date.Basis, t.until = at, civic.DateRelative, s.in(at+1, until)
	return t, ok
}

// withinYear reads a month or a day behind its year: «2025 жылы мамырда», «2025 жылдың 3
// мамырында».
func (f dateFinder) withinYear(s *sentence, i int) (dated, bool) {
	at := i + 2
	if s.lang != civic.Kazakh || !s.digits(i, 4) || !s.in(i+1, inYear) && !s.in(i+1, ofYear) || at >= len(s.tokens) || s.digits(at, 4) {
		return dated{}, false
	}
	year, err := strconv.Atoi(s.tokens[i].Stem)
	t, ok := f.at(s, at)
	month := t.date.Precision == civic.PrecisionMonth
	if err != nil || !ok || !month && t.date.Precision != civic.PrecisionDay || t.date.Basis != civic.DateStated || t.weekday {
		return dated{}, false
	}
	first := inYearOf(t.date.Earliest, year)
	last := inYearOf(t.date.Latest, year)
	if month {
		last = first.AddDate(0, 1, -1)
	}
	t.first, t.date = i, span(first, last, t.date.Precision)
	return t, true
}

// inYearOf is the same day of another year.
func inYearOf(day civic.Day, year int) time.Time {
	t := day.Time()
	return time.Date(year, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

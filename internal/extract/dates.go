package extract

import (
	"strconv"
	"strings"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// dated is an expression of time in a sentence.
type dated struct {
	first, last int // tokens
	date        civic.Date
	tripDay     int  // «екінші күні»: the day of the trip, counted from 1; 0 for other expressions
	weekday     bool // «сейсенбіде»
	setFor      bool // «23 ақпанға белгіленді»: the day that something is set for
	until       bool // «20 қаңтарға дейін»: the date is the last day that it may be
	sameDay     bool // «сол күні»: the day that was spoken of
	nextDay     bool // «ертеңіне»: the day after the one that was spoken of
	dayBefore   bool // «днём раньше»: the day before it
	daysLater   int  // «екі күннен кейін»: so many days after it; 0 for other expressions
	dayPart     bool // «түстен кейін»: a part of the day that was spoken of
}

// dateFinder finds the dates of one report.
type dateFinder struct {
	words     lexicon // dates.txt
	numerals  lexicon // numerals.txt
	d         *document
	published time.Time
}

// dates finds the expressions of time of a sentence, in reading order.
func (f dateFinder) dates(s *sentence) []dated {
	var found []dated
	for i := 0; i < len(s.tokens); i++ {
		if t, ok := f.at(s, i); ok {
			if t.date.Precision != "" {
				t.date.Raw = f.d.text(s.spanOf(t.first, t.last))
			}
			found = append(found, t)
			i = t.last
		}
	}
	return found
}

// at reads an expression that begins at token i.
func (f dateFinder) at(s *sentence, i int) (dated, bool) {
	if s.tokens[i].Kind == kaz.Number {
		return f.numbered(s, i)
	}
	p, ok := f.words.startingAt(s, i)
	if !ok {
		return dated{}, false
	}
	if attr, exact := f.words.attrs[s.tokens[i].low]; exact && p.first == p.last {
		p.text, p.attr = s.tokens[i].low, attr // «ертеңінде» is no case of «ертең»
	}
	kind, rest, _ := strings.Cut(p.attr, " ")
	n, _ := strconv.Atoi(rest)
	t := dated{first: p.first, last: p.last}
	switch kind {
	case "TRIPDAY":
		t.tripDay = n
		return t, true
	case "NEXTDAY":
		t.nextDay = true
		return t, true
	case "SAMEDAY":
		t.sameDay = true
		return t, true
	case "DAYPART":
		t.sameDay, t.dayPart = true, true
		return t, true
	case "DAYBEFORE":
		t.dayBefore = true
		return t, true
	case "DAYSLATER":
		return f.daysLater(s, t, n)
	case "MONTHDAY":
		return f.dayOfMonth(s, t, n)
	case "QUARTER":
		return f.quarter(s, t, n)
	case "MONTH":
		return f.month(s, t, p, time.Month(n))
	case "WEEKDAY":
		return f.weekday(s, t, p, n)
	}
	if s.tokens[p.last].low != p.text && !strings.HasSuffix(p.text, " "+s.tokens[p.last].low) {
		return dated{}, false // «кеше» is yesterday, «кешені» is not
	}
	if next := p.last + 1; s.in(p.last, eve) && s.isWord(next) && !s.capital(next) && s.readings(next)[0].kase == kaz.Gen {
		return dated{}, false // «накануне форума»
	}
	return f.relative(t, kind, n)
}

// relative reads what is counted from the publication.
func (f dateFinder) relative(t dated, kind string, n int) (dated, bool) {
	if f.published.IsZero() {
		return dated{}, false
	}
	switch day := f.published; kind {
	case "DAY":
		day = day.AddDate(0, 0, n)
		t.date = span(day, day, civic.PrecisionDay)
	case "WEEK":
		monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7+7*n)
		t.date = span(monday, monday.AddDate(0, 0, 6), civic.PrecisionNotStated)
	case "YEAR":
		first := time.Date(day.Year()+n, 1, 1, 0, 0, 0, 0, time.UTC)
		t.date = span(first, first.AddDate(1, 0, -1), civic.PrecisionYear)
	case "MONTHS":
		first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		t.date = span(first, first.AddDate(0, 1, -1), civic.PrecisionMonth)
	case "SEASON", "NEXTSEASON":
		t.date = f.season(time.Month(n), kind == "NEXTSEASON")
	default:
		return dated{}, false
	}
	t.date.Basis = civic.DateRelative
	return t, true
}

// span is a date from one day to another.
func span(first, last time.Time, p civic.Precision) civic.Date {
	return civic.Date{Earliest: civic.DayOf(first), Latest: civic.DayOf(last), Precision: p, Basis: civic.DateStated}
}

// season is the three months from the given one, in the year nearest to the
// publication or, if it is the next one, after it.
func (f dateFinder) season(first time.Month, next bool) civic.Date {
	year := f.yearOf(first, 15)
	start := time.Date(year, first, 1, 0, 0, 0, 0, time.UTC)
	if next && start.AddDate(0, 3, -1).Before(f.published) {
		start = start.AddDate(1, 0, 0)
	}
	return span(start, start.AddDate(0, 3, -1), civic.PrecisionNotStated)
}

// yearOf is the year in which a day of the calendar lies nearest to the publication.
func (f dateFinder) yearOf(month time.Month, day int) int {
	best, nearest := f.published.Year(), time.Duration(1<<62)
	for _, year := range []int{best, best - 1, best + 1} {
		if gap := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Sub(f.published).Abs(); gap < nearest {
			best, nearest = year, gap
		}
	}
	return best
}

// weekday reads «сейсенбіде», «во вторник»: the nearest one, rather before the
// publication than after it.
func (f dateFinder) weekday(s *sentence, t dated, p phrase, n int) (dated, bool) {
	if s.lang == civic.Kazakh && !s.adverbial(p) || s.lang == civic.Russian && !s.in(t.first-1, inside) && !s.in(t.first-2, inside) || f.published.IsZero() {
		return dated{}, false
	}
	back := (int(f.published.Weekday()) - n + 7) % 7
	day := f.published.AddDate(0, 0, -back)
	if s.in(t.first-1, coming) {
		day = day.AddDate(0, 0, 7)
	}
	t.date, t.weekday = span(day, day, civic.PrecisionDay), true
	t.date.Basis = civic.DateRelative
	return t, true
}

// adverbial reports whether a Kazakh word of time tells when something is: it
// stands in the locative, or «күні» follows.
func (s *sentence) adverbial(p phrase) bool {
	return p.reading.kase == kaz.Loc || s.in(p.last+1, dayword)
}

// month reads a month without a day: «ақпанның соңында», «в середине февраля».
func (f dateFinder) month(s *sentence, t dated, p phrase, month time.Month) (dated, bool) {
	switch {
	case s.lang == civic.Kazakh && p.reading.kase == kaz.Gen && s.in(p.last+1, stretch):
		t.last = p.last + 1
	case s.lang == civic.Kazakh && s.in(p.last+1, inMonth):
		t.last = p.last + 1
	case s.lang == civic.Kazakh && s.in(p.last+1, ofMonth) && s.in(p.last+2, stretch):
		t.last = p.last + 2
	case s.lang == civic.Kazakh && p.reading.kase == kaz.Gen && p.last+1 < len(s.tokens) && s.tokens[p.last+1].Kind == kaz.Number:
		return f.dayAfterMonth(s, t, p, month)
	case s.lang == civic.Kazakh && p.reading.kase == kaz.Loc && !s.in(p.last, locating):
	case s.lang == civic.Russian && s.in(t.first-1, locative):
		t.first--
	case s.lang == civic.Russian && s.in(t.first-1, stretch) && s.is(t.first-2, "в"):
		t.first -= 2
	default:
		return dated{}, false
	}
	return f.months(s, t, month, 1, civic.PrecisionMonth), true
}

// months is a date that lasts for a number of months, in the year told behind it or else
// the one that puts its middle nearest to the report.
func (f dateFinder) months(s *sentence, t dated, month time.Month, n int, precision civic.Precision) dated {
	const half = 15 // days of a month
	year := f.yearOf(month, half*n)
	if y, ok := s.yearAt(t.last + 1); ok {
		year, t.last = y, t.last+2
	}
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	t.date = span(first, first.AddDate(0, n, -1), precision)
	return t
}

// yearAt reads «2026 года» at token i.
func (s *sentence) yearAt(i int) (year int, ok bool) {
	if !s.digits(i, 4) || !s.in(i+1, ofYear) {
		return 0, false
	}
	year, err := strconv.Atoi(s.tokens[i].Stem)
	return year, err == nil
}

// quarter reads «в первом квартале 2026 года».
func (f dateFinder) quarter(s *sentence, t dated, n int) (dated, bool) {
	return f.months(s, t, time.Month(3*n-2), 3, civic.PrecisionNotStated), true
}

// dayAfterMonth reads «наурыздың 3-інде», «наурыздың 3 күні».
func (f dateFinder) dayAfterMonth(s *sentence, t dated, p phrase, month time.Month) (dated, bool) {
	day, err := strconv.Atoi(s.tokens[p.last+1].Stem)
	if err != nil || day < 1 || day > 31 {
		return dated{}, false
	}
	t.last = p.last + 1
	return t, f.setDays(&t, 0, month, day, day)
}

// numbered reads a date that begins with a number: «2026 жылғы 3 наурызда»,
// «24–25 февраля 2026 года», «15.10.2025», «2025 жылы».
func (f dateFinder) numbered(s *sentence, i int) (dated, bool) {
	t := dated{first: i, last: i}
	if day, err := time.Parse("02.01.2006", s.tokens[i].Stem); err == nil {
		t.date = span(day, day, civic.PrecisionDay)
		return t, true
	}
	if t, ok := f.withinYear(s, i); ok {
		return t, true
	}
	if y, err := strconv.Atoi(s.tokens[i].Stem); err == nil && s.digits(i, 4) && y > 1900 && s.in(i+1, inYear) && (s.lang == civic.Kazakh || s.is(i-1, "в")) && !s.digits(i-1, 2) {
		first := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		t.last, t.date = i+1, span(first, first.AddDate(1, 0, -1), civic.PrecisionYear)
		return t, true
	}
	year := 0
	if s.digits(i, 4) && s.in(i+1, ofYear) {
		year, _ = strconv.Atoi(s.tokens[i].Stem)
		i += 2
	}
	from, to, at, ok := s.days(i)
	if !ok {
		return dated{}, false
	}
	p, ok := f.words.startingAt(s, at)
	kind, n, _ := strings.Cut(p.attr, " ")
	month, _ := strconv.Atoi(n)
	t.until, t.setFor = ok && untilDay(s, i, p), ok && setFor(s, p)
	if !ok || kind != "MONTH" || s.lang == civic.Kazakh && !t.until && (!s.adverbial(p) || s.in(p.last, locating)) && !s.in(p.last+1, spanning) && !t.setFor {
		return dated{}, false
	}
	t.last = p.last
	if y, ok := s.yearAt(p.last + 1); ok {
		year, t.last = y, p.last+2
	}
	ok = f.setDays(&t, year, time.Month(month), from, to)
	if from < to && s.is(t.first-1, "с") {
		t.date.Precision = civic.PrecisionNotStated // «с 20 по 30 апреля»
	}
	return t, ok
}

// untilDay reports whether the day that begins at token i, and whose month is p, is a
// last one: «20 қаңтарға дейін», «до 20 января».
func untilDay(s *sentence, i int, p phrase) bool {
	return p.reading.kase == kaz.Dat && s.in(p.last+1, until) || s.lang == civic.Russian && s.is(i-1, "до")
}

// setFor reports whether a day in the dative is the one that something is set for: «23
// ақпанға белгіленді».
func setFor(s *sentence, p phrase) bool {
	return p.reading.kase == kaz.Dat && s.in(p.last+1, scheduled)
}

// clock reports whether the tokens first to last tell the time of day: «сағат 17:00-де»,
// «в 15 часов».
func (s *sentence) clock(first, last int) bool {
	for i := first; i <= last && i < len(s.tokens); i++ {
		number := s.tokens[i].Kind == kaz.Number
		if number && (s.lang == civic.Kazakh && s.in(i-1, hour) || s.is(i-1, "в") && (strings.Contains(s.tokens[i].Stem, ":") || s.in(i+1, hour))) {
			return true
		}
	}
	return false
}

// days reads one day or two at token i, «24», «24-25», «24–25», and says where the
// month follows.
func (s *sentence) days(i int) (from, to, next int, ok bool) {
	if i >= len(s.tokens) || s.tokens[i].Kind != kaz.Number {
		return 0, 0, 0, false
	}
	first, second, both := strings.Cut(strings.NewReplacer("–", "-", "‑", "-").Replace(s.tokens[i].Text), "-")
	next = i + 1
	if !both && (s.is(next, "–", "—", "-") || s.in(next, coordinate)) && next+1 < len(s.tokens) && s.tokens[next+1].Kind == kaz.Number {
		second, both, next = s.tokens[next+1].Stem, true, next+2
	}
	if !both && s.is(i-1, "с") && s.is(next, "по") && next+1 < len(s.tokens) && s.tokens[next+1].Kind == kaz.Number {
		second, both, next = s.tokens[next+1].Stem, true, next+2
	}
	from, err := strconv.Atoi(first)
	to = from
	if both && err == nil {
		to, err = strconv.Atoi(second)
	}
	return from, to, next, err == nil && 1 <= from && from <= to && to <= 31
}

// setDays sets the bounds of a date; a year of 0 is the nearest one. It reports
// whether the calendar has the days.
func (f dateFinder) setDays(t *dated, year int, month time.Month, from, to int) bool {
	if year == 0 && f.published.IsZero() {
		return false
	}
	if year == 0 {
		year = f.yearOf(month, from)
	}
	first := time.Date(year, month, from, 0, 0, 0, 0, time.UTC)
	last := time.Date(year, month, to, 0, 0, 0, 0, time.UTC)
	t.date = span(first, last, civic.PrecisionDay)
	return last.Month() == month
}

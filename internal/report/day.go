package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"civicgraph/internal/civic"
)

//go:embed data/months.txt
var monthTable string

// months are the numbers of the months by their names in small letters.
var months = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{}
	for line := range strings.Lines(monthTable) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		n, err := strconv.Atoi(fields[0])
		if err != nil {
			panic("report: embedded: months.txt: " + line)
		}
		for _, name := range fields[1:] {
			numbers[name] = n
		}
	}
	return numbers
})

// local is the time of Kazakhstan, one zone since 1 March 2024. Sites and feeds that
// tell the hour in UTC mean a day of theirs.
var local = time.FixedZone("", 5*60*60)

// stamps are how machines write a time; those without a zone tell the site's own.
var stamps = []string{
	time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05-07:00", "2006-01-02 15:04:05 -0700",
	time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700",
}

// dayIn is the day that a text tells, written by a machine («2026-02-17T10:00:00+05:00»,
// «17.02.2026, 10:00») or in words («17 ақпан 2026», «2026 жылғы 17 ақпан»); empty
// where it tells none for certain.
func dayIn(s string) civic.Day {
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return ""
	}
	for _, stamp := range stamps {
		if t, err := time.Parse(stamp, s); err == nil {
			return localDay(t)
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if day := numberedDay(s, parts); day != "" {
		return day
	}
	return wordedDay(parts)
}

// localDay is the day of a time: in its own zone, in that of Kazakhstan for UTC.
func localDay(t time.Time) civic.Day {
	if _, offset := t.Zone(); offset == 0 {
		t = t.In(local)
	}
	return sane(t.Year(), int(t.Month()), t.Day())
}

// numberedDay reads «2026-02-17», also with an hour behind it, «20260217» and
// «17.02.2026». With strokes the day and the month may stand either way.
func numberedDay(s string, parts []string) civic.Day {
	if len(s) == len("20060102") && len(parts) == 1 {
		return sane(number(s[:4]), number(s[4:6]), number(s[6:]))
	}
	if len(parts) < 3 {
		return ""
	}
	third := parts[2]
	if day, _, found := strings.Cut(third, "T"); found {
		third = day
	}
	switch {
	case strings.HasPrefix(s, parts[0]+"-"+parts[1]+"-") && len(parts[0]) == 4:
		return sane(number(parts[0]), number(parts[1]), number(third))
	case strings.HasPrefix(s, parts[0]+"."+parts[1]+".") && len(third) == 4:
		return sane(number(third), number(parts[1]), number(parts[0]))
	}
	return ""
}

// wordedDay reads a day beside the name of its month, and the year behind or before.
func wordedDay(parts []string) civic.Day {
	for i := 1; i < len(parts); i++ {
		month := months()[strings.ToLower(parts[i])]
		if month == 0 {
			continue
		}
		day := number(parts[i-1])
		if i+1 < len(parts) && len(parts[i+1]) == 4 {
			return sane(number(parts[i+1]), month, day)
		}
		for back := i - 2; back >= max(0, i-3); back-- {
			if len(parts[back]) == 4 {
				return sane(number(parts[back]), month, day)
			}
		}
	}
	return ""
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// firstYear is the first of which a page on the web can be; what is older stands for
// no date at all, as 1970-01-01 does.
const firstYear = 1991

// sane is a day of the calendar, or none.
func sane(year, month, day int) civic.Day {
	if year < firstYear || year > 9999 {
		return ""
	}
	d, err := civic.ParseDay(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil {
		return ""
	}
	return d
}

// markedTime is a <time> of a page.
type markedTime struct {
	day       civic.Day
	published bool       // marked as the article's
	article   *html.Node // the <article> around it; nil if there is none
}

func timeOf(n *html.Node) markedTime {
	t := markedTime{day: dayIn(attribute(n, "datetime")), article: around(n, atom.Article)}
	if t.day == "" {
		t.day = dayIn(ownText(n))
	}
	for _, a := range n.Attr {
		t.published = t.published || a.Key == "pubdate" || a.Key == "itemprop" && strings.EqualFold(a.Val, "datePublished")
	}
	return t
}

// publishedNames are the names of <meta> that tell when an article was published.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publish_date", "publish-date",
	"published_time", "pubdate", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
}

// day is when the page's article was published, as far as the page says.
func (h *head) day() civic.Day {
	if day := dayIn(h.article.published); day != "" {
		return day
	}
	for _, name := range publishedNames {
		if day := dayIn(h.meta[name]); day != "" {
			return day
		}
	}
	return h.timedDay()
}

// timedDay is the day of a <time>: of one that is marked as the article's, else the
// first within the <article> that has the page's heading or is the only one, else the
// one that all tell. Times in the margins, of other articles, are not taken for it.
func (h *head) timedDay() civic.Day {
	for _, t := range h.times {
		if t.day != "" && t.published {
			return t.day
		}
	}
	for _, t := range h.times {
		if t.day != "" && t.article != nil && (t.article == h.headed || h.articles == 1) {
			return t.day
		}
	}
	return h.agreedDay()
}

// agreedDay is the day that all <time> tell; empty if they differ.
func (h *head) agreedDay() civic.Day {
	var agreed civic.Day
	for _, t := range h.times {
		if t.day != "" && agreed != "" && t.day != agreed {
			return ""
		}
		agreed = cmp.Or(agreed, t.day)
	}
	return agreed
}

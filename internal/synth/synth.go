// Package synth makes up reports for benchmarks and soak tests: their text in the
// report layout, so that they go the whole way through extraction. People,
// coalitions and places are drawn from power laws, so that some are hubs. A seed
// gives the same reports on every machine.
package synth

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"path"
	"regexp"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/report"
)

//go:embed data/*.txt
var data embed.FS

// Generator makes up reports.
type Generator struct {
	sentences map[civic.Language]map[string][]string // by part
	words     map[string][]string                    // by kind and language; "*" for both
	people    []string
	companies []string
}

// New makes a generator from the embedded sentences and words.
func New() *Generator {
	g := &Generator{sentences: map[civic.Language]map[string][]string{}, words: map[string][]string{}}
	for _, language := range []civic.Language{civic.Kazakh, civic.Russian} {
		g.sentences[language] = map[string][]string{}
		for _, fields := range table(string(language)+".txt", 2) {
			g.sentences[language][fields[0]] = append(g.sentences[language][fields[0]], fields[1])
		}
	}
	for _, fields := range table("words.txt", 3) {
		key := wordKey(fields[0], fields[1])
		g.words[key] = append(g.words[key], fields[2])
	}
	g.people = combine(g.common("given"), surnames(g.common("stem")))
	g.companies = combine(g.common("org"), g.common("trade"))
	return g
}

func wordKey(kind, language string) string { return kind + "/" + language }

func (g *Generator) common(kind string) []string { return g.words[wordKey(kind, "*")] }

func surnames(stems []string) []string {
	var all []string
	for _, stem := range stems {
		ending := "ов"
		if strings.ContainsAny(stem[len(stem)-2:], "йьі") {
			ending = "ев"
		}
		all = append(all, strings.TrimRight(stem, "йь")+ending)
	}
	return all
}

// combine pairs every first with every last word, in an order that has no runs of either.
func combine(first, last []string) []string {
	all := make([]string, 0, len(first)*len(last))
	for i := range len(first) * len(last) {
		all = append(all, first[i%len(first)]+" "+last[(i+i/len(first))%len(last)])
	}
	return all
}

// table reads the lines of an embedded file, each of n columns.
func table(name string, n int) [][]string {
	raw, err := fs.ReadFile(data, path.Join("data", name))
	if err != nil {
		panic("synth: embedded: " + err.Error())
	}
	var rows [][]string
	scanner := bufio.NewScanner(strings.NewReader(string(raw)))
	for scanner.Scan() {
		if line := scanner.Text(); line != "" && line[0] != '#' {
			rows = append(rows, strings.SplitN(line, "\t", n))
		}
	}
	return rows
}

// firstDay is the day of the first report.
const firstDay civic.Day = "2024-01-01"

// reportsPerDay is how many reports come out a day.
const reportsPerDay = 100

// Reports makes up n reports from a seed, as lines of a JSON Lines input.
func (g *Generator) Reports(n int, seed uint64) iter.Seq[report.Line] {
	return func(yield func(report.Line) bool) {
		for i := range n {
			// Each report has its own source of chance: the first reports are the same for every n.
			w := newWriter(g, rand.New(rand.NewPCG(seed, uint64(i))), firstDay.Add(i/reportsPerDay))
			if !yield(report.Line{Source: fmt.Sprintf("synth:%d/%d", seed, i), Text: w.report()}) {
				return
			}
		}
	}
}

// writer writes one report.
type writer struct {
	*Generator
	rand      *rand.Rand
	day       civic.Day
	language  civic.Language
	coalition int
	region    string
}

func newWriter(g *Generator, r *rand.Rand, day civic.Day) *writer {
	w := &writer{Generator: g, rand: r, day: day, language: civic.Kazakh}
	if r.IntN(10) < 3 {
		w.language = civic.Russian
	}
	w.coalition = w.skewed(len(g.common("coalition")))
	if regions := g.words[wordKey("region", "kk")]; len(regions) > 0 {
		w.region = regions[w.skewed(len(regions))]
	}
	return w
}

// skewed draws from 0 to n-1 by a power law: the first is drawn most.
func (w *writer) skewed(n int) int {
	return int(rand.NewZipf(w.rand, 1.2, 2, uint64(n-1)).Uint64())
}

func (w *writer) report() string {
	lines := []string{fmt.Sprintf("date %s %s", w.day, w.sentence("title")), w.sentence("lead")}
	for range 2 + w.rand.IntN(4) {
		lines = append(lines, w.sentence("meeting"))
	}
	return strings.Join(append(lines, w.sentence("end")), "\n") + "\n"
}

var braces = regexp.MustCompile(`\{(\w+)\}`)

func (w *writer) sentence(part string) string {
	choices := w.sentences[w.language][part]
	sentence := braces.ReplaceAllStringFunc(choices[w.rand.IntN(len(choices))], func(brace string) string {
		return w.fill(strings.Trim(brace, "{}"))
	})
	first, rest, _ := strings.Cut(sentence, " ")
	if w.language == civic.Kazakh && strings.HasPrefix(first, "«") {
		return sentence
	}
	return strings.ToUpper(string([]rune(first)[0])) + string([]rune(first)[1:]) + " " + rest
}

func (w *writer) fill(kind string) string {
	switch kind {
	case "coalition":
		return w.common("coalition")[w.coalition]
	case "leader":
		return w.people[w.coalition]
	case "person":
		return w.people[w.skewed(len(w.people))]
	case "org":
		return w.companies[w.skewed(len(w.companies))]
	case "region":
		return w.region
	case "count":
		return fmt.Sprint(20 + w.rand.IntN(400))
	case "day":
		return w.dayInWords()
	}
	words := w.words[wordKey(kind, string(w.language))]
	if len(words) == 0 {
		words = w.common(kind)
	}
	return words[w.skewed(len(words))]
}

var months = map[civic.Language][]string{
	civic.Kazakh: {"қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда",
		"қыркүйекте", "қазанда", "қарашада", "желтоқсанда"},
	civic.Russian: {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
		"сентября", "октября", "ноября", "декабря"},
}

// dayInWords is a day of the week before the report.
func (w *writer) dayInWords() string {
	day := w.day.Add(-w.rand.IntN(7)).Time()
	return fmt.Sprintf("%d %s", day.Day(), months[w.language][day.Month()-1])
}

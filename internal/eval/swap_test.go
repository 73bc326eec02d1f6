package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// swapNote opens the part of the quality file about swapped names.
const swapNote = `
The same with names swapped: given names, surnames and patronymics of persons, those
that bodies are called after, quoted names of bodies and coalitions, and names in Latin
letters, each for another of its shape and ending class, from KazNERD's validation
split or made up.

`

// mostSwapLost is how much lower the F1 of swapped names may be, and swapSeeds the
// number of times that they are swapped.
const (
	mostSwapLost = 0.03
	swapSeeds    = 3
)

// swappedPart is the part of the quality file about swapped names, whose F1 must be
// near that of the names themselves.
func swappedPart(t *testing.T, gold *Gold, seen *Result) string {
	t.Helper()
	pool, names, x, part := generalNames(t), gazetteer.New(), newExtractor(t), swapNote
	first, _ := seen.Figure("named")
	for seed := range uint64(swapSeeds) {
		folder := t.TempDir()
		swapped, kept := 0, 0
		for _, r := range gold.reports {
			s := newSwap(rand.New(rand.NewPCG(seed, 9)), pool, names, r)
			s.write(t, folder)
			swapped, kept = swapped+len(s.words), kept+len(s.kept)
		}
		other, err := ReadGold(folder)
		if err != nil {
			t.Fatal(err)
		}
		result := score(t, other, x)
		if named, _ := result.Figure("named"); named < first-mostSwapLost {
			t.Errorf("named is %.3f with other names (seed %d), %.3f with those that stand there: more than %v lower", named, seed, first, mostSwapLost)
		}
		part += fmt.Sprintf("seed %d, %d words swapped, %d without like: %s\n", seed, swapped, kept, result.Card())
		for _, s := range result.reports {
			t.Logf("seed %d %s: missed %q, invented %q", seed, s.gold.name, s.detail.missed, s.detail.invented)
		}
	}
	return part
}

// swap is what the words of names become in one report.
type swap struct {
	*rand.Rand
	pool   *namePool
	gold   *goldReport
	names  *gazetteer.Gazetteer
	words  map[string]string // words in the nominative
	quoted map[string]string // names in quotes, and in Latin letters
	kept   map[string]bool   // words for which there is no like
	used   map[string]bool
}

func newSwap(r *rand.Rand, pool *namePool, names *gazetteer.Gazetteer, gold *goldReport) *swap {
	s := &swap{Rand: r, pool: pool, gold: gold, names: names, words: map[string]string{}, quoted: map[string]string{}, kept: map[string]bool{}, used: map[string]bool{}}
	for _, n := range gold.graph.nodes {
		all := append([]string{n.name}, n.aliases...)
		switch n.typ {
		case civic.TypePerson:
			s.addPerson(all)
		case civic.TypeOrganization, civic.TypeCoalition:
			for _, name := range all {
				s.addBody(name)
			}
		}
	}
	return s
}

// addPerson swaps the words of a person's names, of which the first is the fullest or
// has the given name in front.
func (s *swap) addPerson(names []string) {
	bearer := person{
		woman: slices.ContainsFunc(names, func(name string) bool {
			return hasEnding(name, []string{"ова", "ева", "ина", "қызы", "кызы", "вна"}) ||
				slices.ContainsFunc(strings.Fields(name), s.names.IsFemaleName)
		}),
		abbreviated: slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, ".") }),
	}
	for _, name := range names {
		words := strings.Fields(name)
		for i, word := range words {
			if utf8.RuneCountInString(word) > 1 && !strings.Contains(word, ".") && word != strings.ToLower(word) {
				s.addWord(word, bearer, i == 0 && len(words) > 1)
			}
		}
	}
}

// person is what is to be kept of somebody whose name is swapped: a woman stays one,
// and who is abbreviated somewhere keeps the initials.
type person struct{ woman, abbreviated bool }

// addWord finds a like for a word of a personal name, unless it also names a place.
func (s *swap) addWord(word string, bearer person, first bool) {
	if s.words[word] != "" || s.kept[word] || s.isPlace(word) {
		return
	}
	strict := s.gold.language == civic.Russian
	fits := func(other string) bool { return !s.used[other] && !strings.Contains(s.gold.source, other) }
	initial := func(other string) bool {
		return fits(other) && (!bearer.abbreviated || firstRune(other) == firstRune(word))
	}
	given := func(other string) bool { return initial(other) && bearer.woman == s.names.IsFemaleName(other) }
	var other string
	switch end := endingOf(word, patronymicEndings); {
	case end != "":
		other = like(s.Rand, strings.TrimSuffix(word, end), s.pool.given, false, initial) + end
	case hasEnding(word, surnameEndings):
		other = like(s.Rand, word, s.pool.surname, true, fits)
	case first || s.names.IsGivenName(word):
		other = like(s.Rand, word, s.pool.given, strict, given)
	default:
		other = like(s.Rand, word, slices.Concat(s.pool.bare, s.pool.surname), strict, fits)
	}
	if other == word {
		s.kept[word] = true
		return
	}
	s.words[word], s.used[other] = other, true
}

func firstRune(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// isPlace reports whether a word stands in the name of a place of the report.
func (s *swap) isPlace(word string) bool {
	return slices.ContainsFunc(s.gold.graph.nodes, func(n *node) bool {
		return n.typ == civic.TypePlace && slices.ContainsFunc(n.keys, func(key string) bool { return strings.HasPrefix(key, kaz.Fold(word)) })
	})
}

var (
	quotedName  = regexp.MustCompile(`«([^»]+)»`)
	calledAfter = regexp.MustCompile(`(\S+) (\S+) атындағы|имени (\S+)а (\S+)а$`)
	latinName   = regexp.MustCompile(`^[A-Z][A-Za-z-]+`)
)

// addBody swaps what is proper in the name of a body: what stands in quotes, whom it
// is called after, and the first word in Latin letters.
func (s *swap) addBody(name string) {
	for _, m := range quotedName.FindAllStringSubmatch(name, -1) {
		s.addQuoted(m[1])
	}
	for _, m := range calledAfter.FindAllStringSubmatch(name, -1) {
		for _, word := range m[1:] {
			if isName(word) {
				s.addWord(word, person{}, false)
			}
		}
	}
	if latin := latinName.FindString(name); latin != "" && latin != "Facebook" {
		s.addQuoted(latin)
	}
}

// slogans are made-up names of coalitions, one with a full stop in it and one without.
var slogans = [][]string{
	{"Еңбек. Парасат. Намыс!", "Білім. Бейбітшілік. Береке!"},
	{"Біртұтас және Қуатты Қазақстанның Жарқын Болашағы үшін!", "Тату және Табысты Қазақстанның Халықтық Бағдарламасы үшін!"},
}

var latinWords = strings.Fields("Saryarqa Ulytau Tulpar Samruk Merey Altair Sunqar Bereke")

// addQuoted finds another name of as many words in the same script.
func (s *swap) addQuoted(name string) {
	if s.quoted[name] != "" || s.isPlace(name) {
		return
	}
	words := strings.Fields(name)
	switch {
	case strings.HasSuffix(name, "!"):
		kind := 1
		if strings.Contains(name, ".") {
			kind = 0
		}
		s.quoted[name] = slogans[kind][s.IntN(len(slogans[kind]))]
		return
	case words[0][0] < utf8.RuneSelf:
		for i, word := range words {
			words[i] = latinWords[(s.IntN(len(latinWords))+i)%len(latinWords)]
			if word == strings.ToUpper(word) {
				words[i] = strings.ToUpper(words[i])
			}
		}
	default:
		for i, word := range words {
			if word == strings.ToLower(word) || word == strings.ToUpper(word) || slices.Contains([]string{"Сервис", "Плюс", "Су", "Инфо", "вестник"}, word) {
				continue
			}
			words[i] = like(s.Rand, word, s.pool.quoted, false, func(other string) bool {
				return !s.used[other] && !strings.Contains(s.gold.source, other)
			})
			s.used[words[i]] = true
		}
	}
	s.quoted[name] = strings.Join(words, " ")
}

var nameWord = regexp.MustCompile(`\p{L}+`)

// in is a text with the names swapped.
func (s *swap) in(text string) string {
	var pairs []string
	byLength := slices.SortedFunc(maps.Keys(s.quoted), func(a, b string) int { return len(b) - len(a) })
	for _, name := range byLength {
		pairs = append(pairs, name, s.quoted[name])
	}
	text = strings.NewReplacer(pairs...).Replace(text)
	return nameWord.ReplaceAllStringFunc(text, s.word)
}

// word is a word of a text, in whatever form, swapped.
func (s *swap) word(form string) string {
	if other := s.words[form]; other != "" {
		return other
	}
	if form == strings.ToLower(form) {
		return form
	}
	forms := slices.Concat(forms(civic.Kazakh, strings.ToLower(form)), forms(civic.Russian, strings.ToLower(form)))
	for _, word := range slices.Sorted(maps.Keys(s.words)) {
		if slices.Contains(forms, kaz.Fold(word)) {
			return inForm(form, word, s.words[word])
		}
	}
	return form
}

// inForm is another word in the form in which a word stands: what follows after the
// letters that both have in common is taken over.
func inForm(form, word, other string) string {
	f, w, o := []rune(form), []rune(word), []rune(other)
	common := 0
	for common < len(f) && common < len(w) && f[common] == w[common] {
		common++
	}
	return string(o[:max(0, len(o)-(len(w)-common))]) + string(f[common:])
}

// write writes the report and its gold with the names swapped.
func (s *swap) write(t *testing.T, folder string) {
	t.Helper()
	base := strings.TrimSuffix(s.gold.name, ".txt")
	record := readJSON(t, filepath.Join(goldDir, "dev", base+goldExtension))
	for _, list := range []string{"nodes", "edges", "forbidden"} {
		record[list] = s.value(record[list])
	}
	gold, err := json.Marshal(record)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, base+goldExtension), gold, 0o644)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, s.gold.name), []byte(s.in(s.gold.source)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// value is a JSON value with the names in its strings swapped.
func (s *swap) value(v any) any {
	switch v := v.(type) {
	case string:
		return s.in(v)
	case []any:
		for i := range v {
			v[i] = s.value(v[i])
		}
	case object:
		for key := range v {
			if !slices.Contains([]string{"id", "from", "to", "type"}, key) {
				v[key] = s.value(v[key])
			}
		}
	}
	return v
}

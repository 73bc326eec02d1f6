package eval

import (
	"bufio"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// reader knows the words of a text by every form that a list may hold them in.
type reader struct {
	words []string                            // in reading order, folded
	at    map[civic.Language]map[string][]int // where each form stands
}

// forms are the forms of a word in a list of one language: the word itself, its
// possible base forms, and its likeliest one marked as such.
func forms(lang civic.Language, word string) []string {
	all := []string{word}
	if lang == civic.Russian {
		for i, a := range kaz.AnalyzeRussian(word) {
			all = withForm(all, a.Base, i == 0)
		}
	} else {
		for i, a := range kaz.Analyze(word) {
			all = withForm(all, a.Base, i == 0)
		}
	}
	return all
}

// likeliest marks the likeliest base form of a word.
const likeliest = "="

func withForm(all []string, base string, first bool) []string {
	base = kaz.Fold(base)
	if first {
		all = append(all, likeliest+base)
	}
	if !slices.Contains(all, base) {
		all = append(all, base)
	}
	return all
}

// newReader reads texts; no phrase goes on from one line to the next.
func newReader(texts ...string) *reader {
	r := &reader{at: map[civic.Language]map[string][]int{civic.Kazakh: {}, civic.Russian: {}}}
	for _, text := range texts {
		for line := range strings.Lines(text) {
			for _, token := range kaz.Tokenize(line) {
				r.words = append(r.words, strings.Fields(kaz.Fold(token.Text))...)
			}
			r.words = append(r.words, "")
		}
	}
	places := map[string][]int{}
	for i, word := range r.words {
		places[word] = append(places[word], i)
	}
	delete(places, "")
	for _, word := range slices.Sorted(maps.Keys(places)) {
		for lang, at := range r.at {
			for _, form := range forms(lang, word) {
				at[form] = append(at[form], places[word]...)
			}
		}
	}
	for _, at := range r.at {
		for _, places := range at {
			slices.Sort(places)
		}
	}
	return r
}

// places are where a word of a list stands, in any form.
func (r *reader) places(lang civic.Language, word string) []int {
	at := r.at[lang]
	all := slices.Clone(at[word])
	for _, form := range forms(lang, word) {
		if strings.HasPrefix(form, likeliest) {
			all = append(all, at[form]...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// hasPhrase reports whether the words of a phrase stand in the text one after the other.
func (r *reader) hasPhrase(lang civic.Language, phrase string) bool {
	var ends []int
	for i, word := range strings.Fields(kaz.Fold(phrase)) {
		places := r.places(lang, word)
		if i > 0 {
			places = slices.DeleteFunc(places, func(at int) bool {
				_, follows := slices.BinarySearch(ends, at-1)
				return !follows
			})
		}
		if ends = places; len(ends) == 0 {
			return false
		}
	}
	return len(ends) > 0
}

// hasVerb reports whether a form of a verb stands in the text, given by its stem, with
// words before it and, near it, one that begins with certain letters.
func (r *reader) hasVerb(lang civic.Language, phrase, with string) bool {
	before := strings.Fields(phrase)
	stem := strings.TrimSuffix(before[len(before)-1], "~")
	before = before[:len(before)-1]
	for i, word := range r.words {
		if !isForm(lang, stem, word) || i < len(before) || !slices.Equal(before, r.words[i-len(before):i]) {
			continue
		}
		near := r.words[max(0, i-4):min(len(r.words), i+5)]
		if with == "" || slices.ContainsFunc(near, func(w string) bool { return strings.HasPrefix(w, with) }) {
			return true
		}
	}
	return false
}

func isForm(lang civic.Language, stem, word string) bool {
	if word == "" || !strings.HasPrefix(word, string([]rune(stem)[:1])) {
		return false
	}
	var ok bool
	if lang == civic.Russian {
		_, ok = kaz.RussianVerb(stem, word)
	} else {
		_, ok = kaz.KazakhVerb(stem, word)
	}
	return ok
}

// kazNERD is the text of KazNERD's validation split, a sentence a line.
func kazNERD(t *testing.T) string {
	t.Helper()
	file, err := os.Open("../../../shared/kaznerd/IOB2_valid.txt")
	if err != nil {
		t.Skip("no KazNERD: ../shared/kaznerd is missing")
	}
	defer file.Close()
	var text strings.Builder
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		word, _, ok := strings.Cut(lines.Text(), " ")
		if !ok {
			word = "\n"
		}
		text.WriteString(word + " ")
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// others are what may know a word besides the development reports: general text, the
// register of places, and the reports made up for the extractor.
func others(t *testing.T) *reader {
	t.Helper()
	texts := []string{kazNERD(t)}
	paths, err := filepath.Glob("testdata/own/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no reports of our own")
	}
	for _, path := range append(paths, "testdata/frequent-ru.txt", "../../../shared/lemmas/nouns.tsv", "../../../shared/geo/kato.csv") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return newReader(texts...)
}

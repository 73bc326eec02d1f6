package extract

import (
	"slices"
	"strings"
	"sync"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// lexeme is a word as it is read in a language.
type lexeme struct {
	readings  []reading // the likeliest first
	adjective bool      // in Russian
	edges     *edges    // nil for a word with which no phrase of the rules begins or ends
}

// edges say, by the number of a lexicon, how many words the longest of its phrases has
// that begins or ends with a word.
type edges struct{ begins, ends []uint8 }

// wordKey is a word of a text in a language.
type wordKey struct {
	lang civic.Language
	text string
}

// vocabulary reads words, and remembers those that it read last: most words of a
// report were in the ones before it. It is safe for concurrent use.
type vocabulary struct {
	edges   map[string]*edges // by word, in its base form or without its case
	count   int               // of lexicons, numbered from 1
	classes map[civic.Language]wordClasses

	mu         sync.Mutex
	young, old map[wordKey]*lexeme
}

// documentWords are the words and phrases of a document that were read, each once.
type documentWords struct {
	vocabulary *vocabulary
	known      map[wordKey]*lexeme
	kazakh     memo[[]string]
	russian    memo[[]string]
	names      memo[[][]string]
	analyses   memo[[]kaz.RussianAnalysis]
	folded     memo[string]
	facts      map[string]nameFacts
}

func newDocumentWords(v *vocabulary) *documentWords {
	return &documentWords{v, map[wordKey]*lexeme{}, memo[[]string]{}, memo[[]string]{}, memo[[][]string]{}, memo[[]kaz.RussianAnalysis]{}, memo[string]{}, map[string]nameFacts{}}
}

// memo remembers what was found of a text.
type memo[T any] map[string]T

// of is what find finds of a text.
func (m memo[T]) of(text string, find func(string) T) T {
	found, ok := m[text]
	if !ok {
		found = find(text)
		m[text] = found
	}
	return found
}

// nominatives are the possible index forms of a phrase in a language.
func (w *documentWords) nominatives(lang civic.Language, phrase string) []string {
	if lang == civic.Russian {
		return slices.Clip(w.russian.of(phrase, kaz.NominativesRussian))
	}
	return slices.Clip(w.kazakh.of(phrase, kaz.Nominatives))
}

// declined are the possible index forms of a Russian name, word by word.
func (w *documentWords) declined(name string) [][]string {
	return w.names.of(name, func(name string) [][]string {
		var forms [][]string
		for _, form := range w.nominatives(civic.Russian, name) {
			forms = append(forms, strings.Fields(form))
		}
		return forms
	})
}

// analyse finds the readings of a Russian word.
func (w *documentWords) analyse(word string) []kaz.RussianAnalysis {
	return w.analyses.of(word, kaz.AnalyzeRussian)
}

// fold is kaz.Fold.
func (w *documentWords) fold(name string) string { return w.folded.of(name, kaz.Fold) }

// generation is how many words are remembered before the oldest of them, as many
// again, are forgotten.
const generation = 4096

// longWord is the length in bytes beyond which a word is not worth remembering.
const longWord = 64

// newVocabulary numbers the lexicons and indexes the words at the edges of their phrases.
func newVocabulary(lexicons []*lexicon, classes map[civic.Language]wordClasses) *vocabulary {
	v := &vocabulary{edges: map[string]*edges{}, count: len(lexicons) + 1, classes: classes, young: map[wordKey]*lexeme{}}
	for i, l := range lexicons {
		l.number = i + 1
		for word, n := range l.firsts {
			v.edgesOf(word).begins[l.number] = uint8(n)
		}
		for word, n := range l.lasts {
			v.edgesOf(word).ends[l.number] = uint8(n)
		}
	}
	return v
}

func (v *vocabulary) edgesOf(word string) *edges {
	if v.edges[word] == nil {
		v.edges[word] = &edges{make([]uint8, v.count), make([]uint8, v.count)}
	}
	return v.edges[word]
}

// lookup reads a token in a language, or remembers how it was read.
func (v *vocabulary) lookup(lang civic.Language, t *token) *lexeme {
	key := wordKey{lang, t.Text}
	if w := v.remembered(key); w != nil {
		return w
	}
	key.text = strings.Clone(key.text) // nothing of the report is held on to
	w := v.read(lang, kaz.Token{Text: key.text, Stem: key.text[:len(t.Stem)], Ending: strings.Clone(t.Ending)})
	if len(key.text) <= longWord {
		v.remember(key, w)
	}
	return w
}

func (v *vocabulary) remembered(key wordKey) *lexeme {
	v.mu.Lock()
	defer v.mu.Unlock()
	if w := v.young[key]; w != nil {
		return w
	}
	w := v.old[key]
	if w != nil {
		v.keep(key, w)
	}
	return w
}

func (v *vocabulary) remember(key wordKey, w *lexeme) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.keep(key, w)
}

// keep puts a word among the young ones; when they are many enough they become old.
func (v *vocabulary) keep(key wordKey, w *lexeme) {
	if len(v.young) >= generation {
		v.young, v.old = make(map[wordKey]*lexeme, generation), v.young
	}
	v.young[key] = w
}

// read finds the readings of a word and the phrases that may begin or end with it.
func (v *vocabulary) read(lang civic.Language, t kaz.Token) *lexeme {
	w := &lexeme{}
	low := foldWord(t.Stem)
	if lang == civic.Russian {
		capital := startsUpper(t.Text)
		w.readings, w.adjective = readRussian(low, capital)
		w.adjective = w.adjective || !capital && slices.ContainsFunc(w.readings, v.isRelational)
	} else {
		w.readings = readKazakh(t)
	}
	w.join(v.edges[low])
	for _, r := range w.readings {
		w.join(v.edges[r.base])
		w.join(v.edges[r.uncased])
		w.join(v.edges[r.single])
	}
	return w
}

// isRelational reports whether a reading is that of a Russian adjective in -ский, which
// in small letters is no town in -ск: «медицинском».
func (v *vocabulary) isRelational(r reading) bool {
	return v.classes[civic.Russian].has(relational, r.base)
}

// join adds the phrases that one more form of the word begins and ends.
func (w *lexeme) join(e *edges) {
	switch {
	case e == nil || e == w.edges:
		return
	case w.edges == nil:
		w.edges = e
		return
	}
	both := &edges{make([]uint8, len(e.begins)), make([]uint8, len(e.ends))}
	for i := range e.begins {
		both.begins[i] = max(w.edges.begins[i], e.begins[i])
		both.ends[i] = max(w.edges.ends[i], e.ends[i])
	}
	w.edges = both
}

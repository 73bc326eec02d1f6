// Package ner finds names in a sequence of tokens: persons, places, bodies, dates,
// numbers and the other classes of KazNERD. A linear-chain model scores every tag of
// every token by features of the words around it; of each span the chance to be a name
// is summed up exactly over all sequences, likely spans are weighed again as a whole,
// and the best set of spans is found exactly. The model is embedded; ner/train makes it.
//
// The words are taken as they come: nothing here depends on who cut them, and no
// sequence of them is an error. The package prefers neither a missed nor an invented
// name; it is tuned for the balance of both.
package ner

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Outside is the tag of a token that no name holds.
const Outside = "O"

// Span is a name: the tokens from Start up to End, and its class, as «PERSON».
type Span struct {
	Start, End int
	Class      string
}

//go:embed model.bin
var embedded []byte

var loaded = sync.OnceValues(func() (*Tagger, error) {
	model, err := ReadModel(bytes.NewReader(embedded))
	if err != nil {
		return nil, err
	}
	return New(model), nil
})

// Load is the tagger with the embedded model, read at the first call, which takes
// some hundredths of a second; later calls return the same tagger.
func Load() (*Tagger, error) { return loaded() }

// ModelVersion names the embedded model: its format and the beginning of its SHA-256,
// which is another for every model that the trainer makes.
func ModelVersion() string {
	digest := sha256.Sum256(embedded)
	return fmt.Sprintf("%s %x", strings.TrimSpace(modelMark), digest[:6])
}

// Tagger tags sequences of words. It does not change once made, so many goroutines
// may share it.
type Tagger struct {
	model          *Model
	extract        *Extractor
	table          table
	chances        *chances
	evidence       dictionary
	begins, inside []string // the tags of each class
	scratch        sync.Pool
}

// New makes a tagger of a model.
func New(model *Model) *Tagger {
	t := &Tagger{
		model:    model,
		extract:  NewExtractor(model.Lexicon),
		table:    newTable(model.Features),
		chances:  newChances(&model.Transitions),
		evidence: model.Evidence.dictionary(),
	}
	for _, class := range model.Classes {
		t.begins, t.inside = append(t.begins, "B-"+class), append(t.inside, "I-"+class)
	}
	t.scratch.New = func() any { return new(scratch) }
	return t
}

// stretch bounds the memory of one decoding: a longer sequence, which no sentence is,
// is decoded in stretches of this many words.
const stretch = 1024

// Tag returns the IOB2 tag of each word of a sentence.
func (t *Tagger) Tag(words []string) []string {
	tags := make([]string, len(words))
	for i := range tags {
		tags[i] = Outside
	}
	t.each(words, func(start int, c candidate) {
		tags[start+c.start] = t.begins[c.class]
		for i := c.start + 1; i < c.end; i++ {
			tags[start+i] = t.inside[c.class]
		}
	})
	return tags
}

// Spans returns the names in a sentence, in reading order; they do not overlap.
func (t *Tagger) Spans(words []string) (spans []Span) {
	t.each(words, func(start int, c candidate) {
		spans = append(spans, Span{start + c.start, start + c.end, t.model.Classes[c.class]})
	})
	return spans
}

// each calls f with the names of each stretch and where the stretch starts.
func (t *Tagger) each(words []string, f func(start int, c candidate)) {
	s := t.scratch.Get().(*scratch)
	defer t.scratch.Put(s)
	for start := 0; start < len(words); start += stretch {
		for _, c := range t.decode(words[start:min(start+stretch, len(words))], s) {
			f(start, c)
		}
	}
}

// Candidate is a span that may be a name, with the odds that the sequence gives it, in
// steps, and the keys of what else can be said of it. The trainer learns from them what
// they are worth.
type Candidate struct {
	Span
	Odds     int
	Evidence []uint32
}

// Candidates returns the likely spans of a sentence, or of its beginning if it is very
// long.
func (t *Tagger) Candidates(words []string) (all []Candidate) {
	s := t.scratch.Get().(*scratch)
	defer t.scratch.Put(s)
	t.consider(words[:min(len(words), stretch)], s)
	s.weigher.sketch, s.weigher.all = &s.sketch, s.found
	for i, c := range s.found {
		s.weigher.own = i
		span := Span{c.start, c.end, t.model.Classes[c.class]}
		keys := slices.Clone(s.weigher.weigh(t.chances.powers))
		all = append(all, Candidate{span, t.chances.odds(c.chance), keys})
	}
	return all
}

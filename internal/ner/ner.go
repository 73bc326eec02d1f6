// Package ner finds names in a sequence of tokens: persons, places, bodies, dates,
// numbers and the other classes of KazNERD. A linear-chain model scores every tag of
// every token by features of the words around it, and the best valid sequence is
// found exactly. The model is embedded; ner/train makes it.
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
	model   *Model
	extract *Extractor
	table   table
	tags    []string // by label: B-, I- and O
	scratch sync.Pool
}

// New makes a tagger of a model.
func New(model *Model) *Tagger {
	t := &Tagger{
		model:   model,
		extract: NewExtractor(model.Lexicon),
		table:   newTable(model.Features),
		tags:    tagNames(model.Classes),
	}
	t.scratch.New = func() any { return new(scratch) }
	return t
}

func tagNames(classes []string) []string {
	names := []string{Outside}
	for _, class := range classes {
		names = append(names, "B-"+class, "I-"+class, "I-"+class, "B-"+class)
	}
	return names
}

// stretch bounds the memory of one decoding: a longer sequence, which no sentence is,
// is decoded in stretches of this many words.
const stretch = 1024

// Tag returns the IOB2 tag of each word of a sentence.
func (t *Tagger) Tag(words []string) []string {
	tags := make([]string, 0, len(words))
	t.each(words, func(labels []Label) {
		for _, l := range labels {
			tags = append(tags, t.tags[l])
		}
	})
	return tags
}

// Spans returns the names in a sentence, in reading order; they do not overlap.
func (t *Tagger) Spans(words []string) (spans []Span) {
	start := 0
	t.each(words, func(labels []Label) {
		for i, l := range labels {
			if l.begins() {
				spans = append(spans, Span{Start: start + i, Class: t.model.Classes[l.class()]})
			}
			if l != 0 {
				spans[len(spans)-1].End = start + i + 1
			}
		}
		start += len(labels)
	})
	return spans
}

// each calls f with the labels of each stretch.
func (t *Tagger) each(words []string, f func([]Label)) {
	s := t.scratch.Get().(*scratch)
	defer t.scratch.Put(s)
	for len(words) > 0 {
		n := min(len(words), stretch)
		f(t.decode(words[:n], s))
		words = words[n:]
	}
}

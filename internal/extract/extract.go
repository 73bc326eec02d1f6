// Package extract reads a report: what it speaks of, and what it says of it, each
// with the words that say it. It prefers a missed claim to an invented one; what is
// negated, cancelled or merely wished for never becomes a fact.
//
// Rules are general statements about the two languages. What they look for, words
// and their kinds, stands in text files under rules, one folder a language.
package extract

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
	"civicgraph/internal/ner"
)

// engine is what of Version counts the changes of this package's code that change readings.
const engine = 5

// Version names what reads reports by these rules: the engine, the beginning of the
// rules' SHA-256, and the tagger's model.
func Version(rules fs.FS) (string, error) {
	digest := sha256.New()
	err := fs.WalkDir(rules, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules, path)
		fmt.Fprintf(digest, "%s %d\n%s", path, len(data), data)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("reading rules: %w", err)
	}
	return fmt.Sprintf("engine %d, rules %x, model %s", engine, digest.Sum(nil)[:6], ner.ModelVersion()), nil
}

// Extractor reads reports. It is safe for concurrent use.
type Extractor struct {
	version   string
	gazetteer *gazetteer.Gazetteer
	tagger    *ner.Tagger
	names     nameRules
	events    eventRules
	words     *vocabulary
}

// New makes an extractor of the embedded rules. An error means that a rule file is
// malformed.
func New(g *gazetteer.Gazetteer) (*Extractor, error) { return Read(Rules(), g) }

// Read makes an extractor of other rules, in the files that Rules has. An error
// means that one of them is missing or malformed.
func Read(rules fs.FS, g *gazetteer.Gazetteer) (*Extractor, error) {
	version, err := Version(rules)
	if err != nil {
		return nil, err
	}
	names, err := readNameRules(rules)
	if err != nil {
		return nil, err
	}
	events, err := readEventRules(rules)
	if err != nil {
		return nil, err
	}
	classes, err := readWordClasses(rules)
	if err != nil {
		return nil, err
	}
	tagger, err := ner.Load()
	if err != nil {
		return nil, err
	}
	words := newVocabulary(append(names.lexicons(), events.lexicons()...), classes)
	return &Extractor{version: version, gazetteer: g, tagger: tagger, names: names, events: events, words: words}, nil
}

// Version names the rules and the model of the extractor; it is stored with every
// report that they have read.
func (x *Extractor) Version() string { return x.version }

// Extract draws from a report what it says. The same report always yields the
// same reading. Kazakh in Latin letters is read as if it were in Cyrillic ones, and so
// are the names that it yields.
func (x *Extractor) Extract(report civic.Report) civic.Reading {
	if t, ok := kaz.Cyrillic(report.Text); ok {
		return x.extractLatin(report, t)
	}
	return x.extract(report)
}

func (x *Extractor) extract(report civic.Report) civic.Reading {
	d := newDocument(report, x.words, x.gazetteer)
	x.findNames(d)
	x.identify(d)
	x.findPositions(d)
	x.locate(d)
	x.claimSources(d)
	x.findEvents(d)
	x.findMembers(d)
	return d.reading()
}

// reading hands the document over, in the vocabulary of the product.
func (d *document) reading() civic.Reading {
	reading := civic.Reading{
		Report: d.report, Claims: d.claims,
		Sentences: make([]civic.Span, 0, len(d.sentences)), Referents: make([]civic.Referent, 0, len(d.referents)),
	}
	for _, s := range d.sentences {
		reading.Sentences = append(reading.Sentences, s.span)
	}
	for _, r := range d.referents {
		r.Mentions = slices.Compact(r.Mentions)
		reading.Referents = append(reading.Referents, r.Referent)
	}
	return reading
}

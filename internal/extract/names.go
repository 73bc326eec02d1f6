package extract

import (
	"io/fs"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
	"civicgraph/internal/ner"
)

// nameRules are the rule files that names are found by.
type nameRules struct {
	titles, organizations, legalForms, venues, areas, levels, sectors, tails, stops, nameParts, regions lexicon
	leading, appointing, working, offices, news, eventNouns                                             lexicon
	kinds                                                                                               map[civic.Language]areaKinds
}

func readNameRules(rules fs.FS) (nameRules, error) {
	var r nameRules
	var err error
	for name, lex := range map[string]*lexicon{
		"titles.txt": &r.titles, "organizations.txt": &r.organizations, "legalforms.txt": &r.legalForms,
		"venues.txt": &r.venues, "areas.txt": &r.areas, "levels.txt": &r.levels,
		"sectors.txt": &r.sectors, "tails.txt": &r.tails, "stops.txt": &r.stops,
		"leading.txt": &r.leading, "appointing.txt": &r.appointing, "working.txt": &r.working, "newsverbs.txt": &r.news, "offices.txt": &r.offices,
		"nameparts.txt": &r.nameParts, "regions.txt": &r.regions, "events.txt": &r.eventNouns,
	} {
		if *lex, err = readLexicon(rules, name); err != nil {
			return nameRules{}, err
		}
	}
	r.kinds, err = readAreaKinds(rules)
	return r, err
}

// lexicons are all that were read.
func (r *nameRules) lexicons() []*lexicon {
	return []*lexicon{&r.titles, &r.organizations, &r.legalForms, &r.venues, &r.areas, &r.levels, &r.sectors, &r.tails, &r.stops, &r.nameParts, &r.regions,
		&r.leading, &r.appointing, &r.working, &r.offices, &r.news, &r.eventNouns}
}

// findNames adds the mentions of named things to the document. Areas come first,
// for bodies are named after them; persons follow, who are never inside a name.
// What is left is read in the light of what the whole report names: a surname
// alone, a place by its bare name, a word for the area or body at hand.
func (x *Extractor) findNames(d *document) {
	var scans []*scan
	for n := range d.sentences {
		sc := newScan(x, d, n)
		sc.findAreas()
		scans = append(scans, sc)
	}
	codes := codesIn(scans)
	for _, sc := range scans {
		sc.codes = codes
		sc.findLocalPlaces()
		sc.markPersons()
		sc.findBodies()
		sc.ministries()
		sc.findPersons()
		sc.findSources()
	}
	known := gather(scans)
	for _, sc := range scans {
		sc.codes = known.context
		sc.findKnown(known)
		sc.taggedBodies()
		sc.findBarePlaces(known)
		sc.keepBareAreas()
		sc.findTails()
		slices.SortStableFunc(sc.found, func(a, b *mention) int { return a.span.Start - b.span.Start })
		d.mentions = append(d.mentions, sc.found...)
	}
	d.fullMinistries()
}

// scan is the search for the names of one sentence.
type scan struct {
	nameRules
	gazetteer *gazetteer.Gazetteer
	tagger    *ner.Tagger
	tags      []ner.Span // what the tagger takes for names, once it was asked
	isTagged  bool
	d         *document
	s         *sentence
	n         int
	owner     []*mention            // of each token, the widest mention that covers it
	person    []bool                // of each token, whether it is likely part of a person's name
	runs      map[[2]int]*personRun // of tokens that were read as a person's name; nil for none
	nested    int                   // bodies that are being read inside one another
	codes     []string              // of the areas that the report speaks of
	found     []*mention
	bareAreas []*mention // words for the area at hand; mentions unless a name takes them in
}

func newScan(x *Extractor, d *document, n int) *scan {
	s := &d.sentences[n]
	return &scan{nameRules: x.names, gazetteer: x.gazetteer, tagger: x.tagger, d: d, s: s, n: n, owner: make([]*mention, len(s.tokens)), person: make([]bool, len(s.tokens)), runs: map[[2]int]*personRun{}}
}

// add records a mention of the tokens first to last; those that it swallows
// become parts of its name.
func (sc *scan) add(first, last int, typ civic.NodeType) *mention {
	m := &mention{span: sc.s.spanOf(first, last), sentence: sc.n, first: first, last: last, typ: typ, referent: -1, kase: kaz.Nom}
	for i := first; i <= last; i++ {
		if old := sc.owner[i]; old != nil && old.first >= first && old.last <= last {
			old.inside = true
		}
		sc.owner[i] = m
	}
	sc.found = append(sc.found, m)
	return m
}

// free reports whether no mention covers the tokens first to last.
func (sc *scan) free(first, last int) bool {
	for i := first; i <= last; i++ {
		if i < 0 || i >= len(sc.owner) || sc.owner[i] != nil {
			return false
		}
	}
	return true
}

// endingAt is the mention whose last token is i, or nil.
func (sc *scan) endingAt(i int) *mention {
	if i < 0 || sc.owner[i] == nil || sc.owner[i].last != i {
		return nil
	}
	return sc.owner[i]
}

// stop reports whether token i never stands inside a name.
func (sc *scan) stop(i int) bool {
	return !sc.s.isWord(i) || sc.stops.has(sc.s.tokens[i].low)
}

// russian reports whether the sentence is in Russian.
func (sc *scan) russian() bool { return sc.s.lang == civic.Russian }

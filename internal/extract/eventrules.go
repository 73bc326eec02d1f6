package extract

import (
	"io/fs"

	"civicgraph/internal/civic"
)

// eventRules are the rule files that events, people, dates and statements are
// found by.
type eventRules struct {
	verbs                                                                                     verbList
	plurals                                                                                   pluralRules
	wordings                                                                                  map[civic.Language]wordings
	counts                                                                                    countRules
	nouns, groups, marks, stops, times, sources, matters, attitudes, titles, bodyWords, areas lexicon
}

func readEventRules(rules fs.FS) (eventRules, error) {
	var r eventRules
	var err error
	if r.verbs, err = readVerbs(rules); err != nil {
		return r, err
	}
	if r.counts, err = readCountRules(rules); err != nil {
		return r, err
	}
	if r.plurals, err = readPlurals(rules); err != nil {
		return r, err
	}
	if r.wordings, err = readWordings(rules); err != nil {
		return r, err
	}
	for name, lex := range map[string]*lexicon{
		"events.txt": &r.nouns, "groups.txt": &r.groups, "marks.txt": &r.marks, "stopwords.txt": &r.stops,
		"dates.txt": &r.times, "sources.txt": &r.sources, "matters.txt": &r.matters, "attitudes.txt": &r.attitudes, "titles.txt": &r.titles, "bodywords.txt": &r.bodyWords, "areas.txt": &r.areas,
	} {
		if *lex, err = readLexicon(rules, name); err != nil {
			return r, err
		}
	}
	return r, nil
}

// lexicons are all that were read.
func (r *eventRules) lexicons() []*lexicon {
	return []*lexicon{&r.counts.numerals, &r.counts.hedges, &r.nouns, &r.groups, &r.marks, &r.stops, &r.times, &r.sources, &r.matters, &r.attitudes, &r.titles, &r.bodyWords, &r.areas}
}

package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// mention is a place in the text where a named thing is spoken of.
type mention struct {
	span        civic.Span
	sentence    int
	first, last int // tokens of the sentence, both included
	typ         civic.NodeType
	referent    int      // index in document.referents
	kase        kaz.Case // of its last word
	name        string   // the nominative, as it would head an index
	bare        bool     // a word that stands for what was named before: «коалиция», «аудан»
	inside      bool     // part of the name of something else: «Абай» in «Абай атындағы мектеп»
	title       *title   // what is said of a person before or after the name
	tail        tail     // the people that stand for a body: «мүшелері», «ұжымымен»
}

// title is the post or calling of a person, beside the name or apart from it.
type title struct {
	span        civic.Span
	first, last int
	raw         string // nominative singular: «аудан әкімінің орынбасары»
	rule        string // attribute of the title in titles.txt: HEAD, AKIM, POST, …
	body        int    // index of the mention of the body or area it is held in, or -1
}

// tail is a metonymic tail: the words after a named body that say which of its
// people are meant.
type tail struct {
	first, last int    // tokens; last is 0 where there is no tail
	raw         string // «депутаттары»
	capacity    string // MEMBERS, REPRESENTATIVES, STAFF, DEPUTIES, PARTICIPANTS, STUDENTS
}

// mentionsIn lists the indexes of the mentions of a sentence, in the order of the
// text, those inside other names left out.
func (d *document) mentionsIn(sentence int) []int {
	var found []int
	for i, m := range d.mentions {
		if m.sentence == sentence && !m.inside {
			found = append(found, i)
		}
	}
	return found
}

package extract

import (
	"slices"
	"sort"

	"civicgraph/internal/civic"
)

// lookBack is how many of the things told of before are looked at for the one that is
// meant. A report has not so many; it bounds the work for what is none.
const lookBack = 300

// index finds the mentions of a document without going through all of them. It is
// made when they are known; all its lists are in the order of the text.
type index struct {
	inSentence [][]*mention          // of each sentence
	areas      map[string][]*mention // by kind: those with a name that are no bare words
	bodies     map[string][]*mention // by kind: organisations but those inside other names
	called     map[string]*mention   // the first place by the first word of its name
	setting    *mention              // where the report is set, by all of its lead
	titled     []*mention            // persons with titles, from when these are known on
	of         map[int]*mention      // of a referent the first mention with titles, else the first
}

func newIndex(d *document) *index {
	x := &index{make([][]*mention, len(d.sentences)), map[string][]*mention{}, map[string][]*mention{}, map[string]*mention{}, nil, nil, nil}
	for _, m := range d.mentions {
		x.inSentence[m.sentence] = append(x.inSentence[m.sentence], m)
		if m.referent < 0 {
			continue
		}
		switch {
		case isArea(m) && !m.bare:
			x.areas[m.kind] = append(x.areas[m.kind], m)
		case m.typ == civic.TypeOrganization && !m.inside:
			x.bodies[m.kind] = append(x.bodies[m.kind], m)
		}
		if word := firstWord(m); word != "" && x.called[word] == nil {
			x.called[word] = m
		}
	}
	return x
}

// titled are the mentions of persons that have titles, once these are attached.
func (d *document) titled() []*mention {
	if d.index.titled == nil {
		d.index.titled = []*mention{}
		for _, m := range d.mentions {
			if m.typ == civic.TypePerson && m.referent >= 0 && len(m.titles) > 0 {
				d.index.titled = append(d.index.titled, m)
			}
		}
	}
	return d.index.titled
}

// mentionOf is the first mention of a referent that has titles, else its first, once
// titles are attached.
func (d *document) mentionOf(referent int) *mention {
	if d.index.of == nil {
		d.index.of = map[int]*mention{}
		for _, m := range d.mentions {
			if first := d.index.of[m.referent]; first == nil || len(first.titles) == 0 && len(m.titles) > 0 {
				d.index.of[m.referent] = m
			}
		}
	}
	return d.index.of[referent]
}

// before are the mentions of a list that start before a byte.
func before(list []*mention, at int) []*mention {
	return list[:sort.Search(len(list), func(i int) bool { return list[i].span.Start >= at })]
}

// recent are the last of a list, as many as are looked at.
func recent[T any](list []T) []T { return list[max(0, len(list)-lookBack):] }

// groupMention is where a group or coalition is spoken of.
type groupMention struct {
	span     civic.Span
	referent int
	first    bool // the first mention of it
	group    bool
}

// groupMentions are the places where groups and coalitions are spoken of, in the order
// of the text.
func (d *document) groupMentions() []groupMention {
	var found []groupMention
	for i, r := range d.referents {
		if r.Type != civic.TypeGroup && r.Type != civic.TypeCoalition {
			continue
		}
		for k, span := range r.Mentions {
			found = append(found, groupMention{span, i, k == 0, r.Type == civic.TypeGroup})
		}
	}
	slices.SortStableFunc(found, func(a, b groupMention) int { return a.span.Start - b.span.Start })
	return found
}

package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/ner"
)

// The classes of the trained tagger that are asked for.
const (
	taggedPerson = "PERSON"
	taggedBody   = "ORGANISATION"
	taggedPlace  = "GPE"
)

// tagged reports whether the trained tagger takes the tokens first to last of a
// Kazakh sentence, no more and no fewer, for a name of the class. It is asked only
// where the rules are in doubt: it has learnt names from news, but not the conventions of
// this graph, and no Russian.
func (sc *scan) tagged(first, last int, class string) bool {
	for _, span := range sc.taggedNames() {
		if span.Start == first && span.End == last+1 && span.Class == class {
			return true
		}
	}
	return false
}

// taggedNames are the names that the tagger finds in the sentence, which is tagged
// when that is first asked.
func (sc *scan) taggedNames() []ner.Span {
	if sc.s.lang != civic.Kazakh || sc.s.cut {
		return nil
	}
	if !sc.isTagged {
		words := make([]string, len(sc.s.tokens))
		for i, t := range sc.s.tokens {
			words[i] = t.Text
		}
		sc.tags, sc.isTagged = sc.tagger.Spans(words), true
	}
	return sc.tags
}

// taggedBodies finds the bodies of quoted names without a noun that the rules know,
// if the tagger takes them for bodies: ««Қазпошта» өз желісін кеңейтеді».
func (sc *scan) taggedBodies() {
	for i := range sc.s.tokens {
		end := sc.s.tokens[i].pair
		if end <= i || !sc.s.capital(i+1) || !sc.quotedName(i) || !sc.free(i, end) || sc.s.tokens[i].depth > 1 || sc.namesEvent(end+1) || sc.s.in(end+1, themed) {
			continue
		}
		if sc.tagged(i+1, end-1, taggedBody) || sc.tagged(i, end, taggedBody) {
			m := sc.add(i, end, civic.TypeOrganization)
			name := sc.words(i+1, end-1)
			m.kind, m.rule, m.names = "OTHER", "tagged", []string{"«" + name + "»", name}
			sc.caseAfterQuote(m)
		}
	}
}

// namesEvent reports whether a Kazakh noun of an event stands behind a quoted name, over
// what describes it: ««Таза ел» экологиялық акциясы».
func (sc *scan) namesEvent(i int) bool {
	for ; !sc.russian() && sc.s.isWord(i) && !sc.s.capital(i); i++ {
		if p, ok := sc.eventNouns.startingAt(sc.s, i); ok {
			return p.reading.possessive
		}
		if !sc.s.in(i, adjective) {
			return false
		}
	}
	return false
}

package eval

import (
	"sort"
	"strings"
	"unicode"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// typeCredit is 1 for the same type or the other one that gold allows, and half for a
// coalition against an organisation.
func typeCredit(gold, found *node) float64 {
	switch {
	case found.typ == gold.typ || found.typ == gold.also:
		return 1
	case family(gold.typ) == family(found.typ):
		return 0.5
	}
	return 0
}

// likeness is how well a found node matches by itself, 0 if not at all.
func (m *matcher) likeness(g, f *node) float64 {
	switch {
	case g.isNamed() && shareKey(g, f):
		return typeCredit(g, f)
	case g.isNamed():
		return 0
	case g.typ.IsEvent():
		return commonShare(g.spans, f.spans[0])
	case g.isWorded():
		return m.wordShare(g, f)
	}
	return 1
}

// leastWords is the F1 from which descriptions are of one thing.
const leastWords = 0.5

// wordShare is the best F1 of the words by which two nodes are described.
func (m *matcher) wordShare(g, f *node) float64 {
	best := 0.0
	theirs := wordings(f, m.found.text, f.spans[:min(1, len(f.spans))])
	for _, a := range wordings(g, m.gold.text, g.spans) {
		for _, b := range theirs {
			best = max(best, dice(a, b))
		}
	}
	if best < leastWords {
		return 0
	}
	return best
}

// wordings are the words of each text by which a described node may be recognised;
// a statement's are those of its clauses too.
func wordings(n *node, text []rune, spans []civic.Span) []stems {
	all := []stems{stemsOf(n.name)}
	for _, alias := range n.aliases {
		all = append(all, stemsOf(alias))
	}
	if n.typ == civic.TypeStatement {
		for _, span := range spans {
			all = append(all, stemsOf(string(text[span.Start:span.End])))
		}
	}
	return all
}

// stems are the first letters of every word of a text.
type stems map[string]bool

// stemLetters is how many letters of a word stay when it is inflected, roughly.
const stemLetters = 5

func stemsOf(text string) stems {
	set := stems{}
	for _, word := range strings.Fields(kaz.Fold(text)) {
		letters := []rune(word)
		set[string(letters[:min(stemLetters, len(letters))])] = true
	}
	return set
}

// dice is the F1 of two sets, 0 for two empty ones.
func dice[K comparable](a, b map[K]bool) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	common := 0
	for key := range a {
		if b[key] {
			common++
		}
	}
	return float64(2*common) / float64(len(a)+len(b))
}

// overlap is the length of what two spans share.
func overlap(a, b civic.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// leastOverlap is the share of the shorter clause from which two are one.
const leastOverlap = 0.3

// commonShare is how much of the shorter one a clause shares with the best of some
// spans, 0 if that is too little.
func commonShare(spans []civic.Span, clause civic.Span) float64 {
	best := 0.0
	for _, span := range spans {
		best = max(best, float64(overlap(span, clause))/float64(min(span.Len(), clause.Len())))
	}
	if best < leastOverlap {
		return 0
	}
	return best
}

// sentenceBreaks are the offsets at which a sentence ends: line ends, and stops before
// a capital, a digit or a quote, unless a single letter stands before the stop.
func sentenceBreaks(text []rune) []int {
	var breaks []int
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			breaks = append(breaks, i+1)
			continue
		}
		stops := run(text[i:], ".!?…")
		spaces := run(text[i+stops:], " \u00a0")
		if stops == 0 || spaces == 0 {
			i += max(stops-1, 0)
			continue
		}
		end := i + stops + spaces
		if !isInitial(text[:i]) && (end == len(text) || opensSentence(text[end])) {
			breaks = append(breaks, end)
		}
		i = end - 1
	}
	return breaks
}

// run is how many runes at the start of a text are among some.
func run(text []rune, among string) int {
	n := 0
	for n < len(text) && strings.ContainsRune(among, text[n]) {
		n++
	}
	return n
}

// isInitial reports whether a text ends in a word of one letter.
func isInitial(text []rune) bool {
	n := len(text)
	if n > 1 && text[n-1] == '\n' { // as in score.py, whose «$» passes over a line end
		return isWordRune(text[n-2])
	}
	return n > 0 && isWordRune(text[n-1]) && (n == 1 || !isWordRune(text[n-2]))
}

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func opensSentence(r rune) bool {
	return unicode.In(r, unicode.Lu, unicode.Other_Uppercase) || unicode.IsDigit(r) || strings.ContainsRune("«“\"„–—-", r)
}

// shareSentence reports whether two spans touch a common sentence.
func shareSentence(breaks []int, a, b civic.Span) bool {
	at := func(offset int) int { return sort.SearchInts(breaks, offset+1) }
	return max(at(a.Start), at(b.Start)) <= min(at(a.End-1), at(b.End-1))
}

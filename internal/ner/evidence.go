package ner

// Evidence is what speaks for a candidate as a whole, beside the chance that the
// sequence gives it: weights in steps, by key. Trust is how much the odds of that chance
// count, in hundredths.
type Evidence struct {
	Trust   int
	Weights map[uint32]int8
}

// FullTrust counts the odds for what they are.
const FullTrust = 100

// The templates of evidence. The keys have the class in them.
const (
	ofClass = iota + 121
	ownOdds
	oddsOfRival
	rivalBeside
	oddsOfNothing
	spanLength
	firstWord
	firstTrunk
	firstEnding
	lastWord
	lastTrunk
	lastEnding
	lastCase
	knownFirst
	knownLast
	knownEnds
	knownLastLength
	wordBefore
	trunkBefore
	endingBefore
	wordAfter
	trunkAfter
	endingAfter
	knownBefore
	knownAfter
	outlineBefore
	outlineAfter
	knownOverStart
	knownOverEnd
	trunkOverStart
	trunkOverEnd
	casesOverEnd
	secondAfter
	knownSecondAfter
	secondBefore
	insideTrunk
	insideKnown
	anyTrunk
	balance
	outlines
	knownAll
	wholeText
	beyondQuotes
	knownBeyondQuotes
	nameBefore
	nameAfter
)

// weigher gathers the evidence for one candidate.
type weigher struct {
	*sketch
	all  []candidate
	own  int // which of them
	keys []uint32
}

// say is the beginning of a key that says something of the candidate.
func (w *weigher) say(template byte) key {
	return newKey(template).rune(rune(w.all[w.own].class))
}

func (w *weigher) note(k key) { w.keys = append(w.keys, k.short()) }

// weigh gathers all evidence.
func (w *weigher) weigh(p *powers) []uint32 {
	w.keys = w.keys[:0]
	c, k := &w.all[w.own], w.company()
	w.note(w.say(ofClass))
	w.note(w.say(spanLength).rune(shortened(c)))
	w.rivals(p, &k)
	w.ends(c.start, c.end-1, shortened(c))
	w.around(c.start, c.end)
	w.across(c.start, c.end)
	w.within(c.start, c.end)
	w.marks(c.start, c.end)
	w.neighbours(c.start, c.end, &k)
	return w.keys
}

// shortened is the length of a candidate, all long ones alike.
func shortened(c *candidate) rune { return rune(min(c.end-c.start, 8)) }

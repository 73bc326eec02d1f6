package ner

// Reach says from which words a feature of a word is seen: bit i+2 stands for the
// word i places further on.
type Reach uint8

// The reaches in use.
const (
	self   Reach = 1 << 2
	near   Reach = 7 << 1
	wide   Reach = 31
	apart  Reach = 1 | 1<<4
	onward Reach = self | 1<<3 | 1<<4
	before Reach = self | 1<<1 | 1
)

// Offsets is how many places a reach can tell apart.
const Offsets = 5

// Feature is something that can be said of a word. Where it is seen from, it has
// weights of its own.
type Feature struct {
	Key   uint32
	Reach Reach
}

// Extractor finds the features of words.
type Extractor struct {
	numerals numerals
	suffixes dictionary
	lexicon  dictionary
}

// NewExtractor makes an extractor that knows a lexicon, which may be empty.
func NewExtractor(lexicon Lexicon) *Extractor {
	words := newNumerals()
	return &Extractor{words, newSuffixes(words), newDictionary(lexicon)}
}

// Features are the features of each word of a sentence.
func (e *Extractor) Features(words []string) [][]Feature {
	var s sketch
	all := make([][]Feature, len(words))
	e.draw(words, &s)
	for i := range words {
		all[i] = append(all[i], s.features(i)...)
	}
	return all
}

// sketch is a sentence as the extractor sees it, with room to use again.
type sketch struct {
	words  []word
	runes  []rune
	quotes []quote
	found  []Feature
	ends   []int
}

func (s *sketch) features(i int) []Feature {
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.found[start:s.ends[i]]
}

// draw finds the features of all words.
func (e *Extractor) draw(words []string, s *sketch) {
	s.words, s.runes, s.found, s.ends = s.words[:0], s.runes[:0], s.found[:0], s.ends[:0]
	for _, text := range words {
		var w word
		w, s.runes = e.word(text, s.runes)
		s.words = append(s.words, w)
	}
	s.findQuotes()
	for i := range s.words {
		s.ownFeatures(i)
		s.quoteFeatures(i)
		s.numberFeatures(i)
		s.headFeatures(i)
		s.ends = append(s.ends, len(s.found))
	}
}

func (s *sketch) add(k key, reach Reach) {
	s.found = append(s.found, Feature{k.short(), reach})
}

// The templates, each a number that sets its keys apart.
const (
	always = iota + 1
	begins
	finishes
	asWritten
	inSmall
	inShape
	inPattern
	asKnown
	knownBit
	beginning
	ending
	digitsOut
	startsWith
	inQuotes
	quoteLength
	afterQuotes
	afterQuotesPlaced
	shapeAfterQuotes
	beforeQuotes
	shapeInQuotes
	secondAfterQuotes
	lastInQuotes
	numberSort
	numberFirst // the first of the templates of numbers; they count on from here
)

// ownFeatures are what a word itself shows.
func (s *sketch) ownFeatures(i int) {
	w := &s.words[i]
	s.add(newKey(always), self)
	if i == 0 {
		s.add(newKey(begins), onward)
		s.add(newKey(startsWith).rune(rune(w.shape&0xFFFF)), self)
	}
	if i == len(s.words)-1 {
		s.add(newKey(finishes), before)
	}
	s.add(newKey(asWritten).text(w.text), self)
	s.add(newKey(inSmall).runes(w.lower), wide)
	s.add(w.shape^newKey(inShape), wide)
	s.add(w.pattern^newKey(inPattern), near)
	s.lexiconFeatures(w)
	s.affixFeatures(w)
	if w.digits {
		s.add(digitless(w.lower), near)
	}
}

func (s *sketch) lexiconFeatures(w *word) {
	if w.known == 0 {
		return
	}
	s.add(newKey(asKnown).number(w.known), wide)
	for bit := rune(0); bit < 64; bit++ {
		if w.known>>bit&1 != 0 {
			s.add(newKey(knownBit).rune(bit), near)
		}
	}
}

// How much of a word's beginning and end is looked at.
const (
	longestBeginning = 6
	longestEnding    = 5
)

func (s *sketch) affixFeatures(w *word) {
	k := newKey(beginning)
	for i := 0; i < longestBeginning && i < len(w.lower); i++ {
		k = k.rune(w.lower[i])
		s.add(k, [longestBeginning]Reach{self, near, near, wide, near, near}[i])
	}
	k = newKey(ending)
	for i := 0; i < longestEnding && i < len(w.lower); i++ {
		k = k.rune(w.lower[len(w.lower)-1-i])
		s.add(k, [longestEnding]Reach{near, self, wide, self, self}[i])
	}
}

// digitless is the key of a word with every digit the same.
func digitless(lower []rune) key {
	k := newKey(digitsOut)
	for _, r := range lower {
		if r >= '0' && r <= '9' {
			r = '0'
		}
		k = k.rune(r)
	}
	return k
}

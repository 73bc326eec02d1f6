package ner

// How far the words are that say what a longer name is, and how many of them count.
const (
	farthestHead = 7
	maxHeads     = 2
	farHead      = 4 // from here on all are equally far
)

// The templates of heads, and of what the lexicon knows of neighbours.
const (
	headAhead = iota + 101
	headAheadFar
	headBehind
	knownPair // three of them
)

// headFeatures tell of common words that the lexicon knows, within the same clause:
// «Жамбыл облысының өңірлік коммуникациялар қызметі» is a body for its last word.
func (s *sketch) headFeatures(i int) {
	upper := rune(0)
	if s.words[i].upper {
		upper = 1
	}
	heads := rune(0)
	for j := i + 1; j <= i+farthestHead && heads < maxHeads && s.goesOn(j); j++ {
		if sorts := s.words[j].known & common; sorts != 0 {
			s.add(newKey(headAhead).number(sorts).rune(upper).rune(heads), self)
			s.add(newKey(headAheadFar).number(sorts).rune(rune(min(j-i, farHead))), self)
			heads++
		}
	}
	for j := i - 1; j >= i-farthestHead && s.goesOn(j); j-- {
		if sorts := s.words[j].known & common; sorts != 0 {
			s.add(newKey(headBehind).number(sorts).rune(upper), self)
			break
		}
	}
	s.knownPairs(i)
}

// goesOn reports whether a clause goes on with word i: letters or a quotation mark.
func (s *sketch) goesOn(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	w := &s.words[i]
	return w.letters || w.text == "«" || w.text == "»"
}

// knownPairs are what the lexicon knows of two words of three.
func (s *sketch) knownPairs(i int) {
	before, own, after := s.knownAt(i-1), s.knownAt(i), s.knownAt(i+1)
	s.add(newKey(knownPair).number(before).number(own), self)
	s.add(newKey(knownPair+1).number(own).number(after), self)
	s.add(newKey(knownPair+2).number(before).number(after), self)
}

// nowhere is what is known of a word beyond the sentence.
const nowhere = 1 << 62

func (s *sketch) knownAt(i int) uint64 {
	if i < 0 || i >= len(s.words) {
		return nowhere
	}
	return s.words[i].known
}

package ner

// quote is the pair of marks around a word: their places, or none.
type quote struct {
	open, close int
	inside      bool
}

// findQuotes pairs the quotation marks; an unpaired one counts for nothing.
func (s *sketch) findQuotes() {
	s.quotes = s.quotes[:0]
	open := -1
	for i := range s.words {
		s.quotes = append(s.quotes, quote{})
		switch mark := s.words[i].text; {
		case open >= 0 && (mark == "»" || mark == "”" || mark == `"`):
			for j := open + 1; j < i; j++ {
				s.quotes[j] = quote{open, i, true}
			}
			open = -1
		case mark == "«" || mark == "“" || mark == "„" || mark == `"`:
			open = i
		}
	}
}

// trunk is how many characters of a word stand for it, whatever its endings.
const trunk = 5

// at is the trunk of the word at i, which may lie outside of the sentence.
func (s *sketch) at(i int) []rune {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.words[i].begin(trunk)
}

func (s *sketch) shapeAt(i int) key {
	if i < 0 || i >= len(s.words) {
		return 0
	}
	return s.words[i].shape
}

// quoteFeatures tell of the marks around a word and of what stands beyond them: the
// noun after a quoted name says what it names.
func (s *sketch) quoteFeatures(i int) {
	q := s.quotes[i]
	if !q.inside {
		return
	}
	place, length := q.place(i), q.close-q.open-1
	s.add(newKey(inQuotes).rune(place), self)
	s.add(newKey(quoteLength).rune(rune(min(length, 9))), self)
	s.add(newKey(afterQuotes).runes(s.at(q.close+1)), self)
	s.add(newKey(afterQuotesPlaced).rune(place).runes(s.at(q.close+1)), self)
	s.add(newKey(shapeAfterQuotes)^s.shapeAt(q.close+1), self)
	s.add(newKey(beforeQuotes).runes(s.at(q.open-1)), self)
	s.add(newKey(shapeInQuotes)^s.shapeAt(q.open+1), self)
	s.add(newKey(secondAfterQuotes).runes(s.at(q.close+2)), self)
	s.add(newKey(lastInQuotes).runes(s.at(q.close-1)), self)
}

// place says where in its quotation a word stands.
func (q quote) place(i int) rune { return placeIn(i, q.open+1, q.close-1) }

// placeIn says where a word stands in the words from a to b.
func placeIn(i, a, b int) rune {
	switch {
	case a == b:
		return only
	case i == a:
		return first
	case i == b:
		return last
	}
	return inner
}

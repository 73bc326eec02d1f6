package ner

// farthest is how many number words a look beyond a number may pass over.
const farthest = 6

// numberFeatures tell what a number counts: the words on both sides of the whole
// number, however many words long, «екі мың он жетінші жылы». For other words they
// tell what stands beyond the number next to them.
func (s *sketch) numberFeatures(i int) {
	if s.words[i].numeral != 0 {
		a, b := s.number(i)
		s.countedFeatures(i, a, b)
	}
	s.beyondFeatures(i)
}

// number is the first and the last word of the number around word i: number words,
// and single marks between them.
func (s *sketch) number(i int) (a, b int) {
	a, b = i, i
	for i-a < stretch && (s.isNumber(a-1) || s.joins(a-1) && s.isNumber(a-2)) {
		a--
	}
	for b-i < stretch && (s.isNumber(b+1) || s.joins(b+1) && s.isNumber(b+2)) {
		b++
	}
	return a, b
}

func (s *sketch) isNumber(i int) bool {
	return i >= 0 && i < len(s.words) && s.words[i].numeral != 0
}

// joins reports whether a mark may stand within a number or a range.
func (s *sketch) joins(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	switch s.words[i].text {
	case ",", "–", "—", "-", "/", ":", ".":
		return true
	}
	return false
}

// counter hands out the templates of numbers one after another.
type counter struct {
	s    *sketch
	next byte
}

func (c *counter) key() key {
	c.next++
	return newKey(c.next)
}

func (c *counter) add(k key) { c.s.add(k, self) }

func (s *sketch) countedFeatures(i, a, b int) {
	own, end := rune(s.words[i].numeral), rune(s.words[b].numeral)
	next, previous, place := s.counted(b+1), s.counted(a-1), placeIn(i, a, b)
	c := counter{s, numberFirst}
	c.add(c.key().rune(own))
	c.add(c.key().runes(s.whole(b + 1)))
	c.add(c.key().runes(next))
	c.add(c.key().runes(s.whole(b + 2)))
	c.add(c.key().runes(next).runes(s.counted(b + 2)))
	c.add(c.key().runes(s.whole(a - 1)))
	c.add(c.key().runes(previous))
	c.add(c.key().runes(previous).runes(next))
	c.add(c.key().runes(next).rune(end))
	c.add(c.key().rune(end).rune(own))
	c.add(c.key() ^ s.shapeAt(b+1))
	c.add(c.key().runes(s.endAt(b + 1)))
	c.add(c.key().rune(place))
	c.add(c.key().rune(place).runes(next))
	c.add(c.key().rune(place).runes(previous))
	c.add(c.key().rune(place).rune(end))
}

// counted is how many characters of a word beside a number stand for it.
const countedLength = 4

func (s *sketch) counted(i int) []rune {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.words[i].begin(countedLength)
}

func (s *sketch) whole(i int) []rune {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.words[i].lower
}

func (s *sketch) endAt(i int) []rune {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.words[i].end(2)
}

// beyondFeatures tell of the first word after the number that follows a word, and of
// the last one before the number that it follows.
func (s *sketch) beyondFeatures(i int) {
	c := counter{s, numberFirst + 40}
	after, sortAfter, before, sortBefore := c.key(), c.key(), c.key(), c.key()
	if b := s.pass(i, +1); b > i+1 {
		c.add(after.runes(s.counted(b)))
		c.add(sortAfter.rune(s.sortAt(b - 1)))
	}
	if a := s.pass(i, -1); a < i-1 {
		c.add(before.runes(s.counted(a)))
		c.add(sortBefore.rune(s.sortAt(i - 1)))
	}
}

// pass is the place of the first word from i on, in a direction, that is no part of
// a number; i itself if none is near.
func (s *sketch) pass(i, step int) int {
	for n, j := 0, i+step; n < farthest && j >= 0 && j < len(s.words); n, j = n+1, j+step {
		if !s.isNumber(j) && !s.joins(j) {
			return j
		}
	}
	return i
}

func (s *sketch) sortAt(i int) rune { return rune(s.words[i].numeral) }

package ner

// ends tell of its first and last word.
func (w *weigher) ends(a, z int, length rune) {
	w.note(w.say(firstWord).runes(w.whole(a)))
	w.note(w.say(firstTrunk).runes(w.at(a)))
	w.note(w.say(firstEnding).runes(w.endingAt(a, 3)))
	w.note(w.say(lastWord).runes(w.whole(z)))
	w.note(w.say(lastTrunk).runes(w.at(z)))
	w.note(w.say(lastEnding).runes(w.endingAt(z, 3)))
	w.note(w.say(lastCase).runes(w.endingAt(z, 2)).rune(min(length, 3)))
	w.note(w.say(knownFirst).number(w.knownAt(a)))
	w.note(w.say(knownLast).number(w.knownAt(z)))
	w.note(w.say(knownEnds).number(w.knownAt(a)).number(w.knownAt(z)))
	w.note(w.say(knownLastLength).number(w.knownAt(z)).rune(length))
}

// around tells of the words on both sides.
func (w *weigher) around(a, b int) {
	w.note(w.say(wordBefore).runes(w.whole(a - 1)))
	w.note(w.say(trunkBefore).runes(w.at(a - 1)))
	w.note(w.say(endingBefore).runes(w.endingAt(a-1, 3)))
	w.note(w.say(wordAfter).runes(w.whole(b)))
	w.note(w.say(trunkAfter).runes(w.at(b)))
	w.note(w.say(endingAfter).runes(w.endingAt(b, 3)))
	w.note(w.say(knownBefore).number(w.knownAt(a - 1)))
	w.note(w.say(knownAfter).number(w.knownAt(b)))
	w.note(w.say(secondAfter).runes(w.whole(b + 1)))
	w.note(w.say(knownSecondAfter).number(w.knownAt(b + 1)))
	w.note(w.say(secondBefore).runes(w.whole(a - 2)))
}

// across tells of the two words at each border.
func (w *weigher) across(a, b int) {
	w.note(w.outline(w.outline(w.say(outlineBefore), a-1), a))
	w.note(w.outline(w.outline(w.say(outlineAfter), b-1), b))
	w.note(w.say(knownOverStart).number(w.knownAt(a - 1)).number(w.knownAt(a)))
	w.note(w.say(knownOverEnd).number(w.knownAt(b - 1)).number(w.knownAt(b)))
	w.note(w.say(trunkOverStart).runes(w.at(a - 1)).runes(w.at(a)))
	w.note(w.say(trunkOverEnd).runes(w.at(b - 1)).runes(w.at(b)))
	w.note(w.say(casesOverEnd).runes(w.endingAt(b-1, 2)).runes(w.endingAt(b, 2)))
}

// outlined is how many words of a candidate are looked at for its outline.
const outlined = 6

// within tells of the words that it holds, one by one and together.
func (w *weigher) within(a, b int) {
	shape, known, text := w.say(outlines), w.say(knownAll), w.say(wholeText)
	for i := a; i < b; i++ {
		if i < a+outlined {
			shape, known = w.outline(shape, i), known.number(w.knownAt(i))
		}
		text = text.runes(w.at(i))
		w.note(w.say(anyTrunk).runes(w.at(i)))
		if i > a && i < b-1 {
			w.note(w.say(insideTrunk).runes(w.at(i)))
			w.note(w.say(insideKnown).number(w.knownAt(i)))
		}
	}
	w.note(shape)
	w.note(known)
	w.note(text)
}

// marks tell of the quotation marks in it and around it, and of what stands beyond.
func (w *weigher) marks(a, b int) {
	opened, closed := rune(0), rune(0)
	for i := a; i < b; i++ {
		switch w.words[i].text {
		case "«", "“", "„":
			opened++
		case "»", "”":
			closed++
		}
	}
	around := rune(0)
	if w.textAt(a-1) == "«" {
		around++
	}
	if w.textAt(b) == "»" {
		around += 2
		w.note(w.say(beyondQuotes).runes(w.at(b + 1)))
		w.note(w.say(knownBeyondQuotes).number(w.knownAt(b + 1)))
	}
	w.note(w.say(balance).rune(opened).rune(closed).rune(around))
}

// endingAt is up to n characters from the end of the word at i.
func (s *sketch) endingAt(i, n int) []rune {
	if i < 0 || i >= len(s.words) {
		return nil
	}
	return s.words[i].end(n)
}

func (s *sketch) textAt(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].text
}

// outline adds to a key what sort of word stands at i: a capital or small one, a
// numeral, or a sign, which stands for itself.
func (s *sketch) outline(k key, i int) key {
	if i < 0 || i >= len(s.words) {
		return k.close()
	}
	switch w := &s.words[i]; {
	case w.upper:
		k = k.rune('X').rune(rune(w.numeral))
	case w.letters || w.numeral != 0:
		k = k.rune('x').rune(rune(w.numeral))
	default:
		k = k.text(w.text)
	}
	return k
}

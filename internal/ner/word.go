package ner

import (
	"unicode"
	"unicode/utf8"
)

// word is a token as the features see it.
type word struct {
	text    string
	lower   []rune
	upper   bool // begins with a capital
	letters bool // begins with a letter
	digits  bool // holds a digit
	numeral numeral
	known   uint64 // what the lexicon says of it
	shape   key    // its sorts of characters, runs of one taken together: «Xx», «0-x»
	pattern key    // the same, a sign for a character
}

// longest is how many characters of a token are looked at.
const longest = 40

// word looks at a token. Its characters go to the buffer, which is returned longer.
func (e *Extractor) word(text string, buffer []rune) (word, []rune) {
	w := word{text: text, shape: newKey(0), pattern: newKey(0)}
	start, previous := len(buffer), rune(0)
	for _, r := range text {
		sort := sortOf(r)
		if sort != previous {
			w.shape = w.shape.rune(sort)
		}
		w.pattern, previous = w.pattern.rune(sort), sort
		w.digits = w.digits || sort == '0'
		buffer = append(buffer, unicode.ToLower(r))
		if len(buffer)-start == longest {
			break
		}
	}
	w.lower = buffer[start:len(buffer):len(buffer)]
	head, _ := utf8.DecodeRuneInString(text)
	w.upper, w.letters = unicode.IsUpper(head), unicode.IsLetter(head)
	w.numeral = e.numerals.of(w.lower)
	if w.letters || w.numeral == 0 {
		w.known = e.lookUp(w.lower, w.upper)
	}
	return w, buffer
}

// sortOf is the sort of a character: capital, small or digit, Latin letters apart;
// other characters stand for themselves.
func sortOf(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return '0'
	case r >= 'a' && r <= 'z':
		return 'a'
	case r >= 'A' && r <= 'Z':
		return 'A'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsDigit(r):
		return '0'
	}
	return r
}

// begin returns up to n characters from the beginning of a word.
func (w *word) begin(n int) []rune { return w.lower[:min(n, len(w.lower))] }

// end returns up to n characters from the end of a word.
func (w *word) end(n int) []rune { return w.lower[max(0, len(w.lower)-n):] }

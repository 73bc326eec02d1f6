package kaz

import "strings"

// alphabet is the Kazakh Cyrillic alphabet, then the Latin one with the letters
// of the 2021 Kazakh Latin alphabet beside the plain letters they are made from.
const alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя" + "aäbcdefgğhiıjklmnñoöpqrsştuūüvwxyz"

// SortKey is an ASCII string whose byte order is the alphabetical order of names:
// digits, the Kazakh Cyrillic alphabet, the Latin one, everything else by its
// code point. Letter case, quotes and other punctuation do not count. Two folded
// names have equal keys only if they are equal.
func SortKey(s string) string {
	var b strings.Builder
	for _, r := range Fold(s) {
		b.WriteString(sortCode(r))
	}
	return b.String()
}

// sortCode is the key of one folded letter: no code is the beginning of another.
func sortCode(r rune) string {
	if r == ' ' || r >= '0' && r <= '9' {
		return string(r)
	}
	if i := alphabetIndex(r); i >= 0 {
		return string([]byte{'A' + byte(i/26), 'a' + byte(i%26)})
	}
	return "~" + hex(r)
}

func alphabetIndex(r rune) int {
	i := 0
	for _, letter := range alphabet {
		if letter == r {
			return i
		}
		i++
	}
	return -1
}

// hex is r as six hexadecimal digits.
func hex(r rune) string {
	const digits = "0123456789abcdef"
	var out [6]byte
	for i := range out {
		out[5-i] = digits[r>>(4*i)&15]
	}
	return string(out[:])
}

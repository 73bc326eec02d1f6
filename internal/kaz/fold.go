package kaz

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is equal for two spellings of one name: compatibility forms, letter case
// and ё are evened out; accents, apostrophes and soft hyphens vanish; other
// punctuation only separates words; one space stands between two words. A letter
// that Unicode composes, as й, stays the letter it is.
func Fold(s string) string {
	s = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case vanishes(r):
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(plain(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// vanishes reports whether r leaves no trace in a folded name.
func vanishes(r rune) bool {
	return isApostrophe(r) || unicode.In(r, unicode.Mn, unicode.Cf)
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ`´", r) }

func plain(r rune) rune {
	if r == 'ё' {
		return 'е'
	}
	return r
}

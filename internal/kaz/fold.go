package kaz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is equal for two spellings of one name: compatibility forms, letter case
// and ё are evened out; accents, apostrophes and soft hyphens vanish; other
// punctuation only separates words; one space stands between two words. A letter
// that Unicode composes, as й, stays the letter it is.
func Fold(s string) string {
	if !isEven(s) {
		s = strings.ToValidUTF8(s, "\uFFFD") // norm passes over what follows a broken character
		s = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
	}
	folded := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		switch r = lower(r); {
		case isLetter(r) || '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsNumber(r):
			if gap && len(folded) > 0 {
				folded = append(folded, ' ')
			}
			gap = false
			folded = utf8.AppendRune(folded, withoutDots(r))
		case isApostrophe(r) || r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Cf):
		default:
			gap = true
		}
	}
	return string(folded)
}

// isEven reports whether s is made of characters that normalisation leaves alone and
// whose small letter is their folded form: ASCII, Cyrillic, common punctuation.
func isEven(s string) bool {
	for _, r := range s {
		cyrillic := 'Ѐ' <= r && r <= 'ԯ' && (r < '\u0483' || r > '\u0489') // but for its marks
		if r >= utf8.RuneSelf && !cyrillic && !strings.ContainsRune("«»–—“”„’", r) {
			return false
		}
	}
	return true
}

// isApostrophe reports whether r is one of the marks written for an apostrophe.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '’', '‘', 'ʼ', '´':
		return true
	}
	return false
}

// withoutDots writes ё as е, as most texts do.
func withoutDots(r rune) rune {
	if r == 'ё' {
		return 'е'
	}
	return r
}

// lower is unicode.ToLower, quick for the letters that names are made of.
func lower(r rune) rune {
	switch {
	case 'а' <= r && r <= 'џ' || 'a' <= r && r <= 'z':
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case 'Ѐ' <= r && r <= 'Џ':
		return r + 'ѐ' - 'Ѐ'
	case 'Ҋ' <= r && r <= 'ҿ' || 'Ӑ' <= r && r <= 'ӿ': // small letters stand behind their capitals
		return r | 1
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}

// isLetter is unicode.IsLetter, quick for the letters that names are made of.
func isLetter(r rune) bool {
	switch {
	case 'Ѐ' <= r && r <= 'ҁ' || 'Ҋ' <= r && r <= 'ӿ' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
		return true
	case r < utf8.RuneSelf:
		return false
	}
	return unicode.IsLetter(r)
}

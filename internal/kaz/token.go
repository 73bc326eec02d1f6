package kaz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters: «ауданы», «С.», «BAQ.KZ», «вице-президент», «XXI»
	Number             // begins with a digit: «500», «1,2», «2026-02-17», «500-ге»
	Punct              // one mark: quotes, brackets, stops, dashes; «...» is one
	Symbol             // any other sign: «№», «%», «$»
)

// Token is a piece of a text without white space.
type Token struct {
	civic.Span
	Text string // the words of the span
	Kind Kind
	// Stem is Text without a suffix written after a hyphen, as «500» of «500-ге» or
	// «ЖШС» of «ЖШС-нің», and Ending that suffix, «ге»; otherwise Stem is Text.
	Stem, Ending string
}

// Tokenize cuts a text into words, numbers, marks and signs, in reading order. A
// full stop belongs to the word of an initial («С.»), of an abbreviation («обл.»)
// and of a name like «BAQ.KZ», whose last stop is a token of its own. It takes
// time linear in the text, and never fails: a run of bytes that are not UTF-8 is a Symbol.
func Tokenize(text string) []Token {
	tokens := make([]Token, 0, len(text)/10+1)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || isJoiner(r) {
			i += n
			continue
		}
		end, kind := scan(text, i, r, n)
		tokens = append(tokens, newToken(text, i, end, kind))
		i = end
	}
	return tokens
}

func newToken(text string, start, end int, kind Kind) Token {
	t := Token{Span: civic.Span{Start: start, End: end}, Text: text[start:end], Kind: kind}
	t.Stem = t.Text
	if kind == Word || kind == Number {
		t.Stem, t.Ending = splitEnding(t.Text)
	}
	return t
}

// scan finds the end and the kind of the token that begins at i with r, n bytes long.
func scan(text string, i int, r rune, n int) (int, Kind) {
	switch {
	case isLetter(r):
		return scanWord(text, i), Word
	case unicode.IsDigit(r):
		return scanNumber(text, i), Number
	case r == '.':
		return i + len(text[i:]) - len(strings.TrimLeft(text[i:], ".")), Punct
	case r == utf8.RuneError && n == 1:
		return i + invalid(text[i:]), Symbol
	case unicode.IsPunct(r) && !strings.ContainsRune("№%&@#*", r):
		return i + n, Punct
	}
	return i + n, Symbol
}

// invalid is the number of bytes at the start of s that are not UTF-8.
func invalid(s string) int {
	for i, r := range s {
		if _, n := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || n > 1 {
			return i
		}
	}
	return len(s)
}

// scanWord finds the end of the word that begins at i.
func scanWord(text string, i int) int {
	end := letters(text, i)
	if site := siteEnd(text, i, end); site > end {
		return site
	}
	if stop := abbreviationEnd(text, i, end); stop > end {
		return stop
	}
	return hyphenated(text, end)
}

// letters finds the end of the run of letters, digits, marks and apostrophes
// between letters that begins at i.
func letters(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) && !isJoiner(r) && !(isApostrophe(r) && startsWith(text[i+n:], isLetter)) {
			break
		}
		i += n
	}
	return i
}

func isWordRune(r rune) bool {
	return isLetter(r) || '0' <= r && r <= '9' || r >= utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsMark(r))
}

// isJoiner reports whether r is invisible: a soft hyphen, a zero-width space.
func isJoiner(r rune) bool {
	return r >= utf8.RuneSelf && !isLetter(r) && r != utf8.RuneError && unicode.Is(unicode.Cf, r)
}

func startsWith(s string, is func(rune) bool) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && is(r)
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// hyphenated extends a word or number that ends at end over «-word» parts.
func hyphenated(text string, end int) int {
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isHyphen(r) || !startsWith(text[end+n:], isWordRune) {
			break
		}
		end = letters(text, end+n)
	}
	return end
}

// siteEnd finds the end of a name like «BAQ.KZ» whose first part is text[i:end],
// or end where there is none: Latin letters and digits on both sides of a stop.
func siteEnd(text string, i, end int) int {
	if !isLatin(text[i:end]) {
		return end
	}
	for end+1 < len(text) && text[end] == '.' {
		next := letters(text, end+1)
		if next-end < 3 || !isLatin(text[end+1:next]) {
			break
		}
		end = next
	}
	return hyphenated(text, end)
}

// isLatin reports whether s is made of ASCII letters and digits, and not empty.
func isLatin(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf {
			return false
		}
	}
	return s != ""
}

// scanNumber finds the end of the number that begins at i: digits, with a comma,
// full stop, colon, slash or hyphen between two of them, and what is joined to them.
func scanNumber(text string, i int) int {
	end := letters(text, i)
	for end+1 < len(text) && strings.IndexByte(".,:/", text[end]) >= 0 && startsWith(text[end+1:], unicode.IsDigit) {
		end = letters(text, end+1)
	}
	return hyphenated(text, end)
}

// splitEnding parts a suffix written after a hyphen from what it is added to: a
// number, an acronym, a name in Latin letters. Other hyphens join words.
func splitEnding(text string) (stem, ending string) {
	i := strings.LastIndexFunc(text, isHyphen)
	if i < 0 {
		return text, ""
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	stem, ending = text[:i], text[i+n:]
	if takesHyphen(stem) && isSuffixChain(ending) {
		return stem, ending
	}
	return text, ""
}

// takesHyphen reports whether suffixes are joined to stem by a hyphen: it holds a
// digit, or Latin letters, or nothing but capitals. Nothing, or a hyphen, takes none.
func takesHyphen(stem string) bool {
	if !isWordRune(lastRune(stem)) {
		return false
	}
	for _, r := range stem {
		if unicode.IsDigit(r) || unicode.Is(unicode.Latin, r) {
			return true
		}
	}
	return stem == strings.ToUpper(stem)
}

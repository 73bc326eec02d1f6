package kaz

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// Sentences finds the sentences of a text, in reading order and without the white
// space around them. A sentence never crosses a line: a line is a paragraph. It
// does not end between a matching pair of quotes or brackets, nor where the next
// word is small: «– Келіңіздер! – деді ол.» is one.
func Sentences(text string) []civic.Span {
	var spans []civic.Span
	start := 0
	for line := range strings.Lines(text) {
		spans = appendSentences(spans, text, Tokenize(line), start)
		start += len(line)
	}
	return spans
}

// appendSentences adds the sentences of one paragraph, whose tokens count from
// offset.
func appendSentences(spans []civic.Span, text string, tokens []Token, offset int) []civic.Span {
	inside := enclosed(tokens)
	first := 0
	for i := range tokens {
		if i+1 < len(tokens) && (inside[i+1] || !breaksAfter(text[offset:], tokens, i)) {
			continue
		}
		spans = append(spans, civic.Span{Start: offset + tokens[first].Start, End: offset + tokens[i].End})
		first = i + 1
	}
	return spans
}

// breaksAfter reports whether a sentence ends with the token i, which is not the
// last one.
func breaksAfter(text string, tokens []Token, i int) bool {
	if !isGap(text, tokens[i], tokens[i+1]) || !terminates(tokens, i) {
		return false
	}
	next := i + 1
	for next < len(tokens) && isOpening(tokens[next]) {
		next++
	}
	return next < len(tokens) && !startsWith(tokens[next].Text, unicode.IsLower) && tokens[next].Kind != Punct
}

func isGap(text string, a, b Token) bool { return a.End < b.Start && b.Start <= len(text) }

// terminates reports whether the token i closes a sentence: a stop, perhaps
// followed by closing quotes, or an abbreviation that often ends one. «…!» inside
// quotes is part of a name and closes nothing.
func terminates(tokens []Token, i int) bool {
	quoted := false
	for i > 0 && isClosing(tokens[i]) {
		i--
		quoted = true
	}
	switch t := tokens[i]; {
	case t.Kind == Word:
		return strings.HasSuffix(t.Text, ".") && endsSentence(t.Text)
	case isStop(t) && quoted:
		return t.Text[0] == '.' || t.Text == "…"
	case isStop(t):
		return !isListNumber(tokens, i)
	}
	return false
}

// isListNumber reports whether the stop i follows a number that opens its
// paragraph: «1. Бірінші».
func isListNumber(tokens []Token, i int) bool {
	return i == 1 && tokens[0].Kind == Number && tokens[1].Text == "."
}

func isStop(t Token) bool {
	return t.Kind == Punct && (t.Text[0] == '.' || t.Text == "!" || t.Text == "?" || t.Text == "…")
}

func isClosing(t Token) bool { return t.Kind == Punct && strings.Contains("»”\"')]", t.Text) }

// isOpening reports whether a sentence may begin with t before its first word.
func isOpening(t Token) bool {
	return t.Kind == Punct && strings.Contains("«“„\"'([–—-", t.Text)
}

// closer is the mark that closes what r opens, or 0.
func closer(r rune) rune {
	switch r {
	case '«':
		return '»'
	case '“':
		return '”'
	case '„':
		return '“'
	case '(':
		return ')'
	case '[':
		return ']'
	case '"':
		return '"'
	}
	return 0
}

// enclosed says of every token whether it stands inside, or closes, a pair of quotes
// or brackets. A mark without its partner encloses nothing.
func enclosed(tokens []Token) []bool {
	inside := make([]bool, len(tokens))
	var open []int
	for i, t := range tokens {
		if t.Kind != Punct {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.Text)
		if k := partner(tokens, open, r); k >= 0 {
			fill(inside[open[k]+1 : i+1])
			open = open[:k]
		} else if closer(r) != 0 {
			open = append(open[max(0, len(open)-maxDepth):], i)
		}
	}
	return inside
}

// maxDepth bounds how many open quotes and brackets are remembered.
const maxDepth = 8

// partner is the place in open of the mark that r closes, or -1.
func partner(tokens []Token, open []int, r rune) int {
	for k := len(open) - 1; k >= 0; k-- {
		o, _ := utf8.DecodeRuneInString(tokens[open[k]].Text)
		if closer(o) == r {
			return k
		}
	}
	return -1
}

func fill(flags []bool) {
	for i := range flags {
		flags[i] = true
	}
}

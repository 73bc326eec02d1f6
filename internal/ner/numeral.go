package ner

import (
	_ "embed"
	"strings"
)

//go:embed data/numerals.txt
var numeralText string

//go:embed data/endings.txt
var endingText string

// numeral is the sort of a number, in words or digits alike, so that twins of a
// sentence look the same: unit or power, and the sort of its ending. 0 is no number.
type numeral byte

const (
	unit       numeral = 1 << iota // «үш», «40»
	power                          // «мың»
	ordinal                        // «үшінші», «40-ыншы»
	collective                     // «үшеу»
	inflected                      // «үштен», «40-тан»
	odd                            // digits with another ending: «2D»
)

// numerals knows the numbers of a language.
type numerals struct {
	words   map[string]numeral
	endings map[string]uint64
}

func newNumerals() numerals {
	n := numerals{map[string]numeral{}, map[string]uint64{}}
	for _, line := range lines(numeralText) {
		name, sort, _ := strings.Cut(line, " ")
		n.words[name] = unit
		if sort == "power" {
			n.words[name] = power
		}
	}
	for _, line := range lines(endingText) {
		sort := uint64(inflection)
		if rest, ok := strings.CutPrefix(line, "derived "); ok {
			line, sort = rest, derivation
		}
		for ending := range strings.FieldsSeq(line) {
			n.endings[ending] = sort
		}
	}
	return n
}

// lines are the lines of a table without its comments.
func lines(text string) (kept []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			kept = append(kept, line)
		}
	}
	return kept
}

// of is the sort of a number, in small letters.
func (n numerals) of(lower []rune) numeral {
	if len(lower) == 0 {
		return 0
	}
	if lower[0] >= '0' && lower[0] <= '9' {
		return n.ofDigits(lower)
	}
	return n.ofWord(lower)
}

func (n numerals) ofDigits(lower []rune) numeral {
	i := 0
	for i < len(lower) && (lower[i] >= '0' && lower[i] <= '9' || lower[i] == ',' || lower[i] == '.') {
		i++
	}
	rest := strings.TrimLeft(string(lower[i:]), "-–‑")
	if rest == "" {
		return unit
	}
	if sort := n.ending(rest); sort != 0 {
		return unit | sort
	}
	return unit | odd
}

// maxNumberWord is the length of the longest number word, «миллиард», in bytes.
const maxNumberWord = 16

func (n numerals) ofWord(lower []rune) numeral {
	var buffer [4 * longest]byte
	text := append(buffer[:0], string(lower)...)
	for i := min(len(text), maxNumberWord+2) &^ 1; i >= 4; i -= 2 {
		sort, ok := n.words[string(text[:i])]
		if !ok {
			continue
		}
		if i == len(text) {
			return sort
		}
		if end := n.ending(string(text[i:])); end != 0 {
			return sort | end
		}
	}
	return 0
}

func (n numerals) ending(rest string) numeral {
	switch {
	case strings.Contains(rest, "нші"), strings.Contains(rest, "ншы"):
		return ordinal
	case strings.HasPrefix(rest, "еу"), strings.HasPrefix(rest, "ау"):
		return collective
	case n.endings[rest] != 0:
		return inflected
	}
	return 0
}

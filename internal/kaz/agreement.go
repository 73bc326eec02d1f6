package kaz

import (
	"strings"
	"unicode"
)

// NominativeRussian is the index form of a Russian noun phrase: «Жамбылской
// области» is «Жамбылская область», «Канатом Бейсеновым» is «Канат Бейсенов».
func NominativeRussian(phrase string) string { return NominativesRussian(phrase)[0] }

// NominativesRussian are the possible index forms of a Russian noun phrase, the
// likeliest first and none twice; there is always one. Adjectives agree with the
// first noun; what follows it (a genitive, as in «министерство культуры») stays.
// In a phrase of capitalised words alone, a person's name, all words agree.
func NominativesRussian(phrase string) []string {
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return []string{phrase}
	}
	var forms []string
	for _, g := range agreements(words) {
		forms = appendNew(forms, strings.Join(g.words, " "))
	}
	return append(forms, phrase)[:max(1, len(forms))]
}

// agreement is one reading of a phrase in which the declined words share a case,
// and where they show it a gender.
type agreement struct {
	words  []string
	weight int
}

// agreements are the readings of a phrase, the likeliest first.
func agreements(words []string) []agreement {
	n := headEnd(words)
	readings := make([][]RussianAnalysis, n)
	for i := range n {
		readings[i] = AnalyzeRussian(words[i])
	}
	var found []agreement
	for _, c := range russianCases {
		for _, g := range []Gender{Masculine, Feminine, Neuter, Plural} {
			if a, ok := agree(words, readings, c, g); ok {
				found = append(found, a)
			}
		}
	}
	return byWeight(found)
}

// headEnd is the number of words that agree: all of a name, else the adjectives
// and the first noun.
func headEnd(words []string) int {
	if isName(words) {
		return len(words)
	}
	for i, word := range words {
		if !looksAdjective(word) {
			return i + 1
		}
	}
	return len(words)
}

func isName(words []string) bool {
	for _, word := range words {
		if !isUpper(word) {
			return false
		}
	}
	return len(words) > 1 && !looksAdjective(words[0])
}

func looksAdjective(word string) bool {
	for _, a := range AnalyzeRussian(word) {
		if a.Adjective {
			return true
		}
	}
	return false
}

// none is less than the weight of any reading.
const none = -100

// agree reads the words in one case and gender, if all of them can be read so.
func agree(words []string, readings [][]RussianAnalysis, c Case, g Gender) (agreement, bool) {
	out := agreement{words: append([]string(nil), words...)}
	for i, choices := range readings {
		best := none
		for _, a := range choices {
			if w, ok := a.fit(c, g); ok && w > best {
				best, out.words[i] = w, a.Base
			}
		}
		if best == none {
			return out, false
		}
		out.weight += best
	}
	return out, true
}

// fit reports whether a can stand in the case and gender, and how well.
func (a RussianAnalysis) fit(c Case, g Gender) (int, bool) {
	switch {
	case a.Gender == Any:
		return 0, true
	case a.Case == c && a.Gender == g:
		return a.weight, true
	}
	return 0, false
}

// byWeight sorts readings, the likeliest first.
func byWeight(found []agreement) []agreement {
	for i := range found {
		for j := i; j > 0 && found[j].weight > found[j-1].weight; j-- {
			found[j], found[j-1] = found[j-1], found[j]
		}
	}
	return found
}

// hasCyrillic reports whether s holds a Cyrillic letter.
func hasCyrillic(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) >= 0
}

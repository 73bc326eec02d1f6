package kaz

import (
	"slices"
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
	if len(words) == 0 || len(words) > maxPhrase {
		return []string{phrase}
	}
	var forms []string
	for _, g := range agreements(words) {
		forms = appendNew(forms, strings.Join(g.words, " "))
	}
	return append(forms, phrase)[:max(1, len(forms))]
}

// maxPhrase is the number of words beyond which a phrase is not analysed.
const maxPhrase = 100

// agreement is one reading of a phrase in which the declined words share a case,
// and where they show it a gender.
type agreement struct {
	words  []string
	weight int
}

// agreements are the readings of a phrase, the likeliest first.
func agreements(words []string) []agreement {
	readings := agreeing(words)
	word := make([]fits, len(readings))
	for i, choices := range readings {
		word[i] = bestFits(choices, i == len(readings)-1)
	}
	var found []agreement
	for c := range russianCases {
		for g := range russianGenders {
			if a, ok := agree(words, word, c, g); ok {
				found = append(found, a)
			}
		}
	}
	return byWeight(found)
}

// agreeing are the readings of the words that agree: all of a name, else the
// adjectives and the first noun.
func agreeing(words []string) [][]RussianAnalysis {
	first := AnalyzeRussian(words[0])
	name := len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return !isUpper(w) }) && !LikelyAdjective(first)
	readings := [][]RussianAnalysis{first}
	for i := range words {
		if i > 0 {
			readings = append(readings, AnalyzeRussian(words[i]))
		}
		if !name && (!LikelyAdjective(readings[i]) || i+1 < len(words) && !isWordRune(firstRune(words[i+1]))) {
			break
		}
	}
	return readings
}

// LikelyAdjective reports whether nothing speaks more for another reading of a word, of
// which AnalyzeRussian found these, than for an adjective: «новом», and not «решение».
func LikelyAdjective(readings []RussianAnalysis) bool {
	for _, a := range readings {
		if a.Adjective {
			return a.weight == readings[0].weight
		}
	}
	return false
}

// russianGenders are the genders that a phrase can agree in.
var russianGenders = [4]Gender{Masculine, Feminine, Neuter, Plural}

// fits are the likeliest bases of a word in each case and gender.
type fits [len(russianCases)][len(russianGenders)]fit

// fit is a base and its weight; there is none where the base is empty.
type fit struct {
	base   string
	weight int
}

// bestFits finds the likeliest of the readings of a word. An adjective at the end of the
// phrase has no noun after it.
func bestFits(choices []RussianAnalysis, last bool) (best fits) {
	for _, a := range choices {
		if last && a.Adjective {
			a.weight -= loneAdjective
		}
		for c := range best {
			for g := range best[c] {
				fits := a.Gender == Any || a.Case == russianCases[c] && a.Gender == russianGenders[g]
				if f := &best[c][g]; fits && (f.base == "" || a.weight > f.weight) {
					*f = fit{a.Base, a.weight}
				}
			}
		}
	}
	return best
}

// agree reads the words in one case and gender, if all of them can be read so.
func agree(words []string, readings []fits, c, g int) (agreement, bool) {
	n, total := len(readings), 0
	for i := range readings {
		if readings[i][c][g].base == "" {
			return agreement{}, false
		}
		total += readings[i][c][g].weight
	}
	out := agreement{slices.Clone(words), total}
	for i := range readings {
		out.words[i] = readings[i][c][g].base
	}
	if n < len(words) && knownNouns().apposed[Lower(out.words[n-1])] {
		out.words[n] = apposition(words[n], russianCases[c], russianGenders[g])
	}
	return out, true
}

// apposition is the nominative of a name in the form of an adjective that stands after
// «село» or «город» in the same case; other names stay as they are.
func apposition(word string, c Case, g Gender) string {
	for _, a := range AnalyzeRussian(word) {
		if a.Adjective && a.Case == c && a.Gender == g {
			return a.Base
		}
	}
	return word
}

// loneAdjective is what an adjective without a noun after it weighs less: only places
// and surnames («Рудный», «Чайковская») stand so.
const loneAdjective = 1

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

package kaz

import (
	"strings"
	"sync"
	"unicode"

	"civicgraph/internal/civic"
)

var functionWords = sync.OnceValue(func() map[civic.Language]map[string]bool {
	return map[civic.Language]map[string]bool{
		civic.Kazakh:  words("kk/function-words.txt"),
		civic.Russian: words("ru/function-words.txt"),
	}
})

// DetectLanguage says which of the two languages a text is written in, by letters
// that only one of them has and by its most frequent words. Kazakh in Latin
// letters, and a text that shows nothing, count as Kazakh.
func DetectLanguage(text string) civic.Language {
	lower := strings.ToLower(text)
	score := 0
	for _, r := range lower {
		if strings.ContainsRune("әғқңөұүһі", r) {
			score++
		}
	}
	for word := range strings.FieldsFuncSeq(lower, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if functionWords()[civic.Kazakh][word] {
			score += 2
		}
		if functionWords()[civic.Russian][word] {
			score -= 4
		}
	}
	if score < 0 || score == 0 && looksRussian(lower) {
		return civic.Russian
	}
	return civic.Kazakh
}

// looksRussian reports whether a text without a Kazakh letter is Cyrillic and holds
// an ending or letter that is far more frequent in Russian.
func looksRussian(lower string) bool {
	for _, sign := range []string{"ский", "ская", "ого ", "ние", "щ", "ции", "ться", "ой", "ые", "ый"} {
		if strings.Contains(lower, sign) {
			return true
		}
	}
	return false
}

package kaz

import (
	"strings"
	"sync"

	"civicgraph/internal/civic"
)

// DetectLanguage says which of the two languages a text is written in, by letters
// that only one of them has, by its most frequent words and by endings of words.
// Kazakh in Latin letters, and a text that shows nothing, count as Kazakh.
func DetectLanguage(text string) civic.Language {
	language, _ := ShownLanguage(text)
	return language
}

// ShownLanguage is DetectLanguage, and whether the text shows its language at all.
func ShownLanguage(text string) (civic.Language, bool) {
	score := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isLetter(r) }) {
		if score += leaning(word); score <= -sure || score >= sure {
			break
		}
	}
	if score < 0 {
		return civic.Russian, true
	}
	return civic.Kazakh, score > 0
}

// sure is the lead of a language beyond which no more words are asked.
const sure = 300

// leaning is how much a word speaks for Kazakh, or, below 0, for Russian. A name is
// spelt in its own language in either.
func leaning(word string) int {
	letters, signs := Lower(word), languageSigns()
	switch {
	case signs.kazakh[letters]:
		return 2
	case signs.russian[letters]:
		return -3
	case strings.ContainsAny(letters, "әғқңөұүһі") && isUpper(word):
		return 1
	case strings.ContainsAny(letters, "әғқңөұүһі"):
		return 3
	case endsWithAny(letters, signs.kazakhEndings):
		return 1
	case strings.ContainsAny(letters, "щъ") || endsWithAny(letters, signs.russianEndings):
		return -1
	}
	return 0
}

// signs are frequent words of each language that the other has not, and endings.
type signs struct {
	kazakh, russian               map[string]bool
	kazakhEndings, russianEndings []string
}

var languageSigns = sync.OnceValue(func() (s signs) {
	s.kazakh, s.kazakhEndings = wordsAndEndings("kk/function-words.txt")
	s.russian, s.russianEndings = wordsAndEndings("ru/function-words.txt")
	return s
})

// wordsAndEndings reads an embedded list of words and, after a hyphen, endings.
func wordsAndEndings(name string) (words map[string]bool, endings []string) {
	words = map[string]bool{}
	for _, row := range table(name) {
		for _, word := range row {
			if ending, ok := strings.CutPrefix(word, "-"); ok {
				endings = append(endings, ending)
			} else {
				words[word] = true
			}
		}
	}
	return words, endings
}

func endsWithAny(word string, endings []string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(word, ending) && len(word) > len(ending) {
			return true
		}
	}
	return false
}

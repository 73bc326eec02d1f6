package kaz

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// abbreviations are the words that a full stop belongs to, in small letters and
// with their stops; the value says whether one often ends a sentence, as «т.б.».
var abbreviations = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, name := range []string{"kk/abbreviations.txt", "ru/abbreviations.txt"} {
		for _, row := range table(name) {
			all[row[0]] = len(row) > 1
		}
	}
	return all
})

// abbreviationEnd finds the end of the abbreviation or initial that begins at i
// with the letters text[i:end], its stop included, or end where there is none.
func abbreviationEnd(text string, i, end int) int {
	if end >= len(text) || text[end] != '.' || end-i > 12 {
		return end
	}
	best := end
	for stop, parts := end, 0; parts < 4 && stop < len(text) && text[stop] == '.'; parts++ {
		if _, known := abbreviations()[Lower(text[i:stop+1])]; known {
			best = stop + 1
		}
		stop = letters(text, stop+1)
		if stop-i > 24 {
			break
		}
	}
	if best == end && isInitial(text[i:end]) {
		return end + 1
	}
	return best
}

// isInitial reports whether s is a single capital letter, or
// the pair that Russian writes as one initial: «Дж».
func isInitial(s string) bool {
	return utf8.RuneCountInString(s) == 1 && startsWith(s, unicode.IsUpper) || s == "Дж"
}

// endsSentence reports whether a token that carries its own full stop may also end a
// sentence: «т.б.» does, «С.» and «обл.» do not.
func endsSentence(token string) bool { return abbreviations()[Lower(token)] }

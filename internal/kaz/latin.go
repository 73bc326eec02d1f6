package kaz

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// transcription is a Latin word read as Kazakh.
type transcription struct {
	latin    string
	cyrillic string
	ends     []int // of each Cyrillic letter: where its group ends in latin
}

// latinGroups maps groups of Latin letters to Cyrillic; V+ and ^ before a group say
// what must stand before it.
var latinGroups = sync.OnceValue(func() map[string]string {
	groups := map[string]string{}
	for _, row := range table("kk/latin.txt") {
		groups[row[0]] = strings.TrimSuffix(row[1], "-")
	}
	return groups
})

// isLatinWord reports whether a word is written in Latin letters alone.
func isLatinWord(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Latin, r) && !isApostrophe(r) })
}

// transcribe reads a word of Latin letters.
func transcribe(word string) transcription {
	t := transcription{latin: word}
	letters := Lower(word)
	if len(letters) != len(word) { // İ and its like, which are no Kazakh letters
		letters = word
	}
	var b strings.Builder
	for i := 0; i < len(letters); {
		sound, n := latinGroup(letters, i)
		b.WriteString(sound)
		i += n
		for range sound {
			t.ends = append(t.ends, i)
		}
	}
	t.cyrillic = b.String()
	return t
}

// latinGroup is what the longest known group at i stands for, and its length in bytes.
func latinGroup(word string, i int) (string, int) {
	groups := latinGroups()
	_, first := utf8.DecodeRuneInString(word[i:])
	context := ""
	if i == 0 {
		context = "^"
	} else if strings.ContainsRune("aäáeoöóuūüúiıíy", lastRune(word[:i])) {
		context = "V+"
	}
	for n := min(3, len(word)-i); n >= first; n-- {
		for _, key := range []string{context + word[i:i+n], word[i : i+n]} {
			if sound, ok := groups[key]; ok {
				return sound, n
			}
		}
	}
	return "", first
}

// latinAnalyses reads a Latin word by its Cyrillic transcription; bases and suffixes
// are in the letters of the word.
func latinAnalyses(word string) []Analysis {
	t := transcribe(word)
	found := nounAnalyses(t.cyrillic)
	for i := range found {
		a := &found[i]
		a.likelihood = likelihood(*a)
		a.Base = t.base(a.Base)
		t.spell(a.Suffixes)
	}
	return found
}

// base spells a Cyrillic base: as the word does as far as they agree, and then by the
// alphabet of 2021.
func (t transcription) base(cyrillic string) string {
	shared := 0
	for i, r := range []rune(cyrillic) {
		if other := []rune(t.cyrillic); i >= len(other) || other[i] != r {
			break
		}
		shared++
	}
	base := ""
	if shared > 0 {
		base = t.latin[:t.ends[shared-1]]
	}
	return base + latinise.Replace(string([]rune(cyrillic)[shared:]))
}

// latinise writes the letters in which a base can differ from its forms.
var latinise = strings.NewReplacer("қ", "q", "к", "k", "п", "p", "ы", "y", "і", "ı", "ь", "",
	"з", "z", "н", "n", "р", "r", "л", "l", "с", "s", "б", "b", "г", "g", "ғ", "ğ")

// spell turns the suffixes at the end of the word into its own letters.
func (t transcription) spell(suffixes []string) {
	letters := utf8.RuneCountInString(t.cyrillic)
	for i := len(suffixes) - 1; i >= 0; i-- {
		end := t.ends[letters-1]
		letters -= utf8.RuneCountInString(suffixes[i])
		suffixes[i] = t.latin[t.ends[letters-1]:end]
	}
}

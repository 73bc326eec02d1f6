package kaz

import (
	"strings"
	"unicode/utf8"
)

// Nominative is the index form of a Kazakh noun phrase: the case of its last
// word is taken off, the possessive that ties the phrase together stays:
// «Жамбыл облысына» is «Жамбыл облысы», «Қошановтың» is «Қошанов».
func Nominative(phrase string) string { return Nominatives(phrase)[0] }

// Nominatives are the possible index forms of a Kazakh noun phrase, the likeliest
// first and none twice. There is always one.
func Nominatives(phrase string) []string {
	head := strings.LastIndexAny(phrase, " \u00a0") + 1
	if r := strings.LastIndex(phrase, "\u00a0"); r >= 0 && r+2 > head {
		head = r + 2
	}
	var forms []string
	for _, a := range Analyze(phrase[head:]) {
		forms = appendNew(forms, phrase[:head]+a.withoutCase(phrase[head:]))
	}
	return forms
}

// withoutCase is the word that a analyses, without its case.
func (a Analysis) withoutCase(word string) string {
	if a.Case == Nom {
		return word
	}
	cut := word
	for range a.Suffixes[len(a.Suffixes)-1] {
		_, n := utf8.DecodeLastRuneInString(cut)
		cut = cut[:len(cut)-n]
	}
	return strings.TrimRight(cut, "-‐‑")
}

// appendNew appends s unless the list holds it.
func appendNew(list []string, s string) []string {
	for _, t := range list {
		if t == s {
			return list
		}
	}
	return append(list, s)
}

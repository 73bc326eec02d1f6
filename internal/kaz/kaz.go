// Package kaz knows the Kazakh language, and as much Russian as Kazakh news is
// written in: tokens and sentences with their spans, the base forms of words and
// noun phrases, folding, sort keys and search terms. It knows nothing of news or
// graphs.
//
// The suffix analyser prefers a wrong guess further down its list to a missed
// one: the word itself is always among the answers, the likeliest comes first.
// The tables it works from are text files under data, one folder a language.
package kaz

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./gen -in ../../../shared/kaznerd/IOB2_valid.txt

//go:embed data
var data embed.FS

// table reads an embedded text file: the fields of every line that is not empty
// and does not begin with #.
func table(name string) [][]string {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic("kaz: " + err.Error()) // the file is part of the program
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(fields[0], "#") {
			rows = append(rows, fields)
		}
	}
	return rows
}

// lastRune is the last letter of s, or utf8.RuneError for the empty string.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRune is the first letter of s, or utf8.RuneError for the empty string.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isUpper reports whether s begins with a capital letter.
func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Lower is s in small letters, letter by letter, as strings.ToLower but quicker.
func Lower(s string) string { return strings.Map(lower, s) }

// likeCase gives base the capitals of word, which it is a form of: letter by letter
// as far as they agree, and throughout if word is all capitals.
func likeCase(base, word string) string {
	if len(base) <= len(word) && Lower(word[:len(base)]) == base {
		return word[:len(base)]
	}
	if word == strings.ToUpper(word) && utf8.RuneCountInString(word) > 1 {
		return strings.ToUpper(base)
	}
	letters := []rune(base)
	i := 0
	for _, r := range word {
		if i == len(letters) || lower(r) != letters[i] {
			break
		}
		letters[i] = r
		i++
	}
	return string(letters)
}

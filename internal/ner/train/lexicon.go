package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
	"civicgraph/internal/ner"
)

// sorts are the sorts of word that the lexicon tells apart, a bit each.
var sorts = []string{
	gazetteer.GivenName, gazetteer.Country, gazetteer.Region, gazetteer.District,
	gazetteer.City, gazetteer.Settlement, partOfPlace,
	gazetteer.SurnameEnding, gazetteer.PatronymicEnding, gazetteer.GivenNameEnding,
}

// partOfPlace is a word of a longer name of a place.
const partOfPlace = "PART_OF_PLACE"

// newLexicon is what the gazetteer knows of words, and the names of all countries in
// Kazakh as Unicode's CLDR has them.
func newLexicon() ner.Lexicon {
	l := ner.Lexicon{}
	gazetteer.New().Words(func(name, sort string) { note(l, name, sort) })
	names := display.Regions(language.Kazakh)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && region.IsCountry() {
				note(l, kaz.Fold(names.Name(region)), gazetteer.Country)
			}
		}
	}
	return l
}

// note adds a name to the lexicon, or the words of a longer one.
func note(l ner.Lexicon, name, sort string) {
	bit := func(sort string) uint16 { return 1 << slices.Index(sorts, sort) }
	switch words := strings.Fields(name); {
	case strings.HasSuffix(sort, "_ENDING"):
		l.AddEnding(name, bit(sort))
	case len(words) == 1:
		l.AddWord(name, bit(sort))
	default:
		for _, word := range words {
			if utf8.RuneCountInString(word) > 3 {
				l.AddWord(word, bit(partOfPlace))
			}
		}
	}
}

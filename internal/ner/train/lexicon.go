package main

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
	"civicgraph/internal/ner"
)

//go:embed data/names.txt
var nameText string

//go:embed data/world.txt
var worldText string

//go:embed data/peoples.txt
var peopleText string

//go:embed data/words.txt
var wordText string

// partOfPlace is a word of a longer name of a place.
const partOfPlace = "PART_OF_PLACE"

// sorts are the sorts of names, a bit each. The order is the model's.
var sorts = []string{
	gazetteer.GivenName, gazetteer.Country, gazetteer.Region, gazetteer.District,
	gazetteer.City, gazetteer.Settlement, partOfPlace,
	gazetteer.SurnameEnding, gazetteer.PatronymicEnding, gazetteer.GivenNameEnding,
	"SURNAME", "TOWN", "LAND", "BODY_NAME", "BRAND",
}

// compiler gives the sorts of common words bits in the order in which they come up.
type compiler struct {
	lexicon ner.Lexicon
	common  []string
}

// newLexicon is what the gazetteer and the lists of names and words know, and the names
// of all countries in Kazakh as Unicode's CLDR has them.
func newLexicon() ner.Lexicon {
	c := compiler{lexicon: ner.Lexicon{}}
	each(wordText, c.word)
	each(peopleText, c.word)
	each(nameText, c.name)
	each(worldText, c.name)
	gazetteer.New().Words(c.name)
	names := display.Regions(language.Kazakh)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && region.IsCountry() {
				c.name(kaz.Fold(names.Name(region)), gazetteer.Country)
			}
		}
	}
	return c.lexicon
}

// each calls f with the words of a list and the sort that opens each part of it.
func each(text string, f func(word, sort string)) {
	sort := ""
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "#"):
		case strings.HasSuffix(line, ":"):
			sort = strings.TrimSuffix(line, ":")
		default:
			for word := range strings.FieldsSeq(line) {
				f(word, sort)
			}
		}
	}
}

// place is the place of a sort of common words among those seen so far.
func (c *compiler) place(sort string) int {
	if !slices.Contains(c.common, sort) {
		c.common = append(c.common, sort)
	}
	return slices.Index(c.common, sort)
}

// word adds a common word to the lexicon.
func (c *compiler) word(word, sort string) {
	c.lexicon.AddWord(word, 1<<(ner.ProperBits+c.place(sort)))
}

// name adds a name to the lexicon, or the words of a longer one.
func (c *compiler) name(name, sort string) {
	bit := func(sort string) uint64 { return 1 << slices.Index(sorts, sort) }
	switch words := strings.Fields(name); {
	case strings.HasSuffix(sort, "_ENDING"):
		c.lexicon.AddEnding(name, bit(sort))
	case len(words) == 1 || sort == gazetteer.GivenName:
		name = strings.Join(words, "-") // as folding took it apart
		c.lexicon.AddWord(name, bit(sort))
	default:
		for _, word := range words {
			if utf8.RuneCountInString(word) > 3 {
				c.lexicon.AddWord(word, bit(partOfPlace))
			}
		}
	}
}

package kaz

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Gender is a Russian gender, or the plural, where adjectives know none.
type Gender byte

// The genders. Any is the gender of a word that is not declined.
const (
	Any       Gender = 0
	Masculine Gender = 'm'
	Feminine  Gender = 'f'
	Neuter    Gender = 'n'
	Plural    Gender = 'p'
)

// RussianAnalysis is one way to read a Russian word as a form of a noun, an
// adjective or a name.
type RussianAnalysis struct {
	Base      string // the nominative of the same number and gender
	Adjective bool   // agrees with the noun that follows
	Name      bool   // a surname or patronymic
	Gender    Gender
	Case      Case
	weight    int // how telling the reading is
}

// AnalyzeRussian reads a word as a form of a Russian noun, adjective or name in
// every way that the table of endings allows, the likeliest first. The word as it
// stands, not declined, is always among the answers.
func AnalyzeRussian(word string) []RussianAnalysis {
	unchanged := RussianAnalysis{Base: word, Gender: Any, Case: Nom}
	if len(word) > maxWord {
		return []RussianAnalysis{unchanged}
	}
	letters := small(word)
	if undeclined(letters) {
		unchanged.weight = fixedWeight
	}
	found := []RussianAnalysis{unchanged}
	for _, p := range paradigms() {
		found = p.appendReadings(found, letters, word)
	}
	slices.SortStableFunc(found, func(a, b RussianAnalysis) int { return cmp.Compare(b.weight, a.weight) })
	return found
}

// paradigm is a row of the table of Russian endings.
type paradigm struct {
	kind   string
	gender Gender
	stems  []string
	ends   [6][]string
}

var russianCases = [6]Case{Nom, Gen, Dat, Acc, Ins, Pre}

var paradigms = sync.OnceValue(func() []paradigm {
	var all []paradigm
	for _, row := range table("ru/endings.txt") {
		p := paradigm{kind: row[0], gender: Gender(row[1][0]), stems: strings.Split(row[2], "|")}
		for i, cell := range row[3:9] {
			p.ends[i] = strings.Split(strings.ReplaceAll(cell, "-", ""), "/")
		}
		all = append(all, p)
	}
	return all
})

// appendReadings adds the readings of a word by the paradigm; letters is the word in
// small letters.
func (p paradigm) appendReadings(found []RussianAnalysis, letters, word string) []RussianAnalysis {
	for i, ends := range p.ends {
		for _, end := range ends {
			stem, ok := strings.CutSuffix(letters, end)
			if !ok {
				continue
			}
			if asked, ok := p.fits(stem); ok {
				a := p.reading(stem+p.ends[0][0], russianCases[i], asked+utf8.RuneCountInString(end))
				a.Base = likeCase(a.Base, word)
				found = append(found, a)
			}
		}
	}
	return found
}

// reading is a reading of which telling letters of the word bear witness.
func (p paradigm) reading(base string, c Case, telling int) RussianAnalysis {
	a := RussianAnalysis{base, p.kind == "adj", p.kind == "name", p.gender, c, telling}
	switch {
	case knownNouns().genders[base] == p.gender:
		a.weight += knownWeight
	case a.Name:
		a.weight += 2
	case a.Gender == Plural || a.Gender == Neuter && !a.Adjective:
		a.weight--
	}
	return a
}

// fits reports whether a stem can be declined by the paradigm, and how many letters
// but one of its end the paradigm names.
func (p paradigm) fits(stem string) (int, bool) {
	if utf8.RuneCountInString(stem) < 2 {
		return 0, false
	}
	for _, end := range p.stems {
		switch class, isClass := soundClasses[end]; {
		case isClass && strings.ContainsRune(class, lastRune(stem)):
			return 0, true
		case !isClass && strings.HasSuffix(stem, end):
			return utf8.RuneCountInString(end) - 1, true
		}
	}
	return 0, false
}

// soundClasses are the classes of letters that the table of endings names.
var soundClasses = map[string]string{
	"C": "бвгджзклмнпрстфхцчшщ",
	"V": "аеёиоуыэюя",
	"K": "кгх",
	"J": "жшщч",
	"S": "бвдзлмнпрстф",
	"H": "бвдзлмнпрстфц",
}

// nouns are what the list of nouns knows.
type nouns struct {
	genders map[string]Gender // by nominative; Any for words and -ends that are not declined
	apposed map[string]bool   // nouns that a name follows in the same case
}

var knownNouns = sync.OnceValue(func() nouns {
	known := nouns{map[string]Gender{}, map[string]bool{}}
	for _, row := range table("ru/nouns.txt") {
		for _, noun := range row[1:] {
			switch row[0] {
			case "apposed":
				known.apposed[noun] = true
			case "fixed":
				known.genders[noun] = Any
			default:
				known.genders[noun] = Gender(row[0][0])
			}
		}
	}
	return known
})

// knownWeight is what a noun of the list weighs more than one that only looks like it.
const knownWeight = 4

// fixedWeight is what a word weighs that seems not to be declined.
const fixedWeight = 2

// undeclined reports whether a word in small letters is known not to be declined.
func undeclined(word string) bool {
	if g, known := knownNouns().genders[word]; known {
		return g == Any
	}
	for i := range word {
		if _, known := knownNouns().genders["-"+word[i:]]; known && i > 0 {
			return true
		}
	}
	return false
}

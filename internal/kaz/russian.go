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
	row       int // of its paradigm in the table: earlier ones are likelier
}

// AnalyzeRussian reads a word as a form of a Russian noun, adjective or name in
// every way that the table of endings allows, the likeliest first. The word as it
// stands, not declined, is always among the answers.
func AnalyzeRussian(word string) []RussianAnalysis {
	unchanged := RussianAnalysis{Base: word, Gender: Any, Case: Nom, row: -1}
	if len(word) > maxWord {
		return []RussianAnalysis{unchanged}
	}
	letters := Lower(word)
	if undeclined(letters) {
		unchanged.weight = fixedWeight
	}
	var room [24]RussianAnalysis
	found := append(room[:0], unchanged)
	for cut := max(0, len(letters)-maxEnding); cut <= len(letters); cut++ {
		if cut < len(letters) && !utf8.RuneStart(letters[cut]) || utf8.RuneCountInString(letters[:cut]) < 2 {
			continue
		}
		for _, e := range inflections()[letters[cut:]] {
			if asked, ok := e.fits(letters[:cut]); ok {
				found = append(found, e.reading(letters[:cut], word, asked))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b RussianAnalysis) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.row, b.row))
	})
	return slices.Clone(found)
}

// paradigm is a row of the table of Russian endings.
type paradigm struct {
	kind       string
	gender     Gender
	stems      []stemEnd
	nominative string // its ending
}

// stemEnd is what a stem must end in: the letters named, or one of a class.
type stemEnd struct{ letters, class string }

func stemEnds(names string) []stemEnd {
	var ends []stemEnd
	for name := range strings.SplitSeq(names, "|") {
		if class, ok := soundClasses[name]; ok {
			ends = append(ends, stemEnd{class: class})
		} else {
			ends = append(ends, stemEnd{letters: name})
		}
	}
	return ends
}

// inflection is one ending of a paradigm.
type inflection struct {
	paradigm
	ending string
	grade  Case
	row    int // of the paradigm in the table
}

// maxEnding is the length in bytes of the longest ending.
const maxEnding = 6

// inflections maps each ending to what it can be, in the order of the table.
var inflections = sync.OnceValue(func() map[string][]*inflection {
	endings := map[string][]*inflection{}
	for i, row := range table("ru/endings.txt") {
		p := paradigm{row[0], Gender(row[1][0]), stemEnds(row[2]), ""}
		for k, cell := range row[3:9] {
			for j, end := range strings.Split(strings.ReplaceAll(cell, "-", ""), "/") {
				if k == 0 && j == 0 {
					p.nominative = end
				}
				endings[end] = append(endings[end], &inflection{p, end, russianCases[k], i})
			}
		}
	}
	return endings
})

var russianCases = [6]Case{Nom, Gen, Dat, Acc, Ins, Pre}

// reading is the reading of a word as this inflection of a stem, whose end bears
// witness with so many letters.
func (e *inflection) reading(stem, word string, asked int) RussianAnalysis {
	base := stem + e.nominative
	a := RussianAnalysis{likeCase(base, word), e.kind == "adj", e.kind == "name", e.gender, e.grade, 0, e.row}
	a.weight = asked + utf8.RuneCountInString(e.ending)
	switch {
	case knownNouns().genders[base] == e.gender:
		a.weight += knownWeight
	case a.Name:
		a.weight += 2
	case a.Gender == Plural || a.Gender == Neuter && !a.Adjective:
		a.weight--
	}
	return a
}

// fits reports whether a stem of two letters or more can be declined by the paradigm,
// and how many letters but one of its end the paradigm names.
func (p *paradigm) fits(stem string) (int, bool) {
	last := lastRune(stem)
	for _, end := range p.stems {
		switch {
		case end.class != "" && strings.ContainsRune(end.class, last):
			return 0, true
		case end.class == "" && strings.HasSuffix(stem, end.letters):
			return utf8.RuneCountInString(end.letters) - 1, true
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

package kaz

import (
	"strings"
	"sync"
)

// suffix is one shape of one suffix.
type suffix struct {
	text       string
	feature    string // «plural», «1», «genitive»: the column of the table
	after      string // kinds of sound, one byte each; empty if it follows a possessive
	consonant  bool   // follows any consonant
	possessive string // «3» or «12»: the persons of the possessive it follows, or empty
	harmony    harmony
}

// suffixTable holds the shapes of each slot.
type suffixTable struct{ plurals, possessives, cases []suffix }

var suffixes = sync.OnceValue(func() suffixTable {
	var t suffixTable
	slots := map[string]*[]suffix{"plural": &t.plurals, "possessive": &t.possessives, "case": &t.cases}
	for _, row := range table("kk/suffixes.txt") {
		slot := slots[row[0]]
		*slot = append(*slot, shapes(row)...)
	}
	return t
})

// shapes reads a row of the suffix table: a back and a front shape, or one that
// serves for both.
func shapes(row []string) []suffix {
	s := suffix{feature: row[1]}
	for _, after := range strings.Split(row[2], ",") {
		switch after {
		case "C":
			s.consonant = true
		case "P3", "P12":
			s.possessive = after[1:]
		default:
			s.after += after
		}
	}
	b, f := s, s
	b.text, b.harmony = row[3], back
	f.text, f.harmony = row[4], front
	if b.text == f.text {
		b.harmony = either
		return []suffix{b}
	}
	return []suffix{b, f}
}

// follows reports whether s may be added to stem, whose last suffix is a possessive
// of the person given (0 for none).
func (s suffix) follows(stem string, person int, h harmony) bool {
	if s.harmony&h == 0 {
		return false
	}
	switch {
	case s.possessive == "3":
		return person == 3
	case s.possessive == "12":
		return (person == 1 || person == 2) && finalSound(stem) == nasal
	case displaced(s.feature, person, finalSound(stem)):
		return false
	case s.consonant:
		return finalSound(stem) != vowel
	}
	return strings.IndexByte(s.after, byte(finalSound(stem))) >= 0
}

// displaced reports whether a case has shapes of its own after a possessive of the
// person that ends in the sound: балам and баласы have балама and баласына.
func displaced(feature string, person int, end sound) bool {
	switch person {
	case 1, 2:
		return feature == "dative" && end == nasal
	case 3:
		return feature != "genitive" && feature != "instrumental"
	}
	return false
}

// isSuffixChain reports whether s, written after a hyphen, can be suffixes alone.
func isSuffixChain(s string) bool {
	for _, c := range splits(s, suffixes().cases) {
		for _, p := range splits(c.stem, suffixes().possessives) {
			for _, n := range splits(p.stem, suffixes().plurals) {
				if n.stem == "" {
					return s != ""
				}
			}
		}
	}
	return false
}

// split is a word cut before a suffix; a nil suffix cuts nothing.
type split struct {
	stem   string
	suffix *suffix
}

// splits are the ways to take one of the shapes, or none, off the end of word.
func splits(word string, shapes []suffix) []split {
	found := []split{{stem: word}}
	for i := range shapes {
		if stem, ok := strings.CutSuffix(word, shapes[i].text); ok {
			found = append(found, split{stem, &shapes[i]})
		}
	}
	return found
}

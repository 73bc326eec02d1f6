package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/kaz"
)

// gender is what a given name says of its bearer: m, f, or both.
type gender byte

const (
	male   gender = 1
	female gender = 2
)

// IsGivenName reports whether a word in the nominative is a given name in use in
// Kazakhstan. Letter case does not count.
func (g *Gazetteer) IsGivenName(word string) bool { return g.names[kaz.Fold(word)] != 0 }

// IsMaleName reports whether a given name is borne by men.
func (g *Gazetteer) IsMaleName(word string) bool { return g.names[kaz.Fold(word)]&male != 0 }

// IsFemaleName reports whether a given name is borne by women.
func (g *Gazetteer) IsFemaleName(word string) bool { return g.names[kaz.Fold(word)]&female != 0 }

// givenNames reads the lists of given names: a line «male:» or «female:» opens each part.
func givenNames() map[string]gender {
	names := map[string]gender{}
	for _, name := range []string{"kk/given-names.txt", "ru/given-names.txt"} {
		var g gender
		for _, line := range lines(name) {
			switch line {
			case "male:":
				g = male
			case "female:":
				g = female
			default:
				for _, name := range strings.Fields(line) {
					names[kaz.Fold(name)] |= g
				}
			}
		}
	}
	return names
}

// nameShapes are the endings of surnames and of patronymics.
type nameShapes struct{ surnames, patronymics []string }

func readNameShapes() nameShapes {
	var e nameShapes
	for _, name := range []string{"kk/surname-endings.txt", "ru/surname-endings.txt"} {
		for _, line := range lines(name) {
			f := strings.Fields(line)
			if f[0] == "patronymic" {
				e.patronymics = append(e.patronymics, f[1:]...)
			} else {
				e.surnames = append(e.surnames, f[1:]...)
			}
		}
	}
	return e
}

// SurnameShape reports whether a word, in the nominative, is capitalised and ends as
// surnames do. Many surnames have no such ending.
func (g *Gazetteer) SurnameShape(word string) bool { return hasShape(word, g.shapes.surnames) }

// PatronymicShape reports whether a word, in the nominative, is capitalised and ends
// as patronymics do: «Жамбылұлы», «Болатқызы», «Иванович», «Петровна».
func (g *Gazetteer) PatronymicShape(word string) bool { return hasShape(word, g.shapes.patronymics) }

// hasShape reports whether a capitalised word has three letters before one of the
// endings, or two and the ending is long.
func hasShape(word string, endings []string) bool {
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
		return false
	}
	lower := strings.ToLower(word)
	for _, end := range endings {
		if stem, ok := strings.CutSuffix(lower, end); ok && utf8.RuneCountInString(stem) >= 2 {
			return true
		}
	}
	return false
}

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

// givenNames reads the lists of given names: a line «male:» or «female:» opens each
// part. A Kazakh name stands for its Russian spelling too.
func (t *tables) givenNames() map[string]gender {
	names := map[string]gender{}
	for _, list := range []string{"kk/given-names.txt", "ru/given-names.txt"} {
		var g gender
		for _, line := range t.lines(list) {
			switch line {
			case "male:":
				g = male
			case "female:":
				g = female
			default:
				for name := range strings.FieldsSeq(line) {
					key := kaz.Fold(name)
					names[key] |= g
					names[russianSpelling.Replace(key)] |= g
				}
			}
		}
	}
	return names
}

// russianSpelling writes Kazakh letters as Russian texts do.
var russianSpelling = strings.NewReplacer("ә", "а", "ғ", "г", "қ", "к", "ң", "н", "ө", "о", "ұ", "у", "ү", "у", "һ", "х", "і", "и")

// nameShapes are the endings of surnames, patronymics and compound given names.
type nameShapes struct{ surnames, patronymics, givens []string }

func (t *tables) nameShapes() nameShapes {
	var s nameShapes
	for _, name := range []string{"kk/name-endings.txt", "ru/name-endings.txt"} {
		for _, line := range t.lines(name) {
			switch f := strings.Fields(line); f[0] {
			case "surname":
				s.surnames = append(s.surnames, f[1:]...)
			case "patronymic":
				s.patronymics = append(s.patronymics, f[1:]...)
			case "given":
				s.givens = append(s.givens, f[1:]...)
			}
		}
	}
	return s
}

// SurnameShape reports whether a word, in the nominative, is capitalised and ends as
// surnames do. Many surnames have no such ending.
func (g *Gazetteer) SurnameShape(word string) bool { return hasShape(word, g.shapes.surnames) }

// PatronymicShape reports whether a word, in the nominative, is capitalised and ends
// as patronymics do: «Жамбылұлы», «Болатқызы», «Иванович», «Петровна».
func (g *Gazetteer) PatronymicShape(word string) bool { return hasShape(word, g.shapes.patronymics) }

// GivenNameShape reports whether a word, in the nominative, is capitalised and ends as
// compound given names do: «Нұрдәулетбек», «Айжаннұр». Some places and surnames do too.
func (g *Gazetteer) GivenNameShape(word string) bool { return hasShape(word, g.shapes.givens) }

// hasShape reports whether a capitalised word has at least two letters before one of
// the endings.
func hasShape(word string, endings []string) bool {
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
		return false
	}
	lower := kaz.Lower(word)
	for _, end := range endings {
		if stem, ok := strings.CutSuffix(lower, end); ok && utf8.RuneCountInString(stem) >= 2 {
			return true
		}
	}
	return false
}

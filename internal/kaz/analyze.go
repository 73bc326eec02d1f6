package kaz

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Case is a Kazakh or Russian case.
type Case string

// The cases, by their usual abbreviations. Nom, Gen, Dat, Acc and Ins serve both
// languages; Loc and Abl are Kazakh, Pre is the Russian prepositional.
const (
	Nom Case = "nominative"
	Gen Case = "genitive"
	Dat Case = "dative"
	Acc Case = "accusative"
	Loc Case = "locative"
	Abl Case = "ablative"
	Ins Case = "instrumental"
	Pre Case = "prepositional"
)

// Analysis is one way to read a Kazakh word as a noun.
type Analysis struct {
	Base       string   // nominative singular without a possessive: «аудан»
	Suffixes   []string // as they stand in the word, in order: «дар», «ы», «ның»
	Plural     bool
	Possessive int // the possessor's person, 1 to 3, or 0
	Case       Case
	likelihood float64
}

// maxWord is the length in bytes beyond which a word is not analysed.
const maxWord = 128

// Analyze reads a word as a noun or name in every way that the suffix table
// allows, the likeliest first: «аудандарының» is аудан + дар + ы + ның. The word
// as it stands is always among the answers. Bases keep the word's capitals; a word in
// Latin letters, «Qazaqstannyñ», is read by its sound and answered in Latin letters.
func Analyze(word string) []Analysis {
	if stem, ending := splitEnding(word); ending != "" {
		return hyphenAnalyses(word, stem, ending)
	}
	if len(word) > maxWord || word == "" {
		return []Analysis{{Base: word, Case: Nom}}
	}
	if isLatinWord(word) {
		return ranked(latinAnalyses(word), word)
	}
	found := nounAnalyses(Lower(word))
	for i := range found {
		found[i].likelihood = likelihood(found[i])
		found[i].Base = likeCase(found[i].Base, word)
	}
	return ranked(found, word)
}

// ranked sorts the readings of a word, the likeliest first; the one without suffixes
// is the word itself, letter by letter.
func ranked(found []Analysis, word string) []Analysis {
	for i := range found {
		if len(found[i].Suffixes) == 0 {
			found[i].Base = word
		}
	}
	slices.SortStableFunc(found, func(a, b Analysis) int { return cmp.Compare(b.likelihood, a.likelihood) })
	return found
}

// hyphenAnalyses reads a word whose suffixes stand after a hyphen, where spelling
// does not tell the harmony: «ЖШС-нің».
func hyphenAnalyses(word, stem, ending string) []Analysis {
	var found []Analysis
	for _, c := range chains(ending) {
		if c.stem == "" {
			found = append(found, c.analysis(stem))
		}
	}
	return append(found, Analysis{Base: word, Case: Nom})
}

// nounAnalyses are the readings of a word in small letters; the first is the word
// without a suffix.
func nounAnalyses(word string) []Analysis {
	var found []Analysis
	for _, c := range chains(word) {
		if !c.agrees() {
			continue
		}
		for _, base := range c.bases() {
			if c.possesses(base) && (c.bare() || plausible(base)) {
				found = append(found, c.analysis(base))
			}
		}
	}
	return found
}

// plausible reports whether base can be a noun: two letters with a vowel.
func plausible(base string) bool {
	return utf8.RuneCountInString(base) >= 2 && strings.ContainsAny(base, backVowels+frontVowels+neutralVowels)
}

// chain is a word cut into a stem and at most one suffix of each slot.
type chain struct {
	stem                      string
	plural, possessive, grade *suffix // grade is the case
}

// chains are the ways to cut a word, whether or not the suffixes agree.
func chains(word string) []chain {
	table := suffixes()
	var found []chain
	for _, c := range splits(word, table.cases) {
		for _, p := range splits(c.stem, table.possessives) {
			for _, n := range splits(p.stem, table.plurals) {
				found = append(found, chain{n.stem, n.suffix, p.suffix, c.suffix})
			}
		}
	}
	return found
}

func (c chain) bare() bool { return c.plural == nil && c.possessive == nil && c.grade == nil }

// agrees reports whether every suffix may follow what stands before it.
func (c chain) agrees() bool {
	at, h, person := c.stem, harmonyOf(c.stem), 0
	if c.losesSoftSign() {
		h = either
	}
	for _, s := range []*suffix{c.plural, c.possessive, c.grade} {
		if s == nil {
			continue
		}
		if !s.follows(at, person, h) {
			return false
		}
		at, h = at+s.text, s.harmony
		if s == c.possessive {
			person = s.person()
		}
	}
	return true
}

// losesSoftSign reports whether the stem may have lost a soft sign: королі is король + і.
func (c chain) losesSoftSign() bool {
	return c.plural == nil && c.possessive != nil && startsWithVowel(c.possessive.text) && softened(lastRune(c.stem))
}

// bases are the nouns that the stem can belong to.
func (c chain) bases() []string {
	if c.hidesT() {
		return []string{c.stem, c.stem + "т"}
	}
	if c.plural != nil || c.possessive == nil || !startsWithVowel(c.possessive.text) {
		return []string{c.stem}
	}
	if c.possessive.harmony&harmonyOf(c.stem) == 0 {
		return []string{c.stem + "ь"}
	}
	return basesOf(c.stem)
}

// hidesT reports whether the stem may have lost a т, which is not written between с and a
// suffix that begins with т or к: «туристер», «туриске».
func (c chain) hidesT() bool {
	for _, s := range []*suffix{c.plural, c.possessive, c.grade} {
		if s != nil {
			return lastRune(c.stem) == 'с' && losesT(s.text)
		}
	}
	return false
}

// losesT reports whether a т after с is not written before the suffix.
func losesT(suffix string) bool {
	return strings.HasPrefix(suffix, "т") || strings.HasPrefix(suffix, "к")
}

func startsWithVowel(s string) bool { return strings.HasPrefix(s, "ы") || strings.HasPrefix(s, "і") }

// person is the person of a possessive.
func (s *suffix) person() int { return int(s.feature[0] - '0') }

// possesses reports whether the base can have the possessive of the chain: that of a
// patronymic, «Болатұлы», belongs to the name, and only its son is «Болатұл».
func (c chain) possesses(base string) bool {
	return c.possessive == nil || !isPatronymic(c.stem+c.possessive.text) || c.patronymic() && base == c.stem
}

// patronymic reports whether the chain cuts a patronymic in two.
func (c chain) patronymic() bool {
	return c.plural == nil && c.possessive != nil && isPatronymic(c.stem+c.possessive.text)
}

// isPatronymic reports whether a word is the name of a father with «ұлы», his son, or
// «қызы», his daughter.
func isPatronymic(word string) bool {
	for _, child := range [...]string{"ұлы", "қызы"} {
		if father, ok := strings.CutSuffix(word, child); ok && utf8.RuneCountInString(father) >= 3 {
			return true
		}
	}
	return false
}

// analysis is the reading of the chain as a form of base.
func (c chain) analysis(base string) Analysis {
	if c.patronymic() {
		base, c.possessive = base+c.possessive.text, nil
	}
	a := Analysis{Base: base, Plural: c.plural != nil, Case: Nom}
	for _, s := range []*suffix{c.plural, c.possessive, c.grade} {
		if s != nil {
			a.Suffixes = append(a.Suffixes, s.text)
		}
	}
	if c.possessive != nil {
		a.Possessive = c.possessive.person()
	}
	if c.grade != nil {
		a.Case = Case(c.grade.feature)
	}
	return a
}

// Inflect is every spelling of a form of base, which stands in small letters:
// plural or not, the possessor's person or 0, the case. It is what Analyze undoes.
func Inflect(base string, plural bool, person int, c Case) []string {
	table := suffixes()
	forms := []form{{text: base, harmony: harmonyOf(base)}}
	if isPatronymic(base) {
		forms[0].person = 3
	}
	if stem, ok := strings.CutSuffix(base, "ст"); ok {
		forms = append(forms, form{text: stem + "с", harmony: harmonyOf(base), lost: true})
	}
	if plural {
		forms = extend(forms, table.plurals, "plural")
	}
	if person != 0 {
		if !plural {
			forms = withStems(forms)
		}
		forms = extend(forms, table.possessives, string(rune('0'+person)))
	}
	if c != Nom {
		forms = extend(forms, table.cases, string(c))
	}
	var words []string
	for _, f := range forms {
		if !f.lost {
			words = append(words, f.text)
		}
	}
	return words
}

// form is a word on its way to being inflected.
type form struct {
	text    string
	person  int
	harmony harmony
	lost    bool // a т, which the next suffix must account for
}

// extend adds to every form every shape with the feature that may follow it.
func extend(forms []form, shapes []suffix, feature string) []form {
	var longer []form
	for _, f := range forms {
		for _, s := range shapes {
			if s.feature == feature && s.follows(f.text, f.person, f.harmony) && (!f.lost || losesT(s.text)) {
				next := form{text: f.text + s.text, person: f.person, harmony: s.harmony}
				if s.feature[0] <= '3' {
					next.person = s.person()
				}
				longer = append(longer, next)
			}
		}
	}
	return longer
}

// withStems adds the forms that a base takes before a vowel.
func withStems(forms []form) []form {
	var all []form
	for _, f := range forms {
		for _, stem := range stemsOf(f.text) {
			all = append(all, form{text: stem, person: 0, harmony: f.harmony, lost: f.lost})
		}
	}
	return all
}

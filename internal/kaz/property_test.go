package kaz

import (
	"slices"
	"strings"
	"testing"
)

var kazakhNouns = strings.Fields(`ауыл аудан қала көше мектеп кітап мысық жүрек топ халық орын ауыз тау би су өмір
	қыз сөз гараж завод клуб парк акция министр Қорғалжын Өскемен Смағұлов Баймағамбет король партия`)

var kazakhCases = []Case{Nom, Gen, Dat, Acc, Loc, Abl, Ins}

// TestInflect inflects every noun in every way and analyses the result back.
func TestInflect(t *testing.T) {
	for _, noun := range kazakhNouns {
		noun = strings.ToLower(noun)
		for _, plural := range []bool{false, true} {
			for person := range 4 {
				for _, c := range kazakhCases {
					checkInflection(t, noun, Analysis{Base: noun, Plural: plural, Possessive: person, Case: c})
				}
			}
		}
	}
}

func checkInflection(t *testing.T, noun string, want Analysis) {
	t.Helper()
	forms := Inflect(noun, want.Plural, want.Possessive, want.Case)
	if len(forms) == 0 {
		t.Errorf("no form of %q for %+v", noun, want)
	}
	for _, form := range forms {
		if !slices.ContainsFunc(Analyze(form), want.equal) {
			t.Errorf("%q is a form of %q, but is not analysed so: %+v", form, noun, want)
		}
	}
}

// equal reports whether two readings name the same form of the same base.
func (a Analysis) equal(b Analysis) bool {
	return a.Base == b.Base && a.Plural == b.Plural && a.Possessive == b.Possessive && a.Case == b.Case
}

// TestReinflect checks of many words that every base can be inflected back to them.
func TestReinflect(t *testing.T) {
	words := strings.Fields(sample)
	for _, noun := range kazakhNouns {
		words = append(words, Inflect(strings.ToLower(noun), true, 3, Dat)...)
	}
	for _, word := range words {
		word = strings.ToLower(strings.Trim(word, "«»!,.–"))
		for _, a := range Analyze(word) {
			if !strings.Contains(word, "-") && !slices.Contains(Inflect(a.Base, a.Plural, a.Possessive, a.Case), word) {
				t.Errorf("%q has the base %q (%v), which does not inflect back", word, a.Base, a.Suffixes)
			}
		}
	}
}

func TestInflectForms(t *testing.T) {
	for want, a := range map[string]Analysis{
		"аудандарының": {Base: "аудан", Plural: true, Possessive: 3, Case: Gen},
		"мысығы":       {Base: "мысық", Possessive: 3, Case: Nom},
		"халқына":      {Base: "халық", Possessive: 3, Case: Dat},
		"кітабынан":    {Base: "кітап", Possessive: 3, Case: Abl},
		"ауылда":       {Base: "ауыл", Case: Loc},
		"тобымен":      {Base: "топ", Possessive: 3, Case: Ins},
		"өмірімде":     {Base: "өмір", Possessive: 1, Case: Loc},
		"анама":        {Base: "ана", Possessive: 1, Case: Dat},
		"қызбен":       {Base: "қыз", Case: Ins},
		"мектептің":    {Base: "мектеп", Case: Gen},
	} {
		if got := Inflect(a.Base, a.Plural, a.Possessive, a.Case); !slices.Contains(got, want) {
			t.Errorf("Inflect(%+v) = %q, want %q", a, got, want)
		}
	}
}

package kaz

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(tokens []Token) []string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.Text)
	}
	return out
}

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		"«Жасыл ел – жастар үшін!» жобасы":    "«|Жасыл|ел|–|жастар|үшін|!|»|жобасы",
		"деп хабарлайды ALMA.KZ.":             "деп|хабарлайды|ALMA.KZ|.",
		"С. Ж. Әбенов пен Т.Қ.Смағұлов":       "С.|Ж.|Әбенов|пен|Т.|Қ.|Смағұлов",
		"вице-президент 500-ге жуық":          "вице-президент|500-ге|жуық",
		"№1 мектеп, 1,2 млрд. теңге (26–27%)": "№|1|мектеп|,|1,2|млрд.|теңге|(|26|–|27|%|)",
		"ЖШС-нің XXI ғ. т.б.":                 "ЖШС-нің|XXI|ғ.|т.б.",
		"2026-02-17 12:30 27.03.2026.":        "2026-02-17|12:30|27.03.2026|.",
		"д’Артаньян Ресейдің... иә":           "д’Артаньян|Ресейдің|...|иә",
		"г. Алматы, ул. Абая":                 "г.|Алматы|,|ул.|Абая",
	} {
		if diff := cmp.Diff(strings.Split(want, "|"), texts(Tokenize(text))); diff != "" {
			t.Errorf("Tokenize(%q):\n%s", text, diff)
		}
	}
}

func TestTokenEnding(t *testing.T) {
	for text, want := range map[string][2]string{
		"500-ге":         {"500", "ге"},
		"ЖШС-нің":        {"ЖШС", "нің"},
		"ALMA.KZ-тің":    {"ALMA.KZ", "тің"},
		"вице-президент": {"вице-президент", ""},
		"2026-02-17":     {"2026-02-17", ""},
	} {
		got := Tokenize(text)
		if len(got) != 1 || got[0].Stem != want[0] || got[0].Ending != want[1] {
			t.Errorf("Tokenize(%q) = %+v, want stem %q and ending %q", text, got, want[0], want[1])
		}
	}
}

package kaz

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"«Жасыл ел»  ЖШС":       "жасыл ел жшс",
		"Артём":                 "артем",
		"АБАЙ":                  "абай",
		"и\u0306":               "й",
		"Көк\u00adшетау":        "көкшетау",
		"Алма\u0301ты":          "алматы",
		"д’Артаньян":            "дартаньян",
		"Super-pharm":           "super pharm",
		"\u00a0 Семей\tқаласы ": "семей қаласы",
		"ﬁlm №5":                "film no5",
		"a_b":                   "a b",
		"İstanbul":              "istanbul",
		"":                      "",
		"«»":                    "",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSortKey(t *testing.T) {
	names := []string{"3-мектеп", "Абай", "Абай ауданы", "Әбен", "Бурабай", "Ғани", "Дала", "Ерік", "Қарқаралы", "Өскемен", "Ұлан", "Үштөбе", "Ыстық", "Іле", "Bolat", "Qazaq", "Ştab", "東"}
	sorted := slices.Clone(names)
	slices.SortFunc(sorted, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	if diff := cmp.Diff(names, sorted); diff != "" {
		t.Error(diff)
	}
	for _, name := range names {
		for _, r := range SortKey(name) {
			if r >= 0x80 {
				t.Errorf("SortKey(%q) = %q is not ASCII", name, SortKey(name))
			}
		}
	}
}

// TestQuickLetters holds what is quick for common letters against Unicode.
func TestQuickLetters(t *testing.T) {
	for r := range rune(0x3000) {
		if lower(r) != unicode.ToLower(r) || isLetter(r) != unicode.IsLetter(r) {
			t.Errorf("%U: lower %c, letter %t", r, lower(r), isLetter(r))
		}
	}
}

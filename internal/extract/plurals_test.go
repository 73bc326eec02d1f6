package extract

import "testing"

func TestPlurals(t *testing.T) {
	rules, err := readPlurals(Rules())
	if err != nil {
		t.Fatal(err)
	}
	for noun, want := range map[string]string{
		"человек":     "люди",
		"мать":        "матери",
		"горожанин":   "горожане",
		"рабочий":     "рабочие",
		"житель":      "жители",
		"учительница": "учительницы",
		"депутат":     "депутаты",
	} {
		if got := rules.of(noun); got != want {
			t.Errorf("the plural of %s is %s, want %s", noun, got, want)
		}
	}
}

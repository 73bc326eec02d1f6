package kaz

import "testing"

func TestNominativeLatin(t *testing.T) {
	for phrase, want := range map[string]string{
		"Qazaqstannyñ":     "Qazaqstan",
		"Qazaqstannyng":    "Qazaqstan",
		"Aqtöbe qalasynda": "Aqtöbe qalasy",
		"Zhambyl oblysyna": "Zhambyl oblysy",
		"Jambyl audanynda": "Jambyl audany",
		"Smağūlovtyñ":      "Smağūlov",
		"Shymkentte":       "Shymkent",
		"Qordaida":         "Qordai",
		"Qordayda":         "Qorday",
		"Semei":            "Semei",
		"Facebook":         "Facebook",
		"memlekettıñ":      "memleket",
		"Almatyda":         "Almaty",
	} {
		if got := Nominative(phrase); got != want {
			t.Errorf("Nominative(%q) = %q, want %q (%q)", phrase, got, want, Nominatives(phrase))
		}
	}
}

func TestAnalyzeLatin(t *testing.T) {
	for word, want := range map[string]string{
		"mysyğy":  "mysyq",
		"mysyghy": "mysyq",
		"halqyna": "halyq",
		"kitaby":  "kitap",
	} {
		found := false
		for _, a := range Analyze(word) {
			found = found || a.Base == want
		}
		if !found {
			t.Errorf("Analyze(%q) = %+v, want %q among the bases", word, Analyze(word), want)
		}
	}
}

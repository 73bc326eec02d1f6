package kaz

import (
	"testing"

	"civicgraph/internal/civic"
)

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

func TestCyrillic(t *testing.T) {
	for latin, want := range map[string]string{
		"Qyzyljar audanynyñ tūrğyndary äkımmen kezdestı.":                                            "Қызылжар ауданының тұрғындары әкіммен кездесті.",
		"Qyzyljar aýdanynyń turǵyndary ákimmen kezdesti.":                                            "Қызылжар ауданының тұрғындары әкіммен кездесті.",
		"Qyzyljar ay'danynyn' turg'yndary a'kimmen kezdesti.":                                        "Қызылжар ауданының тұрғындары әкіммен кездесті.",
		"Qyzylzhar audanynyng turghyndary akimmen kezdesti.":                                         "Қызылжар ауданының тұрғындары әкіммен кездесті.",
		"Jiynğa BAQ.KZ saity men Windows turaly jurnal keldı.":                                       "Жиынға BAQ.KZ сайты мен Windows туралы журнал келді.",
		"The mayor met the residents of the city on Monday, and many of them spoke about the roads.": "",
		"Belediye başkanı şehir sakinleriyle bir araya geldi, yollar hakkında konuştular.":           "",
		"Әкім тұрғындармен кездесті":                                                                 "",
		"": "",
	} {
		got, ok := Cyrillic(latin)
		if got.Text != want || ok != (want != "") {
			t.Errorf("Cyrillic(%q) = %q, %t, want %q", latin, got.Text, ok, want)
		}
		if ok {
			checkTranscript(t, got, latin)
		}
	}
}

// checkTranscript reports a transcript whose letters do not stand in the original one
// after the other.
func checkTranscript(t *testing.T, c Transcript, latin string) {
	t.Helper()
	last := 0
	for _, token := range Tokenize(c.Text) {
		span := c.Original(civic.Span{Start: token.Start, End: token.End})
		if span.Start < last || span.End < span.Start || span.End > len(latin) || !span.ValidIn(latin) {
			t.Fatalf("%q stands at %v of %q", token.Text, span, latin)
		}
		last = span.End
	}
}

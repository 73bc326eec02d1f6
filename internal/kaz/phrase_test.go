package kaz

import "testing"

func TestNominative(t *testing.T) {
	for phrase, want := range map[string]string{
		"Жамбыл облысына":           "Жамбыл облысы",
		"Смағұловтың":               "Смағұлов",
		"Әбенов Нұрлан Қайратұлына": "Әбенов Нұрлан Қайратұлы",
		"одағының":                  "одағы",
		"аудандарының":              "аудандары",
		"Қарағандыда":               "Қарағанды",
		"ауыл":                      "ауыл",
		"Абай ауданындағы":          "Абай ауданы",
		"Мәжілісте":                 "Мәжіліс",
		"ЖШС-нің":                   "ЖШС",
	} {
		if got := Nominative(phrase); got != want {
			t.Errorf("Nominative(%q) = %q, want %q", phrase, got, want)
		}
	}
}

func TestNominativeRussian(t *testing.T) {
	for phrase, want := range map[string]string{
		"Жамбылской области":             "Жамбылская область",
		"Есильского района":              "Есильский район",
		"Болатом Жумабековым":            "Болат Жумабеков",
		"Гульнар Сматовой":               "Гульнар Сматова",
		"Министерства культуры":          "Министерство культуры",
		"Восточно-Казахстанской области": "Восточно-Казахстанская область",
		"Астаны": "Астана",
		"Марии Петровны Соколовой": "Мария Петровна Соколова",
	} {
		if got := NominativeRussian(phrase); got != want {
			t.Errorf("NominativeRussian(%q) = %q, want %q (%q)", phrase, got, want, NominativesRussian(phrase))
		}
	}
}

package kaz

import "testing"

func TestKazakhVerb(t *testing.T) {
	tests := []struct {
		stem, word string
		want       VerbForm
		ok         bool
	}{
		{"өт", "өтті", VerbForm{VerbPast, false}, true},
		{"өт", "өтпеді", VerbForm{VerbPast, true}, true},
		{"өт", "өтеді", VerbForm{VerbFuture, false}, true},
		{"өт", "өтпек", VerbForm{VerbIntent, false}, true},
		{"өт", "өткен", VerbForm{VerbPerfect, false}, true},
		{"өт", "өткенін", VerbForm{VerbNoun, false}, true},
		{"өт", "өтпейді", VerbForm{VerbFuture, true}, true},
		{"өт", "өтпей", VerbForm{VerbConverb, true}, true},
		{"қатыс", "қатысқан", VerbForm{VerbPerfect, false}, true},
		{"қатыс", "қатысушылар", VerbForm{}, false},
		{"жолық", "жолығып", VerbForm{VerbConverb, false}, true},
		{"талқыла", "талқылайды", VerbForm{VerbFuture, false}, true},
		{"бол", "болмақ", VerbForm{VerbIntent, false}, true},
		{"бол", "болмас", VerbForm{VerbFuture, true}, true},
		{"өт", "өтініш", VerbForm{}, false},
		{"өт", "от", VerbForm{}, false},
	}
	for _, test := range tests {
		got, ok := KazakhVerb(test.stem, test.word)
		if ok != test.ok || test.want.Kind != "" && got != test.want {
			t.Errorf("KazakhVerb(%q, %q) = %v, %v, want %v, %v", test.stem, test.word, got, ok, test.want, test.ok)
		}
	}
}

func TestRussianVerb(t *testing.T) {
	tests := []struct {
		stem, word string
		want       VerbKind
		ok         bool
	}{
		{"прове", "провели", VerbPast, true},
		{"прош", "прошла", VerbPast, true},
		{"прош", "прошел", VerbPast, true},
		{"встрети", "встретились", VerbPast, true},
		{"встрет", "встретится", VerbFuture, true},
		{"отмене", "отменена", VerbPassive, true},
		{"состо", "состоится", VerbFuture, true},
		{"состоя", "состоявшийся", VerbParticiple, true},
		{"прове", "проверка", "", false},
	}
	for _, test := range tests {
		got, ok := RussianVerb(test.stem, test.word)
		if ok != test.ok || got.Kind != test.want {
			t.Errorf("RussianVerb(%q, %q) = %v, %v, want %v, %v", test.stem, test.word, got, ok, test.want, test.ok)
		}
	}
}

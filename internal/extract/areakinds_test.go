package extract

import (
	"testing"

	"civicgraph/internal/civic"
)

func TestAreaKinds(t *testing.T) {
	all, err := readAreaKinds(Rules())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, kind, want string }{
		{"аудан", "DISTRICT", "ауданы"},
		{"ауылдық округ", "DISTRICT", "ауылдық округі"},
		{"", "CITY", "қаласы"},
		{"республика", "COUNTRY", ""},
	} {
		if got := all[civic.Kazakh].called(test.text, test.kind); got != test.want {
			t.Errorf("an area of kind %s by the word %q is called %q, want %q", test.kind, test.text, got, test.want)
		}
	}
	if got := all[civic.Russian]["REGION"].titled; got != "области" {
		t.Errorf("a title calls a region %q, want «области»", got)
	}
}

func TestAreaKindsOfOtherLines(t *testing.T) {
	for _, line := range []string{"облыс", "REGION: a, b, c, d"} {
		if err := (areaKinds{}).add(line); err == nil {
			t.Errorf("the line %q is no error", line)
		}
	}
}

package extract

import (
	"testing"
	"testing/fstest"

	"civicgraph/internal/civic"
)

// TestWordClassesAreListed holds the names that rules ask for to the files.
func TestWordClassesAreListed(t *testing.T) {
	all, err := readWordClasses(Rules())
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range wordClassNames {
		if all[civic.Kazakh][class] == nil && all[civic.Russian][class] == nil {
			t.Errorf("no language has words of class %s", class)
		}
	}
}

func TestWordClasses(t *testing.T) {
	all, err := readWordClasses(fstest.MapFS{
		"kk/wordclasses.txt": {Data: []byte("# Numbers.\nABOUT: -дай -адай\nSCHEDULED: белгілен-\n")},
		"ru/wordclasses.txt": {Data: []byte("PREPOSITION: в во # in\nPREPOSITION: на\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		lang  civic.Language
		class wordClass
		word  string
		want  bool
	}{
		{civic.Kazakh, aboutSo, "130-дай", true},
		{civic.Kazakh, aboutSo, "ондай", true},
		{civic.Kazakh, aboutSo, "дай", false},
		{civic.Russian, aboutSo, "ондай", false},
		{civic.Kazakh, scheduled, "белгіленді", true},
		{civic.Russian, preposition, "на", true},
		{civic.Russian, preposition, "над", false},
	} {
		if got := all[test.lang].has(test.class, test.word); got != test.want {
			t.Errorf("%s %s has %q: %v, want %v", test.lang, test.class, test.word, got, test.want)
		}
	}
	if stem, ending, ok := all[civic.Kazakh].cut(aboutSo, "елугадай"); stem != "елуга" || ending != "дай" || !ok {
		t.Errorf("елугадай is cut into %q and %q, want елуга and дай", stem, ending)
	}
}

func TestWordClassesOfOtherNames(t *testing.T) {
	for _, line := range []string{"PREPOSITON: в", "в"} {
		if err := (wordClasses{}).add(line); err == nil {
			t.Errorf("the line %q is no error", line)
		}
	}
}

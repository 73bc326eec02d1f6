package extract

import (
	"fmt"
	"reflect"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// TestLexiconsAreNumbered looks for lexicons that no vocabulary knows, whose phrases
// would never be found.
func TestLexiconsAreNumbered(t *testing.T) {
	x := newExtractor(t)
	checkNumbered(t, reflect.ValueOf(x.names))
	checkNumbered(t, reflect.ValueOf(x.events))
}

func checkNumbered(t *testing.T, rules reflect.Value) {
	for i := range rules.NumField() {
		switch f := rules.Field(i); {
		case f.Type() == reflect.TypeFor[lexicon]() && f.FieldByName("number").Int() == 0:
			t.Errorf("%s.%s has no number: list it in lexicons", rules.Type(), rules.Type().Field(i).Name)
		case f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[lexicon]():
			checkNumbered(t, f)
		}
	}
}

// TestVocabularyForgets reads more words than are remembered.
func TestVocabularyForgets(t *testing.T) {
	v := newVocabulary(nil, nil)
	for i := range 5 * generation {
		text := fmt.Sprint("сөз", i%(3*generation))
		v.lookup(civic.Kazakh, &token{Token: kaz.Token{Text: text, Stem: text}})
	}
	if n := len(v.young) + len(v.old); n > 2*generation {
		t.Errorf("%d words are remembered, want %d at most", n, 2*generation)
	}
}

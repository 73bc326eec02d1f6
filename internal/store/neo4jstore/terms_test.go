package neo4jstore

import (
	"testing"

	"civicgraph/internal/civic"
)

func TestLucene(t *testing.T) {
	word := func(text string) []civic.Term { return []civic.Term{{Text: text}} }
	for _, c := range []struct {
		groups [][]civic.Term
		want   string
	}{
		{[][]civic.Term{word("кеңес"), {{Text: "қала"}, {Text: "ау", Prefix: true}}}, "+(кеңес) +(қала ау*)"},
		{[][]civic.Term{word("AND"), word("or"), word("u0041")}, `+(\AND) +(or) +(u0041)`},
		{[][]civic.Term{word(`a*b?"c\d`)}, `+(a\*b\?\"c\\d)`},
		{[][]civic.Term{{{Prefix: true}}}, "+(*)"},
		{[][]civic.Term{word("кеңес"), {}}, "-*:*"},
		{[][]civic.Term{word("екі сөз")}, "-*:*"}, // «two words»: no term has a space
	} {
		if got := lucene(c.groups); got != c.want {
			t.Errorf("%v: %s, want %s", c.groups, got, c.want)
		}
	}
}

func TestPlace(t *testing.T) {
	places := []string{lowest, place("", "pe_b"), place("а", "pe_a"), place("а", "pe_b"), place("а б", "pe_a"), place("аа", "pe_a"), highest}
	for i, p := range places[1:] {
		if p <= places[i] {
			t.Errorf("%q does not stand after %q", p, places[i])
		}
	}
	if c := cursorOf(place("а б", "pe_a")); c != (civic.Cursor{Key: "а б", ID: "pe_a"}) {
		t.Errorf("cursor %+v", c)
	}
}

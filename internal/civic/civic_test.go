package civic

import (
	"errors"
	"slices"
	"testing"
)

func TestIDsComeFromContent(t *testing.T) {
	a, b := NodeID(TypePerson, "а"), NodeID(TypePerson, "б")
	if a == b || a != NodeID(TypePerson, "а") || a == NodeID(TypePlace, "а") {
		t.Errorf("%s, %s", a, b)
	}
	if typ, ok := a.Type(); !ok || typ != TypePerson {
		t.Errorf("type of %s is %s", a, typ)
	}
	for _, id := range []ID{a, ReferentID(a, TypePerson, "k"), ClaimID(Leads, a, b), EdgeID(Leads, a, b), EvidenceID(a, 1)} {
		if parsed, err := ParseID(string(id)); err != nil || parsed != id {
			t.Errorf("ParseID(%s) = %s, %v", id, parsed, err)
		}
	}
}

func TestEveryNodeTypeHasItsIDs(t *testing.T) {
	for _, typ := range NodeTypes {
		if got, ok := NodeID(typ, "x").Type(); !ok || got != typ {
			t.Errorf("id of a %s names a %s", typ, got)
		}
	}
}

func TestParseIDRefusesGarbage(t *testing.T) {
	for _, s := range []string{"", "p", "pe", "pe_", "pe_abc", "xx_abcdefghijklmnopqrstuvwxyz", "pe_ABCDEFGHIJKLMNOPQRSTUVWXYZ",
		"pe-abcdefghijklmnopqrstuvwxyz", "pe_abcdefghijklmnopqrstuvwxy1", "қа_abcdefghijklmnopqrstuvwxyz"} {
		if id, err := ParseID(s); !errors.Is(err, ErrBadInput) {
			t.Errorf("ParseID(%q) = %s, %v", s, id, err)
		}
	}
}

func FuzzParseID(f *testing.F) {
	f.Add("pe_abcdefghijklmnopqrstuvwxyz")
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := ParseID(s); err == nil && string(id) != s {
			t.Errorf("ParseID(%q) = %q", s, id)
		}
	})
}

func TestSignaturesCoverEveryEdgeType(t *testing.T) {
	for _, e := range EdgeTypes {
		if s := Signatures[e]; len(s.From) == 0 || len(s.To) == 0 {
			t.Errorf("%s connects nothing", e)
		}
	}
	if len(Signatures) != len(EdgeTypes) {
		t.Errorf("%d signatures, %d edge types", len(Signatures), len(EdgeTypes))
	}
}

func TestNewestFirstSortsDescending(t *testing.T) {
	days := []Day{"2026-02-17", "2026-02-09", "2025-12-31", "1999-01-01", ""}
	keys := make([]string, len(days))
	for i, d := range days {
		keys[i] = d.NewestFirst()
	}
	if !slices.IsSorted(keys) {
		t.Errorf("%q", keys)
	}
}

func TestDayArithmeticStaysInTheCalendar(t *testing.T) {
	if got := Day("2024-02-28").Add(2); got != "2024-03-01" {
		t.Errorf("got %s", got)
	}
	if FirstDay.Add(-1) != FirstDay || LastDay.Add(1) != LastDay || Day("").Add(1) != "" {
		t.Error("the ends of the calendar are not kept")
	}
}

func TestBounds(t *testing.T) {
	const published = Day("2026-02-17")
	for name, tc := range map[string]struct {
		date        Date
		match       Match
		first, last Day
		ok          bool
	}{
		"a day is itself":             {Date{Earliest: "2026-02-15", Latest: "2026-02-15"}, MatchCertain, "2026-02-15", "2026-02-15", true},
		"bounded above, possible":     {Date{Latest: published}, MatchPossible, FirstDay, published, true},
		"bounded above, likely":       {Date{Latest: published}, MatchLikely, "2026-02-03", published, true},
		"bounded above, not certain":  {Date{Latest: published}, MatchCertain, "", published, false},
		"a plan, likely":              {Date{Earliest: published}, MatchLikely, published, "2026-03-03", true},
		"nothing known, likely":       {Date{}, MatchLikely, "2026-02-03", published, true},
		"nothing known, but possible": {Date{}, MatchPossible, FirstDay, LastDay, true},
	} {
		t.Run(name, func(t *testing.T) {
			first, last, ok := tc.date.Bounds(tc.match, published)
			if first != tc.first || last != tc.last || ok != tc.ok {
				t.Errorf("got %s, %s, %v", first, last, ok)
			}
		})
	}
}

func TestSpanInRunes(t *testing.T) {
	text := "Шу — 🙂 Тараз"
	s := Span{Start: len("Шу — 🙂 "), End: len(text)}
	if got := s.Runes(text); got != (Span{7, 12}) || s.In(text) != "Тараз" {
		t.Errorf("%v %q", got, s.In(text))
	}
	if (Span{1, 2}).ValidIn(text) || (Span{0, 99}).ValidIn(text) || !s.ValidIn(text) {
		t.Error("ValidIn does not tell whole code points")
	}
}

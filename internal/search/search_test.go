package search_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/search"
	"civicgraph/internal/store/storetest"
)

// named is a store with an entity of each «type:name»; a name may have further
// forms behind semicolons. An entity that stands twice has two reports.
func named(tb testing.TB, entities ...string) *storetest.Model {
	tb.Helper()
	m := storetest.NewModel()
	for i, entity := range entities {
		t, name, _ := strings.Cut(entity, ":")
		forms := strings.Split(name, ";")
		d := storetest.NewDraft(fmt.Sprint(i), "2026-01-01")
		ref := d.Refer(civic.NodeType(t), forms[0])
		for _, form := range forms[1:] {
			ref.Names = append(ref.Names, civic.Name{Text: form, Language: civic.Kazakh, Kind: civic.NameShort})
		}
		if _, err := m.Write(tb.Context(), d.Reading()); err != nil {
			tb.Fatal(err)
		}
	}
	return m
}

func TestRanking(t *testing.T) {
	for _, c := range []struct {
		query    string
		entities []string
		want     []string // names in order
	}{
		{"Көлді", []string{"Place:Көлді ауданы", "Place:Көлді", "Organization:Көлді қоры орталығы"}, []string{"Көлді", "Көлді ауданы", "Көлді қоры орталығы"}},
		{"болат сарин", []string{"Person:Сарин Болат", "Person:Болат Сарин", "Person:Болат Саринов"}, []string{"Болат Сарин", "Сарин Болат", "Болат Саринов"}},
		{"Sarin", []string{"Person:Саринова", "Person:Сарин"}, []string{"Сарин", "Саринова"}},
		{"Сариннің", []string{"Person:Сарин", "Person:Болатов"}, []string{"Сарин"}},                                                           // = Сарин + нің (genitive)
		{"су", []string{"Topic:Су", "Statement:Су керек", "Meeting:Су", "Organization:Су"}, []string{"Су", "Су", "Су", "Су керек"}},           // "water", "water is needed"
		{"халық таңдауы", []string{"Topic:Халық таңдауы", "Coalition:Біз – халық таңдауы"}, []string{"Біз – халық таңдауы", "Халық таңдауы"}}, // "the people's choice"
		{"Көлді", []string{"Person:Көлді Асан", "Person:Көлді Үсен", "Person:Көлді Үсен"}, []string{"Көлді Үсен", "Көлді Асан"}},              // more reports
		{"ҚДБ", []string{"Organization:Қала даму банкі;ҚДБ", "Organization:ҚДБ"}, []string{"ҚДБ", "Қала даму банкі"}},                         // a short form
		{"жоқ нәрсе", []string{"Person:Жоқ", "Person:Нәрсе"}, nil},                                                                            // "a thing that is not": no name has both
		{"Болат 🌊", []string{"Person:Болат"}, []string{"Болат"}},                                                                              // what is no word
		{"Жанар Ж", []string{"Person:Жанар", "Person:Жанар Жолда"}, []string{"Жанар Жолда", "Жанар"}},                                         // each word finds its own
		{"«Болат»", []string{"Organization:Болат-Құрылыс ЖШС", "Organization:«Болат» ЖШС"}, []string{"«Болат» ЖШС", "Болат-Құрылыс ЖШС"}},     // quotes; "Bolat Construction"
	} {
		found, err := search.Search(t.Context(), named(t, c.entities...), c.query, nil, civic.Page{First: 10})
		if err != nil {
			t.Fatalf("%s: %v", c.query, err)
		}
		var got []string
		for _, item := range found.Items {
			got = append(got, item.Value.Entity.Name)
			if s := item.Value.Score; s <= 0 || s > 1 {
				t.Errorf("%s: score %v", c.query, s)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.query, diff)
		}
	}
}

func TestReasons(t *testing.T) {
	m := named(t, "Person:Қайрат Тастанов;Тастанов")
	for query, want := range map[string][]string{
		"қайрат тастанов":    {"EXACT: қайрат in “Қайрат Тастанов”", "EXACT: тастанов in “Қайрат Тастанов”"},
		"Тастановтың Кайрат": {"INFLECTED: тастанов in “Қайрат Тастанов”", "TRANSLITERATED: қайрат in “Қайрат Тастанов”"},
		"Tastanov":           {"TRANSLITERATED: тастанов in “Тастанов”"},
		"таст":               {"PREFIX: тастанов in “Тастанов”"},
	} {
		found, err := search.Search(t.Context(), m, query, nil, civic.Page{First: 1})
		if err != nil || len(found.Items) != 1 {
			t.Fatalf("%s: %d hits, error %v", query, len(found.Items), err)
		}
		var got []string
		for _, r := range found.Items[0].Value.Reasons {
			got = append(got, r.String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", query, diff)
		}
	}
}

func TestPages(t *testing.T) {
	var people []string
	for i := range 23 {
		people = append(people, fmt.Sprintf("Person:Сарин %d", i/3)) // some have several reports
	}
	m := named(t, people...)
	ids := func(p civic.Page) (list []civic.ID, r search.Result) {
		r, err := search.Search(t.Context(), m, "Сарин", nil, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range r.Items {
			list = append(list, item.Value.Entity.ID)
		}
		return list, r
	}
	whole, _ := ids(civic.Page{First: 100})
	var forward, backward []civic.ID
	for p := (civic.Page{First: 3}); ; {
		list, r := ids(p)
		forward = append(forward, list...)
		if !r.HasNext {
			break
		}
		p.After = &r.Items[len(r.Items)-1].Cursor
	}
	for p := (civic.Page{Last: 3}); ; {
		list, r := ids(p)
		backward = append(list, backward...)
		if !r.HasPrevious {
			break
		}
		p.Before = &r.Items[0].Cursor
	}
	if diff := cmp.Diff(whole, forward); diff != "" {
		t.Errorf("forward (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(whole, backward); diff != "" {
		t.Errorf("backward (-want +got):\n%s", diff)
	}
}

func TestArguments(t *testing.T) {
	m := named(t, "Person:Сарин", "Place:Сарин")
	for _, query := range []string{"", "  ", "«»…", "🌊"} {
		if r, err := search.Search(t.Context(), m, query, nil, civic.Page{First: 1}); err != nil || len(r.Items) != 0 {
			t.Errorf("%q: %d hits, error %v", query, len(r.Items), err)
		}
	}
	long := strings.Repeat("сарин ", search.MaxWords+1)
	if _, err := search.Search(t.Context(), m, long, nil, civic.Page{First: 1}); !errors.Is(err, civic.ErrBadInput) {
		t.Errorf("a long query: error %v", err)
	}
	if _, err := search.Search(t.Context(), m, "сарин", nil, civic.Page{}); !errors.Is(err, civic.ErrBadInput) {
		t.Errorf("no page: error %v", err)
	}
	r, err := search.Search(t.Context(), m, "сарин", []civic.NodeType{civic.TypePlace}, civic.Page{First: 5})
	if err != nil || len(r.Items) != 1 || r.Items[0].Value.Entity.Type != civic.TypePlace {
		t.Errorf("places alone: %+v, error %v", r, err)
	}
}

func TestTruncated(t *testing.T) {
	d := storetest.NewDraft("a", "2026-01-01")
	for i := range 500 {
		d.Refer(civic.TypePerson, fmt.Sprint("Сарин ", i))
	}
	m := storetest.NewModel()
	if _, err := m.Write(t.Context(), d.Reading()); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]bool{"сарин": true, "сарин 77": false} {
		r, err := search.Search(t.Context(), m, query, nil, civic.Page{First: 1})
		if err != nil || r.Truncated != want {
			t.Errorf("%q: truncated %v, error %v", query, r.Truncated, err)
		}
	}
}

func FuzzSearch(f *testing.F) {
	m := named(f, "Person:Қайрат Тастанов;Тастанов", "Organization:«Болат» ЖШС", "Topic:Ауыз су")
	for _, query := range []string{"Тастанов", "bolat jshs", "су\u0301", "\xff", "а б в"} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		r, err := search.Search(t.Context(), m, query, nil, civic.Page{First: 10})
		if err != nil && !errors.Is(err, civic.ErrBadInput) {
			t.Fatal(err)
		}
		for _, item := range r.Items {
			if s := item.Value.Score; s <= 0 || s > 1 || len(item.Value.Reasons) == 0 {
				t.Errorf("%q: %+v", query, item.Value)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	var people []string
	for i := range 400 {
		people = append(people, fmt.Sprintf("Person:Сарин Аты%d Әкесі%d", i, i/7))
	}
	m := named(b, people...)
	for b.Loop() {
		if _, err := search.Search(b.Context(), m, "сарин аты", nil, civic.Page{First: 20}); err != nil {
			b.Fatal(err)
		}
	}
}

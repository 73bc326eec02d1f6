package gazetteer

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
)

func TestResolve(t *testing.T) {
	g := New()
	for _, c := range []struct {
		name, kind string
		context    []string
		want       string
	}{
		{"Жамбыл облысы", "", nil, "310000000"},
		{"Жамбыл", "", nil, "310000000"},
		{"Жамбыл ауданы", "", nil, ""},
		{"Жамбыл ауданы", "", []string{"310000000"}, "314000000"},
		{"Жамбыл ауданы", "", []string{"590000000"}, "594600000"},
		{"Жамбыл ауданы", "", []string{"194230100"}, "194200000"},
		{"Жамбыл", Settlement, []string{"194200000"}, "194247100"},
		{"Абай ауданы", District, []string{"350000000"}, "353200000"},
		{"Кордайский район", "", nil, "314800000"},
		{"Қордай", "", nil, "314800000"},
		{"село Двуречное", "", []string{"114800000"}, "114841100"},
		{"Двуречное", "", []string{"110000000"}, "114841100"},
		{"Құрық ауылы", "", nil, "474230100"},
		{"Астана", "", nil, "710000000"},
		{"город Алматы", "", nil, "750000000"},
		{"Ақтау қаласы", "", nil, "471010000"},
		{"Ақтау", "", []string{"470000000"}, "471010000"},
		{"Есиль", City, nil, "114820100"},
		{"Есильский район", "", []string{"110000000"}, "114800000"},
		{"Восточно-Казахстанская область", "", nil, "630000000"},
		{"ҚР", "", nil, "KZ"},
		{"Республика Казахстан", "", nil, "KZ"},
		{"Түркия", Country, nil, "TR"},
		{"ВКО", "", nil, "630000000"},
		{"СҚО", Region, nil, "590000000"},
		{"Ешқандайжер", "", nil, ""},
		{"", "", nil, ""},
	} {
		got, ok := g.Resolve(c.name, c.kind, c.context)
		if got.Code != c.want || ok != (c.want != "") {
			t.Errorf("Resolve(%q, %q, %q) = %q %q, want %q", c.name, c.kind, c.context, got.Code, got.Name, c.want)
		}
	}
}

func TestParents(t *testing.T) {
	var names []string
	for _, p := range New().Parents("474230100") {
		names = append(names, p.Name)
	}
	if diff := cmp.Diff([]string{"Құрық ауылдық округі", "Қарақия ауданы", "Маңғыстау облысы", "Қазақстан Республикасы"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestNames(t *testing.T) {
	g := New()
	for word, want := range map[string]bool{"Серік": true, "серік": true, "Серик": true, "Мария": true, "Облыс": false, "": false} {
		if got := g.IsGivenName(word); got != want {
			t.Errorf("IsGivenName(%q) = %v", word, got)
		}
	}
	for word, want := range map[string]bool{"Смағұлов": true, "Шульц": false, "Қасқарова": true, "қасқарова": false, "": false} {
		if got := g.SurnameShape(word); got != want {
			t.Errorf("SurnameShape(%q) = %v", word, got)
		}
	}
	if !g.GivenNameShape("Байдәулетбек") || g.GivenNameShape("Бек") || g.GivenNameShape("бердібек") {
		t.Error("GivenNameShape does not know the endings")
	}
	if !g.IsMaleName("Болат") || g.IsFemaleName("Болат") || !g.IsFemaleName("Айгүл") {
		t.Error("the lists of names are mixed up")
	}
	if !g.PatronymicShape("Болатқызы") || !g.PatronymicShape("Петрович") || g.PatronymicShape("Болат") {
		t.Error("PatronymicShape does not know the endings")
	}
}

func TestAliases(t *testing.T) {
	p, _ := New().ByCode("474230100")
	if diff := cmp.Diff([]string{"Құрық"}, p.Aliases(civic.Kazakh)); diff != "" || p.Name != "Құрық ауылы" {
		t.Error(p.Name, diff)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New()
	}
}

func FuzzPlaces(f *testing.F) {
	g := New()
	for _, s := range []string{"", "Жамбыл ауданы", "село", "село Двуречное", "қ. а. о.", "KZ", "310000000", "\xff\u00ad обл"} {
		f.Add(s, "310000000")
	}
	f.Fuzz(func(t *testing.T, name, code string) {
		for _, p := range g.Places(name, "") {
			if same, ok := g.ByCode(p.Code); !ok || same != p {
				t.Fatalf("%q is %+v, but its code leads to %+v", name, p, same)
			}
		}
		if p, ok := g.Resolve(name, "", []string{code}); ok && p.Name == "" {
			t.Fatalf("%q means a place without a name: %+v", name, p)
		}
		if len(g.Parents(code)) > 4 {
			t.Fatalf("%q lies in %v", code, g.Parents(code))
		}
		g.IsGivenName(name)
		g.SurnameShape(name)
		g.PatronymicShape(name)
	})
}

// TestEveryPlace checks that each place has its parents and is found by all its names.
func TestEveryPlace(t *testing.T) {
	g := New()
	for _, r := range g.rows {
		p := r.place()
		above := g.Parents(p.Code)
		if p.Kind != Country && (len(above) == 0 || above[len(above)-1].Kind != Country) || p.Registered() && above[len(above)-1].Code != homeland {
			t.Errorf("%s %s lies in %v", p.Code, p.Name, above)
		}
		for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
			for _, name := range append(p.Aliases(lang), p.Name, p.Russian) {
				if !slices.ContainsFunc(g.Places(name, ""), func(q Place) bool { return q.Code == p.Code }) {
					t.Errorf("%s is not found by %q", p.Code, name)
				}
			}
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	g := New()
	for b.Loop() {
		g.Resolve("Жамбыл ауданы", "", []string{"310000000"})
	}
}

func TestCoordinates(t *testing.T) {
	g := New()
	located := 0
	for _, r := range g.rows {
		if p := r.place(); p.Lat != 0 {
			located++
			if p.Lat < 40 || p.Lat > 56 || p.Lon < 46 || p.Lon > 88 {
				t.Errorf("%s %s lies at %v, %v", p.Code, p.Name, p.Lat, p.Lon)
			}
		}
	}
	if p, _ := g.ByCode("710000000"); p.Name != "Астана" || math.Abs(p.Lat-51.2) > 0.2 || math.Abs(p.Lon-71.4) > 0.2 {
		t.Errorf("the capital is %+v", p)
	}
	if located < 200 {
		t.Errorf("only %d places have coordinates", located)
	}
}

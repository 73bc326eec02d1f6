// Package gazetteer knows the places of Kazakhstan by their official codes, the
// countries, and the shapes of personal names. It prefers no answer to a wrong one:
// a name that several places bear is nobody's until a context decides.
package gazetteer

import (
	"bufio"
	"compress/gzip"
	"embed"
	"io"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

//go:generate go run ./gen -in ../../../shared/geo/kato.csv

//go:embed data
var data embed.FS

// The kinds of place, from wide to narrow. A rural district is a DISTRICT, a town
// («кент») and a station are SETTLEMENTs.
const (
	Country    = "COUNTRY"
	Region     = "REGION"
	District   = "DISTRICT"
	City       = "CITY"
	Settlement = "SETTLEMENT"
)

// Place is a registered place.
type Place struct {
	Code    string // the KATO code, nine digits; of a country its ISO 3166-1 letters
	Kind    string // COUNTRY, REGION, DISTRICT, CITY or SETTLEMENT
	Name    string // Kazakh, as it heads an index: «Ақтау», «Құрық ауылы», «Абай ауданы»
	Russian string // Russian, likewise: «Актау», «Курык», «Абайский район»
	Parent  string // the code of the next wider place, empty for a country
	Lat     float64
	Lon     float64 // degrees; both 0 when unknown

	kazakh  string // the Kazakh name without the word for the kind
	russian string
	unit    string // the table's kind: region, city, district, rural, village, town, station
}

// Aliases are the other forms of the place's name in the language, the bare name
// among them: «Құрық» of «Құрық ауылы», «Ақтау қаласы» of «Ақтау».
func (p Place) Aliases(lang civic.Language) []string {
	if lang == civic.Russian {
		return others(p.Russian, p.russian, russianFull(p))
	}
	return others(p.Name, p.kazakh, kazakhFull(p))
}

// others are the names that are not empty and not the first.
func others(first string, names ...string) []string {
	var kept []string
	for _, name := range names {
		if name != "" && name != first {
			kept = append(kept, name)
		}
	}
	return kept
}

// Gazetteer finds places and judges names. It does not change once made.
type Gazetteer struct {
	places  []Place
	byCode  map[string]int32
	byName  map[string][]int32 // by folded name without the word for the kind, in either language
	names   map[string]gender
	endings surnameEndings
	kinds   []typeWord
}

// New reads the embedded tables.
func New() *Gazetteer {
	g := &Gazetteer{byCode: map[string]int32{}, byName: map[string][]int32{}}
	g.kinds = typeWords()
	g.names = givenNames()
	g.endings = readSurnameEndings()
	g.readCountries()
	g.readPlaces()
	return g
}

// readCountries adds the list of countries.
func (g *Gazetteer) readCountries() {
	for _, line := range lines("countries.txt") {
		f := strings.Split(line, "|")
		g.add(Place{Code: f[0], Kind: Country, Name: f[1], Russian: f[2], kazakh: f[1], russian: f[2], unit: "country"},
			append(strings.Split(f[3], ","), strings.Split(f[4], ",")...)...)
	}
}

// readPlaces adds the table of the places of Kazakhstan.
func (g *Gazetteer) readPlaces() {
	f, err := data.Open("data/places.tsv.gz")
	must(err)
	z, err := gzip.NewReader(f)
	must(err)
	text, err := io.ReadAll(z)
	must(err)
	for line := range strings.Lines(string(text)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 5 {
			g.add(newPlace(f[0], f[1], f[2], f[3], f[4]))
		}
	}
}

// must stops the program when an embedded table, a part of it, cannot be read.
func must(err error) {
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
}

// add files a place under its names.
func (g *Gazetteer) add(p Place, aliases ...string) {
	i := int32(len(g.places))
	g.places = append(g.places, p)
	g.byCode[p.Code] = i
	for _, name := range append(aliases, p.kazakh, p.russian) {
		if key := kaz.Fold(name); key != "" {
			g.file(key, i)
		}
	}
}

// file puts place i under a folded name, once.
func (g *Gazetteer) file(key string, i int32) {
	under := g.byName[key]
	if len(under) == 0 || under[len(under)-1] != i {
		g.byName[key] = append(under, i)
	}
}

// newPlace makes a place of a row of the table.
func newPlace(code, unit, parent, kazakh, russian string) Place {
	p := Place{Code: code, Kind: kindOf(unit), Parent: parent, kazakh: kazakh, russian: bareRussian(unit, russian), unit: unit}
	p.Name, p.Russian = kazakhFull(p), russian
	switch unit {
	case "city":
		p.Name = kazakh
	case "rural":
		p.Russian = russianFull(p)
	}
	return p
}

func kindOf(unit string) string {
	switch unit {
	case "region":
		return Region
	case "district", "rural":
		return District
	case "city":
		return City
	}
	return Settlement
}

// kazakhFull is the Kazakh name with the word for the kind.
func kazakhFull(p Place) string {
	word := map[string]string{"region": "облысы", "district": "ауданы", "city": "қаласы", "rural": "ауылдық округі",
		"village": "ауылы", "town": "кенті", "station": "стансасы"}[p.unit]
	return strings.TrimSpace(p.kazakh + " " + word)
}

// russianFull is the Russian name with the word for the kind.
func russianFull(p Place) string {
	switch p.unit {
	case "rural":
		return p.russian + " сельский округ"
	case "city", "village", "town", "station":
		word := map[string]string{"city": "город", "village": "село", "town": "поселок", "station": "станция"}[p.unit]
		return word + " " + p.russian
	}
	return p.Russian
}

// bareRussian is a Russian name without the word for the kind, which those of
// regions and districts hold: «Абайский» of «Абайский район».
func bareRussian(unit, name string) string {
	for _, word := range []string{"область", "район"} {
		name = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(name, " "+word), word+" "))
	}
	return name
}

// lines reads an embedded text file: its lines but for empty ones and comments.
func lines(name string) []string {
	f, err := data.Open("data/" + name)
	must(err)
	var all []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

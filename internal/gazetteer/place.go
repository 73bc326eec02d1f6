package gazetteer

import (
	"strconv"
	"strings"

	"civicgraph/internal/civic"
)

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
	Code    string  // the KATO code, nine digits; elsewhere the country's ISO 3166-1 letters, of a city with its Russian name
	Kind    string  // COUNTRY, REGION, DISTRICT, CITY or SETTLEMENT
	Name    string  // Kazakh, as it heads an index: «Ақтау», «Құрық ауылы», «Абай ауданы»
	Russian string  // Russian, likewise: «Актау», «Курык», «Абайский район»
	Parent  string  // the code of the next wider place, empty for a country
	Lat     float64 // degrees
	Lon     float64 // degrees; both are 0 when unknown

	row row
}

// row is a line of the table of places: names without the word for the kind, but
// for the Russian names of regions and districts, whose form depends on it.
type row struct {
	code, parent    string
	unit            string // country, foreign (a city elsewhere), region, city, district, rural, village, town, station
	kazakh, russian string
	lat, lon        string // degrees; empty when unknown
	weight          int    // see rank
	up              int    // where the parent stands among the rows; -1 for a country
}

// Registered reports whether the place has a KATO code.
func (p Place) Registered() bool { return p.Code != "" && p.Code[0] >= '0' && p.Code[0] <= '9' }

// place makes a place of its row.
func (r row) place() Place {
	p := Place{Code: r.code, Kind: r.kind(), Name: r.fullKazakh(), Russian: r.russian, Parent: r.parent, row: r}
	p.Lat, p.Lon = degrees(r.lat), degrees(r.lon)
	switch r.unit {
	case "city":
		p.Name = r.kazakh
	case "rural":
		p.Russian = r.fullRussian()
	}
	return p
}

// degrees reads a coordinate; 0 when it is unknown.
func degrees(s string) float64 {
	if s == "" {
		return 0
	}
	d, err := strconv.ParseFloat(s, 64)
	must(err)
	return d
}

func (r row) kind() string {
	switch r.unit {
	case "country":
		return Country
	case "region":
		return Region
	case "district", "rural":
		return District
	case "city", "foreign":
		return City
	}
	return Settlement
}

// fullKazakh is the Kazakh name with the word for the kind.
func (r row) fullKazakh() string {
	switch r.unit {
	case "region":
		return r.kazakh + " облысы"
	case "district":
		return r.kazakh + " ауданы"
	case "rural":
		return r.kazakh + " ауылдық округі"
	case "city":
		return r.kazakh + " қаласы"
	case "village":
		return r.kazakh + " ауылы"
	case "town":
		return r.kazakh + " кенті"
	case "station":
		return r.kazakh + " стансасы"
	}
	return r.kazakh
}

// fullRussian is the Russian name with the word for the kind.
func (r row) fullRussian() string {
	switch r.unit {
	case "rural":
		return r.russian + " сельский округ"
	case "city":
		return "город " + r.russian
	case "village":
		return "село " + r.russian
	case "town":
		return "поселок " + r.russian
	case "station":
		return "станция " + r.russian
	}
	return r.russian
}

// bareRussian is the Russian name without the word for the kind: «Абайский».
func (r row) bareRussian() string {
	name := r.russian
	switch r.unit {
	case "region":
		name = strings.TrimSuffix(strings.TrimPrefix(name, "область "), " область")
	case "district":
		name = strings.TrimSuffix(strings.TrimPrefix(name, "район "), " район")
	}
	return name
}

// Aliases are the other forms of the place's name in the language, the bare name
// among them: «Құрық» of «Құрық ауылы», «Ақтау қаласы» of «Ақтау».
func (p Place) Aliases(lang civic.Language) []string {
	shown, forms := p.Name, []string{p.row.kazakh, p.row.fullKazakh()}
	if lang == civic.Russian {
		shown, forms = p.Russian, []string{p.row.bareRussian(), p.row.fullRussian()}
	}
	var others []string
	for _, form := range forms {
		if form != shown {
			others = append(others, form)
		}
	}
	return others
}

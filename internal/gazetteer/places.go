package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// ByCode is the place with the code.
func (g *Gazetteer) ByCode(code string) (Place, bool) {
	i, ok := g.find(code)
	if !ok {
		return Place{}, false
	}
	return g.rows[i].place(), true
}

// Parents are the places that hold the one with the code, the nearest first; none
// for a country or an unknown code.
func (g *Gazetteer) Parents(code string) []Place {
	var above []Place
	for r, ok := g.above(code); ok; r, ok = g.above(r.code) {
		above = append(above, r.place())
	}
	return above
}

// above is the next wider place.
func (g *Gazetteer) above(code string) (row, bool) {
	i, ok := g.find(code)
	if !ok {
		return row{}, false
	}
	if i, ok = g.find(g.rows[i].parent); !ok {
		return row{}, false
	}
	return g.rows[i], true
}

// Places are the places that bear a name in the nominative, with or without the word
// for the kind: «Қордай», «Қордай ауданы», «Кордайский район», «село Двуречное».
// The word decides the kind. The most important come first, then by code. The
// language, unless it is empty, says whose words for kinds are meant.
func (g *Gazetteer) Places(name string, lang civic.Language) []Place {
	var found []Place
	for _, r := range g.named(name, lang) {
		found = append(found, r.place())
	}
	return found
}

// named are the rows that bear a name, as Places orders them.
func (g *Gazetteer) named(name string, lang civic.Language) []row {
	key := kaz.Fold(name)
	found := g.index.rows(key)
	for _, w := range g.types {
		if bare, ok := w.cut(key, lang); ok {
			for _, i := range g.index.rows(bare) {
				if slices.Contains(w.units, g.rows[i].unit) {
					found = append(found, i)
				}
			}
		}
	}
	rows := make([]row, len(found))
	for k, i := range found {
		rows[k] = g.rows[i]
	}
	slices.SortFunc(rows, compare)
	return slices.Compact(rows)
}

// compare puts the more important place first.
func compare(a, b row) int {
	return cmp.Or(cmp.Compare(a.rank(), b.rank()), strings.Compare(a.code, b.code))
}

// rank is how likely a bare name means a place of this sort, from 0: a country, a
// city that stands beside districts, a region, another city, a district, and so on.
func (r row) rank() int {
	if r.unit == "city" && strings.HasSuffix(r.code, "10000") || strings.HasSuffix(r.code, "0000000") && r.unit == "city" {
		return 1
	}
	return slices.Index([]string{"country", "", "region", "city", "district", "town", "village", "rural", "station"}, r.unit)
}

// Resolve finds the one place that a name means. An empty kind admits every kind,
// and then the most important sort that bears the name is meant. The context holds
// the codes of places that the text speaks of: among namesakes the one that lies in
// the narrowest of them, or holds one of them, is meant; a name that only one place
// bears needs no context. It reports false when the name is unknown or ambiguous.
func (g *Gazetteer) Resolve(name, kind string, context []string) (Place, bool) {
	best, near := 0, []row(nil)
	for _, r := range g.named(name, "") {
		if kind != "" && r.kind() != kind {
			continue
		}
		switch fit := g.fit(r, context); {
		case fit > best:
			best, near = fit, []row{r}
		case fit == best:
			near = append(near, r)
		}
	}
	if len(near) == 0 || len(near) > 1 && near[0].rank() == near[1].rank() {
		return Place{}, false
	}
	return near[0].place(), true
}

// fit is how narrow the narrowest place of the context is that r is, lies in or
// holds; 0 when the context says nothing of r.
func (g *Gazetteer) fit(r row, context []string) int {
	best := 0
	for _, code := range context {
		switch {
		case code == homeland:
		case code == r.code:
			best = max(best, 9)
		case g.within(r.code, code):
			best = max(best, g.depth(code))
		case g.within(code, r.code):
			best = max(best, g.depth(r.code))
		}
	}
	return best
}

// homeland is the country whose places the table lists: as a context it says nothing.
const homeland = "KZ"

// within reports whether the place with a code lies in the place with another.
func (g *Gazetteer) within(code, wider string) bool {
	for r, ok := g.above(code); ok; r, ok = g.above(r.code) {
		if r.code == wider {
			return true
		}
	}
	return false
}

// depth is 0 for a country, 1 for a region, 2 for what lies in it, and so on.
func (g *Gazetteer) depth(code string) int {
	n := 0
	for r, ok := g.above(code); ok; r, ok = g.above(r.code) {
		n++
	}
	return n
}

// typeWord is a word for a kind of place, folded, and the units it can mean.
type typeWord struct {
	word  string
	lang  civic.Language
	units []string
}

func typeWords() []typeWord {
	var all []typeWord
	for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
		for _, line := range lines(string(lang) + "/type-words.txt") {
			f := strings.Fields(line)
			all = append(all, typeWord{strings.ReplaceAll(f[0], "_", " "), lang, f[1:]})
		}
	}
	return all
}

// cut takes the word off a folded name: after it in Kazakh, on either side in Russian.
func (w typeWord) cut(key string, lang civic.Language) (string, bool) {
	if lang != "" && lang != w.lang {
		return "", false
	}
	if bare, ok := strings.CutSuffix(key, " "+w.word); ok {
		return bare, true
	}
	if w.lang == civic.Russian {
		return strings.CutPrefix(key, w.word+" ")
	}
	return "", false
}

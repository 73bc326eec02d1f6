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
	i, ok := g.find(code)
	if !ok {
		return nil
	}
	var above []Place
	for i = g.rows[i].up; i >= 0; i = g.rows[i].up {
		above = append(above, g.rows[i].place())
	}
	return above
}

// Places are the places that bear a name in the nominative, with or without the word
// for the kind: «Қордай», «Қордай ауданы», «Кордайский район», «село Двуречное».
// The word decides the kind. The most important come first, then by code. The
// language, unless it is empty, says whose words for kinds are meant.
func (g *Gazetteer) Places(name string, lang civic.Language) []Place {
	var found []Place
	for _, i := range g.named(name, lang) {
		found = append(found, g.rows[i].place())
	}
	return found
}

// Has reports whether a place of the kind, or of any if it is empty, bears a name as
// Places reads it in either language.
func (g *Gazetteer) Has(name, kind string) bool {
	return slices.ContainsFunc(g.named(name, ""), func(i int) bool { return kind == "" || g.rows[i].kind() == kind })
}

// named are the rows that bear a name, as Places orders them.
func (g *Gazetteer) named(name string, lang civic.Language) []int {
	key := kaz.Fold(name)
	found := g.index.rows(key)
	if strings.Contains(key, " ") {
		found = append(found, g.typed(key, lang)...)
	}
	if len(found) < 2 {
		return found
	}
	slices.SortFunc(found, g.compare)
	return slices.Compact(found)
}

// typed are the rows that bear a folded name with a word for their kind.
func (g *Gazetteer) typed(key string, lang civic.Language) []int {
	var found []int
	for _, w := range g.types {
		bare, ok := w.cut(key, lang)
		if !ok {
			continue
		}
		for _, i := range g.index.rows(bare) {
			if slices.Contains(w.units, g.rows[i].unit) {
				found = append(found, i)
			}
		}
	}
	return found
}

// compare puts the more important of two rows first. Countries and places are each
// sorted by code, so their order among the rows decides between equals.
func (g *Gazetteer) compare(i, j int) int {
	return cmp.Or(cmp.Compare(g.rows[i].weight, g.rows[j].weight), cmp.Compare(i, j))
}

// rank is how likely a bare name means a place of this sort, from 0: a country, a
// city that stands beside districts, a region, another city, a district, and so on.
func (r row) rank() int {
	if r.unit == "city" && strings.HasSuffix(r.code, "10000") || strings.HasSuffix(r.code, "0000000") && r.unit == "city" {
		return 1
	}
	if r.unit == "foreign" {
		return 3
	}
	return slices.Index([]string{"country", "", "region", "city", "district", "town", "village", "rural", "station"}, r.unit)
}

// Resolve finds the one place that a name means. An empty kind admits every kind,
// and then the most important sort that bears the name is meant. The context holds
// the codes of places that the text speaks of: among namesakes the one that lies in
// the narrowest of them, or holds one of them, is meant; a name that only one place
// bears needs no context. It reports false when the name is unknown or ambiguous.
func (g *Gazetteer) Resolve(name, kind string, context []string) (Place, bool) {
	rows := g.named(name, "")
	if len(rows) == 0 {
		return Place{}, false
	}
	scope := g.scope(context)
	best, near := 0, []row(nil)
	for _, i := range rows {
		r := g.rows[i]
		if kind != "" && r.kind() != kind {
			continue
		}
		switch fit := g.fit(i, scope); {
		case fit > best:
			best, near = fit, []row{r}
		case fit == best:
			near = append(near, r)
		}
	}
	if len(near) == 0 || len(near) > 1 && near[0].weight == near[1].weight {
		return Place{}, false
	}
	return near[0].place(), true
}

// scope are the rows of the codes that are known, but for the home country's, which
// as a context says nothing.
func (g *Gazetteer) scope(codes []string) []int {
	var rows []int
	for _, code := range codes {
		if i, ok := g.find(code); ok && code != homeland {
			rows = append(rows, i)
		}
	}
	return rows
}

// homeland is the country whose places the table lists.
const homeland = "KZ"

// fit is how narrow the narrowest row of the scope is that row i is, lies in or
// holds; 0 when the scope says nothing of it.
func (g *Gazetteer) fit(i int, scope []int) int {
	best := 0
	for _, j := range scope {
		switch {
		case i == j:
			best = max(best, 9)
		case g.within(i, j):
			best = max(best, g.depth(j))
		case g.within(j, i):
			best = max(best, g.depth(i))
		}
	}
	return best
}

// within reports whether row i lies in row j.
func (g *Gazetteer) within(i, j int) bool {
	for i = g.rows[i].up; i >= 0; i = g.rows[i].up {
		if i == j {
			return true
		}
	}
	return false
}

// depth is 0 for a country, 1 for a region, 2 for what lies in it, and so on.
func (g *Gazetteer) depth(i int) int {
	n := 0
	for i = g.rows[i].up; i >= 0; i = g.rows[i].up {
		n++
	}
	return n
}

// typeWord is a word for a kind of place, folded, and the units it can mean.
type typeWord struct {
	before, after string // the word and a space, a space and the word
	lang          civic.Language
	units         []string
}

func (t *tables) typeWords() []typeWord {
	var all []typeWord
	for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
		for _, line := range t.lines(string(lang) + "/type-words.txt") {
			f := strings.Fields(line)
			word := strings.ReplaceAll(f[0], "_", " ")
			all = append(all, typeWord{word + " ", " " + word, lang, f[1:]})
		}
	}
	return all
}

// cut takes the word off a folded name: after it in Kazakh, on either side in Russian.
func (w typeWord) cut(key string, lang civic.Language) (string, bool) {
	if lang != "" && lang != w.lang {
		return "", false
	}
	if bare, ok := strings.CutSuffix(key, w.after); ok {
		return bare, true
	}
	if w.lang == civic.Russian {
		return strings.CutPrefix(key, w.before)
	}
	return "", false
}

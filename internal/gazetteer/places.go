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
	i, ok := g.byCode[code]
	if !ok {
		return Place{}, false
	}
	return g.places[i], true
}

// Parents are the places that hold the one with the code, the nearest first; none
// for a country or an unknown code.
func (g *Gazetteer) Parents(code string) []Place {
	var above []Place
	p, ok := g.ByCode(code)
	for ok && p.Parent != "" {
		if p, ok = g.ByCode(p.Parent); ok {
			above = append(above, p)
		}
	}
	return above
}

// Places are the places that bear a name in the nominative, with or without the word
// for the kind: «Қордай», «Қордай ауданы», «Кордайский район», «село Двуречное».
// The word decides the kind. The most important come first, then by code. The
// language, unless it is empty, says whose words for kinds are meant.
func (g *Gazetteer) Places(name string, lang civic.Language) []Place {
	key := kaz.Fold(name)
	var found []Place
	for _, i := range g.byName[key] {
		found = append(found, g.places[i])
	}
	for _, w := range g.kinds {
		if bare, ok := w.cut(key, lang); ok {
			found = g.appendUnits(found, bare, w.units)
		}
	}
	slices.SortStableFunc(found, compare)
	return slices.CompactFunc(found, func(a, b Place) bool { return a.Code == b.Code })
}

// appendUnits adds the places of the units given that bear a bare folded name.
func (g *Gazetteer) appendUnits(found []Place, bare string, units []string) []Place {
	for _, i := range g.byName[bare] {
		if slices.Contains(units, g.places[i].unit) {
			found = append(found, g.places[i])
		}
	}
	return found
}

// compare puts the more important place first.
func compare(a, b Place) int {
	return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Code, b.Code))
}

// rank is how likely a bare name means a place of this sort, from 0: a country, a
// city that stands beside districts, a region, another city, a district, and so on.
func (p Place) rank() int {
	switch {
	case p.Kind == Country:
		return 0
	case p.Kind == City && (strings.HasSuffix(p.Code, "10000") || strings.HasSuffix(p.Code, "0000000")):
		return 1
	}
	return 2 + slices.Index([]string{"region", "city", "district", "town", "village", "rural", "station"}, p.unit)
}

// Resolve finds the one place that a name means. An empty kind admits every kind,
// and then the most important sort that bears the name is meant. The context holds
// the codes of places that the text speaks of: among namesakes the one that lies in
// the narrowest of them, or holds one of them, is meant; a name that only one place
// bears needs no context. It reports false when the name is unknown or ambiguous.
func (g *Gazetteer) Resolve(name, kind string, context []string) (Place, bool) {
	candidates := g.Places(name, "")
	if kind != "" {
		candidates = slices.DeleteFunc(candidates, func(p Place) bool { return p.Kind != kind })
	}
	near := g.nearest(candidates, context)
	return single(near)
}

// nearest are the candidates that fit the context best; all of them if none does.
func (g *Gazetteer) nearest(candidates []Place, context []string) []Place {
	best, near := 0, []Place(nil)
	for _, p := range candidates {
		switch fit := g.fit(p, context); {
		case fit > best:
			best, near = fit, []Place{p}
		case fit == best:
			near = append(near, p)
		}
	}
	return near
}

// fit is how narrow the narrowest place of the context is that p is, lies in or
// holds; 0 when the context says nothing of p.
func (g *Gazetteer) fit(p Place, context []string) int {
	best := 0
	for _, code := range context {
		switch {
		case code == "KZ":
		case code == p.Code:
			best = max(best, 10)
		case g.within(p.Code, code):
			best = max(best, 1+len(g.Parents(code)))
		case g.within(code, p.Code):
			best = max(best, 1+len(g.Parents(p.Code)))
		}
	}
	return best
}

// within reports whether the place with a code lies in the place with another.
func (g *Gazetteer) within(code, wider string) bool {
	return slices.ContainsFunc(g.Parents(code), func(p Place) bool { return p.Code == wider })
}

// single is the only place of the most important sort among those that fit equally.
func single(near []Place) (Place, bool) {
	if len(near) == 0 || len(near) > 1 && near[0].rank() == near[1].rank() {
		return Place{}, false
	}
	return near[0], true
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

package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// register finds the place that a mention means among the registered ones, in the
// light of the codes that the report speaks of.
func (d *document) register(m *mention, codes []string) (gazetteer.Place, bool) {
	if m.wider != nil {
		if wider, ok := d.register(m.wider, codes); ok {
			codes = []string{wider.Code}
		}
	}
	for _, name := range slices.Backward(m.names) {
		if p, ok := d.registry.resolve(name, m.kind, codes); ok {
			return p, true
		}
	}
	return gazetteer.Place{}, false
}

// findLocalPlaces finds the bare names of places that stand in a case or after a
// preposition of place, before bodies are named after them: «Риддердегі зауыт».
func (sc *scan) findLocalPlaces() {
	none := known{context: sc.codes}
	for i := range sc.s.tokens {
		if sc.unclaimed(i) && sc.local(i, i) {
			sc.placeAt(i, i, none)
		} else if sc.s.acronym(i) && sc.owner[i] == nil && sc.country(i) {
			continue
		} else if sc.unclaimed(i) && !sc.russian() && (sc.s.readings(i)[0].kase == kaz.Gen && !sc.s.opening(i) || sc.ofCountryAt(i)) {
			sc.placeAt(i, i, none)
		}
	}
}

// unclaimed reports whether token i has a capital and belongs to no name yet.
func (sc *scan) unclaimed(i int) bool {
	return sc.capital(i) && sc.owner[i] == nil && !sc.inName(i)
}

// ofCountryAt reports whether token i is the genitive of a country's name, which also opens
// a sentence, and which the analyser need not know: «Польшаның».
func (sc *scan) ofCountryAt(i int) bool {
	return slices.ContainsFunc(sc.s.readings(i), func(r reading) bool {
		return r.kase == kaz.Gen && sc.gazetteer.Has(r.uncased, gazetteer.Country)
	})
}

// findBarePlaces finds places by their bare names: cities and countries that the
// register knows, smaller places where the grammar says that it is a place and the
// report's areas say which.
func (sc *scan) findBarePlaces(k known) {
	for i := range sc.s.tokens {
		if sc.unclaimed(i) {
			sc.barePlace(i, k)
		}
	}
	sc.taggedPlaces()
	sc.joinedPlaces(k)
}

// taggedPlaces finds settlements that no register has, or several of them: capitalised words
// in the locative that the tagger takes for places, «Милысайда тұрғындармен кездесті».
func (sc *scan) taggedPlaces() {
	for i := range sc.s.tokens {
		if sc.russian() || !sc.unclaimed(i) || sc.s.opening(i) || sc.s.acronym(i) {
			continue
		}
		if r := sc.s.readings(i)[0]; r.kase == kaz.Loc && !sc.personal(capitalised(r.uncased)) && sc.tagged(i, i, taggedPlace) {
			sc.addBare(i, i, gazetteer.Settlement, placeForm{capitalised(r.uncased), kaz.Loc})
		}
	}
}

// country records a country named by an acronym: «ҚР», «РК».
func (sc *scan) country(i int) bool {
	if name := sc.regions.attrs[sc.s.tokens[i].low]; name != "" {
		sc.addArea(i, i, gazetteer.Region, name).kase = sc.s.readings(i)[0].kase
		return true
	}
	p, ok := sc.d.registry.resolve(sc.s.tokens[i].Stem, gazetteer.Country, nil)
	if ok {
		sc.addArea(i, i, gazetteer.Country, p.Name).kase = sc.s.readings(i)[0].kase
	}
	return ok
}

func (sc *scan) barePlace(i int, k known) {
	for n := 2; n >= 0; n-- {
		if i+n < len(sc.s.tokens) && sc.free(i, i+n) && sc.allCapital(i, i+n) && sc.placeAt(i, i+n, k) {
			return
		}
	}
}

func (sc *scan) allCapital(first, last int) bool {
	for i := first; i <= last; i++ {
		if !sc.s.capital(i) {
			return false
		}
	}
	return true
}

// placeAt reads the tokens first to last as the bare name of a place.
func (sc *scan) placeAt(first, last int, k known) bool {
	local := sc.local(first, last)
	for _, f := range sc.placeForms(first, last) {
		folded := sc.d.words.fold(f.name)
		if sc.areas.has(folded) || sc.s.opening(first) && (sc.organizations.has(foldWord(f.name)) || sc.eventNouns.has(foldWord(f.name))) {
			continue // «Ауылға», «Кеңесте», «Мерекеге» open a sentence, and name no village
		}
		if m := k.places[folded]; m != nil && !(sc.russian() && sc.adjectival(f.name)) && !(sc.personal(f.name) && !local) && !sc.cityOf(f.name, m.kind) {
			sc.addBare(first, last, m.kind, f)
			return true
		}
		place, ok := sc.d.registry.resolve(f.name, "", k.context)
		if sc.russian() && sc.adjectival(f.name) && (place.Kind == gazetteer.District || place.Kind == gazetteer.Region) {
			continue
		}
		if country, isCountry := sc.d.registry.resolve(f.name, gazetteer.Country, k.context); isCountry {
			place, ok = country, true // and not the village of that name
		}
		if place.Kind == gazetteer.Region || place.Kind == gazetteer.District {
			if city, isCity := sc.d.registry.resolve(f.name, gazetteer.City, k.context); isCity {
				place = city
			}
		}
		if ok && sc.believable(place, f, first, local, k) {
			if sc.n == 0 && sc.districtMeant(f.name, place) {
				place.Kind = gazetteer.District
			}
			sc.addBare(first, last, place.Kind, f)
			return true
		}
	}
	return false
}

// districtMeant reports whether the bare name of a town in a Kazakh title means the district
// of that name: the report speaks of that, and not of the town.
func (sc *scan) districtMeant(name string, town gazetteer.Place) bool {
	if sc.russian() || town.Kind != gazetteer.City || slices.Contains(sc.codes, town.Code) {
		return false
	}
	district, ok := sc.d.registry.resolve(name, gazetteer.District, sc.codes)
	return ok && slices.Contains(sc.codes, district.Code)
}

// adjectival reports whether a Russian name has the form of an adjective, and so
// names nothing by itself: «Костанайский».
func (sc *scan) adjectival(name string) bool {
	return sc.s.classes().has(adjectival, name)
}

// cityOf reports whether the bare name of a wider area rather means a city of that
// name: «Атырау» beside «Атырау облысы».
func (sc *scan) cityOf(name, kind string) bool {
	if kind != gazetteer.Region && kind != gazetteer.District {
		return false
	}
	p, ok := sc.d.registry.resolve(name, gazetteer.City, sc.codes)
	return ok && (kind == gazetteer.Region || sc.near(p.Code, sc.codes))
}

// placeForm is a nominative with the case that was taken off.
type placeForm struct {
	name string
	kase kaz.Case
}

func (sc *scan) placeForms(first, last int) []placeForm {
	start := ""
	if last > first {
		start = sc.words(first, last-1) + " "
	}
	var forms []placeForm
	if sc.russian() {
		text := sc.words(first, last)
		for _, name := range append([]string{text}, sc.d.words.nominatives(sc.s.lang, text)...) {
			forms = append(forms, placeForm{name, kaz.Nom})
		}
		return forms
	}
	for _, r := range sc.s.readings(last) {
		forms = append(forms, placeForm{start + capitalised(r.uncased), r.kase})
	}
	return forms
}

// local reports whether the grammar says that the tokens name a place: a local case
// in Kazakh, a preposition of place in Russian.
func (sc *scan) local(first, last int) bool {
	if sc.russian() {
		return sc.s.in(first-1, spatial)
	}
	switch sc.s.readings(last)[0].kase {
	case kaz.Loc, kaz.Dat, kaz.Abl:
		return true
	}
	return false
}

// believable reports whether a word that is some place's name means that place here.
func (sc *scan) believable(p gazetteer.Place, f placeForm, first int, local bool, k known) bool {
	doubtful := sc.s.opening(first) || sc.personal(f.name)
	switch p.Kind {
	case gazetteer.Country, gazetteer.City, gazetteer.Region:
		return local || !doubtful || p.Kind == gazetteer.Country && f.kase == kaz.Gen && !sc.personal(f.name) || len(sc.s.tokens) == 2 && sc.s.is(1, ".") // «Астана.»
	}
	return local && (f.kase != kaz.Nom || sc.russian()) && sc.near(p.Code, k.context)
}

// near reports whether a place lies in one of the areas that the report speaks of,
// or beside it in the same region.
func (sc *scan) near(code string, context []string) bool {
	for _, above := range sc.gazetteer.Parents(code) {
		if above.Kind != gazetteer.Country && slices.ContainsFunc(context, func(c string) bool { return c == above.Code || sc.within(c, above.Code) }) {
			return true
		}
	}
	return false
}

func (sc *scan) within(code, wider string) bool {
	return slices.ContainsFunc(sc.gazetteer.Parents(code), func(p gazetteer.Place) bool { return p.Code == wider })
}

// personal reports whether a name is also borne by people.
func (sc *scan) personal(name string) bool {
	return sc.facts(name).given || sc.facts(name).surname
}

func (sc *scan) addBare(first, last int, kind string, f placeForm) {
	m := sc.addArea(first, last, kind, f.name)
	m.kase = f.kase
}

// joinedPlaces finds the bare names that are joined to a bare name already found:
// «Бәйдібек пен Созаққа», «в Риддере, Шемонаихе и Глубоком».
func (sc *scan) joinedPlaces(k known) {
	for i := len(sc.s.tokens) - 1; i > 1; i-- {
		m := sc.owner[i]
		if m == nil || m.typ != civic.TypePlace || m.kind == "VENUE" || m.bare {
			continue
		}
		if j := sc.beforeJoint(m.first - 1); j >= 0 && sc.capital(j) && sc.owner[j] == nil {
			sc.joined(j, m, k)
		}
	}
	for i := range sc.s.tokens {
		if m := sc.endingAt(i); m != nil && m.typ == civic.TypePlace && m.kind != "VENUE" && sc.s.joint(i+1) &&
			sc.russian() && i+2 < len(sc.s.tokens) && sc.capital(i+2) && sc.owner[i+2] == nil {
			sc.joined(i+2, m, k)
		}
	}
}

// joined records token i as a place of the same kind as m, or of its sort, if the register knows one.
func (sc *scan) joined(i int, m *mention, k known) {
	for _, f := range sc.placeForms(i, i) {
		for _, kind := range []string{m.kind, ""} {
			if p, ok := sc.d.registry.resolve(f.name, kind, k.context); ok && (kind != "" || p.Kind != gazetteer.Country) {
				sc.addArea(i, i, p.Kind, f.name).kase = m.kase
				return
			}
		}
	}
}

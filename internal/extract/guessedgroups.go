package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"slices"
)

// guess reads a noun that no rule knows as people: one for those who do something,
// «мақташылар», or where the grammar lets it be
// whom somebody meets: a plural in the instrumental, or what a number counts. Only
// verbs of meeting and attending take it at its word.
func (f groupFinder) guess(i int) (group, bool) {
	s := f.s
	if s.tokens[i].depth > 0 || f.stops.has(s.tokens[i].low) || startsUpper(s.tokens[i].Text) || s.in(i, participle) {
		return group{}, false
	}
	if _, verb := f.verbs.known(s, i); verb || s.describesNext(i) {
		return group{}, false
	}
	c, isCounted := f.countEnding(i - 1)
	if r := s.readings(i)[0]; s.lang == civic.Kazakh && (r.plural || isCounted) && !r.possessive && s.classes().has(agent, r.base) {
		g := group{first: i, last: i, head: r.base, relation: "STAFF", kase: r.kase, name: r.uncased, plain: true}
		if isCounted {
			g.first, g.count, g.name, g.plain = c.first, &c.count, manyOf(r.base), false
		}
		return g, true
	}
	for n, r := range s.readings(i) {
		if n > 0 && (s.lang == civic.Kazakh || !isCounted || !s.in(i, masculine) || s.in(i, softAdjective)) {
			break // «сорока сталеваров» are no people of that surname
		}
		met := n == 0 && r.plural && r.kase == kaz.Ins && (s.lang == civic.Kazakh || s.alongside(i))
		counted := isCounted && c.count.Value > 4 && (s.lang == civic.Kazakh && r.kase == kaz.Nom && !r.possessive || s.lang == civic.Russian && r.plural && r.kase == kaz.Gen && !s.in(c.first-1, preposition)) // «из десяти районов»
		listed := s.lang == civic.Kazakh && r.plural && !r.possessive && r.kase == kaz.Nom && f.amongOthers(i)
		if !met && !counted && !listed || len(r.base) < 6 {
			continue
		}
		g := group{first: i, last: i, head: r.base, flags: "GUESS", kase: r.kase, name: f.manyNamed(r), plain: true}
		if counted {
			g.first, g.count = c.first, &c.count
			if s.lang == civic.Kazakh {
				g.name = manyOf(r.base)
			}
		}
		return g, true
	}
	return group{}, false
}

// amongOthers reports whether token i stands in a list of those who did something: behind a
// comma or «және», and before another or the verb.
func (f groupFinder) amongOthers(i int) bool {
	if !f.s.joint(i - 1) {
		return false
	}
	_, verb := f.verbs.known(f.s, min(i+1, len(f.s.tokens)-1))
	return verb || f.s.joint(i+1)
}

// manyNamed is the nominative of people guessed at by a reading: «кызылординцы».
func (f groupFinder) manyNamed(r reading) string {
	if f.s.lang != civic.Russian || r.kase != kaz.Gen {
		return r.uncased
	}
	genitive, _, _ := f.s.classes().cut(pluralNoun, r.uncased)
	if stem, _, ok := f.s.classes().cut(townsmenGenitive, genitive); ok {
		return stem + f.s.classes().first(townsmen)
	}
	return r.uncased
}

// manyOf is the plural of a Kazakh noun, or the noun itself where none can be made.
func manyOf(noun string) string {
	if forms := kaz.Inflect(noun, true, 0, kaz.Nom); len(forms) > 0 {
		return forms[0]
	}
	return noun
}

// alongside reports whether a Russian noun in the instrumental is joined by «с», over
// its adjectives and what it is coordinated with.
func (s *sentence) alongside(i int) bool {
	for i--; i >= 0 && s.adjective(i); i-- {
	}
	if s.is(i, "и", ",") && i > 0 && slices.ContainsFunc(s.readings(i-1), func(r reading) bool { return r.kase == kaz.Ins }) {
		return s.alongside(i - 1)
	}
	return s.in(i, comitative)
}

// townspeople reads «ақтаулықтар», «600-ге жуық ақтаулықпен»: people called after
// a place that the report names.
func (f groupFinder) townspeople(i int) (group, bool) {
	if f.s.lang == civic.Russian {
		return f.russianTownspeople(i)
	}
	for _, r := range f.s.readings(i) {
		place := f.placeOf(r.base)
		c, isCounted := f.countEnding(i - 1)
		if place == nil || r.possessive || !r.plural && !isCounted {
			continue
		}
		g := group{first: i, last: i, head: f.s.classes().first(inhabitant), relation: "RESIDENTS", flags: "PUBLIC", kase: r.kase, owners: []*mention{place}, name: r.uncased}
		if isCounted {
			g.first, g.count = c.first, &c.count
			g.name = manyOf(r.base)
		}
		return g, true
	}
	return group{}, false
}

package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// russianTownspeople reads «хромтаусцы», «свыше 180 карагандинцев».
func (f groupFinder) russianTownspeople(i int) (group, bool) {
	if startsUpper(f.s.tokens[i].Text) && !f.s.opening(i) {
		return group{}, false
	}
	name, kase := f.manyPeople(f.s.tokens[i].low)
	place := f.townOf(name)
	if place == nil {
		return group{}, false
	}
	g := group{first: i, last: i, head: f.s.classes().first(inhabitant), relation: "RESIDENTS", flags: "PUBLIC", kase: kase, owners: []*mention{place}, name: name}
	if c, ok := f.countEnding(i - 1); ok {
		g.first, g.count = c.first, &c.count
	}
	return g, true
}

// manyPeople is the nominative of a plural like «карагандинцев», «семейчанам», and its case.
func (f groupFinder) manyPeople(word string) (nominative string, kase kaz.Case) {
	classes := f.s.classes()
	for _, of := range peopleCases {
		stem, ending, ok := classes.cut(of.class, word)
		if !ok {
			continue
		}
		for _, nominative := range classes.words(townsmen) {
			if first, _ := utf8.DecodeRuneInString(nominative); strings.HasPrefix(ending, string(first)) {
				return stem + nominative, of.kase
			}
		}
	}
	return word, kaz.Nom
}

// peopleCases are the classes of the endings of people called after their town.
var peopleCases = []struct {
	class wordClass
	kase  kaz.Case
}{{townsmenGenitive, kaz.Gen}, {townsmenDative, kaz.Dat}, {townsmenInstrumental, kaz.Ins}, {townsmenPrepositional, kaz.Pre}}

// townOf is a mention of the town whose people a Russian word names, or nil.
func (f groupFinder) townOf(people string) *mention {
	for _, stem := range f.s.classes().stems(townsman, people) {
		if m := f.d.index.called[stem]; m != nil {
			return m
		}
		for _, end := range f.s.classes().words(townEnding) {
			if m := f.d.index.called[stem+end]; m != nil {
				return m
			}
		}
	}
	return nil
}

// placeOf is a mention of the place that the people are called after, or nil.
func (f groupFinder) placeOf(people string) *mention {
	stem, _, ok := f.s.classes().cut(townsman, people)
	if !ok {
		return nil
	}
	return f.d.index.called[stem]
}

// firstWord is the first word of the name of a place, by which its people are called.
func firstWord(m *mention) string {
	if m.typ != civic.TypePlace || m.inside || m.bare || len(m.names) == 0 {
		return ""
	}
	name, _, _ := strings.Cut(foldWord(m.names[0]), " ")
	return name
}

// subject reads the head of people as a nominative plural that looks like another case of
// one of them, where nothing can govern that: «пришли учителя, врачи и матери».
func (f groupFinder) subject(p phrase) phrase {
	last, word := p.last, f.s.tokens[p.last].low
	named := word == lastWord(p.text) && strings.Contains(p.attr, "ALIKE")
	if p.reading.plural || p.first < last || !named && (word == lastWord(p.text) || f.plurals.of(lastWord(p.text)) != word) {
		return p
	}
	one := func(r reading) bool { return r.base == lastWord(p.text) && r.kase == kaz.Gen && !r.plural }
	if (named || slices.ContainsFunc(f.s.readings(last), one)) && !f.ungoverned(p.first-1) {
		p.reading = reading{base: lastWord(p.text), uncased: word, kase: kaz.Gen}
		return p
	}
	p.reading = reading{base: lastWord(p.text), uncased: word, kase: kaz.Nom, plural: true}
	return p
}

// ungoverned reports whether no noun and no preposition can stand at token i, or before the
// adjectives there, to govern what follows.
func (f groupFinder) ungoverned(i int) bool {
	for ; i >= 0 && f.s.adjective(i) && f.cover[i] == nil; i-- {
		many := func(ending string) bool { return strings.HasSuffix(f.s.tokens[i].low, ending) }
		if slices.ContainsFunc(f.s.classes().words(pluralAdjective), many) {
			return true // «молодые учителя»
		}
	}
	if !f.s.isWord(i) || f.s.in(i, conjoining) || f.s.in(i, further) || f.s.in(i, additive) || f.s.in(i, amongst) {
		return true
	}
	v, known := f.verbs.known(f.s, i)
	_, finite := clauseEndRussian(f.s, i)
	return known && v.kind != kaz.VerbNoun || finite
}

// russian walks from the head to the left over adjectives and a number, and to the
// right over the owner in the genitive.
func (f groupFinder) russian(g group, p phrase) (group, bool) {
	p = f.subject(p)
	g.kase = p.reading.kase
	adjectives := []string{}
	i := p.first - 1
	for ; i >= 0 && len(adjectives) <= maxName && f.s.isWord(i) && f.cover[i] == nil && f.s.adjective(i) && !f.stops.has(f.s.tokens[i].low); i-- {
		word := f.s.readings(i)[0].uncased
		if p.reading.plural && p.reading.kase == kaz.Nom {
			word = f.s.tokens[i].low
		}
		adjectives = append([]string{word}, adjectives...)
	}
	if c, ok := f.countEnding(i); ok {
		g.count, i = &c.count, c.first-1
	}
	g.first = i + 1
	g = f.countAfter(g)
	many := p.reading.plural || strings.Contains(g.flags, "MASS") || strings.Contains(g.flags, "MANY") || f.workforce(g)
	if !many && g.count == nil && !g.team() {
		return group{}, false
	}
	g.name = strings.Join(append(adjectives, f.russianHead(g, p)), " ")
	words := g.last
	g = f.russianOwner(g)
	g.plain = g.last == words && len(adjectives) == 0 && len(g.owners) == 0
	g.bare = g.plain && g.count == nil && (g.team() && !p.reading.plural || g.relation == "PARTICIPANTS")
	return f.ofIts(f.ofBody(g)), true
}

// ofIts gives the people of «его коллективом», «его работниками» to the body named last
// before them in the sentence.
func (f groupFinder) ofIts(g group) group {
	if len(g.owners) > 0 || g.count != nil || g.relation != "STAFF" && g.relation != "STUDENTS" || !f.s.in(g.first-1, possessive) {
		return g
	}
	for i := g.first - 2; i >= 0; i-- {
		if m := f.cover[i]; m != nil && m.typ == civic.TypeOrganization && m.referent >= 0 {
			g.owners, g.plain = []*mention{m}, false
			break
		}
	}
	return g
}

// countAfter reads the number behind people that makes it «about so many»: «человек
// шестьдесят».
func (f groupFinder) countAfter(g group) group {
	for _, c := range f.counts {
		if g.count == nil && c.first == g.last+1 && strings.Contains(g.flags, "CROWD") && c.count.Qualifier == civic.Exact {
			c.count.Qualifier = civic.Approximate
			c.count.Raw = f.d.text(f.s.spanOf(g.last, c.last))
			g.count, g.last = &c.count, c.last
		}
	}
	return g
}

func (f groupFinder) russianHead(g group, p phrase) string {
	if strings.Contains(g.flags, "MANY") {
		return p.text
	}
	if p.first < p.last {
		return f.severalOf(p)
	}
	if plural, ok := f.plurals.own(p.text); ok {
		return plural
	}
	if word := p.reading.uncased; g.count == nil && (f.s.classes().has(pluralNoun, word) || !p.reading.plural) {
		return word
	}
	return f.plurals.of(p.text)
}

// severalOf is the plural of a phrase of adjectives and a noun, «молодые предприниматели»;
// of any other it is the phrase itself.
func (f groupFinder) severalOf(p phrase) string {
	noun := f.plurals.of(lastWord(p.text))
	var words []string
	for i := p.first; i < p.last; i++ {
		if !f.s.adjective(i) {
			return p.text
		}
		words = append(words, f.s.agreeing(f.s.readings(i), noun, true, f.s.tokens[i].low))
	}
	if !p.reading.plural {
		return p.text
	}
	return strings.Join(append(words, noun), " ")
}

// listed are the areas of a list that share the word behind the last of them, and where
// the list ends: «Зерендинского и Бурабайского районов».
func (f groupFinder) listed(m *mention) (owners []*mention, last int) {
	for next := m; f.s.joint(next.last+1) && next.last+2 < len(f.s.tokens); {
		follower := f.cover[next.last+2]
		if follower == nil || follower.first != next.last+2 {
			break
		}
		next = follower
		if i := slices.Index(next.siblings, m); i >= 0 {
			return append(slices.Clone(next.siblings[i:]), next), next.last
		}
	}
	return []*mention{m}, m.last
}

// russianOwner extends a group over the name, or the plain noun, that follows it.
func (f groupFinder) russianOwner(g group) group {
	next := g.last + 1
	if f.s.is(next, "из") && g.relation != "STAFF" {
		next = f.behindCount(next + 1) // «активисты из Уральска», «из десяти районов»
	}
	if next >= len(f.s.tokens) {
		return g
	}
	if m := f.cover[next]; m != nil && m.first == next && m.typ != civic.TypePerson {
		from := g.last + 1
		g.owners, g.last = f.listed(m)
		g.name += " " + f.d.text(f.s.spanOf(from, g.last))
		return g
	}
	for n := 0; n < 3 && f.s.isWord(next) && f.cover[next] == nil && !f.stops.has(f.s.tokens[next].low); n++ {
		_, isVerb := f.verbs.known(f.s, next)
		if _, finite := clauseEndRussian(f.s, next); finite {
			break // «сотня бизнесменов засыпала его вопросами»
		}
		if p, people := f.heads.endingAt(f.s, next); people && p.reading.plural && p.reading.kase == kaz.Nom {
			break // «с общественниками эксперты не встретились»
		}
		genitive := func(r reading) bool { return r.kase == kaz.Gen }
		noun := slices.ContainsFunc(f.s.readings(next), genitive) && !startsUpper(f.s.tokens[next].Text) && !isVerb && !f.objectBehind(g, next)
		if !noun && !f.s.adjective(next) {
			break
		}
		if !f.s.adjective(next) {
			g.owners = f.areaAt(next)
			g.name += " " + f.d.text(f.s.spanOf(g.last+1, next))
			g.last = next
			return f.russianTrait(f.placedBehind(g))
		}
		next++
	}
	return g
}

// behindCount is the token behind the number that begins at token i, or i.
func (f groupFinder) behindCount(i int) int {
	for _, c := range f.counts {
		if c.first == i {
			return c.last + 1
		}
	}
	return i
}

// placedBehind extends people of somebody over the place that these are of: «делегация
// деловых кругов Турции».
func (f groupFinder) placedBehind(g group) group {
	if g.last+1 >= len(f.s.tokens) || len(g.owners) > 0 {
		return g
	}
	m := f.cover[g.last+1]
	if m == nil || m.first != g.last+1 || m.typ != civic.TypePlace || m.kind == "VENUE" {
		return g
	}
	from := m.first
	g.owners, g.last = f.listed(m)
	g.name += " " + f.d.text(f.s.spanOf(from, g.last))
	return g
}

// objectBehind reports whether the word at token i can be what the people before it, who
// stand behind their verb, dealt with: «обсуждали депутаты тарифы».
func (f groupFinder) objectBehind(g group, i int) bool {
	at := g.first - 1
	for at > 0 && at > g.first-peopleListed && f.s.isWord(at) && f.cover[at] == nil {
		if v, ok := f.verbs.known(f.s, at); ok && v.is(discusses, presents, explains) {
			break
		}
		at-- // «обсудили с дорожниками и врачами условия труда»
	}
	v, ok := f.verbs.known(f.s, max(0, at))
	if !ok || !v.is(discusses, presents, explains) {
		return false
	}
	return slices.ContainsFunc(f.s.readings(i), func(r reading) bool { return r.kase == kaz.Acc && r.uncased == f.s.tokens[i].low })
}

// peopleListed is the number of tokens behind a verb within which people listed can stand.
const peopleListed = 6

// russianTrait extends people of somebody over what these are like: «родители детей с
// инвалидностью».
func (f groupFinder) russianTrait(g group) group {
	i := g.last + 1
	if !f.s.in(i, comitative) {
		return g
	}
	for i++; f.s.adjective(i) && f.cover[i] == nil; i++ {
	}
	if !f.s.isWord(i) || f.cover[i] != nil || f.s.capital(i) || f.s.readings(i)[0].kase != kaz.Ins {
		return g
	}
	if _, people := f.heads.endingAt(f.s, i); people {
		return g
	}
	g.name += " " + f.d.text(f.s.spanOf(g.last+1, i))
	g.last = i
	return g
}

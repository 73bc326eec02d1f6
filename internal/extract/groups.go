package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// group is a description of people in a sentence: «облыстың 500-ге жуық тұрғыны».
type group struct {
	first, last int // tokens
	head        string
	relation    string // RESIDENTS, STAFF, … of rules/kk/groups.txt
	flags       string
	name        string // nominative, without numbers
	kase        kaz.Case
	owners      []*mention // the places or bodies they belong to
	count       *civic.Count
	sentence    int
	plain       bool   // the head alone: «дәрігерлер»
	number      string // of a team among several: «екінші»
	bare        bool   // a word that stands for people spoken of before: «топ», «қатысушылар»
}

func (g group) public() bool  { return strings.Contains(g.flags, "PUBLIC") }
func (g group) guessed() bool { return strings.Contains(g.flags, "GUESS") }

// crowd reports whether people are known by their number alone: «200 адам».
func (g group) crowd() bool {
	return g.count != nil && strings.Contains(g.flags, "CROWD") && len(g.owners) == 0 && strings.Count(g.name, " ") == 0
}
func (g group) guest() bool { return strings.Contains(g.flags, "GUEST") }
func (g group) team() bool  { return strings.Contains(g.flags, "TEAM") }

// capacities are the relations that are also capacities of a participant.
var capacities = map[string]bool{"MEMBERS": true, "REPRESENTATIVES": true, "STAFF": true, "DEPUTIES": true, "PARTICIPANTS": true, "STUDENTS": true}

// body is the named body whose people the group is, if it is no team: rule 1 of the
// model makes them that body in a capacity.
func (g group) body() *mention {
	if g.team() || len(g.owners) != 1 || !capacities[g.relation] || g.owners[0].typ == civic.TypePlace {
		return nil
	}
	return g.owners[0]
}

// groupFinder finds the groups of one sentence.
type groupFinder struct {
	heads, stops lexicon
	areas        lexicon
	verbs        verbList
	plurals      pluralRules
	d            *document
	n            int
	s            *sentence
	cover        []*mention // of each token, the named thing that covers it
	counts       []counted
}

// groups finds the groups of the sentence, in reading order. Words inside titles
// and names are no groups.
func (f groupFinder) groups() []group {
	var found []group
	for i := range f.s.tokens {
		if f.cover[i] != nil || !f.s.isWord(i) {
			continue
		}
		g, ok := f.endingAt(i)
		if !ok {
			g, ok = f.townspeople(i)
		}
		if !ok {
			g, ok = f.guess(i)
		}
		if !ok || f.called(i) {
			continue
		}
		if n := len(found); n > 0 && found[n-1].first < g.first && g.last <= found[n-1].last {
			continue // «родителями детей»
		}
		g.sentence = f.n
		for len(found) > 0 && found[len(found)-1].last >= g.first {
			found = found[:len(found)-1]
		}
		found = append(found, g)
	}
	return found
}

// called reports whether token i is what the person named behind it is called: «екі
// ферманың иесі X».
func (f groupFinder) called(i int) bool {
	return f.s.lang == civic.Kazakh && i+1 < len(f.cover) && f.cover[i+1] != nil && f.cover[i+1].typ == civic.TypePerson && f.cover[i+1].first == i+1 && f.s.possessed(i) && !f.s.readings(i)[0].plural
}

// endingAt reads the group whose head, in Russian with its adjectives before it,
// ends with token i.
func (f groupFinder) endingAt(i int) (group, bool) {
	p, ok := f.heads.endingAt(f.s, i)
	if ok && f.cover[p.first] != nil && p.first < i {
		p, ok = f.heads.startingWithin(f.s, i, i) // «партия мүшесі» of a party that is named
	}
	if !ok || f.cover[p.first] != nil || p.first == p.last && f.s.describesNext(i) && f.s.adjectival(p.text) || f.someOf(i+1) > 0 {
		return group{}, false
	}
	relation, flags, _ := strings.Cut(p.attr, " ")
	g := group{first: p.first, last: i, head: p.text, relation: relation, flags: flags, kase: p.reading.kase}
	if n := f.someOf(p.first); n > 0 { // «бір топ депутат»
		g.first, g.name = p.first-n, manyOf(p.reading.base)
		return g, true
	}
	if f.s.lang == civic.Russian {
		return f.russian(g, p)
	}
	return f.kazakh(g, p)
}

// someOf is the number of words that make several of the person whose noun begins at token
// i: «бір топ», «бірнеше».
func (f groupFinder) someOf(i int) int {
	n := 0
	switch {
	case i >= len(f.s.tokens) || f.cover[i] != nil:
	case f.s.in(i-1, band) && f.s.in(i-2, indefinite):
		n = 2
	case f.s.in(i-1, severalOf):
		n = 1
	}
	if n == 0 {
		return 0
	}
	if p, ok := f.heads.startingAt(f.s, i); !ok || p.reading.plural || p.reading.possessive {
		return 0
	}
	return n
}

// kazakh walks from the head to the left: modifiers, a number, the owner.
func (f groupFinder) kazakh(g group, p phrase) (group, bool) {
	name := []string{}
	i := p.first - 1
	for ; i >= 0 && len(name) <= maxName; i-- {
		if c, ok := f.countEnding(i); ok && g.count == nil {
			if i = c.first; !f.ofOwner(c.last+1, p.first) {
				g.count = &c.count
			}
			continue
		}
		if f.s.is(i, ")") && f.s.tokens[i].pair > 0 {
			i = f.s.tokens[i].pair
			continue
		}
		if m := f.cover[i]; m != nil {
			if p.reading.possessive && (m.kase == kaz.Gen || m.kase == kaz.Nom) && m.last == i && m.typ != civic.TypePerson {
				g.owners, i = f.owners(m)
				name = append([]string{f.d.text(f.s.spanOf(i, m.last))}, name...)
				i--
				if c, ok := f.countEnding(i); ok && m.kase == kaz.Nom && !p.reading.plural && g.count == nil {
					g.count, i = &c.count, c.first-1 // «200-ден астам партия мүшесі»
				}
			}
			break
		}
		if f.s.in(i, coordinate) && p.reading.possessive && i > 0 && f.modifier(i-1, p) && len(name) > 0 && f.plain(i-1) {
			name = append([]string{f.s.tokens[i].Text}, name...)
			continue
		}
		if !f.modifier(i, p) {
			break
		}
		name = append([]string{f.s.tokens[i].Text}, name...)
	}
	g.first = i + 1
	if at := slices.IndexFunc(name, func(word string) bool { return f.s.classes().has(ordinal, foldWord(word)) }); g.team() && at >= 0 {
		g.number = foldWord(name[at])
	}
	if !p.reading.plural && !strings.Contains(g.flags, "MASS") && !strings.Contains(g.flags, "MANY") && !g.team() && g.count == nil && !(p.reading.possessive && f.workforce(g)) {
		return group{}, false
	}
	if strings.Contains(g.flags, "COUNTED") && g.count == nil {
		return group{}, false
	}
	ledBy := f.s.in(g.first-1, led) || f.s.in(g.first-1, formed) // «X бастаған топ»: one of its own
	g.bare = len(g.owners) == 0 && len(name) == 0 && g.count == nil && (g.team() && !ledBy || g.relation == "PARTICIPANTS")
	if len(name) > 0 && g.first < p.first && f.s.opening(g.first) && g.number != "" {
		name[0] = foldWord(name[0]) // «Екінші топ …» begins a sentence
	}
	if teamOnly := len(name) == 1 && strings.HasSuffix(f.heads.attrs[foldWord(name[0])], " TEAM"); (g.relation == "MEMBERS" || g.relation == "REPRESENTATIVES") && teamOnly && len(g.owners) == 0 {
		g.flags, g.bare = g.flags+" TEAM", true // «топ мүшелері»
	}
	g.name = strings.Join(append(name, f.kazakhHead(g, p)), " ")
	g.plain = len(name) == 0 && len(g.owners) == 0
	if len(g.owners) == 0 && p.reading.possessive && i+1 < p.first {
		g.owners = f.areaAt(i + 1)
	}
	if len(g.owners) == 0 && !g.team() {
		g.owners = f.origin(g.first - 1)
	}
	return f.countedBehind(f.ofBody(g)), true
}

// ofOwner reports whether a number before the token first counts those to whom the people
// at token head belong: «40 компанияның басшылары».
func (f groupFinder) ofOwner(first, head int) bool {
	for i := first; i < head; i++ {
		if f.cover[i] == nil && f.s.isWord(i) && f.s.readings(i)[0].kase == kaz.Gen && !f.s.readings(i)[0].plural {
			return true
		}
	}
	return false
}

// origin are the places from which people are said to have come, right before token i:
// «Жылыой мен Мақат аудандарынан 112 делегат», «Алтай ауданынан келген ата-аналар».
func (f groupFinder) origin(i int) []*mention {
	if f.s.in(i, hailing) {
		i--
	}
	if i < 0 || f.cover[i] == nil || f.cover[i].typ != civic.TypePlace || f.cover[i].kase != kaz.Abl || f.cover[i].last != i {
		return nil
	}
	owners, first := f.owners(f.cover[i])
	if f.s.is(first-1, ",") && first >= 2 && f.cover[first-2] != nil && f.cover[first-2].typ == civic.TypePlace && f.cover[first-2].kase == kaz.Abl {
		owners = append(f.origin(first-2), owners...) // «Атырау қаласынан, Жылыой мен Мақат аудандарынан»
	}
	return owners
}

// areaAt is the area last named for which the bare word at token i stands: «ауыл
// тұрғындары».
func (f groupFinder) areaAt(i int) []*mention {
	for _, r := range f.s.readings(i) {
		attr, ok := f.areas.attrs[r.base]
		if !ok || r.plural && f.s.lang == civic.Russian { // «жители сёл»
			continue
		}
		kind, _, _ := strings.Cut(attr, " ")
		for _, m := range slices.Backward(recent(before(f.d.mentions, f.s.tokens[i].Start))) {
			if m.typ == civic.TypePlace && m.kind == kind && !m.inside && m.referent >= 0 {
				return []*mention{m}
			}
		}
	}
	return nil
}

// workforce reports whether a group is all who work somewhere: «еңбек ұжымы», but not what
// is among them, «ұжымдағы».
func (f groupFinder) workforce(g group) bool {
	return f.s.classes().has(workforce, lastWord(g.head)) && !f.s.in(g.last, locating)
}

// ofBody gives a bare «ұжым», «коллектив» to the body named before it in the sentence.
func (f groupFinder) ofBody(g group) group {
	if !g.plain || !f.workforce(g) {
		return g
	}
	for i := g.first - 1; i >= 0; i-- {
		if m := f.cover[i]; m != nil && m.typ == civic.TypeOrganization {
			g.owners, g.plain = []*mention{m}, false
			break
		}
	}
	return g
}

// countedBehind reads a number after people in the genitive: «дәрігерлердің 40
// шақтысы» are the doctors who are about 40.
func (f groupFinder) countedBehind(g group) group {
	for _, c := range f.counts {
		if g.kase == kaz.Gen && g.count == nil && c.first == g.last+1 && f.s.in(c.last, partOf) {
			g.count, g.last, g.kase, g.plain = &c.count, c.last, kaz.Nom, false
			return f.joined(g)
		}
	}
	return g
}

// joined takes in the people that a number counts together: «дәрігерлер мен
// мейіргерлердің 40 шақтысы».
func (f groupFinder) joined(g group) group {
	if g.first < 2 || !f.s.in(g.first-1, coordinate) {
		return g
	}
	before, ok := f.heads.endingAt(f.s, g.first-2)
	if !ok || !before.reading.plural || before.reading.kase != kaz.Nom || f.cover[before.first] != nil {
		return g
	}
	g.name = before.reading.uncased + " " + f.s.tokens[g.first-1].Text + " " + g.name
	g.first = before.first
	return g
}

// kazakhHead is the head in the nominative, plural where several are meant.
func (f groupFinder) kazakhHead(g group, p phrase) string {
	word := p.reading.uncased
	if g.count != nil && !p.reading.plural {
		person := 0
		if p.reading.possessive {
			person = 3
		}
		if forms := kaz.Inflect(p.reading.base, true, person, kaz.Nom); len(forms) > 0 {
			word = forms[0]
		}
	}
	if p.first < p.last {
		return strings.ToLower(f.d.text(f.s.spanOf(p.first, p.last-1))) + " " + word
	}
	return word
}

// plain reports whether token i is a noun in the nominative that is itself no group.
func (f groupFinder) plain(i int) bool {
	if _, ok := f.heads.endingAt(f.s, i); ok {
		return false
	}
	r := f.s.readings(i)[0]
	return r.kase == kaz.Nom && !(r.plural && r.possessive) // «орынбасарлары мен бөлім басшылары»
}

// owners are the coordinated names that end with m, and the token where they begin:
// «Панфилов, Көксу және Сарқан аудандарының».
func (f groupFinder) owners(m *mention) ([]*mention, int) {
	owners, first := []*mention{m}, m.first
	for first >= 2 && (f.s.is(first-1, ",") || f.s.in(first-1, coordinate)) && f.cover[first-2] != nil {
		before := f.cover[first-2]
		if before.typ != m.typ || before.kase != kaz.Nom && before.kase != m.kase || before.last != first-2 {
			break
		}
		owners, first = append([]*mention{before}, owners...), before.first
	}
	return owners, first
}

// modifier reports whether token i can describe the head p: an adjective, or before
// a possessive a noun in the nominative or genitive.
func (f groupFinder) modifier(i int, p phrase) bool {
	if !f.s.isWord(i) || f.cover[i] != nil || f.stops.has(f.s.tokens[i].low) || f.s.in(i, dayword) {
		return false
	}
	if p, ok := clauseEnd(f.s, i); ok && p.kind != "" {
		return false
	}
	if f.s.in(i, participle) {
		return false
	}
	r := f.s.readings(i)[0]
	if team := f.s.classes().has(band, p.text) && p.reading.possessive; team && r.kase == kaz.Nom && r.plural {
		return true // «депутаттар тобы»
	}
	if p.reading.possessive {
		head, isHead := f.heads.endingAt(f.s, i)
		team := isHead && i < p.first-1 && strings.Contains(head.attr, "TEAM") && !head.reading.possessive // «екінші топ шаруалардың басшыларын …»
		return (r.kase == kaz.Nom || r.kase == kaz.Gen) && !(isHead && (head.reading.plural || team) && head.reading.kase == kaz.Nom)
	}
	return r.kase == kaz.Nom && !r.possessive && f.s.in(i, adjective)
}

// countEnding is the number whose expression ends with token i.
func (f groupFinder) countEnding(i int) (counted, bool) {
	for _, c := range f.counts {
		if c.last == i {
			return c, true
		}
	}
	return counted{}, false
}

// describesNext reports whether a Russian adjective at token i describes what follows,
// and does not stand for somebody itself as in «с рабочими завода».
func (s *sentence) describesNext(i int) bool {
	return s.adjective(i) && !s.capital(i+1) && s.adjectiveOf(i, i+1)
}

// adjectival reports whether a Russian word for people has the shape of an adjective:
// «рабочий», «учащийся».
func (s *sentence) adjectival(word string) bool {
	if stem, _, ok := s.classes().cut(reflexive, word); ok {
		word = stem
	}
	return s.classes().has(masculineAdjective, word)
}

// adjectiveOf reports whether token i can agree with the word at token j in another
// case than the genitive, which a noun may govern.
func (s *sentence) adjectiveOf(i, j int) bool {
	if !s.isWord(j) || s.in(j, coordinate) || s.is(j, "или") {
		return false
	}
	own := s.readings(i)
	return slices.ContainsFunc(s.readings(j), func(next reading) bool {
		return slices.ContainsFunc(own, func(r reading) bool { return r.kase == next.kase && r.plural == next.plural && r.kase != kaz.Gen })
	})
}

package extract

import (
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// known is what a report names in full somewhere, by folded short name, so that it
// can be known again elsewhere.
type known struct {
	surnames map[string]*mention // «Қошанов» of «Ерлан Қошанов»
	initials map[rune]bool       // the letters that they begin with
	places   map[string]*mention // «Шиелі» of «Шиелі ауданы»
	bodies   map[string]*mention // acronyms and quoted names: «ҚХА», «Атамекен»
	context  []string            // codes of the areas that the report speaks of
}

// gather collects what the report names in full.
func gather(scans []*scan) known {
	k := known{surnames: map[string]*mention{}, initials: map[rune]bool{}, places: map[string]*mention{}, bodies: map[string]*mention{}}
	for _, sc := range scans {
		for _, m := range sc.found {
			k.add(sc, m)
		}
	}
	for surname := range k.surnames {
		k.initials[initialOf(surname)] = true
	}
	k.context = codesIn(scans)
	return k
}

// codesIn resolves the areas that the scans of a document, one or more, have found.
func codesIn(scans []*scan) []string {
	var all []*mention
	for _, sc := range scans {
		all = append(all, sc.found...)
	}
	return scans[0].d.codesOf(all)
}

func (k *known) add(sc *scan, m *mention) {
	switch m.typ {
	case civic.TypePerson:
		keep(k.surnames, m.person.family, m)
	case civic.TypePlace:
		if m.kind != "VENUE" && !m.bare {
			keep(k.places, m.names[0], m)
		}
	case civic.TypeOrganization, civic.TypeCoalition:
		if m.bare {
			return
		}
		if i := m.last + 1; sc.s.is(i, "(") && sc.s.tokens[i].pair == i+2 && sc.s.acronym(i+1) {
			acronym := sc.s.tokens[i+1].Stem
			m.names = append(m.names, acronym)
			keep(k.bodies, acronym, m)
		}
		for _, name := range m.names {
			if bare := strings.Trim(name, "«»"); bare != name {
				keep(k.bodies, bare, m)
			}
		}
	}
}

func keep(names map[string]*mention, name string, m *mention) {
	if key := kaz.Fold(name); key != "" && names[key] == nil {
		names[key] = m
	}
}

func initialOf(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// findKnown finds persons by their surname alone, and bodies by an acronym or a
// quoted name without the noun that heads it.
func (sc *scan) findKnown(k known) {
	for i := range sc.s.tokens {
		switch {
		case sc.s.tokens[i].pair > i && sc.quotedName(i) && sc.free(i, sc.s.tokens[i].pair):
			sc.knownQuote(i, k)
		case !sc.s.capital(i) || sc.owner[i] != nil || sc.inName(i):
		case sc.s.acronym(i):
			if m := k.bodies[kaz.Fold(sc.s.tokens[i].Stem)]; m != nil && !sc.s.is(i-1, "(") {
				sc.again(i, i, m, sc.s.tokens[i].Stem)
			}
		default:
			sc.knownSurname(i, k)
		}
	}
}

func (sc *scan) knownQuote(i int, k known) {
	end := sc.s.tokens[i].pair
	if m := k.bodies[kaz.Fold(sc.words(i+1, end-1))]; m != nil {
		sc.again(i, end, m, "«"+sc.words(i+1, end-1)+"»")
	}
}

// knownSurname finds a person by a form of the surname; no ending changes its first letter.
func (sc *scan) knownSurname(i int, k known) {
	if !k.initials[initialOf(sc.d.words.fold(sc.s.tokens[i].Text))] {
		return
	}
	for _, form := range sc.forms(i) {
		if m := k.surnames[sc.d.words.fold(form)]; m != nil {
			found := sc.again(i, i, m, form)
			found.person = personName{family: form}
			found.kase = sc.caseOf(i, form)
			return
		}
	}
}

// again records one more mention of what m mentions, under a short name.
func (sc *scan) again(first, last int, m *mention, name string) *mention {
	found := sc.add(first, last, m.typ)
	found.names, found.kind, found.head, found.bare = []string{name}, m.kind, m.head, false
	found.same = m
	if m.typ != civic.TypePerson {
		found.kase = sc.s.readings(last)[0].kase
		sc.caseAfterQuote(found)
	}
	return found
}

// forms are the nominatives that token i can have.
func (sc *scan) forms(i int) []string {
	text := sc.s.tokens[i].Text
	if sc.s.tokens[i].Ending != "" {
		text = sc.s.tokens[i].Stem
	}
	if sc.russian() {
		return append([]string{text}, sc.d.words.nominatives(sc.s.lang, text)...)
	}
	return append(sc.d.words.nominatives(sc.s.lang, text), text)
}

// keepBareAreas records the words for the area at hand that no name has taken in.
func (sc *scan) keepBareAreas() {
	for _, m := range sc.bareAreas {
		if sc.free(m.first, m.last) {
			for i := m.first; i <= m.last; i++ {
				sc.owner[i] = m
			}
			sc.found = append(sc.found, m)
		}
	}
}

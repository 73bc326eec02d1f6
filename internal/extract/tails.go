package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// findTails attaches the people that stand for a body to its mention: «коалиция
// мүшелері», «Сенат депутаттары», ««Нұр» және «Шұғыла» қорларының өкілдері».
func (sc *scan) findTails() {
	for _, m := range sc.found {
		if m.inside || m.typ != civic.TypeOrganization && m.typ != civic.TypeCoalition {
			continue
		}
		if sc.russian() {
			sc.russianTail(m)
			continue
		}
		if p, ok := sc.tailAfter(m.last + 1); ok && sc.owns(m, p) {
			m.tail = tail{p.first, p.last, p.reading.uncased, p.attr, p.reading.kase}
			for _, other := range slices.Concat(m.siblings, sc.pairedWith(m)) {
				other.tail = m.tail
				other.tail.first, other.tail.last = other.first, other.last
			}
		}
	}
}

// pairedWith is the body right before a Kazakh one that has its people in common with it:
// «қор мен бірлестіктің өкілдері».
func (sc *scan) pairedWith(m *mention) []*mention {
	if !sc.s.in(m.first-1, pairing) {
		return nil
	}
	other := sc.endingAt(m.first - 2)
	if other == nil || other.typ != civic.TypeOrganization || other.kase != kaz.Nom || !other.tail.none() || other.inside {
		return nil
	}
	return []*mention{other}
}

// owns reports whether people behind a Kazakh body are its own: «университет студенттері»,
// and not those who are met in it, «университетте студенттермен».
func (sc *scan) owns(m *mention, p phrase) bool {
	if m.kase != kaz.Nom && m.kase != kaz.Gen {
		return false
	}
	return p.reading.possessive || slices.ContainsFunc(sc.s.readings(p.last), func(r reading) bool { return r.possessive })
}

// russianTail attaches the people before a body: «учителями школы № 5».
func (sc *scan) russianTail(m *mention) {
	if m.first == 0 {
		return
	}
	p, ok := sc.tails.endingAt(sc.s, m.first-1)
	if ok && (p.reading.plural || sc.s.classes().has(workforce, lastWord(p.text))) {
		m.tail = tail{p.first, p.last, strings.ToLower(sc.words(p.first, p.last)), p.attr, p.reading.kase}
	}
}

// tailAfter finds the tail that begins at token i: people in the plural, or a staff.
func (sc *scan) tailAfter(i int) (phrase, bool) {
	if i >= len(sc.s.tokens) {
		return phrase{}, false
	}
	p, ok := sc.tails.startingAt(sc.s, i)
	return p, ok && (p.reading.plural || sc.s.classes().has(workforce, lastWord(p.text)))
}

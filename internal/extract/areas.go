package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// findAreas finds the areas and settlements that a word for their kind marks:
// «Бәйдібек және Созақ аудандары», «Акмолинская область», «село Двуречное».
func (sc *scan) findAreas() {
	for i := 0; i < len(sc.s.tokens); i++ {
		if sc.russian() {
			if p, ok := sc.areas.startingAt(sc.s, i); ok {
				sc.russianArea(p)
			}
		} else if p, ok := sc.areas.endingAt(sc.s, i); ok {
			sc.kazakhArea(p)
		}
	}
	for i := range sc.s.tokens {
		sc.levelArea(i)
	}
	for _, m := range sc.found {
		sc.nestArea(m)
	}
}

// nestArea notes the wider area that stands in one phrase with an area, before it in
// Kazakh and behind it in Russian, and so tells which of its namesakes is meant.
func (sc *scan) nestArea(m *mention) {
	wider := sc.endingAt(m.first - 1)
	if sc.russian() {
		wider = sc.startingAt(m.last + 1)
	}
	if wider != nil && isArea(wider) && narrower(m.kind, wider.kind) && (sc.russian() || wider.kase == kaz.Gen) {
		m.wider = wider
	}
}

// kazakhArea reads the names before a word for a kind of area: one, or several
// that share it. Without a name the word stands for the area at hand.
func (sc *scan) kazakhArea(p phrase) {
	kind, anaphor, _ := strings.Cut(p.attr, " ")
	if anaphor != "" && sc.inName(p.last) {
		return // ««Есіл өңірі» апталығы»
	}
	first := -1
	if p.reading.possessive || sc.s.classes().has(softPossessed, p.text) {
		first = sc.areaName(p.first-1, kind)
	}
	if first < 0 || anaphor != "" && !sc.known(sc.words(first, p.first-1), kind) { // «Сыр өңірі»: the region at hand
		sc.bareArea(p, kind)
		return
	}
	var head *mention
	for last := p.first - 1; first >= 0; {
		end := last
		if head == nil {
			end = p.last
		}
		m := sc.addArea(first, end, kind, sc.words(first, last))
		m.kase, m.names = p.reading.kase, append(m.names, m.names[0]+" "+sc.kinds[civic.Kazakh].called(p.text, kind))
		if head == nil {
			head = m
		} else {
			head.siblings = append([]*mention{m}, head.siblings...)
		}
		if last = sc.beforeJoint(first - 1); last < 0 {
			break
		}
		if first = sc.areaName(last, kind); first >= 0 && !sc.known(sc.words(first, last), kind) && !(p.reading.plural && kind == gazetteer.Settlement && sc.aloneNamed(last)) {
			break
		}
	}
}

// aloneNamed reports whether token i is a capitalised word in the nominative by itself, and
// no person's name: a village that no register has, in «Мәштексай, Қызылоба ауылдарында».
func (sc *scan) aloneNamed(i int) bool {
	f := sc.facts(sc.s.tokens[i].Text)
	return sc.s.readings(i)[0].kase == kaz.Nom && (!sc.s.capital(i-1) || sc.s.opening(i-1)) && !sc.s.opening(i) && !f.given && !f.surname
}

// addArea records a place with the name it may have in a register.
func (sc *scan) addArea(first, last int, kind, name string) *mention {
	if !sc.free(first, last) {
		for i := first; i <= last; i++ {
			sc.owner[i] = nil
		}
	}
	m := sc.add(first, last, civic.TypePlace)
	m.kind, m.names = kind, []string{name}
	return m
}

// areaName is the first token of the name that ends with token last, or -1: the
// longest run of up to three capitalised words that a register knows, else the last.
func (sc *scan) areaName(last int, kind string) int {
	if sc.capital(last-1) && sc.s.isWord(last) && sc.known(sc.words(last-1, last), kind) {
		return last - 1 // «Шал ақын ауданы»
	}
	if !sc.capital(last) {
		return -1
	}
	first := last
	for i := last - 1; i > last-3 && sc.capital(i); i-- {
		if sc.known(sc.words(i, last), kind) {
			first = i
		}
	}
	if sc.s.in(first-1, ofNames) && sc.s.capital(first-1) && !sc.s.opening(first-1) {
		first-- // «Жаңа Қаратон кенті»
	}
	return first
}

// capital reports whether token i is a capitalised word that may be part of a name.
func (sc *scan) capital(i int) bool {
	return sc.s.capital(i) && !sc.stop(i) && !sc.s.initial(i) && sc.s.tokens[i].Ending == ""
}

// beforeJoint is the token before a comma or an «and» at token i, or -1.
func (sc *scan) beforeJoint(i int) int {
	if (sc.s.joint(i) || sc.s.in(i, enclitic)) && i > 0 {
		return i - 1
	}
	return -1
}

// joint reports whether a comma or a word for «and» that lists things stands at token i.
func (s *sentence) joint(i int) bool { return s.is(i, ",") || s.in(i, coordinate) }

// words is the text of the tokens first to last.
func (sc *scan) words(first, last int) string { return sc.d.text(sc.s.spanOf(first, last)) }

// known reports whether the register has a place of the kind under the name.
func (sc *scan) known(name, kind string) bool {
	return sc.gazetteer.Has(name, kind)
}

// bareArea records a word that stands for the area at hand: «облыс», «өңір».
func (sc *scan) bareArea(p phrase, kind string) {
	if p.reading.plural || sc.counted(p.first-1) {
		return
	}
	m := &mention{span: sc.s.spanOf(p.first, p.last), sentence: sc.n, first: p.first, last: p.last, typ: civic.TypePlace, referent: -1}
	m.kind, m.bare, m.kase, m.head = kind, true, p.reading.kase, p.text
	sc.bareAreas = append(sc.bareAreas, m)
}

// counted reports whether token i makes what follows one of several: «бес облыс».
func (sc *scan) counted(i int) bool {
	return i >= 0 && (sc.s.tokens[i].Kind == kaz.Number || sc.s.in(i, quantifier))
}

// levelArea finds an area named by the adjective of its kind: «Абай аудандық
// мәслихаты» is the council of Абай ауданы.
func (sc *scan) levelArea(i int) {
	p, ok := sc.levels.endingAt(sc.s, i)
	if !ok || sc.russian() || p.attr == gazetteer.Country || i == 0 || !sc.capital(i-1) || !sc.free(i-1, i) {
		return
	}
	first := sc.areaName(i-1, p.attr)
	if first < 0 || !sc.known(sc.words(first, i-1), p.attr) {
		return
	}
	m := sc.addArea(first, i, p.attr, sc.words(first, i-1))
	m.level, m.names = p.attr, append(m.names, m.names[0]+" "+sc.kinds[civic.Kazakh].called("", p.attr))
}

// russianArea reads the name beside a Russian word for a kind of area: an adjective
// before «область» and «район», a name after «село» and «город».
func (sc *scan) russianArea(p phrase) {
	kind, _, _ := strings.Cut(p.attr, " ")
	if sc.s.initial(p.first) && !(sc.s.opening(p.first) && sc.registered(p.last+1, kind)) {
		return // «И. С. Тимошенко» is from no village
	}
	if first := sc.adjectives(p.first - 1); first >= 0 {
		name := sc.adjectiveOf(sc.words(first, p.first-1), sc.genderOf(p.text)) + " " + p.text
		m := sc.addArea(first, p.last, kind, name)
		m.kase = p.reading.kase
		sc.russianSiblings(m, p, kind)
		return
	}
	if last := sc.placeNameAfter(p.last+1, kind); last >= 0 && sc.namesPlace(p.last+1, last, kind) {
		m := sc.addArea(p.first, last, kind, sc.words(p.last+1, last))
		m.names = append(m.names, sc.d.words.nominatives(sc.s.lang, sc.words(p.last+1, last))...)
		m.kase = p.reading.kase
		return
	}
	sc.bareArea(p, kind)
}

// registered reports whether a word that begins at token i is the name of a place of the kind
// and, by its shape, of nobody.
func (sc *scan) registered(i int, kind string) bool {
	if !sc.s.isWord(i) || sc.facts(sc.s.tokens[i].Text).surname {
		return false
	}
	return slices.ContainsFunc(sc.placeForms(i, i), func(f placeForm) bool { return sc.known(f.name, kind) })
}

// russianSiblings finds the areas before one that share its word: «Зерендинский,
// Бурабайский и Сандыктауский районы».
func (sc *scan) russianSiblings(m *mention, p phrase, kind string) {
	for at := sc.beforeJoint(m.first - 1); at >= 0 && len(m.siblings) < maxName; {
		first := sc.adjectives(at)
		if first < 0 || sc.owner[first] != nil {
			return
		}
		name := sc.adjectiveOf(sc.words(first, at), sc.genderOf(p.text)) + " " + p.text
		if !sc.known(name, kind) {
			return
		}
		sibling := sc.addArea(first, at, kind, name)
		sibling.kase = m.kase
		m.siblings = append([]*mention{sibling}, m.siblings...)
		at = sc.beforeJoint(first - 1)
	}
}

// namesPlace reports whether the words after a word for a kind of area name one and
// not the person who heads it: «аким района Иван …».
func (sc *scan) namesPlace(first, last int, kind string) bool {
	for _, f := range sc.placeForms(first, last) {
		if sc.known(f.name, kind) {
			return true
		}
	}
	return narrower(kind, gazetteer.District) && !sc.capital(last+1) && !sc.facts(sc.s.tokens[first].Text).given
}

// adjectives is the first of the capitalised adjectives that end with token last, or -1.
func (sc *scan) adjectives(last int) int {
	if !sc.capital(last) || !sc.adjective(last) {
		return -1
	}
	if _, title := sc.titles.endingAt(sc.s, last); title {
		return -1
	}
	return last
}

// adjective reports whether token i may be a Russian adjective.
func (sc *scan) adjective(i int) bool {
	for _, a := range sc.d.words.analyse(sc.s.tokens[i].Text) {
		if a.Adjective {
			return true
		}
	}
	return false
}

// placeNameAfter is the last token of the place name that begins at token first, or -1.
func (sc *scan) placeNameAfter(first int, kind string) int {
	if !sc.capital(first) {
		return -1
	}
	last := first
	for i := first + 1; i < first+3 && sc.s.isWord(i); i++ {
		if sc.known(sc.words(first, i), kind) {
			last = i
		}
	}
	return last
}

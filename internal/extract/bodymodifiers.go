package extract

import (
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// modifiersBefore extends a Kazakh noun phrase to the left.
func (sc *scan) modifiersBefore(b *body) {
	for i := b.first - 1; i >= 0 && b.head.first-i <= 16; i = b.first - 1 {
		if !sc.modifierBefore(b, i) {
			return
		}
	}
}

// modifierBefore takes the word, quote or name that ends with token i into the
// name, and reports whether more may follow.
func (sc *scan) modifierBefore(b *body, i int) bool {
	t := sc.s.tokens[i]
	switch {
	case sc.endingAt(i) != nil:
		return sc.possessor(b, sc.endingAt(i))
	case closesQuote(t.Text) && t.pair >= 0 && t.pair < i && sc.quotedName(t.pair):
		return sc.quoteBefore(b, t.pair, i)
	case t.Text == ")" && t.pair >= 0 && i-t.pair == 2 && sc.s.acronym(i-1):
		if m := sc.endingAt(t.pair - 1); m != nil {
			return sc.possessor(b, m)
		}
		return false
	case sc.s.in(i, namesake):
		return sc.namedAfter(b, i)
	case t.Kind == kaz.Number && sc.s.is(i-1, "№"):
		b.first, b.core, b.number = i-1, i-1, true
		return true
	case sc.person[i]:
		return false
	case b.flag("OFFICE") && b.modifiers == 0 && sc.officialBefore(b, i):
		return false
	case sc.s.in(i, throughout) && b.attrs[0] == "GOVERNMENT" && sc.areaServed(b, i):
		return true
	case sc.s.in(i, dealing) && b.modifiers < 3:
		b.first, b.core, b.modifiers, b.number = i, i, b.modifiers+1, true
		return true
	case t.Kind != kaz.Word || sc.stop(i):
		return sc.listed(b, i) || sc.quoteAcross(b, i)
	case b.flag("ABROAD") && b.head.reading.plural && sc.countryAt(i):
		return sc.possessor(b, sc.endingAt(i))
	}
	return sc.wordBefore(b, i)
}

func closesQuote(mark string) bool {
	return mark == "»" || mark == "”" || mark == `"` || mark == "“"
}

// officialBefore takes in the official whose office it is: «облыс әкімінің баспасөз қызметі».
func (sc *scan) officialBefore(b *body, i int) bool {
	p, ok := sc.titles.endingAt(sc.s, i)
	if !ok || p.reading.kase != kaz.Gen && !(p.reading.kase == kaz.Nom && p.reading.possessive) {
		return false
	}
	b.first, b.core, b.modifiers = p.first, p.first, 1
	if m := sc.endingAt(p.first - 1); m != nil && isArea(m) {
		b.areas, b.first, b.core = append(b.areas, m), m.first, m.first
	} else if area, ok := sc.areas.endingAt(sc.s, p.first-1); ok && p.first > 0 {
		kind, _, _ := strings.Cut(area.attr, " ")
		b.first, b.core, b.level = area.first, area.first, kind
	}
	return true
}

// areaServed takes in the area in which a state body does its work, before «бойынша» at
// token i: «комитеттің Павлодар облысы бойынша департаменті».
func (sc *scan) areaServed(b *body, i int) bool {
	m := sc.endingAt(i - 1)
	if m == nil || !isArea(m) || m.kase != kaz.Nom || len(b.areas) > 0 {
		return false
	}
	b.areas, b.first, b.core, b.number = []*mention{m}, m.first, m.first, true
	return true
}

// possessor takes in the area or the body before: «Қостанай облысының», «партиясының».
func (sc *scan) possessor(b *body, m *mention) bool {
	if m.typ == civic.TypePerson {
		return false
	}
	attributive := m.kase == kaz.Loc && sc.s.attributive(m.last)
	switch {
	case m.typ == civic.TypePlace && m.kind != "VENUE" && attributive && b.flag("ABROAD"):
		b.first, b.seat = m.first, m // «Польшаның Қазақстандағы елшілігі»
		return true
	case m.typ == civic.TypePlace && m.kind != "VENUE" && attributive:
		b.areas, b.near = append(b.areas, m), true
		return false
	case m.kase != kaz.Gen && m.kase != kaz.Nom:
		return false
	case m.typ == civic.TypePlace && m.kind != "VENUE" && len(b.areas) > 0:
		return false
	case m.typ == civic.TypePlace && m.kind != "VENUE":
		if m.level != "" {
			b.level = m.level
		}
		b.areas = append(b.areas, sc.group(m)...)
		b.first = m.first
		if b.flag("ABROAD") && b.head.reading.plural {
			sc.countriesBefore(b)
		}
		if m.kase == kaz.Nom || m.level != "" {
			b.core = m.first
		}
		return m.level != ""
	case m.kase == kaz.Nom && (b.levelAt >= 0 && m.legal == "" && !b.flag("BRANCH") || !sc.ownsUncased(b)):
		return false
	case m.kase == kaz.Nom && (m.bare || b.head.reading.kase == kaz.Ins && b.modifiers > 0) && sc.s.capital(b.first):
		return false // «оны университет Гидрология институтымен өткізді»
	case m.kase == kaz.Nom && m.bare && m.typ == civic.TypePlace:
		return false // «жылыжай кешені» is of hothouses, not of one
	case m.kase == kaz.Nom && m.bare && !b.flag("BRANCH") && !b.flag("OFFICE") && b.modifiers == 0: // «зауыт кәсіподағы»
		b.first, b.core, b.modifiers, b.number = m.first, m.first, 1, true
		return true
	}
	b.owners = append(b.owners, sc.group(m)...)
	b.first = m.first
	return false
}

// countriesBefore takes in the countries joined to the one before the embassies of them
// all: «Литва мен Польшаның елшіліктері».
func (sc *scan) countriesBefore(b *body) {
	for i := sc.beforeJoint(b.first - 1); i >= 0 && sc.countryAt(i); i = sc.beforeJoint(b.first - 1) {
		before := sc.endingAt(i)
		b.areas, b.first = append([]*mention{before}, b.areas...), before.first
	}
}

// countryAt reports whether a country's name ends with token i; a bare one is recorded.
func (sc *scan) countryAt(i int) bool {
	if sc.owner[i] == nil && sc.capital(i) {
		if !sc.gazetteer.Has(sc.s.readings(i)[0].uncased, gazetteer.Country) {
			return false
		}
		sc.placeAt(i, i, known{context: sc.codes})
	}
	m := sc.endingAt(i)
	return m != nil && m.typ == civic.TypePlace && m.kind == gazetteer.Country
}

// ownsUncased reports whether the head is possessed by what stands before it
// without a case, as in «Сенат комитеті», «филиалы саяси кеңесі».
func (sc *scan) ownsUncased(b *body) bool { return b.head.reading.possessive }

// group is the mention with those that share its last word, as «Хромтау және
// Мәртөк аудандары».
func (sc *scan) group(m *mention) []*mention {
	return append(append([]*mention(nil), m.siblings...), m)
}

// quoteBefore takes in a quoted name, and those listed before it if the head is plural.
func (sc *scan) quoteBefore(b *body, first, last int) bool {
	b.quotes = append([]quoted{{first, last}}, b.quotes...)
	b.first, b.core = first, first
	before := sc.beforeJoint(first - 1)
	if before < 0 || !b.head.reading.plural {
		return sc.quoteQualifier(b)
	}
	if t := sc.s.tokens[before]; closesQuote(t.Text) && t.pair >= 0 && t.pair < before && sc.quotedName(t.pair) {
		return sc.quoteBefore(b, t.pair, before)
	}
	return false
}

// quoteQualifier notes the area before a quoted name: «Ақтаудағы «X» компаниясы».
func (sc *scan) quoteQualifier(b *body) bool {
	m := sc.endingAt(b.first - 1)
	if p, ok := sc.levels.endingAt(sc.s, b.first-1); ok && m == nil && p.first == b.first-1 && p.attr != gazetteer.Country {
		b.level, b.first = p.attr, p.first // «қалалық «X» музейі»
		return false
	}
	switch {
	case m == nil || m.typ != civic.TypePlace || m.kind == "VENUE":
	case m.level != "": // «Атырау облыстық «X» кәсіподағы»
		b.areas, b.level, b.first, b.core = append(b.areas, m), m.level, m.first, m.first
	case m.kase == kaz.Gen || m.kase == kaz.Loc:
		b.areas, b.near = append(b.areas, m), true
	}
	return false
}

// namedAfter takes in the person before «атындағы», who takes no part in anything.
func (sc *scan) namedAfter(b *body, i int) bool {
	first := i
	for j := i - 1; j >= 0 && i-j <= 4 && sc.s.isWord(j) && sc.owner[j] == nil; j-- {
		if !sc.s.capital(j) && !(j == i-1 && j > 0 && sc.s.capital(j-1)) || !sc.uninflected(j) {
			break
		}
		if sc.s.opening(j) && sc.s.initial(first) && !sc.nameLike(j) {
			break // «Кездесу Ш. Есенов атындағы …»
		}
		first = j
	}
	if first == i {
		return false
	}
	first = sc.lastPerson(first, i-1)
	b.first, b.core, b.named = first, first, true
	m := sc.endingAt(first - 1)
	if m != nil && m.typ == civic.TypePlace && m.kind != "VENUE" {
		sc.possessor(b, m)
		b.core = first
	}
	return false
}

// lastPerson is where the last of two persons named side by side begins: a body is called
// after him, «Н. Бондаренко Мұхтар Әуезов атындағы мектепте …».
func (sc *scan) lastPerson(first, last int) int {
	for i := first + 1; i < last; i++ {
		family := sc.gazetteer.SurnameShape(sc.s.tokens[i].Text)
		if !sc.s.initial(i) && last-i == 2 && (sc.s.initial(i-1) || family && i == first+1 && !sc.gazetteer.PatronymicShape(sc.s.tokens[i].Text)) {
			return i + 1
		}
	}
	return first
}

// nameLike reports whether a word is known for, or looks like, a part of a person's name.
func (sc *scan) nameLike(i int) bool {
	word := sc.s.tokens[i].Text
	return sc.s.initial(i) || sc.givenName(word) || sc.gazetteer.SurnameShape(word) || sc.gazetteer.PatronymicShape(word)
}

// listed takes in a comma or «және» between the fields of a state body.
func (sc *scan) listed(b *body, i int) bool {
	if b.modifiers == 0 || !sc.s.joint(i) {
		return false
	}
	if b.attrs[0] == "EDUCATION" && i > 1 && !sc.s.is(i, ",") && !sc.s.capital(i-1) && !sc.stop(i-1) && sc.describes(i-1) && (sc.s.in(i-2, namesake) || sc.placeWord(i-2)) {
		b.first, b.core, b.modifiers = i-1, i-1, b.modifiers+1
		return true
	}
	if b.attrs[0] != "GOVERNMENT" {
		return false
	}
	if sc.s.in(i-1, verbalNoun) && sc.s.in(i+1, verbalNoun) && !sc.s.is(i, ",") { // «реттеу және бақылау комитеті»
		b.first, b.core, b.modifiers = i-1, i-1, b.modifiers+1
		return true
	}
	if p, ok := sc.sectors.endingAt(sc.s, i-1); ok {
		b.first, b.core, b.modifiers, b.sectors = p.first, p.first, b.modifiers+1, true
		return true
	}
	return false
}

// quoteAcross takes in a quoted name that a joint parts from the head: «Y» балалар
// мен жасөспірімдер ұйымы.
func (sc *scan) quoteAcross(b *body, i int) bool {
	if b.modifiers == 0 || b.levelAt >= 0 || !sc.s.joint(i) {
		return false
	}
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		t := sc.s.tokens[j]
		if closesQuote(t.Text) && t.pair >= 0 && t.pair < j && sc.quotedName(t.pair) && j < i-1 {
			b.first, b.core, b.modifiers = j+1, j+1, b.modifiers+1
			return true
		}
		if !sc.s.isWord(j) || sc.owner[j] != nil || sc.s.capital(j) || sc.stop(j) || !sc.describes(j) {
			return false
		}
	}
	return false
}

// wordBefore takes in a word that describes the head: an adjective, a noun without
// a case, a deed («өңдеу зауыты»).
func (sc *scan) wordBefore(b *body, i int) bool {
	if p, ok := sc.levels.endingAt(sc.s, i); ok && p.first == i {
		b.levelAt, b.first, b.core = i, i, i
		if p.attr != "COUNTRY" {
			b.level = p.attr
		}
		return true
	}
	if b.level != "" {
		return false
	}
	if p, ok := sc.areas.endingAt(sc.s, i); ok && p.reading.kase == kaz.Nom && !p.reading.plural && !p.reading.possessive && b.head.first-i == 1+b.modifiers {
		kind, _, _ := strings.Cut(p.attr, " ")
		b.levelAt, b.first, b.core, b.level = p.first, p.first, p.first, kind
		return false
	}
	if p, ok := sc.sectors.endingAt(sc.s, i); ok {
		b.first, b.core, b.modifiers, b.sectors = p.first, p.first, b.modifiers+1, b.attrs[0] == "GOVERNMENT"
		return true
	}
	if !sc.describes(i) || b.modifiers >= 4 || sc.s.capital(i) && sc.gazetteer.SurnameShape(sc.s.tokens[i].Text) && b.attrs[0] != "EDUCATION" {
		return false
	}
	latin := isLatin(sc.s.tokens[i].Text)
	b.proper = b.proper || latin || sc.s.capital(i) && (!sc.s.opening(i) || sc.placeOpens(i))
	b.people = b.people || sc.whose(b, i)
	b.first, b.core, b.modifiers = i, i, b.modifiers+1
	return !latin || i > 0 && isLatin(sc.s.tokens[i-1].Text)
}

// whose reports whether the word at token i, before a head that is not named else, says
// whose body it is: many in the plural, or by the sort of the body any.
func (sc *scan) whose(b *body, i int) bool {
	return b.head.reading.possessive && !b.head.reading.plural && (b.flag("TYPED") || b.flag("PEOPLE") && b.modifiers == 0 && sc.s.severalAt(i))
}

// placeOpens reports whether the word that opens a sentence, and so has its capital
// anyway, is the name of a city or area.
func (sc *scan) placeOpens(i int) bool {
	places := sc.gazetteer.Places(sc.s.tokens[i].Text, "")
	return len(places) > 0 && places[0].Kind != gazetteer.Settlement
}

// describes reports whether token i may stand before a noun and describe it.
func (sc *scan) describes(i int) bool {
	t := sc.s.tokens[i]
	if t.Ending != "" || sc.s.in(i, subordinate) {
		return false
	}
	if _, ok := sc.titles.endingAt(sc.s, i); ok && !sc.s.readings(i)[0].plural {
		return false
	}
	best := sc.s.readings(i)[0]
	_, heads := sc.organizations.endingAt(sc.s, i+1)
	if best.possessive && best.plural && sc.s.capital(i+1) {
		return false // «коалиция мүшелері Шәкәрім университетінде»
	}
	if _, news := sc.news.startingAt(sc.s, i); news {
		return false // «хабарлады палатаның баспасөз қызметі»
	}
	if best.possessive && best.plural && !sc.s.possessed(i+1) && (heads || i+2 >= len(sc.s.tokens) || !sc.s.possessed(i+2)) {
		return false // «ауыл ақсақалдары мектеп ауласына жиналды»
	}
	if _, event := sc.eventNouns.endingAt(sc.s, i); event && !sc.s.possessed(i+1) {
		return false // «мерекелік шара орталық алаңда өтті»
	}
	deed := sc.s.in(i+1, verbalNoun)
	return best.kase == kaz.Nom || best.kase == kaz.Acc && deed
}

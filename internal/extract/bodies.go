package extract

import (
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// body is the name of an organisation or a venue while it is read: the noun that
// heads it, and what stands before and after.
type body struct {
	head        phrase
	first, last int
	attrs       []string // kind and flags of the head
	quotes      []quoted // quoted names, in the order of the text
	areas       []*mention
	near        bool // the area is where it stands
	owners      []*mention
	level       string
	levelAt     int  // token of the level adjective, or -1
	named       bool // called after somebody
	number      bool
	proper      bool     // holds a capitalised word that does not open the sentence
	field       bool     // says behind «по» what it deals with
	seat        *mention // where the embassy of another country is
	sectors     bool     // lists what it deals with: «экономика және қаржы бөлімі»
	modifiers   int
	core        int // first token without possessor areas and owners
}

// quoted is a name in quotation marks, the marks included.
type quoted struct{ first, last int }

func (b *body) flag(name string) bool {
	for _, attr := range b.attrs[min(1, len(b.attrs)):] {
		if attr == name {
			return true
		}
	}
	return false
}

// nodeType is the type of node that the head makes.
func (b *body) nodeType() civic.NodeType {
	switch b.attrs[0] {
	case "VENUE":
		return civic.TypePlace
	case "COALITION":
		return civic.TypeCoalition
	}
	return civic.TypeOrganization
}

// strong reports whether something in the name sets it apart from a common noun.
func (b *body) strong() bool {
	return len(b.quotes) > 0 || b.level != "" || b.named || b.number || b.proper || len(b.areas) > 0 || len(b.owners) > 0 || b.sectors && b.flag("MODIFIED")
}

// findBodies finds organisations and venues: by the noun that heads their name, by
// their legal form, by both.
func (sc *scan) findBodies() {
	for i := range sc.s.tokens {
		sc.legalBody(i)
	}
	for i := range sc.s.tokens {
		if sc.inName(i) {
			continue
		}
		if sc.russian() {
			sc.russianBody(i)
		} else {
			sc.kazakhBody(i)
		}
	}
}

// bodyHead finds the longest phrase at token i that heads the name of a body.
func (sc *scan) bodyHead(find func(lexicon) (phrase, bool)) (phrase, bool) {
	best, ok := find(sc.organizations)
	if venue, found := find(sc.venues); found && (!ok || venue.last-venue.first > best.last-best.first) {
		return venue, true
	}
	return best, ok
}

// maxName is the number of tokens beyond which a name in quotes is taken for speech.
const maxName = 12

// inName reports whether token i stands inside a quoted name.
func (sc *scan) inName(i int) bool {
	if sc.s.tokens[i].depth == 0 {
		return false
	}
	for j := i; j >= 0 && sc.s.tokens[j].depth > 0; j-- {
		if close := sc.s.tokens[j].pair; close >= i && sc.quotedName(j) {
			return true
		}
	}
	return false
}

// quotedName reports whether the quote that opens at token i is a name: it is
// short, and neither introduced nor closed as speech is.
func (sc *scan) quotedName(i int) bool {
	t := sc.s.tokens
	end := t[i].pair
	if end <= i || end-i > maxName || sc.s.is(i-1, ":") || end-i < 2 {
		return false
	}
	return !sc.s.is(end-1, ",", ".") && !sc.s.is(end+1, ",", "—", "–", "деп", "деді", "дейді") ||
		sc.s.is(end+1, ",") && !sc.s.is(end+2, "—", "–") && !sc.s.is(end-1, ".", "!", "?")
}

// properVenue reports whether a venue's noun of several words is written as a name:
// «Достық үйі», «Дворец культуры».
func (sc *scan) properVenue(b *body) bool {
	return b.attrs[0] == "VENUE" && b.head.last > b.head.first && sc.s.capital(b.head.first) && !sc.s.opening(b.head.first)
}

// kazakhBody reads the noun phrase that ends with token i, if its head heads names
// of bodies.
func (sc *scan) kazakhBody(i int) {
	head, ok := sc.bodyHead(func(l lexicon) (phrase, bool) { return l.endingAt(sc.s, i) })
	if !ok && sc.university(i) && sc.free(i, i) {
		head, ok = sc.universityHead(i), true
	}
	if !ok || sc.partOfTitle(i) || sc.opensVenue(i) || sc.opensEvent(i) || strings.HasSuffix(head.attr, " BEHINDQUOTE") && (head.first == 0 || !closesQuote(sc.s.tokens[head.first-1].Text)) {
		return
	}
	b := &body{head: head, first: head.first, last: head.last, attrs: strings.Fields(head.attr), levelAt: -1, core: head.first}
	if b.proper = sc.properVenue(b); !b.proper || sc.endingAt(head.first-1) != nil {
		sc.modifiersBefore(b)
	}
	sc.record(b)
}

// opensVenue reports whether the head at token i only begins the noun of a room or
// building: «мәжіліс залы».
func (sc *scan) opensVenue(i int) bool {
	p, ok := sc.venues.startingAt(sc.s, i)
	return ok && p.last > i || sc.s.isWord(i+1) && strings.HasPrefix(sc.s.tokens[i+1].low, "зал")
}

// opensEvent reports whether the head at token i only begins the noun of an event:
// «құрылтай съезі».
func (sc *scan) opensEvent(i int) bool {
	p, ok := sc.eventNouns.startingAt(sc.s, i)
	return ok && p.last > i
}

// partOfTitle reports whether the head at token i begins a longer title or event
// word, as «кеңес» in «кеңесші» does not but «қызмет» in «қызметкер» may.
func (sc *scan) partOfTitle(i int) bool {
	_, ok := sc.titles.endingAt(sc.s, i)
	longer, begins := sc.titles.startingAt(sc.s, i)
	of := sc.endingAt(i - 1)
	return ok || begins && longer.last > i && of != nil && isBody(of) && of.kase == kaz.Gen // «басқарманың бөлім басшысы»
}

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
	case sc.s.is(i, "атындағы", "атындагы"):
		return sc.namedAfter(b, i)
	case t.Kind == kaz.Number && sc.s.is(i-1, "№"):
		b.first, b.core, b.number = i-1, i-1, true
		return true
	case sc.person[i]:
		return false
	case b.flag("OFFICE") && b.modifiers == 0 && sc.officialBefore(b, i):
		return false
	case sc.s.is(i, "жөніндегі", "мәселелері") && b.modifiers < 3:
		b.first, b.core, b.modifiers, b.number = i, i, b.modifiers+1, true
		return true
	case t.Kind != kaz.Word || sc.stop(i):
		return sc.listed(b, i) || sc.quoteAcross(b, i)
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
	case m.kase == kaz.Nom && m.bare && !b.flag("BRANCH") && !b.flag("OFFICE") && b.modifiers == 0: // «зауыт кәсіподағы»
		b.first, b.core, b.modifiers, b.number = m.first, m.first, 1, true
		return true
	}
	b.owners = append(b.owners, sc.group(m)...)
	b.first = m.first
	return false
}

// countriesBefore takes in the country joined to the one before the embassies of both:
// «Литва мен Польшаның елшіліктері».
func (sc *scan) countriesBefore(b *body) {
	i := sc.beforeJoint(b.first - 1)
	if i < 0 {
		return
	}
	if sc.endingAt(i) == nil && sc.capital(i) {
		sc.placeAt(i, i, known{context: sc.codes})
	}
	if before := sc.endingAt(i); before != nil && before.typ == civic.TypePlace && before.kind == gazetteer.Country {
		b.areas, b.first = append([]*mention{before}, b.areas...), before.first
	}
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
	if b.modifiers == 0 || !sc.s.is(i, ",", "және", "мен", "пен", "бен") {
		return false
	}
	if b.attrs[0] == "EDUCATION" && i > 1 && !sc.s.is(i, ",") && !sc.s.capital(i-1) && !sc.stop(i-1) && sc.describes(i-1) && (sc.s.is(i-2, "атындағы") || sc.placeWord(i-2)) {
		b.first, b.core, b.modifiers = i-1, i-1, b.modifiers+1
		return true
	}
	if b.attrs[0] != "GOVERNMENT" {
		return false
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
	if b.modifiers == 0 || b.levelAt >= 0 || !sc.s.is(i, "мен", "пен", "бен", "және", ",") {
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
		b.first, b.core, b.modifiers = p.first, p.first, b.modifiers+1
		return true
	}
	if !sc.describes(i) || b.modifiers >= 4 || sc.s.capital(i) && sc.gazetteer.SurnameShape(sc.s.tokens[i].Text) && b.attrs[0] != "EDUCATION" {
		return false
	}
	latin := isLatin(sc.s.tokens[i].Text)
	b.proper = b.proper || latin || sc.s.capital(i) && (!sc.s.opening(i) || sc.placeOpens(i))
	b.first, b.core, b.modifiers = i, i, b.modifiers+1
	return !latin || i > 0 && isLatin(sc.s.tokens[i-1].Text)
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
	deed := strings.HasSuffix(sc.s.tokens[i+1].low, "у") || strings.HasSuffix(sc.s.tokens[i+1].low, "ю")
	return best.kase == kaz.Nom || best.kase == kaz.Acc && deed
}

// record makes mentions of a body that is named, and a bare mention of one that may
// have been named before.
func (sc *scan) record(b *body) {
	weak := b.flag("WEAK")
	switch {
	case b.flag("SITTING") && b.head.reading.possessive && !sc.s.capital(b.head.first):
	case b.flag("MODIFIED") && len(b.quotes) == 0 && len(b.owners) == 0 && !b.named && b.modifiers == 0 && !b.number:
	case b.flag("SOLE") && !b.strong():
		sc.shareLevel(b)
		sc.recordOne(b, quoted{-1, -1}, nil)
		sc.found[len(sc.found)-1].sole = true
	case weak && !b.strong() || !weak && !b.strong() && b.modifiers == 0 || b.flag("QUOTED") && len(b.quotes) == 0:
		sc.recordBare(b)
	case b.head.reading.plural && len(b.quotes) < 2 && len(b.owners) < 2 && len(b.areas) < 2:
	default:
		sc.recordEach(b)
	}
}

// shareLevel gives a body joined to another the level that stands before both:
// «облыстық ардагерлер кеңесі мен мәслихат».
func (sc *scan) shareLevel(b *body) {
	if m := sc.endingAt(sc.beforeJoint(b.first - 1)); m != nil && isBody(m) && b.level == "" && !sc.s.is(b.first-1, ",") {
		b.level = m.level
	}
}

// recordBare notes a head without a name of its own.
func (sc *scan) recordBare(b *body) {
	if b.head.reading.plural || !sc.free(b.head.first, b.head.last) {
		return
	}
	m := sc.add(b.head.first, b.head.last, b.nodeType())
	m.bare, m.head, m.kind, m.kase = true, headWord(b.head), b.attrs[0], b.head.reading.kase
}

// headWord is the base form of a head: «филиал», «мәдениет үйі».
func headWord(p phrase) string { return p.text }

// recordEach makes a mention of every body that shares the head: one for each
// quoted name, each owner or each area.
func (sc *scan) recordEach(b *body) {
	plural := b.head.reading.plural
	switch {
	case plural && len(b.quotes) > 1:
		for _, q := range b.quotes {
			sc.recordOne(b, q, nil)
		}
		sc.bindSiblings(len(b.quotes))
	case plural && len(b.owners) > 1:
		for _, owner := range b.owners {
			sc.recordOne(b, quoted{-1, -1}, owner)
		}
		sc.bindSiblings(len(b.owners))
	case plural && len(b.areas) > 1:
		for _, area := range b.areas {
			sc.recordOne(b, quoted{-1, -1}, area)
		}
		sc.bindSiblings(len(b.areas))
	default:
		q := quoted{-1, -1}
		if len(b.quotes) > 0 {
			q = b.quotes[0]
		}
		var of *mention
		if len(b.owners) > 0 {
			of = b.owners[len(b.owners)-1]
		} else if len(b.areas) > 0 {
			of = b.areas[0]
		}
		sc.recordOne(b, q, of)
	}
}

// bindSiblings joins the last n mentions, which share their head.
func (sc *scan) bindSiblings(n int) {
	last := sc.found[len(sc.found)-1]
	last.siblings = append([]*mention(nil), sc.found[len(sc.found)-n:len(sc.found)-1]...)
}

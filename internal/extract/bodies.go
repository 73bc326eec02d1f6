package extract

import (
	"strings"

	"civicgraph/internal/civic"
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
	levelLast   bool // its level stands last: «общественный совет города»
	named       bool // called after somebody
	number      bool
	proper      bool     // holds a capitalised word that does not open the sentence
	field       bool     // says behind «по» what it deals with
	seat        *mention // where the embassy of another country is
	sectors     bool     // of the state, and says what it deals with: «экономика және қаржы бөлімі»
	people      bool     // says whom it is of: «ұстаздар қауымдастығы», «дүнген этномәдени бірлестігі»
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
	return len(b.quotes) > 0 || b.level != "" || b.named || b.number || b.proper || len(b.areas) > 0 || len(b.owners) > 0 || b.sectors && b.flag("MODIFIED") || b.people
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
	return !sc.s.is(end-1, ",", ".") && !sc.s.is(end+1, ",", "—", "–") && !sc.s.in(end+1, quotative) ||
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
	return ok && p.last > i || sc.s.in(i+1, hall)
}

// opensEvent reports whether the head at token i only begins the noun of an event:
// «құрылтай съезі».
func (sc *scan) opensEvent(i int) bool {
	p, ok := sc.eventNouns.startingAt(sc.s, i)
	whole, within := sc.eventNouns.endingAt(sc.s, i)
	return ok && p.last > i || within && whole.first < i && strings.HasSuffix(whole.attr, "MEETING")
}

// partOfTitle reports whether the head at token i begins a longer title or event
// word, as «кеңес» in «кеңесші» does not but «қызмет» in «қызметкер» may.
func (sc *scan) partOfTitle(i int) bool {
	_, ok := sc.titles.endingAt(sc.s, i)
	longer, begins := sc.titles.startingAt(sc.s, i)
	of := sc.endingAt(i - 1)
	return ok || begins && longer.last > i && of != nil && isBody(of) && of.kase == kaz.Gen // «басқарманың бөлім басшысы»
}

// record makes mentions of a body that is named, and a bare mention of one that may
// have been named before.
func (sc *scan) record(b *body) {
	weak := b.flag("WEAK") && !sc.chaired(b)
	switch {
	case b.flag("SITTING") && b.head.reading.possessive && !sc.s.capital(b.head.first):
	case b.flag("MODIFIED") && len(b.quotes) == 0 && len(b.owners) == 0 && !b.named && b.modifiers == 0 && !b.number:
		if sc.staffedBy(b) {
			sc.recordBare(b)
		}
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

// staffedBy reports whether the title of somebody in a body follows: «орталық директоры».
func (sc *scan) staffedBy(b *body) bool {
	p, ok := sc.headTitleBehind(b)
	return ok && p.reading.possessive && !p.reading.plural
}

// headTitleBehind is the title of a head right behind a body.
func (sc *scan) headTitleBehind(b *body) (phrase, bool) {
	if b.last+1 == len(sc.s.tokens) {
		return phrase{}, false
	}
	p, ok := sc.titles.startingAt(sc.s, b.last+1)
	return p, ok && strings.HasPrefix(p.attr, "HEAD")
}

// chaired reports whether a body that is described has a head, whose title and name follow:
// «бюджет комиссиясының төрағасы X».
func (sc *scan) chaired(b *body) bool {
	if b.attrs[0] != "COMMISSION" || b.modifiers == 0 || b.head.reading.kase != kaz.Gen {
		return false
	}
	p, ok := sc.headTitleBehind(b)
	return ok && sc.s.capital(p.last+1)
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

package extract

import (
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// recordOne makes a mention of one body: of the quoted name q, if there is one
// among several, and of the owner or area that it belongs to.
func (sc *scan) recordOne(b *body, q quoted, of *mention) {
	first := b.first
	if len(b.quotes) > 1 {
		first = q.first
	} else if of != nil && (len(b.owners) > 1 || len(b.areas) > 1 && len(b.owners) == 0) {
		first = of.first
	}
	last := b.last
	if len(b.quotes) > 1 && q != b.quotes[len(b.quotes)-1] {
		last = q.last
	} else if of != nil && of != lastOf(b.owners) && len(b.owners) > 1 || of != nil && len(b.owners) == 0 && len(b.areas) > 1 && of != lastOf(b.areas) {
		last = of.last
	}
	m := sc.add(first, last, b.nodeType())
	m.kind, m.head, m.kase, m.level, m.branch = b.attrs[0], headWord(b.head), b.head.reading.kase, b.level, b.flag("BRANCH")
	m.noun = b.head.reading.base
	sc.finishBody(b, m)
	switch {
	case of != nil && of.typ == civic.TypePlace:
		m.area, m.near = of, b.near
	case of != nil:
		m.owner = of
	}
	if m.area == nil && len(b.areas) > 0 {
		m.area, m.near = b.areas[0], b.near
	}
	m.names = sc.bodyNames(b, m, q)
	if b.flag("ABROAD") && len(b.areas) > 0 {
		m.area, m.near = b.seat, false // an embassy is not in the country that it is of
		if written := sc.nameText(b.first, b.head.first-1) + " " + sc.headText(b); len(b.areas) == 1 {
			m.names = append(m.names, written)
		}
	}
}

// finishBody sets what follows from what stands around the name: a venue with a
// staff is an organisation, a state body is of the level that its sort is of.
func (sc *scan) finishBody(b *body, m *mention) {
	if m.kind == "VENUE" && sc.staffed(m) {
		m.typ, m.kind = civic.TypeOrganization, "CULTURE"
	}
	if b.flag("HALL") && len(b.quotes) == 0 && b.near {
		m.typ, m.kind = civic.TypePlace, "VENUE" // «ауылдағы клубта»
	}
	m.light = b.level != "" && b.modifiers == 0 && len(b.quotes) == 0 && !b.named && !b.number && !b.flag("WEAK")
	for _, level := range []string{gazetteer.Region, gazetteer.District} {
		if m.level == "" && b.flag(level) && !b.proper && len(b.areas) == 0 && len(b.owners) == 0 && len(b.quotes) == 0 && !sc.placeWord(m.first) {
			m.level = level
		}
	}
	if m.level == "" && b.levelAt >= 0 {
		m.level = gazetteer.Country
	}
}

// placeWord reports whether token i is the name of a country or region.
func (sc *scan) placeWord(i int) bool {
	places := sc.gazetteer.Places(sc.s.tokens[i].Text, "")
	return sc.s.capital(i) && len(places) > 0 && places[0].Kind != gazetteer.Settlement
}

// staffed reports whether a post in the body is spoken of beside its name.
func (sc *scan) staffed(m *mention) bool {
	if sc.russian() {
		_, ok := sc.titles.endingAt(sc.s, m.first-1)
		return ok && m.first > 0
	}
	p, ok := sc.titles.startingAt(sc.s, min(m.last+1, len(sc.s.tokens)-1))
	return ok && m.kase == kaz.Gen && !p.reading.plural
}

func lastOf(ms []*mention) *mention {
	if len(ms) == 0 {
		return nil
	}
	return ms[len(ms)-1]
}

// maxOwner is the length in bytes beyond which the name of a body is no part of the name
// of what it owns: names are nested three deep and not thirty.
const maxOwner = 400

// bodyNames are the names of a body in the nominative, the fullest first.
func (sc *scan) bodyNames(b *body, m *mention, q quoted) []string {
	core := sc.coreName(b, q)
	if b.flag("ABROAD") && len(b.areas) > 1 && m.area != nil && m.area.kase == kaz.Nom && len(m.area.names) > 0 {
		core = m.area.names[0] + " " + sc.headText(b) // «Польша мен Чехия елшіліктері»
	}
	var names []string
	if m.owner != nil && len(m.owner.names) > 0 {
		for i, owner := range m.owner.names {
			if len(owner) > maxOwner {
				continue
			}
			if i == 0 && (m.owner.legal != "" || m.owner.kase == kaz.Nom) {
				names = append(names, owner+" "+sc.ownedCore(b, core))
			} else if i == 0 || !strings.HasSuffix(owner, "»") && strings.Contains(owner, "»") && m.owner.legal == "" {
				names = append(names, sc.kazakhGenitive(owner)+" "+sc.ownedCore(b, core))
			}
		}
	} else if m.owner != nil && m.owner.bare {
		names = append(names, capitalised(sc.words(m.owner.first, m.owner.last)+" "+sc.ownedCore(b, core)))
	} else {
		names = append(names, sc.areaNames(m, core)...)
	}
	if b.flag("SOLE") {
		names = append(names, soleNames(core, capitalised(sc.headText(b)), capitalised(b.head.text))...)
	}
	if m.owner == nil || len(names) == 0 {
		names = append(names, core)
	}
	if m.owner != nil {
		m.loose = core
	}
	if m.owner == nil && b.levelAt >= 0 && b.levelAt+1 < b.head.first {
		names = append(names, sc.nameText(b.levelAt+1, b.head.first-1)+" "+sc.headText(b))
	}
	return append(names, sc.quoteNames(q, sc.headText(b))...)
}

// soleNames are the names of a body there is one of: one by its noun alone drops
// the ending that points at an owner told of elsewhere.
func soleNames(core, head, noun string) []string {
	if core == head {
		return []string{noun, core}
	}
	return []string{core, noun}
}

// coreName is the name without owners: modifiers and head.
func (sc *scan) coreName(b *body, q quoted) string {
	first := b.core
	if len(b.quotes) > 1 {
		head := sc.nameText(b.quotes[len(b.quotes)-1].last+1, b.head.first-1)
		return strings.Join(strings.Fields(sc.words(q.first, q.last)+" "+head+" "+sc.headText(b)), " ")
	}
	if first < b.head.first {
		return capitalised(sc.nameText(first, b.head.first-1) + " " + sc.headText(b))
	}
	return capitalised(sc.headText(b))
}

// ownedCore is the core of a name behind its owner: what is written small stays small.
func (sc *scan) ownedCore(b *body, core string) string {
	if sc.s.capital(b.core) {
		return core
	}
	return lowerFirst(core)
}

// areaNames are names with the area that a body is of: «Хромтау ауданының
// кәсіпкерлер кеңесі».
func (sc *scan) areaNames(m *mention, core string) []string {
	if m.area == nil || m.near || m.area.level != "" || m.area.kase == kaz.Nom || len(m.area.names) == 0 {
		return nil
	}
	word := sc.kinds[civic.Kazakh][m.area.kind].owning
	return []string{strings.TrimSpace(m.area.names[0]+" "+word) + " " + lowerFirst(core)}
}

// lastLetter is the last letter of a word: ы or і shows the harmony of its suffixes.
func lastLetter(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

func lowerFirst(s string) string {
	if word, _, _ := strings.Cut(s, " "); isAcronym(word) {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// kazakhGenitive puts a name into the genitive: «… партиясы», «… партиясының».
func (sc *scan) kazakhGenitive(name string) string {
	i := strings.LastIndex(name, " ") + 1
	word := foldWord(name[i:])
	if strings.ToUpper(name[i:]) == name[i:] {
		return name // an abbreviation stands as it is
	}
	person := 0
	for _, a := range kaz.Analyze(word) {
		if a.Case == kaz.Nom && a.Possessive == 3 {
			person = 3
			break
		}
	}
	if person == 3 {
		return name + sc.genitiveAfterVowel(word)
	}
	if forms := kaz.Inflect(word, false, 0, kaz.Gen); len(forms) > 0 && strings.HasPrefix(forms[0], word) {
		return name + forms[0][len(word):]
	}
	return name
}

// genitiveAfterVowel is the ending of the genitive behind «-ы» or «-і».
func (sc *scan) genitiveAfterVowel(word string) string {
	classes := sc.s.classes()
	return classes.ofTwo(genitiveEnding, classes.has(softPossessed, word))
}

// nameText is the text of the tokens first to last, without what stands in brackets.
func (sc *scan) nameText(first, last int) string {
	var parts []string
	start := first
	for i := first; i <= last; i++ {
		if t := sc.s.tokens[i]; t.Text == "(" && t.pair > i {
			if i > start {
				parts = append(parts, sc.words(start, i-1))
			}
			i = t.pair
			start = i + 1
		}
	}
	if start <= last {
		parts = append(parts, sc.words(start, last))
	}
	return strings.Join(parts, " ")
}

// headText is the head in the nominative singular, with the possessive that ties it
// to its modifiers: «филиалдарының» is «филиалы».
func (sc *scan) headText(b *body) string {
	p := b.head
	word := sc.s.tokens[p.last].Text
	form := p.reading.uncased
	if p.reading.plural {
		form = p.reading.base
		for _, possessed := range kaz.Inflect(p.reading.base, false, 3, kaz.Nom) {
			if p.reading.possessive && lastLetter(possessed) == lastLetter(p.reading.uncased) {
				form = possessed
			}
		}
	}
	if startsUpper(word) {
		form = capitalised(form)
	}
	if p.first == p.last {
		return form
	}
	return sc.words(p.first, p.last-1) + " " + form
}

// quoteNames are the quoted name with its head, alone with its marks, and without them.
func (sc *scan) quoteNames(q quoted, head string) []string {
	if q.first < 0 {
		return nil
	}
	bare := sc.words(q.first+1, q.last-1)
	names := []string{"«" + bare + "» " + head, "«" + bare + "»", bare, bare + " " + head}
	if noun := lastWord(head); noun != head { // «X» бірлестігі for «X» қоғамдық бірлестігі
		names = append(names, "«"+bare+"» "+noun)
	}
	return names
}

// legalBody finds a name by its legal form: «X» ЖШС, ТОО «X», Қазпошта АҚ.
func (sc *scan) legalBody(i int) {
	form, ok := sc.legalForms.startingAt(sc.s, i)
	if !sc.s.acronym(i) || !ok && !sc.besideQuote(i) {
		return
	}
	if !ok {
		form = phrase{first: i, last: i, attr: "OTHER", reading: sc.s.readings(i)[0]}
	}
	if !sc.free(form.first, form.last) {
		return
	}
	attrs := strings.Fields(form.attr)
	text := sc.formText(form)
	if t := sc.s.tokens; i > 0 && closesQuote(t[i-1].Text) && t[i-1].pair >= 0 && t[i-1].pair < i-1 {
		sc.recordLegal(quoted{t[i-1].pair, i - 1}, t[i-1].pair, form.last, text, attrs, form)
	} else if j := form.last + 1; j < len(t) && t[j].pair > j && t[j].Text != "(" {
		sc.recordLegal(quoted{j, t[j].pair}, form.first, t[j].pair, text, attrs, form)
	} else if first := sc.unquotedBefore(i - 1); first >= 0 {
		sc.recordLegal(quoted{first, i - 1}, first, form.last, text, attrs, form)
	} else if last := sc.unquotedAfter(j); last >= 0 {
		sc.recordLegal(quoted{j, last}, form.first, last, text, attrs, form)
	}
}

// besideQuote reports whether an acronym of no known meaning stands before a quoted
// name, or in Kazakh after it, and with it names a body: «НПП «X»», ««X» ҰКП».
func (sc *scan) besideQuote(i int) bool {
	t := sc.s.tokens
	if country, ok := sc.d.registry.resolve(t[i].Stem, gazetteer.Country, nil); ok && country.Code != "" || sc.inName(i) {
		return false
	}
	if sc.russian() {
		return i+1 < len(t) && t[i+1].pair > i+1 && t[i+1].Text != "(" && sc.quotedName(i+1)
	}
	return i > 0 && closesQuote(t[i-1].Text) && t[i-1].pair >= 0 && t[i-1].pair < i-1 && sc.quotedName(t[i-1].pair)
}

// formText is a legal form as it is written, without a suffix: «ШЖҚ МКК».
func (sc *scan) formText(p phrase) string {
	if p.first == p.last {
		return sc.s.tokens[p.last].Stem
	}
	return sc.words(p.first, p.last-1) + " " + sc.s.tokens[p.last].Stem
}

// unquotedBefore is the first of the capitalised words that end with token i, or -1.
func (sc *scan) unquotedBefore(i int) int {
	first := -1
	for ; i >= 0 && sc.capital(i) && sc.owner[i] == nil && !sc.s.acronym(i); i-- {
		first = i
	}
	return first
}

func (sc *scan) unquotedAfter(i int) int {
	last := -1
	for ; i < len(sc.s.tokens) && sc.capital(i) && sc.owner[i] == nil; i++ {
		last = i
	}
	return last
}

// recordLegal makes a mention of a body with a legal form.
func (sc *scan) recordLegal(name quoted, first, last int, form string, attrs []string, p phrase) {
	m := sc.add(first, last, civic.TypeOrganization)
	m.kind, m.legal, m.kase, m.head = attrs[0], form, p.reading.kase, sc.s.classes().first(company)
	if m.kind == "VENUE" {
		m.typ, m.legal, m.head = civic.TypePlace, "", foldWord(form)
	}
	bare := strings.Trim(sc.words(name.first, name.last), "«»“”„\"")
	forms := append([]string{form}, attrs[1:]...)
	for _, f := range forms {
		m.names = append(m.names, "«"+bare+"» "+f)
	}
	if sc.russian() {
		m.names = nil
		for _, f := range forms {
			m.names = append(m.names, f+" «"+bare+"»")
		}
	}
	if !closesQuote(sc.s.tokens[name.last].Text) {
		m.names = append([]string{bare + " " + form}, m.names...)
	}
	m.names = append(m.names, form+" «"+bare+"»", "«"+bare+"»", bare)
	if before := sc.endingAt(first - 1); before != nil && before.typ == civic.TypePlace && before.kind != "VENUE" && (before.kase == kaz.Gen || before.kase == kaz.Loc) {
		m.area, m.near = before, true
	}
	sc.caseAfterQuote(m)
}

// caseAfterQuote reads a suffix that stands after a closing quote: «X»-ның.
func (sc *scan) caseAfterQuote(m *mention) {
	i := m.last + 1
	if !sc.s.is(i, "-") || !sc.s.isWord(i+1) || sc.s.tokens[i+1].Start != sc.s.tokens[i].End {
		return
	}
	for _, a := range kaz.Analyze("А-" + sc.s.tokens[i+1].Text) {
		if a.Case != kaz.Nom {
			m.kase, m.last = a.Case, i+1
			sc.owner[i], sc.owner[i+1] = m, m
			return
		}
	}
}

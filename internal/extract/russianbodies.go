package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// russianBody reads the noun phrase whose head begins at token i: adjectives before
// it, and after it what it is of, its quoted name, its number, whom it is called after.
func (sc *scan) russianBody(i int) {
	head, ok := sc.bodyHead(func(l lexicon) (phrase, bool) { return l.startingAt(sc.s, i) })
	if !ok && sc.university(i) && sc.free(i, i) {
		head, ok = sc.universityHead(i), true
	}
	if !ok || !sc.free(head.first, head.last) || sc.inTitle(head) {
		return
	}
	b := &body{head: head, first: head.first, last: head.last, attrs: strings.Fields(head.attr), levelAt: -1, core: head.first}
	b.proper = sc.properVenue(b)
	sc.adjectivesBefore(b)
	sc.complementsAfter(b)
	sc.recordRussian(b)
}

// university reports whether token i is the abbreviation of a university: «КазНУ»,
// «ҚазҰУ», a word of several capitals that ends with that of «университет».
func (sc *scan) university(i int) bool {
	word := sc.s.tokens[i].Stem
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	letters := len([]rune(word))
	return sc.s.capital(i) && capitals >= 2 && letters >= 3 && letters <= 7 && strings.HasSuffix(word, "У")
}

// universityHead is the abbreviation of a university as the head of its name.
func (sc *scan) universityHead(i int) phrase {
	word := sc.s.tokens[i].Stem
	return phrase{first: i, last: i, text: word, attr: "EDUCATION SOLE", reading: reading{base: word, uncased: word, kase: sc.s.readings(i)[0].kase}}
}

// inTitle reports whether the head is a word of a title: «главный врач» is no body.
func (sc *scan) inTitle(head phrase) bool {
	_, ok := sc.titles.startingAt(sc.s, head.first)
	return ok
}

// adjectivesBefore takes in the adjectives that agree with the head.
func (sc *scan) adjectivesBefore(b *body) {
	for i := b.first - 1; i >= 0 && b.head.first-i <= 4; i-- {
		if b.first == b.head.first && b.attrs[0] == "EDUCATION" && sc.capital(i) && !sc.s.opening(i) && sc.owner[i] == nil && (sc.s.capital(b.head.first) || !sc.person[i] && !sc.adjective(i)) && !sc.s.adjective(i) {
			b.first, b.proper = i, true
			return
		}
		if _, stop := sc.stops.endingAt(sc.s, i); stop || sc.officer(i) || sc.s.in(i, verbalPlural) || sc.owner[i] != nil || !sc.adjective(i) || !sc.agrees(i, b.head) || (!sc.s.capital(i) || sc.s.opening(i)) && !sc.s.adjective(i) {
			return
		}
		if p, ok := sc.levels.endingAt(sc.s, i); ok {
			b.levelAt, b.first = i, i
			if p.attr != "COUNTRY" {
				b.level = p.attr
			}
			continue
		}
		if sc.s.capital(i) && !sc.s.opening(i) {
			b.proper = true
		}
		b.first, b.modifiers = i, b.modifiers+1
	}
}

// officer reports whether token i is the noun of a title, which no form of makes it an
// adjective: «главой управления».
func (sc *scan) officer(i int) bool {
	p, ok := sc.titles.endingAt(sc.s, i)
	return ok && p.first == i && slices.ContainsFunc(sc.s.readings(i), func(r reading) bool { return r.base == p.text && r.kase == p.reading.kase }) && !sc.s.classes().has(masculineAdjective, p.text) && !sc.s.classes().has(townAdjective, p.text)
}

// agrees reports whether token i can be an adjective in the case of the head.
func (sc *scan) agrees(i int, head phrase) bool {
	if sc.activeParticiple(sc.s.tokens[i].low) {
		return false
	}
	if sc.s.in(i, stressedAdjective) && sc.genderOf(head.text) == kaz.Masculine && slices.ContainsFunc(sc.s.readings(sc.nounOf(head)), func(r reading) bool {
		return r.kase == kaz.Nom && !r.plural && r.uncased == sc.s.tokens[sc.nounOf(head)].low
	}) {
		return true // «городской акимат»
	}
	for _, a := range sc.d.words.analyse(sc.s.tokens[i].Text) {
		if !a.Adjective || a.Gender != sc.genderOf(head.text) && a.Gender != kaz.Plural {
			continue
		}
		for _, r := range sc.s.readings(sc.nounOf(head)) {
			if r.base == sc.s.tokens[sc.nounOf(head)].low && !strings.Contains(head.text, r.base) {
				continue // as it stands it is no noun
			}
			if r.kase == a.Case && r.plural == (a.Gender == kaz.Plural) {
				return true
			}
		}
	}
	return false
}

// nounOf is the token of the noun of a Russian head: «дом» of «дом культуры», «сад» of «детский сад».
func (sc *scan) nounOf(head phrase) int {
	if head.first < head.last && sc.adjective(head.first) {
		return head.last
	}
	return head.first
}

// activeParticiple reports whether a word describes by what somebody does: «возглавлявший».
func (sc *scan) activeParticiple(word string) bool {
	return slices.ContainsFunc(sc.s.classes().words(active), func(sign string) bool {
		i := strings.LastIndex(word, sign)
		return i > 4 && len(word)-i <= len(sign)+4
	})
}

// complementsAfter takes in what stands after the head.
func (sc *scan) complementsAfter(b *body) {
	for i := b.last + 1; i < len(sc.s.tokens) && i-b.head.last <= 12; i = b.last + 1 {
		if !sc.complementAt(b, i) {
			return
		}
	}
}

// complementAt takes in what begins at token i, and reports whether more may follow.
func (sc *scan) complementAt(b *body, i int) bool {
	t := sc.s.tokens[i]
	switch {
	case t.pair > i && t.Text != "(" && sc.quotedName(i):
		b.quotes = append(b.quotes, quoted{i, t.pair})
		b.last = t.pair
		if m := sc.startingAt(b.last + 1); m != nil && !sc.s.capital(m.first) {
			return sc.areaAfter(b, m) // «Дворец «Көктем» города Кокшетау»
		}
		return false
	case sc.s.in(i, namesake):
		return sc.namedAfterRussian(b, i)
	case t.Text == "№" && i+1 < len(sc.s.tokens) && sc.s.tokens[i+1].Kind == kaz.Number:
		b.last, b.number = i+1, true
		return true
	case sc.owner[i] != nil && sc.owner[i].first == i && len(b.quotes) == 0:
		return sc.areaAfter(b, sc.owner[i])
	case sc.capital(i) && !sc.person[i] && sc.cityAt(i) != nil:
		return sc.areaAfter(b, sc.owner[i])
	case sc.s.in(i, coordinate) && b.last > b.head.last && sc.ofWhat(i+1) && !sc.headAt(i+1) && sc.fieldBody(b):
		b.last, b.modifiers = i+1, b.modifiers+1
		return true
	case sc.s.is(i, "по") && sc.fieldEnd(i+1) > i:
		b.last, b.modifiers, b.field = sc.fieldEnd(i+1), b.modifiers+1, true
		return true
	}
	return sc.genitiveAt(b, i)
}

// fieldEnd is the last token of the field behind «по» that begins at token i: «делам
// молодёжи», «социально-культурному развитию», «подготовке к референдуму»; -1 if it is
// none.
func (sc *scan) fieldEnd(i int) int {
	last := i
	for sc.s.adjective(last) && sc.s.adjectiveOf(last, last+1) {
		last++
	}
	if !sc.s.isWord(last) || sc.s.capital(last) || sc.s.in(i, occasion) || sc.owner[last] != nil {
		return -1
	}
	if sc.s.in(last+1, coordinate) && sc.s.adjective(last+2) && sc.s.adjectiveOf(last+2, last+3) {
		last += 3 // «экономической реформе и региональному развитию»
	}
	if sc.s.is(last+1, "к") && sc.s.isWord(last+2) && !sc.s.capital(last+2) && !sc.s.adjective(last+2) {
		last += 2
	}
	return last
}

// fieldBody reports whether the head is one of a state body, which may be of
// several fields: «министерство культуры и информации».
func (sc *scan) fieldBody(b *body) bool {
	return b.attrs[0] == "GOVERNMENT" || b.attrs[0] == "COMMISSION"
}

// headAt reports whether a body's head or a title begins at token i.
func (sc *scan) headAt(i int) bool {
	_, org := sc.organizations.startingAt(sc.s, i)
	_, title := sc.titles.startingAt(sc.s, i)
	return org || title
}

// genitiveAt takes in a word in the genitive: «совет ветеранов», «Ассамблея народа Казахстана».
func (sc *scan) genitiveAt(b *body, i int) bool {
	if sc.stop(i) || sc.owner[i] != nil || sc.s.initial(i) || sc.person[i] {
		return false
	}
	if p, ok := sc.titles.startingAt(sc.s, i); ok && !sc.s.capital(i) && p.text == sc.words(p.first, p.last) && !strings.HasPrefix(p.attr, "CALLING") {
		return false // «во Дворце школьников глава района встретится …»
	}
	if sc.s.capital(i) && sc.s.capital(i+1) && b.first < b.head.first && sc.s.capital(b.first) && !sc.s.opening(b.first) {
		return false // «Хельсинкского университета Матти Коскела»
	}
	if _, people := sc.tails.startingAt(sc.s, i); people && b.modifiers > 0 && sc.fieldBody(b) {
		return false // «министерство финансов представителей не прислало»
	}
	if sc.s.capital(i) && (isLatin(sc.s.tokens[i].Stem) || sc.s.acronym(i)) {
		b.last, b.proper = i, true
		return true
	}
	if p, ok := sc.bodyHead(func(l lexicon) (phrase, bool) { return l.startingAt(sc.s, i) }); ok && (!strings.Contains(p.attr, "QUOTED") || sc.quotedName(p.last+1)) {
		return sc.ownerAfter(b, p)
	}
	if !sc.ofWhat(i) || b.modifiers >= 5 || sc.awaited(i) {
		return false
	}
	if sc.levelBehind(b, i) {
		return false
	}
	if sc.s.capital(i) {
		if b.head.first == b.first && sc.s.opening(b.first) && !sc.s.capital(b.head.first) {
			return false
		}
		b.proper = true
	}
	b.last, b.modifiers = i, b.modifiers+1
	return true
}

// awaited reports whether token i is of people who are the object of the verb behind it:
// «в сельском клубе гостей ждали …».
func (sc *scan) awaited(i int) bool {
	_, title := sc.titles.startingAt(sc.s, i)
	_, people := sc.tails.startingAt(sc.s, i)
	return sc.s.in(i+1, awaiting) && (title || people || sc.s.in(i, guestword))
}

// levelBehind takes in the word for the area at hand that a body is of, as the adjective of
// its level does: «общественный совет города».
func (sc *scan) levelBehind(b *body, i int) bool {
	p, ok := sc.areas.startingAt(sc.s, i)
	if !ok || p.last > i || sc.s.capital(i) || strings.Contains(p.attr, " ") || p.attr == gazetteer.Country || b.level != "" || p.reading.plural {
		return false
	}
	b.last, b.level, b.levelLast = i, p.attr, true
	return true
}

// maxNested is how many bodies stand inside one another's names.
const maxNested = 3

// ownerAfter takes in the body that the head is a part of: «пресс-служба Мажилиса».
func (sc *scan) ownerAfter(b *body, p phrase) bool {
	if !sc.genitive(p.first) || sc.nested >= maxNested {
		return false
	}
	if b.attrs[0] == "LEGISLATIVE_CHAMBER" && sc.s.classes().has(parliament, p.text) {
		b.last = p.last
		sc.ofCountry(b)
		return false
	}
	sc.nested++
	sc.russianBody(p.first)
	sc.nested--
	m := sc.owner[p.first]
	if m == nil {
		return false
	}
	b.last = m.last
	b.owners = append(b.owners, m)
	return sc.s.is(b.last+1, "по")
}

// ofCountry takes in the country that a chamber is of: «Мажилис Парламента РК».
func (sc *scan) ofCountry(b *body) {
	m := sc.startingAt(b.last + 1)
	if m == nil || m.kind != gazetteer.Country {
		return
	}
	b.last = m.last
	sc.found = slices.DeleteFunc(sc.found, func(other *mention) bool { return other == m })
}

// ofWhat reports whether token i may be in the genitive, and says what its head is of.
func (sc *scan) ofWhat(i int) bool {
	return sc.s.isWord(i) && sc.owner[i] == nil && !sc.stop(i) && sc.genitive(i) && !sc.verbal(i)
}

func (sc *scan) genitive(i int) bool {
	for _, r := range sc.s.readings(i) {
		if r.kase == kaz.Gen {
			return true
		}
	}
	return false
}

// verbal reports whether a word looks like a verb or participle that could be taken
// for a genitive: «сообщила», «провели».
func (sc *scan) verbal(i int) bool {
	word := sc.s.tokens[i].low
	return sc.s.in(i, verbal) || sc.appointing.has(word) || sc.leading.has(word) ||
		sc.s.in(i, verbEnding) && !sc.s.in(i, verblike) && !sc.s.capital(i) && utf8.RuneCountInString(word) > 4
}

// namedAfterRussian takes in the person whom the body is called after.
func (sc *scan) namedAfterRussian(b *body, i int) bool {
	last := i
	for j := i + 1; j < len(sc.s.tokens) && j-i <= 4 && sc.owner[j] == nil; j++ {
		joint := sc.s.in(j, particle)
		if !sc.s.capital(j) && !joint ||
			j > i+1 && !sc.s.initial(j-1) && !joint && (sc.gazetteer.IsGivenName(sc.s.tokens[j].Text) || !sc.s.initial(j) && !sc.genitive(j)) {
			break
		}
		last = j
	}
	if last == i {
		return false
	}
	b.last, b.named = last, true
	if m := sc.startingAt(last + 1); m != nil {
		return sc.areaAfter(b, m)
	}
	return false
}

// cityAt records token i as a city, if it is the name of one, and returns the mention.
func (sc *scan) cityAt(i int) *mention {
	for _, f := range sc.placeForms(i, i) {
		if p, ok := sc.d.registry.resolve(f.name, gazetteer.City, sc.codes); ok {
			sc.addBare(i, i, p.Kind, f)
			return sc.owner[i]
		}
	}
	return nil
}

// areaAfter takes in the area that the body is of: «акимат Карагандинской области».
func (sc *scan) areaAfter(b *body, m *mention) bool {
	if m.typ != civic.TypePlace || m.kind == "VENUE" || m.bare || len(b.areas) > 0 {
		return false
	}
	b.areas, b.last = append(b.areas, m), m.last
	return false
}

// recordRussian makes a mention of a body that is named, and a bare mention of one
// that may have been named before.
func (sc *scan) recordRussian(b *body) {
	plural := b.head.reading.plural && !sc.singular(b.head) || sc.objects(b)
	weak := b.flag("WEAK")
	switch {
	case plural || b.flag("QUOTED") && len(b.quotes) == 0:
	case b.attrs[0] == "VENUE" && len(b.owners) > 0 && sc.s.classes().has(hall, b.head.text): // a room in the body that is named
	case b.flag("MODIFIED") && b.levelAt >= 0 && b.modifiers == 0 && len(b.quotes) == 0 && len(b.owners) == 0 && !b.named: // «областной центр» is a city
	case b.flag("SOLE") && !b.strong() && b.modifiers == 0:
		sc.oneRussian(b).sole = true
	case b.flag("OFFICE") && len(b.owners) == 0 && len(b.areas) == 0 && b.levelAt < 0: // «аппарат МРТ»
	case b.flag("TYPED") && sc.s.in(b.last+1, inside) && sc.s.in(b.last+2, headship) && sc.s.in(b.last+3, comitative):
		sc.oneRussian(b) // «комиссия во главе с X»
	case b.flag("TYPED") && (b.field || b.first < b.head.first), b.flag("FIELD") && b.last > b.head.last:
		sc.oneRussian(b)
	case weak && sc.describedVenue(b):
		sc.oneRussian(b)
	case !b.strong() && (weak && !(b.modifiers > 0 && sc.s.capital(b.first) && !sc.s.opening(b.first)) || b.modifiers == 0):
		sc.recordBare(b)
	default:
		sc.oneRussian(b)
	}
}

// describedVenue reports whether a venue without a name is described, and said to be where
// something is: «на школьном стадионе», «в доме культуры».
func (sc *scan) describedVenue(b *body) bool {
	return b.attrs[0] == "VENUE" && (b.first < b.head.first || b.head.first < b.head.last) && !sc.s.capital(b.first) && sc.s.in(b.first-1, locative)
}

// objects reports whether the head, which looks like a genitive of one, must be several as
// the object of the verb before it: «посетил предприятия Темиртау».
func (sc *scan) objects(b *body) bool {
	at := b.head.first
	one := func(r reading) bool { return r.kase == kaz.Acc && !r.plural && r.base == lastWord(b.head.text) }
	many := func(r reading) bool { return r.plural && r.kase == kaz.Acc }
	severally := func(ending string) bool {
		return b.first > 0 && sc.s.adjective(b.first-1) && strings.HasSuffix(sc.s.tokens[b.first-1].low, ending)
	}
	object := sc.s.in(b.first-1, finite) && !sc.s.in(b.first-1, verblike) || slices.ContainsFunc(sc.s.classes().words(pluralAdjective), severally)
	return object && at == b.head.last && b.head.reading.kase == kaz.Gen && len(b.quotes) == 0 && !b.named && !b.number &&
		slices.ContainsFunc(sc.s.readings(at), many) && !slices.ContainsFunc(sc.s.readings(at), one)
}

// singular reports whether the head can be read in the singular at all.
func (sc *scan) singular(p phrase) bool {
	for _, r := range sc.s.readings(p.last) {
		if !r.plural && r.base == lastWord(p.text) {
			return true
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// oneRussian makes a mention of the body.
func (sc *scan) oneRussian(b *body) *mention {
	area := sc.areaOfLevel(b)
	m := sc.add(b.first, b.last, b.nodeType())
	m.kind, m.head, m.kase, m.level, m.branch = b.attrs[0], headWord(b.head), b.head.reading.kase, b.level, b.flag("BRANCH")
	sc.finishBody(b, m)
	m.owner = lastOf(b.owners)
	if m.owner != nil && b.first < b.head.first {
		m.loose = capitalised(sc.agreeing(b.first, b.head) + " " + sc.russianHead(b.head)) // «региональный штаб коалиции»
	}
	m.area = lastOf(b.areas)
	if m.area == nil {
		m.area = area
	}
	m.names = sc.russianNames(b)
	if sc.s.classes().has(agency, b.head.text) && len(b.quotes) > 0 {
		m.kind = "MEDIA" // agencies of the state bear no names in quotes
	}
	return m
}

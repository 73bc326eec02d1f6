package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// discussion is a topic of an event, with the words that say so.
type discussion struct {
	name  string
	span  civic.Span
	draft bool // a law or its draft
	noun  bool // named with the noun of the event: «жол салуға қатысты тыңдау»
}

// takeTopics records what an event is said to have been about.
func (a *account) takeTopics(p sentenceParts, c clause, h *happening, noun *part) {
	if h.typ == civic.TypeVisit || h.planned && !c.verb.is(discusses, treated) {
		return
	}
	for _, t := range a.topicsOf(p, c) {
		if !p.s.title || !h.covers(t) {
			a.discuss(h, t)
		}
	}
}

// covers reports whether a topic of the event says in more words what the title says in
// few: «көкөніс қоймаларын салу», «қойма мәселесі».
func (h *happening) covers(t discussion) bool {
	words := strings.Fields(foldWord(t.name))
	return slices.ContainsFunc(h.topics, func(known discussion) bool {
		longer := strings.Fields(foldWord(known.name))
		return len(longer) > len(words) && !slices.ContainsFunc(words, func(word string) bool {
			return !slices.ContainsFunc(longer, func(w string) bool { return strings.HasPrefix(w, word) })
		})
	})
}

// discuss adds a topic to an event that does not have it yet.
func (a *account) discuss(h *happening, t discussion) {
	key := a.d.words.fold(t.name)
	if len(h.topics) < maxListed && !slices.ContainsFunc(h.topics, func(old discussion) bool { return a.d.words.fold(old.name) == key }) {
		h.topics = append(h.topics, t)
	}
}

// topicsOf are the topics that a clause names.
func (a *account) topicsOf(p sentenceParts, c clause) []discussion {
	if !c.hasVerb {
		return nil
	}
	if p.s.lang == civic.Russian {
		return a.russianTopics(p, c)
	}
	if listed := a.agendaList(p, c); listed != nil {
		return listed
	}
	first, last := a.object(p, c)
	switch {
	case last >= first && a.matters.attrs[p.s.tokens[last].low] == "POST" && c.verb.is(meets, speaksAbout, discusses, treated, dwells):
		return a.topicList(p, first, last-1, kaz.Nom) // «жол салу жөнінде пікір алмасты»
	case c.verb.is(discusses), c.verb.is(meets) && !c.verb.relative && a.ownedObject(p.s, last):
		return a.topicList(p, a.addressed(p, c, first), last, kaz.Acc)
	case c.verb.is(dwells):
		return a.topicList(p, first, last, kaz.Dat)
	case c.verb.is(treated) && !p.s.in(last, nominalised), c.verb.is(adopts) && !p.s.title && a.current != nil && a.current.kind == "SESSION":
		return a.topicList(p, first, last, kaz.Nom)
	case c.verb.is(says, opens, presents):
		return a.spokenTopic(p, c, first, last)
	}
	return nil
}

// ownedObject reports whether token i is a Kazakh noun of something in the accusative.
func (a *account) ownedObject(s *sentence, i int) bool {
	owned := func(r reading) bool { return r.kase == kaz.Acc && r.possessive }
	return s.isWord(i) && !a.stops.has(s.tokens[i].low) && !s.in(i, postposition) && slices.ContainsFunc(s.readings(i), owned)
}

// themed reads «Басты тақырып – X»: what the event at hand is about.
func (a *account) themed(p sentenceParts, c clause) {
	end := len(p.s.tokens) - 1
	for i := c.first + 1; i < min(end, c.first+8); i++ {
		if p.s.is(i, "–", "—") && p.s.in(i-1, theme) && a.current != nil && a.current.typ == civic.TypeMeeting {
			for _, t := range a.topicList(p, i+1, end, kaz.Nom) {
				a.discuss(a.current, t)
			}
			return
		}
	}
}

// object is where the words stand that say what a Kazakh clause is about: behind what it
// begins with, and before what tells how, where and when right before the verb.
func (a *account) object(p sentenceParts, c clause) (first, last int) {
	last = c.verb.first - 1
	for moved := true; moved; {
		moved = false
		for last > c.first && p.s.in(last, manner) {
			last, moved = last-1, true
		}
		for _, q := range c.parts {
			where := q.kase == kaz.Loc && !q.near && (q.event != nil || q.mention != nil && q.mention.typ != civic.TypePerson)
			if where && q.first <= last && last <= q.last && q.first > c.first {
				last, moved = q.first-1, true
			}
		}
	}
	c.verb.first = last + 1
	return a.matter(p, c), last
}

// agendaList reads the topics behind a colon that a number announces: «үш мәселе қаралды:
// бюджетті нақтылау, көшелерді атау».
func (a *account) agendaList(p sentenceParts, c clause) []discussion {
	colon, end := c.verb.last+1, len(p.s.tokens)-1
	if !p.s.is(colon, ":") || !c.verb.is(discusses, treated) || colon+1 >= end {
		return nil
	}
	return a.topicList(p, colon+1, end, kaz.Nom)
}

// nounTopic is what the noun of an event says that it is about: «жол салуға қатысты
// тыңдау», «бюджет жөніндегі отырыс», «жол қауіпсіздігі тақырыбында семинар».
func (a *account) nounTopic(p sentenceParts, c clause, h *happening, n *eventNoun) {
	at := n.first - 1
	if p.s.lang == civic.Russian {
		a.russianNounTopic(p, c, h, n)
		return
	}
	for i := at; i == at || p.s.in(i+1, adjective); i-- {
		if t, ok := a.quotedTheme(p.s, i); ok {
			t.noun = true
			h.topics = append(h.topics, t)
			return
		}
	}
	if !p.s.in(at, topical) && !p.s.in(at, topicalDative) && !p.s.in(at, themed) {
		return
	}
	first := c.first
	for _, q := range c.parts {
		if q.last < at && (q.kase != kaz.Gen || q.event != nil) {
			first = max(first, q.last+1)
		}
	}
	for i := first; i < at; i++ {
		if word := p.s.tokens[i].low; p.s.is(i, ",") || a.stops.has(word) || i < at-1 && p.s.isWord(i) && p.s.readings(i)[0].kase == kaz.Loc {
			first = i + 1
		}
	}
	want := kaz.Nom
	if p.s.in(at, topicalDative) {
		want = kaz.Dat
	}
	for _, t := range a.topicList(p, first, at-1, want) {
		t.noun = true
		h.topics = append(h.topics, t)
	}
}

// quotedTheme is the theme in quotes before the word at token i: ««X» тақырыбында семинар».
func (a *account) quotedTheme(s *sentence, i int) (discussion, bool) {
	end := i - 1
	if end < 0 || !s.in(i, themed) || s.tokens[end].pair < 0 || s.tokens[end].pair >= end-1 {
		return discussion{}, false
	}
	open := s.tokens[end].pair
	return discussion{name: capitalised(a.d.text(s.spanOf(open+1, end-1))), span: s.spanOf(open, end)}, true
}

// spokenTopic is what somebody spoke of at an event: «… туралы айтты», «… есебін
// берді», but not the clause of what he said.
func (a *account) spokenTopic(p sentenceParts, c clause, first, last int) []discussion {
	for i := c.first; i < c.verb.first; i++ {
		if t, ok := a.quotedTheme(p.s, i); ok {
			return []discussion{t}
		}
	}
	for i := last; i > first; i-- {
		if attr, ok := a.matters.attrs[p.s.tokens[i].low]; ok && attr == "POST" {
			if i < last && p.s.in(last, nominalised) {
				return nil
			}
			if i < last-1 {
				return a.topicList(p, first, last, kaz.Acc)
			}
			return a.topicList(p, first, i-1, kaz.Nom)
		}
	}
	if c.verb.is(presents) && c.verb.first < c.verb.last && p.s.readings(c.verb.first)[0].kase == kaz.Acc {
		last = c.verb.first
	}
	if last <= first || p.s.in(last, nominalised) && !(p.s.classes().has(explaining, c.verb.stem) && a.asks(p, first, last)) {
		return nil
	}
	want := kaz.Acc
	if c.verb.is(presents) && p.s.readings(last)[0].kase == kaz.Ins {
		want = kaz.Ins
	}
	if a.asks(p, first, last) {
		return a.topicList(p, a.addressed(p, c, first), last, want)
	}
	if !c.verb.is(opens) && p.s.isWord(last) && p.s.readings(last)[0].kase == want && p.s.readings(last)[0].possessive {
		return a.topicList(p, a.addressed(p, c, first), last, want)
	}
	return nil
}

// addressed is the token behind those to whom something is said: «кеншілерге …».
func (a *account) addressed(p sentenceParts, c clause, first int) int {
	for _, q := range c.parts {
		if q.first == first && q.kase == kaz.Dat && q.actor() {
			return q.last + 1
		}
	}
	return first
}

// asks reports whether a question word stands between two tokens: how something is
// done is a topic, and no statement.
func (a *account) asks(p sentenceParts, first, last int) bool {
	for i := first; i < last; i++ {
		if p.s.in(i, question) {
			return true
		}
	}
	return false
}

// matter is the token at which what a clause is about begins: behind its subject,
// the noun of the event, the place, words like «барысында».
func (a *account) matter(p sentenceParts, c clause) int {
	first := c.first
	for _, q := range c.parts {
		if q.last >= c.verb.first {
			break
		}
		subject := slices.ContainsFunc(c.subjects, func(r part) bool { return r.first == q.first && r.last == q.last }) || c.verb.is(meets) && q.actor() && q.kase == kaz.Ins
		if q.event != nil && (q.kase != kaz.Gen || q.event.context(p.s)) || subject || q.kase == kaz.Loc && !q.near && q.mention != nil && q.mention.typ != civic.TypePerson || c.verb.is(troubles) && q.kase == kaz.Acc {
			first = max(first, q.last+1)
		}
	}
	for i := first; i < c.verb.first; i++ {
		if attr, ok := a.matters.attrs[p.s.tokens[i].low]; ok && attr == "CONTEXT" {
			first = i + 1
		}
	}
	for _, t := range c.dates {
		if t.last < c.verb.first {
			first = max(first, t.last+1)
		}
	}
	return first
}

// topicList reads coordinated topics between two tokens; their heads stand in the
// given case.
func (a *account) topicList(p sentenceParts, first, last int, kase kaz.Case) []discussion {
	var found []discussion
	start := first
	for i := first; i <= last+1; i++ {
		if i <= last && !a.parts(p, start, i, last) {
			continue
		}
		if t, ok := a.topic(p, start, i-1, kase); ok {
			found = append(found, t)
		}
		start = i + 1
	}
	return found
}

// parts reports whether token i parts two topics of a list: a comma, «және», or
// «мен» between two nouns that are each of something.
func (a *account) parts(p sentenceParts, start, i, last int) bool {
	s := p.s
	if s.tokens[i].depth > 0 {
		return false
	}
	switch {
	case s.is(i, ","), s.in(i, conjoining):
		return true
	case s.in(i, pairing) && i > start && i+1 <= last && s.isWord(i-1) && s.isWord(i+1):
		left, right := s.readings(i - 1)[0], s.readings(i + 1)[0]
		return !(i+1 == last && right.possessive) && (left.possessive || s.in(i-1, topicHead)) && !(right.possessive && right.kase == kaz.Acc && i+1 < last)
	}
	return false
}

// topic reads one topic: without words that are no part of it, its head in the
// nominative.
func (a *account) topic(p sentenceParts, first, last int, kase kaz.Case) (discussion, bool) {
	s := p.s
	for first <= last && (!s.isWord(first) && closing[s.tokens[first].Text] == "" || a.stops.has(s.tokens[first].low)) {
		first++
	}
	for last >= first && (!s.isWord(last) && s.tokens[last].pair < 0 || a.stops.has(s.tokens[last].low)) {
		last--
	}
	if first > last || s.lang == civic.Kazakh && s.in(last, participle) && p.tells(last) {
		return discussion{}, false // «штабта өткен»
	}
	if t, ok := a.quotedTheme(s, last); ok && s.tokens[last-1].pair >= first {
		return t, true
	}
	if a.countedMatter(p, first, last) {
		return discussion{}, false
	}
	span := s.spanOf(first, last)
	if last > first && s.isWord(last) && s.isWord(last-1) && (s.readings(last - 1)[0].possessive || s.readings(last - 1)[0].kase == kaz.Gen || s.in(last-1, topicHead)) && a.saysNothing(s, last) {
		last, kase = last-1, kaz.Gen
	}
	word := s.tokens[last].Text
	if s.isWord(last) && circumstantial(s.readings(last)[0].kase) && s.readings(last)[0].kase != kase {
		return discussion{}, false // «басқа қырынан қарады»
	}
	if s.isWord(last) {
		for _, r := range s.readings(last) {
			if r.kase == kase && kase != kaz.Nom {
				word = r.uncased
				break
			}
		}
	}
	name := a.d.text(civic.Span{Start: s.tokens[first].Start, End: s.tokens[last].Start}) + word
	if utf8.RuneCountInString(name) < shortTopic && !a.matterOfList(s, last) || first == last && a.nouns.has(foldWord(word)) {
		return discussion{}, false
	}
	return discussion{name: capitalised(name), span: span}, true
}

// shortTopic is the number of letters below which a word alone is no topic, unless it is
// called a matter: «су, газ, жол мәселелері».
const shortTopic = 4

// matterOfList reports whether a list of short words that goes on at token i ends with a
// word like «мәселелерін».
func (a *account) matterOfList(s *sentence, i int) bool {
	for end := i + longMatters; s.lang == civic.Kazakh && i < min(end, len(s.tokens)); i++ {
		if s.isWord(i) && a.saysNothing(s, i) {
			return true
		}
		if !s.isWord(i) && !s.is(i, ",") {
			return false
		}
	}
	return false
}

// longMatters is the number of tokens within which a list of short topics ends.
const longMatters = 8

// saysNothing reports whether token i is a word like «мәселе», which by itself says nothing.
func (a *account) saysNothing(s *sentence, i int) bool {
	return slices.ContainsFunc(s.readings(i), func(r reading) bool {
		attr, ok := a.matters.attrs[r.base]
		return ok && attr == ""
	})
}

// countedMatter reports whether the tokens first to last only say how many things were
// dealt with: «екі мәселе», «алты түрлі мәселе», «бірнеше мәселе».
func (a *account) countedMatter(p sentenceParts, first, last int) bool {
	if p.s.lang != civic.Kazakh || !p.s.isWord(last) || !a.saysNothing(p.s, last) || p.s.readings(last)[0].possessive {
		return false
	}
	number := first == last // «бірнеше мәселе», without its first word
	for _, c := range p.counts {
		number = number || c.first <= first && first <= c.last && c.last < last
	}
	return number && last-first <= longCount
}

// longCount is the number of words between which a number counts things.
const longCount = 3

// circumstantial reports whether a case says where, whence or with what.
func circumstantial(kase kaz.Case) bool {
	return kase == kaz.Loc || kase == kaz.Abl || kase == kaz.Ins
}

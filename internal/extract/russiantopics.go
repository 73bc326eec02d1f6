package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// russianTopics reads «обсудили X и Y», «говорили о X», «отчитался о X», «обсуждены X»,
// «темой стал X», «рассмотрели два вопроса: X и Y».
func (a *account) russianTopics(p sentenceParts, c clause) []discussion {
	if found := a.spokenAbout(p, c); found != nil {
		return found
	}
	switch {
	case c.verb.is(treated):
		return a.objectTopics(p, c, kaz.Nom)
	case c.verb.is(concerns):
		return a.objectTopics(p, c, kaz.Gen)
	case c.verb.is(occupies):
		return a.occupied(p, c)
	case c.verb.is(dwells):
		return a.dweltOn(p, c)
	case c.verb.is(discusses):
		return a.objectTopics(p, c, kaz.Acc)
	case c.verb.is(explains):
		return a.explained(p, c)
	}
	return nil
}

// spokenAbout are the topics behind «о» in a clause with a verb of speaking.
func (a *account) spokenAbout(p sentenceParts, c clause) []discussion {
	about := func(i int) bool { return p.s.in(i, concerning) }
	if c.verb.is(treated) && !about(a.topicStart(p, c, c.verb.last+1)) {
		return nil // «обсуждён законопроект о волонтёрах»
	}
	dealsWith := c.verb.is(discusses) && !c.verb.is(speaksAbout) && a.hasObject(p, c, about) // «обсудили дороги и вопрос о рейсах»
	for i := c.verb.last + 1; i < c.last && !dealsWith && c.verb.is(meets, says, opens, presents, discusses, treated, speaksAbout); i++ {
		if about(i) {
			return a.russianList(p, i+1, a.topicEnd(p, c, i+1), kaz.Pre)
		}
	}
	for i := c.first + 1; i < c.verb.first-1 && c.verb.is(opens, says); i++ {
		if about(i) && p.s.in(i-1, address) {
			return a.russianList(p, i+1, c.verb.first-1, kaz.Pre) // «с отчётом о бюджете выступил X»
		}
	}
	if !c.verb.is(discusses) || !about(c.first) {
		return nil
	}
	end := c.first + 1
	for end < c.verb.first-1 && !p.s.is(end+1, ",") {
		end++
	}
	return a.russianList(p, c.first+1, end, kaz.Pre)
}

// hasObject reports whether what a verb deals with stands behind it as its object, before
// any word as wanted.
func (a *account) hasObject(p sentenceParts, c clause, wanted func(token int) bool) bool {
	first := a.topicStart(p, c, c.verb.last+1)
	return first < c.last && p.s.isWord(first) && !wanted(first) && !p.s.in(first, preposition)
}

// occupied is what stands behind a verb as its subject: «жителей волновали цены».
func (a *account) occupied(p sentenceParts, c clause) []discussion {
	first, last := a.topicStart(p, c, c.verb.last+1), a.topicEnd(p, c, c.verb.last+1)
	if first > last || !p.s.isWord(first) || p.s.in(first, preposition) || p.s.in(first, conjunction) || p.verbAt(first) {
		return nil
	}
	return a.russianList(p, first, last, kaz.Nom)
}

// dweltOn are the topics behind «на»: «остановился на проблемах села».
func (a *account) dweltOn(p sentenceParts, c clause) []discussion {
	for i := c.verb.last + 1; i < c.last; i++ {
		if p.s.in(i, locative) {
			return a.russianList(p, i+1, a.topicEnd(p, c, i+1), kaz.Pre)
		}
	}
	return nil
}

// objectTopics are the topics that stand in the case given behind the verb, or where
// nothing of the sort does, before it.
func (a *account) objectTopics(p sentenceParts, c clause, kase kaz.Case) []discussion {
	first, last := a.topicStart(p, c, c.verb.last+1), a.topicEnd(p, c, c.verb.last+1)
	if slices.ContainsFunc(c.parts, func(q part) bool { return q.first == first && q.is(civic.TypePerson) }) {
		return nil // «заслушали директора X»
	}
	if found, ok := a.enumerated(p, first, last); ok {
		return found
	}
	if first <= last && !p.s.in(first, preposition) && p.s.isWord(first) && !p.s.in(first, negation) || first <= last && p.s.tokens[first].pair > first {
		return a.russianList(p, first, last, kase)
	}
	if first <= last && p.s.isWord(first) || !c.verb.planned && !c.verb.is(treated) {
		return nil
	}
	first = a.topicStart(p, c, c.first)
	for last = first; last+1 < c.verb.first && !a.startsPart(p, c, last+1); last++ {
	}
	if first >= c.verb.first || !p.s.isWord(first) || p.s.in(first, preposition) {
		return nil
	}
	return a.russianList(p, first, last, kase)
}

// explained are what somebody explains or presents; of a person nothing is said by that.
func (a *account) explained(p sentenceParts, c clause) []discussion {
	first, last := a.topicStart(p, c, c.verb.last+1), a.topicEnd(p, c, c.verb.last+1)
	if first > last || !p.s.isWord(first) || p.s.capital(first) || p.s.in(first, preposition) || p.s.in(first, conjunction) || infinitive(p.s, first) {
		return nil
	}
	for _, q := range c.parts {
		if q.first <= first+1 && first <= q.last && q.actor() {
			return nil
		}
	}
	kase := kaz.Acc
	if p.s.readings(first)[0].kase == kaz.Ins {
		kase = kaz.Ins // «поделилась опытом»
	}
	return a.russianList(p, first, last, kase)
}

// topicStart is the token from i on at which a topic can begin: behind the subject, the
// date, the place and the event that the clause names.
func (a *account) topicStart(p sentenceParts, c clause, i int) int {
	for i <= c.last {
		next := i
		for _, t := range c.dates {
			if t.first <= i && i <= t.last || t.first == i+1 && p.s.in(i, preposition) {
				next = max(next, t.last+1)
			}
		}
		for _, q := range c.parts {
			placed := (p.s.in(i, locative) || p.s.in(i, comitative) || p.s.is(i, "у")) && i < q.first && q.first <= i+maxBetween && !p.marked(i, q.first)
			if placed || i == q.first && containsPart(c.subjects, q) || q.event != nil && q.event.first <= i && i <= q.last {
				next = max(next, q.last+1)
				if q.event != nil && p.s.isWord(next) && p.s.readings(next)[0].kase == kaz.Gen {
					next++ // «на заседании комиссии»
				}
			}
		}
		if next == i && (p.s.joint(i) || p.s.in(i, additive) || p.s.isWord(i) && a.stops.has(p.s.tokens[i].low) && !p.s.in(i, preposition)) {
			next++
		}
		if next == i {
			return i
		}
		i = next
	}
	return i
}

// maxBetween is how many tokens behind a preposition its noun may stand.
const maxBetween = 3

// startsPart reports whether a subject, a date or a preposition with its noun begins at
// token i.
func (a *account) startsPart(p sentenceParts, c clause, i int) bool {
	return a.topicStart(p, c, i) > i && !p.s.joint(i)
}

// topicEnd is the last token of the topics that begin at token i.
func (a *account) topicEnd(p sentenceParts, c clause, i int) int {
	begins := func(i int) bool {
		return slices.ContainsFunc(c.dates, func(t dated) bool { return t.first == i || t.first == i+1 && p.s.in(i, preposition) })
	}
	for first := i; i <= c.last; i++ {
		if p.s.is(i, ".", ";", ":", "—", "–", "(") || i > first && (begins(i) || p.verbAt(i)) {
			return i - 1
		}
		if slices.ContainsFunc(c.parts, func(q part) bool {
			return p.s.in(i, comitative) && q.first == i+1 || i > first && q.event != nil && p.s.in(i, locative) && q.event.first == i+1
		}) {
			return i - 1
		}
	}
	if p.s.joint(c.last) || p.s.is(c.last, "а") {
		return c.last - 1 // «рассмотрели вопросы и утвердили отчёт»
	}
	return c.last
}

// verbAt reports whether a verb that rules know, and no participle, begins at token i.
func (p sentenceParts) verbAt(i int) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool { return v.first == i && !v.relative && len(v.classes) > 0 })
}

// enumerated reads what an object promises: «два вопроса: X и Y», «вопросы X и Y»; ok
// is false where the object is a topic itself.
func (a *account) enumerated(p sentenceParts, first, last int) (found []discussion, ok bool) {
	for i := first; i <= min(last, first+2); i++ {
		if !p.s.isWord(i) || !a.isMatter(p.s, i) {
			continue
		}
		end := len(p.s.tokens) - 1
		switch {
		case p.s.is(i+1, ":", "—", "–") && p.s.is(end, "."):
			return a.russianList(p, i+2, end-1, kaz.Acc), true
		case i == last || p.s.is(i+1, ",", ":", "—", "–"):
			return nil, true
		}
		return a.russianList(p, i+1, last, kaz.Gen), true
	}
	return nil, false
}

// isMatter reports whether token i is a word for a topic: «вопрос».
func (a *account) isMatter(s *sentence, i int) bool {
	return slices.ContainsFunc(s.readings(i), func(r reading) bool { return a.matters.has(r.base) })
}

// russianList parts topics at commas and «и» and puts their heads in the nominative.
func (a *account) russianList(p sentenceParts, first, last int, kase kaz.Case) []discussion {
	var found []discussion
	start := first
	if p.s.isWord(first) && first < last && a.isMatter(p.s, first) {
		start, kase = first+1, kaz.Gen // «вопросы ремонта и питания»
	}
	for i := start; i <= last+1; i++ {
		if i <= last && !(p.s.tokens[i].depth == 0 && (p.s.is(i, ",") || p.s.in(i, coordinate) && (i+2 <= last || i < last && p.s.inCase(last, kase, i == start+1)))) {
			continue
		}
		if i > start {
			if t, ok := a.russianTopic(p, start, i-1, kase); ok {
				found = append(found, t)
			}
		}
		start = i + 1
	}
	return found
}

// inCase reports whether token i shows that it stands in a case, which the genitive does
// only behind a single word: «газификации и дорог», not «ремонта дорог и мостов».
func (s *sentence) inCase(i int, kase kaz.Case, single bool) bool {
	return (kase == kaz.Pre || kase == kaz.Gen && single) && s.isWord(i) && slices.ContainsFunc(s.readings(i), func(r reading) bool { return r.kase == kase })
}

func (a *account) russianTopic(p sentenceParts, first, last int, kase kaz.Case) (discussion, bool) {
	s := p.s
	for first < last && (a.stops.has(s.tokens[first].low) || s.in(first, concerning)) {
		first++
	}
	if first+2 <= last && s.in(first+1, concerning) && a.isMatter(s, first) {
		first, kase = first+2, kaz.Pre // «вопрос о рейсах»
	}
	span := s.spanOf(first, last)
	head := first
	for head < last && s.isWord(head) && s.adjective(head) && s.isWord(head+1) {
		head++
	}
	if infinitive(s, head+1) {
		return discussion{}, false // «рассказал о планах построить школу»
	}
	noun, many := s.nominative(head, kase)
	var words []string
	for i := first; i < head; i++ {
		words = append(words, likeCapital(s.agreeing(s.readings(i), noun, many, s.tokens[i].Text), s.tokens[i].Text))
	}
	name := strings.Join(append(words, noun), " ")
	if head < last {
		name += " " + a.d.text(s.spanOf(head+1, last))
	}
	return discussion{name: capitalised(name), span: span}, utf8.RuneCountInString(name) >= 4 && !(head == first && a.stops.has(s.tokens[head].low))
}

// russianNounTopic reads «круглый стол о ремёслах», «совещание по вопросам паводка».
func (a *account) russianNounTopic(p sentenceParts, c clause, h *happening, n *eventNoun) {
	kase := kaz.Pre
	for i := n.last + 1; i < c.last && i <= n.last+8 && !p.s.is(i, ",", ".", "—"); i++ {
		switch {
		case p.s.in(i, concerning):
		case p.s.is(i, "по") && p.s.in(i+1, issue):
			i, kase = i+1, kaz.Gen
		case p.s.is(i, "на") && p.s.in(i+1, themed) && i+2 <= c.last && p.s.tokens[i+2].pair > i+3:
			h.topics = append(h.topics, discussion{name: capitalised(a.d.text(p.s.spanOf(i+3, p.s.tokens[i+2].pair-1))), span: p.s.spanOf(i+2, p.s.tokens[i+2].pair), noun: true})
			return
		case p.s.in(i, devoted):
			kase = kaz.Dat
		case p.s.is(i, "по") && i == n.last+1 && p.s.isWord(i+1) && !startsUpper(p.s.tokens[i+1].Text) && !a.stops.has(p.s.tokens[i+1].low) && !p.s.in(i+1, occasion):
			kase = kaz.Dat
		default:
			continue
		}
		for _, t := range a.russianList(p, i+1, a.topicEnd(p, c, i+1), kase) {
			t.noun = true
			h.topics = append(h.topics, t)
		}
		return
	}
}

// nominative puts the Russian noun at token i, which stands in the case given, into
// the nominative, and says whether it is a plural.
func (s *sentence) nominative(i int, kase kaz.Case) (word string, many bool) {
	word = s.tokens[i].Text
	if kase == kaz.Nom {
		r := s.readings(i)[0]
		return word, r.plural
	}
	for _, r := range s.readings(i) {
		if r.kase == kase && kase == kaz.Acc && r.uncased == s.tokens[i].low {
			return word, r.plural
		}
	}
	for _, r := range s.readings(i) {
		if r.kase == kase && !s.classes().has(lostVowel, r.uncased) {
			return likeCapital(r.uncased, word), r.plural
		}
	}
	return word, false
}

// agreeing is a Russian adjective in the nominative of the gender that the ending of
// its noun shows.
func (s *sentence) agreeing(readings []reading, noun string, many bool, word string) string {
	for _, r := range readings {
		stem, masculine, ok := s.classes().cut(masculineAdjective, r.base)
		if ok && !s.classes().has(misspelt, r.base) {
			return stem + s.classes().adjectiveEnding(r.base, masculine, noun, many)
		}
	}
	return word
}

// adjectiveEnding is the ending in the nominative of an adjective, of which the base and
// its ending are given, before a noun.
func (c wordClasses) adjectiveEnding(base, masculine, noun string, many bool) string {
	soft := c.has(softAdjective, base)
	switch {
	case many:
		return c.ofTwo(pluralAdjective, soft)
	case c.has(neuterNoun, noun):
		return c.ofTwo(neuterAdjective, soft && !c.has(hardAdjective, base))
	case c.has(feminineNoun, noun):
		return c.ofTwo(feminineAdjective, soft && !c.has(hardAdjective, base) && !c.has(hissing, base))
	}
	return masculine
}

// ofTwo is the first ending of a class of two, or the second, the soft one.
func (c wordClasses) ofTwo(class wordClass, soft bool) string {
	if words := c.words(class); soft && len(words) > 1 {
		return words[1]
	}
	return c.first(class)
}

func likeCapital(word, model string) string {
	if startsUpper(model) {
		return capitalised(word)
	}
	return word
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// eventParts are the nouns of events in a sentence, with the words that describe them.
func (r clauseReader) eventParts(s *sentence, p sentenceParts) []part {
	var parts []part
	for i := range s.tokens {
		quote := r.quotedEvent(s, p, i)
		if quote < 0 && (s.tokens[i].depth > 0 || p.mute[i]) {
			continue
		}
		found, ok := r.nouns.endingAt(s, i)
		if !ok || quote < 0 && p.mute[found.first] {
			continue
		}
		for len(parts) > 0 && parts[len(parts)-1].last >= found.first {
			parts = parts[:len(parts)-1]
		}
		one := s.lang == civic.Russian && slices.Contains(strings.Fields(found.text), found.reading.uncased) // «слушания»: a plural by itself
		noun := &eventNoun{phrase: found, first: found.first}
		noun.kind, noun.flags, _ = strings.Cut(found.attr, " ")
		noun.plural = found.reading.plural && !one && !noun.has("ONE")
		if s.lang == civic.Kazakh && found.reading.kase == kaz.Nom && !noun.context(s) && s.isWord(i+1) && s.possessed(i+1) && !p.mute[i+1] {
			continue // «іс-шаралар жоспары»: of the next noun
		}
		if noun.has("ALONE") && (noun.plural || r.objectBefore(s, found.first-1)) {
			continue // «құжат қабылдау»
		}
		if noun.has("OFPEOPLE") && !(found.reading.possessive && found.first > 0 && s.severalAt(found.first-1)) && !(s.in(found.first-1, participle) && r.takesPlace(s, i+1)) {
			continue
		}
		if quote >= 0 {
			noun.first, noun.title = quote, r.d.text(s.spanOf(quote, i+1))
			parts = append(parts, part{first: quote, last: i + 1, kase: r.eventCase(s, noun), event: noun})
			continue
		}
		r.describe(s, p, noun)
		parts = append(parts, part{first: noun.phrase.first, last: found.last, kase: r.eventCase(s, noun), event: noun})
	}
	return parts
}

// quotedEvent is the mark that opens a Kazakh name in quotes whose last word is token i, if
// it is said to have been held: ««Жастар жәрмеңкесі» өтті»; else -1.
func (r clauseReader) quotedEvent(s *sentence, p sentenceParts, i int) int {
	if s.lang != civic.Kazakh || i+2 >= len(s.tokens) || !closesQuote(s.tokens[i+1].Text) || s.tokens[i].depth != 1 {
		return -1
	}
	open := s.tokens[i+1].pair
	if open < 0 || open >= i || i-open > maxName || !s.capital(open+1) || p.mutedMention(open) || !r.takesPlace(s, i+2) {
		return -1
	}
	return open
}

// objectBefore reports whether a Kazakh noun stands at token i that can be the object of a
// verbal noun behind it.
func (r clauseReader) objectBefore(s *sentence, i int) bool {
	if !s.isWord(i) || r.stops.has(s.tokens[i].low) || r.marks.has(s.tokens[i].low) {
		return false
	}
	k := s.readings(i)[0].kase
	return k == kaz.Acc || k == kaz.Nom && !s.in(i, adjective)
}

// takesPlace reports whether a verb at token i says that something was held: «мерейтойына
// арналған кеш өтті».
func (r clauseReader) takesPlace(s *sentence, i int) bool {
	v, ok := r.verbs.known(s, min(i, len(s.tokens)-1))
	return ok && v.is(happens, holds)
}

// severalAt reports whether token i is a bare plural: «ұстаздар».
func (s *sentence) severalAt(i int) bool {
	return s.isWord(i) && s.readings(i)[0].plural && s.readings(i)[0].kase == kaz.Nom && !s.readings(i)[0].possessive
}

// eventCase is the case of the noun of an event; in Russian a preposition decides.
func (r clauseReader) eventCase(s *sentence, n *eventNoun) kaz.Case {
	if s.lang != civic.Russian {
		return n.reading.kase
	}
	for i := n.first - 1; i >= max(0, n.first-2); i-- {
		if i == n.first-2 && r.times.has(s.readings(i + 1)[0].base) {
			break // «в пятницу заседание»
		}
		switch {
		case s.in(i, temporal):
			return kaz.Abl
		case s.in(i, adjunct):
			return kaz.Loc
		case s.in(i, oblique):
			return kaz.Gen
		}
	}
	for i := n.phrase.first; i < n.last; i++ {
		if !s.adjective(i) { // «сход граждан»
			if slices.ContainsFunc(s.readings(i), nominative) {
				return kaz.Nom
			}
		}
	}
	if n.reading.kase == kaz.Gen && n.first > 0 && s.in(n.first-1, pastPlural) {
		return kaz.Nom // «прошли слушания», not «прохождение слушания»
	}
	if before, ok := r.verbs.known(s, max(0, n.first-1)); ok && n.reading.kase == kaz.Gen && before.is(holds, happens, opens, chairs) && slices.ContainsFunc(s.readings(n.phrase.last), nominative) {
		return kaz.Nom // «провёл слушания»
	}
	if n.reading.kase == kaz.Gen && (s.opening(n.first) || s.capital(n.first-1) && !s.opening(n.first-1) || !s.isWord(n.first-1)) && slices.ContainsFunc(s.readings(n.phrase.last), nominative) {
		return kaz.Nom // «Слушания по тарифу прошли»: no noun before it can govern it
	}
	return n.reading.kase
}

func nominative(r reading) bool { return r.kase == kaz.Nom }

// describe walks left from the noun of an event over its adjectives.
func (r clauseReader) describe(s *sentence, p sentenceParts, n *eventNoun) {
	for i := n.phrase.first - 1; i >= max(0, n.phrase.first-maxName); i-- {
		word := s.tokens[i].low
		mark, marked := r.marks.attrs[word]
		switch {
		case marked && mark == "FRESH":
			n.fresh = true
		case s.is(i, "же") && r.marks.attrs[s.tokens[max(0, i-1)].low+" же"] == "FRESH":
			n.fresh = true
			i--
		case marked && mark == "SAME":
			n.same = true
		case marked && mark == "EVERY":
			n.every = true
		case marked && mark == "SEVERAL":
			n.plural = true
		case s.tokens[i].pair >= 0 && s.tokens[i].pair < i && isQuote(s.tokens[i].Text) && !p.mutedMention(s.tokens[i].pair):
			n.quoted = true
			i = s.tokens[i].pair
		case !s.isWord(i) || p.mute[i] || p.tells(i) || p.counted(i) || r.governs(s, i) || !s.in(i, adjective) && !(s.adjective(i) && s.mayAgree(i, i+1)) && !r.describesEvent(s, i), s.in(i, topicalDative), s.in(i, marking), s.in(i, themed):
			return
		}
		n.first = i
	}
}

// mayAgree reports whether a Russian adjective at token i can stand in the case of the
// word at token j, as «местом» cannot in «местом встречи».
func (s *sentence) mayAgree(i, j int) bool {
	return slices.ContainsFunc(s.readings(i), func(r reading) bool {
		return s.classes().has(masculineAdjective, r.base) && (r.kase != kaz.Pre || s.in(i-1, preposition)) && slices.ContainsFunc(s.readings(j), func(next reading) bool { return r.kase == next.kase })
	})
}

// tells reports whether token i is a participle that tells something of an event:
// «өткен жиын», and not «кеңейтілген отырыс».
func (p sentenceParts) tells(i int) bool {
	return slices.ContainsFunc(p.predicates, func(v predicate) bool { return v.first <= i && i <= v.last && len(v.classes) > 0 && !v.is(plans) })
}

// counted reports whether token i is one of people who are counted: «мыңға жуық адам
// сенбілікке шықты».
func (p sentenceParts) counted(i int) bool {
	return slices.ContainsFunc(p.parts, func(q part) bool {
		return q.group != nil && q.group.count != nil && q.first <= i && i <= q.last
	})
}

// governs reports whether token i is a Kazakh participle that governs the word before it,
// and so is no mere adjective: «басын қосқан», «екі күнге созылған».
func (r clauseReader) governs(s *sentence, i int) bool {
	if s.lang != civic.Kazakh || !s.in(i, participle) || !s.isWord(i-1) {
		return false
	}
	k := s.readings(i - 1)[0].kase
	return k == kaz.Acc || k == kaz.Dat
}

func isQuote(mark string) bool { return mark == "»" || mark == "”" || mark == `"` }

// mutedMention reports whether the quote that opens at token i belongs to a name.
func (p sentenceParts) mutedMention(i int) bool {
	for _, q := range p.parts {
		if q.mention != nil && q.first <= i && i <= q.last {
			return true
		}
	}
	return false
}

// describesEvent reports whether a Kazakh noun in the nominative stands before the
// noun of an event as what it is of: «кәсіпкерлік форумы», «негізгі кездесу».
func (r clauseReader) describesEvent(s *sentence, i int) bool {
	if s.lang == civic.Russian || r.stops.has(s.tokens[i].low) {
		return false
	}
	reading := s.readings(i)[0]
	return reading.kase == kaz.Nom && !reading.possessive && !reading.plural && !startsUpper(s.tokens[i].Text)
}

package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"strings"
)

// russianNames are the names of a body in the nominative, the fullest first.
func (sc *scan) russianNames(b *body) []string {
	noun := sc.russianHead(b.head)
	head := strings.TrimSpace(sc.agreeing(b.first, b.head) + " " + noun)
	rest := sc.rest(b.head.last+1, b.last)
	if b.head.last > b.head.first && sc.nounOf(b.head) == b.head.first {
		first, _, _ := strings.Cut(b.head.text, " ")
		head = strings.TrimSpace(sc.agreeing(b.first, b.head) + " " + first + " " + sc.words(b.head.first+1, b.head.last)) // «совет молодёжи» keeps its ё
	}
	if sc.s.acronym(b.head.first) {
		head = sc.words(b.first, b.head.last) // «ДК металлургов»
	}
	names := []string{capitalised(strings.TrimSpace(head + " " + rest))}
	if b.flag("SOLE") && b.attrs[0] == "LEGISLATIVE_CHAMBER" && rest != "" {
		names = append(names, capitalised(noun))
	}
	if b.levelAt >= 0 {
		names = append(names, capitalised(strings.TrimSpace(sc.agreeing(b.levelAt+1, b.head)+" "+noun+" "+rest)))
	}
	if b.levelLast {
		names = append(names, capitalised(strings.TrimSpace(head+" "+sc.rest(b.head.last+1, b.last-1))))
	}
	if b.levelAt > b.first { // «Осакаровский маслихат» for «Осакаровский районный маслихат»
		names = append(names, capitalised(strings.TrimSpace(sc.agreeing(b.first, phrase{first: b.levelAt, text: b.head.text})+" "+noun+" "+rest)))
	}
	if len(b.areas) > 0 {
		names = append(names, capitalised(strings.TrimSpace(head+" "+sc.rest(b.head.last+1, b.areas[0].first-1))))
	}
	if len(b.quotes) == 1 {
		q := b.quotes[0]
		bare := sc.words(q.first+1, q.last-1)
		names = append(names, noun+" «"+bare+"»", "«"+bare+"»", bare)
		if last := lastWord(noun); last != noun && sc.adjective(b.head.first) { // объединение «X» for общественное объединение «X»
			names = append(names, last+" «"+bare+"»")
		}
	}
	return names
}

// russianHead is the head in the nominative, its complement as it is written: «совет
// молодёжи».
func (sc *scan) russianHead(head phrase) string {
	if head.first == head.last || sc.adjective(head.first) {
		return head.text
	}
	noun, _, _ := strings.Cut(head.text, " ")
	return noun + " " + sc.words(head.first+1, head.last)
}

// agreeing is the adjectives before the head in the nominative.
func (sc *scan) agreeing(first int, head phrase) string {
	var words []string
	for i := first; i < head.first; i++ {
		word := sc.s.tokens[i].Text
		if level, ok := sc.levels.endingAt(sc.s, i); ok {
			words = append(words, sc.inGender(level.text, sc.genderOf(head.text)))
			continue
		}
		words = append(words, sc.adjectiveOf(word, sc.genderOf(head.text)))
	}
	return strings.Join(words, " ")
}

// adjectiveOf is the nominative of an adjective in a gender, of the commoner sort if
// its form fits several.
func (sc *scan) adjectiveOf(word string, g kaz.Gender) string {
	stressed := func(word string) bool { return sc.s.classes().has(stressedAdjective, word) }
	best := word
	for _, a := range kaz.AnalyzeRussian(word) {
		if a.Adjective && a.Gender == g && (best == word || stressed(best) && !stressed(a.Base)) {
			best = a.Base
		}
	}
	return best
}

// inGender is an adjective, given in the masculine, in a gender.
func (sc *scan) inGender(adjective string, g kaz.Gender) string {
	classes := sc.s.classes()
	stem, _, _ := classes.cut(masculineAdjective, adjective)
	switch {
	case g == kaz.Feminine:
		return stem + classes.first(feminineAdjective)
	case g == kaz.Neuter:
		return stem + classes.first(neuterAdjective)
	}
	return adjective
}

// genderOf is the gender of a phrase by the ending of its first noun.
func (sc *scan) genderOf(text string) kaz.Gender {
	word, _, _ := strings.Cut(text, " ")
	switch {
	case sc.s.classes().has(feminineNoun, word):
		return kaz.Feminine
	case sc.s.classes().has(neuterNoun, word):
		return kaz.Neuter
	}
	return kaz.Masculine
}

// rest is the text of tokens that may be none.
func (sc *scan) rest(first, last int) string {
	if first > last {
		return ""
	}
	return sc.nameText(first, last)
}

// areaOfLevel is the area that a body bears in its name as an adjective before that of its
// level: «Осакаровский район» of «Осакаровская районная больница»; nil if it is none.
func (sc *scan) areaOfLevel(b *body) *mention {
	at := b.levelAt - 1
	if at < b.first || b.level == "" || len(b.areas) > 0 || !sc.s.capital(at) || !sc.free(at, at+1) {
		return nil
	}
	noun := sc.kinds[civic.Russian].called("", b.level)
	for _, r := range sc.s.readings(at) {
		name := capitalised(sc.inGender(r.base, sc.genderOf(noun))) + " " + noun
		if noun != "" && sc.s.classes().has(masculineAdjective, r.base) && sc.known(name, b.level) {
			return sc.addArea(at, at+1, b.level, name)
		}
	}
	return nil
}

package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/kaz"
)

// nameForms are the ways to put the run into the nominative, the likeliest first.
func (sc *scan) nameForms(first, last int) [][]string {
	var words []string
	for i := first; i <= last; i++ {
		words = append(words, sc.s.tokens[i].Text)
	}
	if sc.russian() {
		forms := sc.russianForms(words, sc.titleCase(first))
		if p, ok := sc.governingTitle(first); ok && p.reading.kase != kaz.Nom && sc.surelyGoverns(p, first) {
			doubt := func(form []string) int {
				return 2*boolOrder(sc.contradicts(p, words, form)) + boolOrder(slices.Equal(form, words))
			}
			slices.SortStableFunc(forms, func(a, b []string) int { return doubt(a) - doubt(b) })
		}
		return forms
	}
	for i := first; i < last; i++ {
		if !sc.uninflected(i) && !(i == first && sc.titled(i) && !sc.placeForm(i)) { // «елшісі Ямада Кэндзи»
			return nil
		}
	}
	return sc.kazakhForms(words, last)
}

// uninflected reports whether token i, inside a run, may be a name without a case.
func (sc *scan) uninflected(i int) bool {
	t := sc.s.tokens[i]
	if sc.facts(t.Text).given || sc.facts(t.Text).patronymic || sc.facts(t.Text).surname || sc.s.initial(i) {
		return true
	}
	switch sc.s.readings(i)[0].kase {
	case kaz.Loc, kaz.Abl, kaz.Dat, kaz.Gen, kaz.Ins:
		return false
	}
	return t.Ending == ""
}

// kazakhForms takes the case off the last word, first to what looks like a name.
func (sc *scan) kazakhForms(words []string, last int) [][]string {
	text := words[len(words)-1]
	if sc.s.initial(last) {
		return [][]string{words}
	}
	var sure, other []string
	for _, form := range sc.d.words.nominatives(sc.s.lang, text) {
		if sc.facts(form).given || sc.facts(form).surname || sc.facts(form).patronymic {
			sure = append(sure, form)
		} else if !sc.strangeCase(last, form) {
			other = append(other, form)
		}
	}
	slices.SortStableFunc(sure, func(a, b string) int { return len(b) - len(a) })
	var forms [][]string
	for _, form := range append(sure, other...) {
		forms = append(forms, append(slices.Clone(words[:len(words)-1]), form))
	}
	return forms
}

// strangeCase reports whether a form of the last word of a name, of no telling shape, takes
// a case off it in which people hardly stand: the locative, or an ablative that nothing
// behind the name asks for. «Шаймерден», «Дуда» are names as they are.
func (sc *scan) strangeCase(last int, form string) bool {
	for _, r := range sc.s.readings(last) {
		if r.uncased == foldWord(form) {
			return r.kase == kaz.Loc || r.kase == kaz.Abl && !sc.s.in(last+1, fromWhom)
		}
	}
	return false
}

// russianForms puts the words into the nominative together; readings with a known
// given name come first.
func (sc *scan) russianForms(words []string, kase kaz.Case) [][]string {
	if kase != kaz.Nom {
		words = sc.softGiven(words)
	}
	if i := slices.IndexFunc(words, doubleSurname); i >= 0 {
		return sc.doubleForms(words, i, kase)
	}
	var sure, other [][]string
	if form := sc.besideGiven(words); form != nil && kase != kaz.Nom {
		sure = append(sure, form)
	}
	for _, form := range append([][]string{words}, sc.d.words.declined(strings.Join(words, " "))...) {
		if len(form) != len(words) {
			continue
		}
		form[len(form)-1] = sc.withVowel(form[len(form)-1])
		if slices.ContainsFunc(form, sc.givenName) {
			sure = append(sure, form)
		} else {
			other = append(other, form)
		}
	}
	switch {
	case kase == kaz.Nom: // «депутат X»: the name is as it is written
		return append([][]string{words}, append(sure, other...)...)
	case kase != "": // «депутата X»: it is not
		slices.SortStableFunc(other, func(a, b []string) int { return unchanged(a, words) - unchanged(b, words) })
	case len(other) > 1: // without a known name the declined form is likelier than the written one
		other = append(other[1:], other[0])
	}
	return append(sure, other...)
}

// withVowel gives a surname the vowel that its other cases have lost: «Кравец» of
// «Кравца».
func (sc *scan) withVowel(name string) string {
	classes := sc.s.classes()
	if stem, _, ok := classes.cut(lostAfterVowel, name); ok {
		return stem + classes.first(restored) // «Коломийца»
	}
	if stem, ending, ok := classes.cut(lostAfterConsonant, name); ok {
		consonant, _ := utf8.DecodeRuneInString(ending)
		return stem + string(consonant) + classes.first(restored)
	}
	return name
}

// softGiven puts given names like «Дарья» into the nominative, whose other cases
// look like nothing else: «Дарьей», «Натальи».
func (sc *scan) softGiven(words []string) []string {
	for i, word := range words {
		stem, _, ok := sc.s.classes().cut(softGiven, word)
		if name := stem + sc.s.classes().first(softGivenName); ok && sc.gazetteer.IsGivenName(name) {
			words = slices.Clone(words)
			words[i] = name
		}
	}
	return words
}

// doubleSurname reports whether a word is a surname of two: «Кожамжарова-Ли».
func doubleSurname(word string) bool {
	first, second, ok := strings.Cut(word, "-")
	return ok && startsUpper(first) && startsUpper(second) && !strings.Contains(second, "-") && !isAcronym(first)
}

// doubleForms puts both halves of the surname at index i into the nominative, the
// second as far as it is declined.
func (sc *scan) doubleForms(words []string, i int, kase kaz.Case) [][]string {
	first, second, _ := strings.Cut(words[i], "-")
	with := func(half string) [][]string {
		half1 := slices.Clone(words)
		half1[i] = half
		return sc.russianForms(half1, kase)
	}
	seconds := with(second)
	var forms [][]string
	for _, form := range with(first) {
		half := second
		for _, other := range seconds {
			if sc.gazetteer.SurnameShape(other[i]) && sameBut(form, other, i) {
				half = other[i]
				break
			}
		}
		form = slices.Clone(form)
		form[i] += "-" + half
		forms = append(forms, form)
	}
	return forms
}

// sameBut reports whether two forms of a name differ at most in the word at index i.
func sameBut(a, b []string, i int) bool {
	for k := range a {
		if k != i && a[k] != b[k] {
			return false
		}
	}
	return true
}

// besideGiven keeps a given name that is not declined and puts the surname beside it
// into the nominative of its gender: «Сауле Омаровой»; nil where nothing changes.
func (sc *scan) besideGiven(words []string) []string {
	given := slices.IndexFunc(words, func(w string) bool { return sc.facts(w).given })
	if given < 0 {
		return nil
	}
	gender := kaz.Masculine
	if sc.gazetteer.IsFemaleName(words[given]) && !sc.gazetteer.IsMaleName(words[given]) {
		gender = kaz.Feminine
	}
	form, changed := slices.Clone(words), false
	for i, word := range words {
		if i == given || sc.facts(word).surname || sc.facts(word).patronymic {
			continue
		}
		for _, a := range sc.d.words.analyse(word) {
			if (a.Name || a.Adjective) && a.Gender == gender && a.Case != kaz.Nom {
				form[i], changed = a.Base, true
				break
			}
		}
	}
	if !changed {
		return nil
	}
	return form
}

// unchanged counts the words that two forms of a name share.
func unchanged(a, b []string) int {
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return n
}

// contradicts reports whether a name could be put into the nominative as given only from a
// case in which the title before it does not stand: «начальника … Гульнару Маратову» is no
// dative.
func (sc *scan) contradicts(title phrase, words, form []string) bool {
	for i, word := range words {
		read, agrees := false, false
		for _, a := range sc.d.words.analyse(word) {
			if a.Base != form[i] || form[i] == word {
				continue
			}
			read = true
			agrees = agrees || slices.ContainsFunc(sc.s.readings(title.first), func(r reading) bool { return r.kase == a.Case && r.kase != kaz.Nom })
		}
		if read && !agrees {
			return true
		}
	}
	return false
}

// surelyGoverns reports whether a title and the name at token first are one noun phrase, of
// which the title is the first noun.
func (sc *scan) surelyGoverns(title phrase, first int) bool {
	for i := title.last + 1; i < first; i++ {
		if sc.verbal(i) {
			return false // «главным врачом назначена X»
		}
	}
	i := title.first - 1
	for ; i >= 0 && sc.adjective(i); i-- {
	}
	_, served := sc.titles.endingAt(sc.s, max(i, 0))
	return !served // «заместитель районного акима X»
}

// titleCase is the case of the Russian title that governs the name at token first, or
// empty where there is none or its form does not tell.
func (sc *scan) titleCase(first int) kaz.Case {
	if sc.s.in(first-1, saying) {
		return kaz.Nom // «сказала Раиля …»
	}
	p, ok := sc.governingTitle(first)
	switch {
	case !ok:
		return ""
	case sc.words(p.first, p.last) == p.text, strings.ToLower(sc.words(p.first, p.last)) == p.text:
		return kaz.Nom
	}
	return kaz.Gen
}

// governingTitle is the Russian title that governs the name at token first.
func (sc *scan) governingTitle(first int) (phrase, bool) {
	for i := first - 1; i >= 0 && first-i <= 12; i-- {
		if t := sc.s.tokens[i]; closesQuote(t.Text) && t.pair >= 0 && t.pair < i {
			i = t.pair // «директор центра «X» Раиля …»
			continue
		}
		if sc.s.tokens[i].Kind == kaz.Punct {
			return phrase{}, false
		}
		p, ok := sc.titles.startingAt(sc.s, i)
		if !ok || sc.s.tokens[i].low == "" || p.last >= first || sc.russian() && p.reading.plural && p.reading.kase == kaz.Gen {
			continue // «председатель совета ветеранов X»
		}
		if _, before := sc.titles.endingAt(sc.s, i-1); before && i > 0 {
			continue // «заместитель председателя»: the first title governs
		}
		return p, true
	}
	return phrase{}, false
}

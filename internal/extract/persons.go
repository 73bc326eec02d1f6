package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// namePart is what a word of a person's name may be.
type namePart byte

// The parts of a person's name, as a run of words spells them.
const (
	givenPart      namePart = 'G' // in the list of given names
	patronymicPart namePart = 'P' // of the shape of a patronymic
	familyPart     namePart = 'S' // of the shape of a surname
	initialPart    namePart = 'I'
	otherPart      namePart = 'U' // any other capitalised word
	particlePart   namePart = 'L' // «ван», «дер», «аль»
)

// personShapes are the orders in which the parts of a name stand. The second group
// says enough only beside a title.
var personShapes = map[bool][]string{
	false: {"GPS", "SGP", "GS", "SG", "GP", "UPS", "SUP", "UP", "US", "GU", "GG", "GPU", "GPG", "UGP", "GGP", "GSP", "SGS",
		"IS", "IIS", "IP", "IIP", "IU", "IIU", "SI", "SII", "IG", "IIG", "GUS", "GGS", "SS", "SSP", "SPS", "GI", "GIS", "GLP", "GLU", "GLS", "GLG", "SGL", "GLPS", "GL", "ULP"},
	true: {"UU", "ULU", "ULLU", "GLU", "GLLU", "GLS", "GLLS", "ULS", "ULLS", "UUU", "UGU", "GUU", "UGS", "UUS", "SU", "UI", "UII", "S", "UG", "G"},
}

// findPersons finds the names of persons: runs of capitalised words and initials
// whose parts stand in an order of names.
func (sc *scan) findPersons() {
	sc.eachPerson(func(p personRun) {
		m := sc.add(p.first, p.last, civic.TypePerson)
		m.person = parsePerson(p.shape, p.words)
		m.names = m.person.forms()
		if written := strings.Join(p.words, " "); !slices.Contains(m.names, written) {
			m.names = append(m.names, written)
		}
		m.kase = sc.caseOf(p.last, p.words[len(p.words)-1])
	})
}

// markPersons notes which tokens are likely parts of persons' names, so that bodies
// do not take them in.
func (sc *scan) markPersons() {
	sc.eachPerson(func(p personRun) {
		for i := p.first; i <= p.last; i++ {
			sc.person[i] = true
		}
	})
}

// personRun is a run of tokens that reads as a person's name: its words in the
// nominative and the parts that they are.
type personRun struct {
	first, last int
	shape       string
	words       []string
}

// eachPerson hands over the longest runs that read as persons' names.
func (sc *scan) eachPerson(do func(personRun)) {
	for i := 0; i < len(sc.s.tokens); i++ {
		if !sc.personWord(i) || sc.inName(i) {
			continue
		}
		for n := sc.runLength(i); n > 0; n-- {
			if p, ok := sc.personRead(i, i+n-1); ok {
				do(p)
				i = p.last
				break
			}
		}
	}
}

// personRead is personAt, found once for each run.
func (sc *scan) personRead(first, last int) (personRun, bool) {
	p, known := sc.runs[[2]int{first, last}]
	if !known {
		if run, ok := sc.personAt(first, last); ok {
			p = &run
		}
		sc.runs[[2]int{first, last}] = p
	}
	if p == nil {
		return personRun{}, false
	}
	return *p, true
}

// personWord reports whether token i may begin or continue a person's name.
func (sc *scan) personWord(i int) bool {
	if i >= len(sc.s.tokens) || !sc.s.capital(i) || sc.owner[i] != nil || sc.stop(i) || sc.s.acronym(i) {
		return false
	}
	if p, ok := sc.organizations.endingAt(sc.s, i); ok && sc.russian() && strings.HasSuffix(p.attr, "SOLE") && p.first == i {
		return false // «депутат Мажилиса Парламента»
	}
	_, isTitle := sc.titles.endingAt(sc.s, i)
	facts := sc.facts(sc.s.tokens[i].Text)
	return !isTitle || facts.given || facts.surname && sc.russian() && sc.s.capital(i-1) // «Кумар Аксакалов»
}

// runLength is the number of tokens from i that may make one name, at most four
// and the particles between them.
func (sc *scan) runLength(i int) int {
	n, words := 0, 0
	for j := i; words < 4 && j < len(sc.s.tokens); j++ {
		if j > i && sc.s.in(j, particle) && sc.owner[j] == nil {
			continue
		}
		if !sc.personWord(j) {
			break
		}
		words++
		n = j - i + 1
	}
	return n
}

// personAt reads the tokens first to last as a person's name.
func (sc *scan) personAt(first, last int) (personRun, bool) {
	if last > first && sc.s.opening(first) && sc.placeForm(first) && !sc.facts(sc.s.tokens[first].Text).given {
		return personRun{}, false
	}
	if sc.s.is(last+1, "атындағы", "есімімен", "есімін") || sc.s.is(first-1, "имени", "им.", "памяти") {
		return personRun{}, false // called after, not spoken of
	}
	titled := sc.titled(first)
	if first == last && !titled {
		return personRun{}, false // one word is a name only beside a title
	}
	for _, words := range sc.nameForms(first, last) {
		shape := sc.shape(first, words)
		likely := titled || last > first && sc.tagged(first, last, taggedPerson)
		if !slices.Contains(personShapes[false], shape) && !(likely && slices.Contains(personShapes[true], shape)) {
			continue
		}
		if sc.russian() && (strings.HasPrefix(shape, "UG") || strings.HasPrefix(shape, "UU") && len(words) > 2) {
			continue // «мэр Челябинска Алексей …»: the place is no name
		}
		if sc.russian() && sc.cityBefore(first, shape) {
			continue // «в депо Кандыагаша Иванова ждали рабочие»
		}
		if shape == "S" && sc.s.isWord(first+1) && sc.adjective(first) {
			continue
		}
		if shape == "G" && (sc.russian() || sc.headsAt(last+1) || !sc.titledOne(first)) {
			continue
		}
		if !likely && (sc.weakOpening(first, shape) || sc.endsInPlace(shape, words)) {
			continue
		}
		return personRun{first, last, shape, words}, true
	}
	return personRun{}, false
}

// titled reports whether a title or calling stands directly before token i.
func (sc *scan) titled(i int) bool {
	if i == 0 {
		return false
	}
	_, ok := sc.titles.endingAt(sc.s, i-1)
	return ok || sc.russian() && sc.titledBehindBody(i-1)
}

// cityBefore reports whether a run begins with the genitive of a city or country and has
// no given name.
func (sc *scan) cityBefore(first int, shape string) bool {
	if shape != "US" && shape != "UU" {
		return false
	}
	return slices.ContainsFunc(sc.placeForms(first, first), func(f placeForm) bool {
		return f.name != sc.s.tokens[first].Text && (sc.known(f.name, gazetteer.City) || sc.known(f.name, gazetteer.Country))
	})
}

// titledBehindBody reports whether a Russian title and what it is held in end with token
// i: «директор завода», «глава фонда «Қадам»».
func (sc *scan) titledBehindBody(i int) bool {
	for n := 0; i >= 0 && n < maxName; n++ {
		t := sc.s.tokens[i]
		switch {
		case closesQuote(t.Text) && t.pair >= 0 && t.pair < i:
			i = t.pair - 1
		case sc.owner[i] != nil && sc.owner[i].typ != civic.TypePerson:
			i = sc.owner[i].first - 1
		case sc.s.isWord(i) && !sc.s.capital(i) && sc.genitive(i) && !sc.verbal(i) && !sc.s.in(i, preposition):
			i--
		case sc.s.capital(i) && !sc.s.capital(i+1) && sc.s.adjective(i) && sc.genitive(i):
			i-- // «Хельсинкского университета»
		default:
			return false
		}
		if _, ok := sc.titles.endingAt(sc.s, i); ok {
			return true
		}
	}
	return false
}

// titledOne reports whether the title before token i is that of one person.
func (sc *scan) titledOne(i int) bool {
	p, ok := sc.titles.endingAt(sc.s, i-1)
	return ok && !p.reading.plural && p.reading.kase == kaz.Nom
}

// headsAt reports whether the noun of a body or venue begins at token i: «Шәкәрім
// университеті».
func (sc *scan) headsAt(i int) bool {
	_, ok := sc.bodyHead(func(l lexicon) (phrase, bool) { return l.startingAt(sc.s, i) })
	return ok
}

// weakOpening reports whether a run begins with the first word of a sentence, whose
// capital says nothing, and nothing else marks that word as a name.
func (sc *scan) weakOpening(first int, shape string) bool {
	return sc.s.opening(first) && shape[0] == byte(otherPart) && !strings.Contains(shape, "P")
}

// endsInPlace reports whether the last word, of no telling shape, is a place's name.
func (sc *scan) endsInPlace(shape string, words []string) bool {
	last := words[len(words)-1]
	if shape[len(shape)-1] != byte(otherPart) {
		return false
	}
	places := sc.gazetteer.Places(last, "")
	return len(places) > 0 && places[0].Kind != "SETTLEMENT"
}

// placeForm reports whether token i is the name of a place in a local case.
func (sc *scan) placeForm(i int) bool {
	for _, r := range sc.s.readings(i) {
		if !sc.russian() && (r.kase == kaz.Loc || r.kase == kaz.Dat || r.kase == kaz.Abl) && sc.gazetteer.Has(r.uncased, "") {
			return true
		}
	}
	return false
}

// nameForms are the ways to put the run into the nominative, the likeliest first.
func (sc *scan) nameForms(first, last int) [][]string {
	var words []string
	for i := first; i <= last; i++ {
		words = append(words, sc.s.tokens[i].Text)
	}
	if sc.russian() {
		return sc.russianForms(words, sc.titleCase(first))
	}
	for i := first; i < last; i++ {
		if !sc.uninflected(i) {
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
		} else {
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
		form[len(form)-1] = withVowel(form[len(form)-1])
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
func withVowel(name string) string {
	stem, ok := strings.CutSuffix(name, "ц")
	if rest, soft := strings.CutSuffix(stem, "й"); ok && soft {
		return rest + "ец" // «Коломийца»
	}
	if ok && len(stem) > 4 && strings.ContainsAny(stem[len(stem)-2:], "бвдмп") {
		return stem + "ец"
	}
	return name
}

// softGiven puts given names like «Дарья» into the nominative, whose other cases
// look like nothing else: «Дарьей», «Натальи».
func (sc *scan) softGiven(words []string) []string {
	for i, word := range words {
		for _, ending := range []string{"ьей", "ьи", "ье", "ью"} {
			if stem, ok := strings.CutSuffix(word, ending); ok && sc.gazetteer.IsGivenName(stem+"ья") {
				words = slices.Clone(words)
				words[i] = stem + "ья"
			}
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

// titleCase is the case of the Russian title that governs the name at token first, or
// empty where there is none or its form does not tell.
func (sc *scan) titleCase(first int) kaz.Case {
	if sc.s.in(first-1, saying) {
		return kaz.Nom // «сказала Раиля …»
	}
	for i := first - 1; i >= 0 && first-i <= 12; i-- {
		if t := sc.s.tokens[i]; closesQuote(t.Text) && t.pair >= 0 && t.pair < i {
			i = t.pair // «директор центра «X» Раиля …»
			continue
		}
		if sc.s.tokens[i].Kind == kaz.Punct {
			return ""
		}
		p, ok := sc.titles.startingAt(sc.s, i)
		if !ok || sc.s.tokens[i].low == "" || p.last >= first || sc.russian() && p.reading.plural && p.reading.kase == kaz.Gen {
			continue // «председатель совета ветеранов X»
		}
		if _, before := sc.titles.endingAt(sc.s, i-1); before && i > 0 {
			continue // «заместитель председателя»: the first title governs
		}
		if sc.words(p.first, p.last) == p.text || strings.ToLower(sc.words(p.first, p.last)) == p.text {
			return kaz.Nom
		}
		return kaz.Gen
	}
	return ""
}

// shape spells the parts that the words of a name are.
func (sc *scan) shape(first int, words []string) string {
	var shape strings.Builder
	for i, word := range words {
		shape.WriteByte(byte(sc.partOf(first+i, word)))
	}
	return shape.String()
}

func (sc *scan) partOf(i int, word string) namePart {
	switch {
	case sc.s.initial(i):
		return initialPart
	case !startsUpper(word):
		return particlePart
	case sc.facts(word).patronymic:
		return patronymicPart
	case sc.givenName(word):
		return givenPart
	case sc.facts(word).surname:
		return familyPart
	}
	return otherPart
}

// givenName reports whether a word is a given name in use, or made as Kazakh ones are.
func (sc *scan) givenName(word string) bool {
	f := sc.facts(word)
	return f.given || f.made
}

// nameFacts are what a word may be of a person's name: a given name in use, or by its
// shape a surname, a patronymic, a given name made as Kazakh ones are.
type nameFacts struct{ given, surname, patronymic, made bool }

// facts are those of a word, which are found once for a document.
func (sc *scan) facts(word string) nameFacts {
	f, known := sc.d.words.facts[word]
	if !known {
		g := sc.gazetteer
		f = nameFacts{g.IsGivenName(word), g.SurnameShape(word) && !inflectedSon(word), g.PatronymicShape(word), sc.nameEnding(word)}
		sc.d.words.facts[word] = f
	}
	return f
}

// inflectedSon reports whether a word is a Kazakh patronymic in a case that looks like a
// woman's surname: «Төлепұлына».
func inflectedSon(word string) bool {
	low := foldWord(word)
	return strings.HasSuffix(low, "ұлына") || strings.HasSuffix(low, "қызына")
}

// nameEnding reports whether a word ends as given names do and is no place.
func (sc *scan) nameEnding(word string) bool {
	low := foldWord(word)
	for i := range low {
		if i >= 4 && sc.nameParts.has(low[i:]) {
			return !sc.gazetteer.Has(word, "")
		}
	}
	return false
}

// caseOf is the case of token i, whose nominative is form.
func (sc *scan) caseOf(i int, form string) kaz.Case {
	if sc.s.tokens[i].Text == form {
		return kaz.Nom
	}
	for _, r := range sc.s.readings(i) {
		if r.uncased == foldWord(form) {
			return r.kase
		}
	}
	return kaz.Nom
}

// parsePerson says which word of a name is which part.
func parsePerson(shape string, words []string) personName {
	var p personName
	switch {
	case shape == "S":
		p.family = words[0]
	case shape == "G":
		p.given = words[0]
	case strings.ContainsRune(shape, rune(particlePart)):
		p.given, p.family = words[0], strings.Join(words[1:], " ")
	case strings.HasPrefix(shape, "I"):
		n := strings.LastIndexByte(shape, byte(initialPart)) + 1
		p.given, p.family = words[0], words[len(words)-1]
		if n > 1 {
			p.patronymic = words[1]
		}
	case strings.HasSuffix(shape, "I"):
		n := strings.IndexByte(shape, byte(initialPart))
		p.family, p.given = strings.Join(words[:n], " "), words[n]
		if n+1 < len(words) {
			p.patronymic = words[n+1]
		}
	case len(words) == 2:
		p = parsePair(shape, words)
	default:
		p = parseTriple(shape, words)
	}
	return p
}

// parsePair reads two words: given name and patronymic, surname and given name, or
// as most often given name and surname.
func parsePair(shape string, words []string) personName {
	switch shape {
	case "GP", "UP":
		return personName{given: words[0], patronymic: words[1]}
	case "SG":
		if strings.HasSuffix(words[0], "ын") { // more given names than surnames end so
			break
		}
		return personName{family: words[0], given: words[1]}
	}
	return personName{given: words[0], family: words[1]}
}

// parseTriple reads three words or more by where the patronymic stands.
func parseTriple(shape string, words []string) personName {
	n := len(words)
	switch strings.IndexByte(shape, byte(patronymicPart)) {
	case 1:
		return personName{given: words[0], patronymic: words[1], family: strings.Join(words[2:], " ")}
	case 2:
		return personName{family: words[0], given: words[1], patronymic: words[2]}
	}
	return personName{given: words[0], patronymic: strings.Join(words[1:n-1], " "), family: words[n-1]}
}

// forms are the ways to write the name, the fullest first.
func (p personName) forms() []string {
	var forms []string
	for _, words := range [][]string{
		{p.given, p.patronymic, p.family}, {p.family, p.given, p.patronymic},
		{p.given, p.family}, {p.family},
	} {
		form := strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
		if form != "" && form != p.given && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

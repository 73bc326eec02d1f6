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
	words := sc.personWords()
	for i := 0; i < len(words); i++ {
		if !words[i] || sc.inName(i) {
			continue
		}
		for n := sc.runLength(i, words); n > 0; n-- {
			if p, ok := sc.personRead(i, i+n-1); ok {
				do(p)
				i = p.last
				break
			}
		}
	}
}

// personWords says of each token whether it may begin or continue a person's name.
func (sc *scan) personWords() []bool {
	words := make([]bool, len(sc.s.tokens))
	for i := range words {
		words[i] = sc.personWord(i)
	}
	return words
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
	namedSo := sc.s.capital(i) && !sc.s.opening(i) && sc.facts(sc.s.tokens[i].Text).given // «Сайын», "each"
	if !sc.s.capital(i) || sc.owner[i] != nil || sc.stop(i) && !namedSo || sc.s.acronym(i) {
		return false
	}
	if p, ok := sc.organizations.endingAt(sc.s, i); ok && sc.russian() && strings.HasSuffix(p.attr, "SOLE") && p.first == i {
		return false // «депутат Мажилиса Парламента»
	}
	_, isTitle := sc.titles.endingAt(sc.s, i)
	facts := sc.facts(sc.s.tokens[i].Text)
	return !isTitle || facts.given || facts.surname && sc.russian() && sc.s.capital(i-1) // «Кумар Аксакалов»
}

// runLength is the number of tokens from i that may make one name, at most four words
// of persons' names and the particles between them.
func (sc *scan) runLength(i int, words []bool) int {
	n, count := 0, 0
	for j := i; count < 4 && j < len(words); j++ {
		if j > i && sc.s.in(j, particle) && !sc.s.capital(j) && sc.owner[j] == nil {
			continue
		}
		if !words[j] {
			break
		}
		count++
		n = j - i + 1
	}
	return n
}

// personAt reads the tokens first to last as a person's name.
func (sc *scan) personAt(first, last int) (personRun, bool) {
	if last > first && sc.s.opening(first) && sc.placeForm(first) && !sc.facts(sc.s.tokens[first].Text).given {
		return personRun{}, false
	}
	if sc.s.in(last+1, namesake) || sc.s.in(first-1, namesake) || sc.s.in(last+1, memory) || sc.s.in(first-1, memory) {
		return personRun{}, false // called after, not spoken of
	}
	titled := sc.titled(first)
	if first == last && (!titled || !sc.russian() && sc.s.readings(first)[0].kase == kaz.Loc) {
		return personRun{}, false // one word is a name only beside a title, and in no place: «министр Фейсбукте жазды»
	}
	for _, words := range sc.nameForms(first, last) {
		shape := sc.shape(first, words)
		if sc.swallows(first, last, shape, words) {
			return personRun{}, false
		}
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
		if (!likely || len(words) > 2) && sc.endsInPlace(shape, words) || !likely && sc.weakOpening(first, shape) { // «Асан Үсен Семей университетінде»
			continue
		}
		return personRun{first, last, shape, words}, true
	}
	return personRun{}, false
}

// swallows reports whether a Kazakh run of three takes in what comes after a full name:
// the genitive of something that is no name, «Ботагөз Нышан Сырдарияның ластануын айтты».
func (sc *scan) swallows(first, last int, shape string, words []string) bool {
	n := len(words) - 1
	if sc.russian() || n != 2 || last-first != n || shape[n] != byte(otherPart) || sc.caseOf(last, words[n]) != kaz.Gen {
		return false
	}
	return shape[0] == byte(givenPart) && shape[1] != byte(patronymicPart) || shape[1] == byte(familyPart)
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
		f = nameFacts{g.IsGivenName(word), g.SurnameShape(word) && !sc.inflectedSon(word), g.PatronymicShape(word), sc.nameEnding(word)}
		sc.d.words.facts[word] = f
	}
	return f
}

// inflectedSon reports whether a word is a Kazakh patronymic in a case that looks like a
// woman's surname: «Төлепұлына».
func (sc *scan) inflectedSon(word string) bool {
	return sc.s.classes().has(patronymicDative, foldWord(word))
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

package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// wordClass is a class of words that rules ask for by name; wordclasses.txt of each
// language lists those that it has and says what they do.
type wordClass string

const (
	active                wordClass = "ACTIVE"
	additive              wordClass = "ADDITIVE"
	adjectival            wordClass = "ADJECTIVAL"
	again                 wordClass = "AGAIN"
	agency                wordClass = "AGENCY"
	attending             wordClass = "ATTENDING"
	bygone                wordClass = "BYGONE"
	code                  wordClass = "CODE"
	codified              wordClass = "CODIFIED"
	comitative            wordClass = "COMITATIVE"
	complementizer        wordClass = "COMPLEMENTIZER"
	concerning            wordClass = "CONCERNING"
	connective            wordClass = "CONNECTIVE"
	coordinate            wordClass = "COORDINATE"
	copula                wordClass = "COPULA"
	dealing               wordClass = "DEALING"
	devoted               wordClass = "DEVOTED"
	duration              wordClass = "DURATION"
	enclitic              wordClass = "ENCLITIC"
	explaining            wordClass = "EXPLAINING"
	feminineAdjective     wordClass = "FEMININEADJECTIVE"
	feminineNoun          wordClass = "FEMININENOUN"
	former                wordClass = "FORMER"
	genitiveEnding        wordClass = "GENITIVE"
	governing             wordClass = "GOVERNING"
	hall                  wordClass = "HALL"
	hardAdjective         wordClass = "HARDADJECTIVE"
	headship              wordClass = "HEADSHIP"
	her                   wordClass = "HER"
	his                   wordClass = "HIS"
	hissing               wordClass = "HISSING"
	homeland              wordClass = "HOMELAND"
	incumbent             wordClass = "INCUMBENT"
	infinitival           wordClass = "INFINITIVAL"
	inhabitant            wordClass = "INHABITANT"
	inside                wordClass = "INSIDE"
	installed             wordClass = "INSTALLED"
	installing            wordClass = "INSTALLING"
	interrogative         wordClass = "INTERROGATIVE"
	issue                 wordClass = "ISSUE"
	law                   wordClass = "LAW"
	locative              wordClass = "LOCATIVE"
	lostAfterConsonant    wordClass = "LOSTAFTERCONSONANT"
	lostAfterVowel        wordClass = "LOSTAFTERVOWEL"
	lostVowel             wordClass = "LOSTVOWEL"
	manager               wordClass = "MANAGER"
	masculineAdjective    wordClass = "MASCULINEADJECTIVE"
	medium                wordClass = "MEDIUM"
	memory                wordClass = "MEMORY"
	ministerWord          wordClass = "MINISTER"
	ministryOf            wordClass = "MINISTRYOF"
	ministryWord          wordClass = "MINISTRY"
	misspelt              wordClass = "MISSPELT"
	namesake              wordClass = "NAMESAKE"
	negation              wordClass = "NEGATION"
	neuterAdjective       wordClass = "NEUTERADJECTIVE"
	neuterNoun            wordClass = "NEUTERNOUN"
	notInfinitival        wordClass = "NOTINFINITIVAL"
	parliament            wordClass = "PARLIAMENT"
	parliamentarian       wordClass = "PARLIAMENTARIAN"
	patronymicDative      wordClass = "PATRONYMICDATIVE"
	pluralAdjective       wordClass = "PLURALADJECTIVE"
	pluralNoun            wordClass = "PLURALNOUN"
	possessive            wordClass = "POSSESSIVE"
	press                 wordClass = "PRESS"
	project               wordClass = "PROJECT"
	quotative             wordClass = "QUOTATIVE"
	rank                  wordClass = "RANK"
	reflexive             wordClass = "REFLEXIVE"
	relativeAdverb        wordClass = "RELATIVEADVERB"
	relativePronoun       wordClass = "RELATIVEPRONOUN"
	renewed               wordClass = "RENEWED"
	reporter              wordClass = "REPORTER"
	representing          wordClass = "REPRESENTING"
	restored              wordClass = "RESTORED"
	softAdjective         wordClass = "SOFTADJECTIVE"
	softGiven             wordClass = "SOFTGIVEN"
	softGivenName         wordClass = "SOFTGIVENNAME"
	softPlural            wordClass = "SOFTPLURAL"
	softPossessed         wordClass = "SOFTPOSSESSED"
	spatial               wordClass = "SPATIAL"
	stressedAdjective     wordClass = "STRESSEDADJECTIVE"
	townAdjective         wordClass = "TOWNADJECTIVE"
	townEnding            wordClass = "TOWNENDING"
	townStem              wordClass = "TOWNSTEM"
	townSuffix            wordClass = "TOWNSUFFIX"
	townVowels            wordClass = "TOWNVOWELS"
	townsmen              wordClass = "TOWNSMEN"
	townsmenDative        wordClass = "TOWNSMENDATIVE"
	townsmenGenitive      wordClass = "TOWNSMENGENITIVE"
	townsmenInstrumental  wordClass = "TOWNSMENINSTRUMENTAL"
	townsmenPrepositional wordClass = "TOWNSMENPREPOSITIONAL"
	unable                wordClass = "UNABLE"
	urgedTo               wordClass = "URGEDTO"
	utterance             wordClass = "UTTERANCE"
	verbEnding            wordClass = "VERBENDING"
	verbOfMany            wordClass = "VERBOFMANY"
	verbal                wordClass = "VERBAL"
	verbalNoun            wordClass = "VERBALNOUN"
	workforce             wordClass = "WORKFORCE"

	aboutSo       wordClass = "ABOUT"
	address       wordClass = "ADDRESS"
	adjective     wordClass = "ADJECTIVE"
	agent         wordClass = "AGENT"
	amongst       wordClass = "AMONGST"
	arriving      wordClass = "ARRIVING"
	attended      wordClass = "ATTENDED"
	becoming      wordClass = "BECOMING"
	bounding      wordClass = "BOUNDING"
	company       wordClass = "COMPANY"
	composing     wordClass = "COMPOSING"
	conceded      wordClass = "CONCEDED"
	conjunction   wordClass = "CONJUNCTION"
	deed          wordClass = "DEED"
	feminine      wordClass = "FEMININE"
	finite        wordClass = "FINITE"
	helping       wordClass = "HELPER"
	imperfective  wordClass = "IMPERFECTIVE"
	joining       wordClass = "JOINING"
	interval      wordClass = "INTERVAL"
	jointly       wordClass = "JOINTLY"
	lasting       wordClass = "LASTING"
	locating      wordClass = "LOCATING"
	manner        wordClass = "MANNER"
	masculine     wordClass = "MASCULINE"
	nominalised   wordClass = "NOMINALISED"
	occasion      wordClass = "OCCASION"
	ofNames       wordClass = "OFNAMES"
	ordinal       wordClass = "ORDINAL"
	organized     wordClass = "ORGANIZED"
	parties       wordClass = "PARTIES"
	participle    wordClass = "PARTICIPLE"
	particle      wordClass = "PARTICLE"
	perfective    wordClass = "PERFECTIVE"
	postposition  wordClass = "POSTPOSITION"
	preposition   wordClass = "PREPOSITION"
	presider      wordClass = "PRESIDER"
	quantifier    wordClass = "QUANTIFIER"
	rapporteur    wordClass = "RAPPORTEUR"
	room          wordClass = "ROOM"
	saying        wordClass = "SAYING"
	scheduled     wordClass = "SCHEDULED"
	spoken        wordClass = "SPOKEN"
	subordinate   wordClass = "SUBORDINATE"
	teamword      wordClass = "TEAM"
	theme         wordClass = "THEME"
	themed        wordClass = "THEMED"
	topical       wordClass = "TOPICAL"
	topicalDative wordClass = "TOPICALDATIVE"
	townsman      wordClass = "TOWNSMAN"
	verblike      wordClass = "VERBLIKE"

	pairing        wordClass = "PAIRING"
	ofNumber       wordClass = "OFNUMBER"
	conjoining     wordClass = "CONJOINING"
	further        wordClass = "FURTHER"
	genitival      wordClass = "GENITIVAL"
	prepositional  wordClass = "PREPOSITIONAL"
	datival        wordClass = "DATIVAL"
	adjunct        wordClass = "ADJUNCT"
	oblique        wordClass = "OBLIQUE"
	temporal       wordClass = "TEMPORAL"
	eve            wordClass = "EVE"
	facing         wordClass = "FACING"
	framing        wordClass = "FRAMING"
	partitive      wordClass = "PARTITIVE"
	gathered       wordClass = "GATHERED"
	makeup         wordClass = "MAKEUP"
	intending      wordClass = "INTENDING"
	planning       wordClass = "PLANNING"
	auxiliary      wordClass = "AUXILIARY"
	tensed         wordClass = "TENSED"
	being          wordClass = "BEING"
	nonpast        wordClass = "NONPAST"
	pastPlural     wordClass = "PASTPLURAL"
	progressive    wordClass = "PROGRESSIVE"
	prospective    wordClass = "PROSPECTIVE"
	foreseen       wordClass = "FORESEEN"
	postverbal     wordClass = "POSTVERBAL"
	postfinite     wordClass = "POSTFINITE"
	postparticiple wordClass = "POSTPARTICIPLE"
	evidential     wordClass = "EVIDENTIAL"
	quoting        wordClass = "QUOTING"
	nobody         wordClass = "NOBODY"
	existential    wordClass = "EXISTENTIAL"
	pluperfect     wordClass = "PLUPERFECT"
	band           wordClass = "BAND"
	indefinite     wordClass = "INDEFINITE"
	led            wordClass = "LED"
	leadingIt      wordClass = "LEADINGIT"
	formed         wordClass = "FORMED"
	hailing        wordClass = "HAILING"
	thirdPerson    wordClass = "THIRDPERSON"
	he             wordClass = "HE"
	she            wordClass = "SHE"
	they           wordClass = "THEY"
	anaphoric      wordClass = "ANAPHORIC"
	thither        wordClass = "THITHER"
	proportion     wordClass = "PROPORTION"
	circumstance   wordClass = "CIRCUMSTANCE"
	inviting       wordClass = "INVITING"
	invited        wordClass = "INVITED"
	atHead         wordClass = "ATHEAD"
	instrumental   wordClass = "INSTRUMENTAL"
	accusative     wordClass = "ACCUSATIVE"
	topicHead      wordClass = "TOPICHEAD"
	possessed      wordClass = "POSSESSED"
	partOf         wordClass = "PARTOF"
	rural          wordClass = "RURAL"
	relational     wordClass = "RELATIONAL"
	coming         wordClass = "COMING"
	dayword        wordClass = "DAYWORD"
	inMonth        wordClass = "INMONTH"
	ofMonth        wordClass = "OFMONTH"
	stretch        wordClass = "STRETCH"
	ofYear         wordClass = "OFYEAR"
	inYear         wordClass = "INYEAR"
	spanning       wordClass = "SPANNING"
	until          wordClass = "UNTIL"
	hour           wordClass = "HOUR"
	marking        wordClass = "MARKING"
	masculineEnd   wordClass = "MASCULINEEND"
	context        wordClass = "CONTEXT"
	falling        wordClass = "FALLING"
	goingOut       wordClass = "GOINGOUT"
	attendees      wordClass = "ATTENDEES"
	premises       wordClass = "PREMISES"
	exemplifying   wordClass = "EXEMPLIFYING"
	relative       wordClass = "RELATIVE"
	since          wordClass = "SINCE"
	between        wordClass = "BETWEEN"
	reception      wordClass = "RECEPTION"
	self           wordClass = "SELF"
	question       wordClass = "QUESTION"
	thousand       wordClass = "THOUSAND"
	continuing     wordClass = "CONTINUING"
)

var wordClassNames = []wordClass{
	active, additive, adjectival, again, agency, attending, bygone, code, codified,
	comitative, complementizer, concerning, connective, coordinate, copula, dealing, devoted,
	duration, enclitic, explaining, feminineAdjective, feminineNoun, former, genitiveEnding,
	governing, hall, hardAdjective, headship, her, his, hissing, homeland, incumbent,
	infinitival, inhabitant, inside, installed, installing, interrogative, issue, law, locative,
	lostAfterConsonant, lostAfterVowel, lostVowel, manager, masculineAdjective, medium, memory,
	ministerWord, ministryOf, ministryWord, misspelt, namesake, negation, neuterAdjective, neuterNoun,
	notInfinitival, parliament, parliamentarian, patronymicDative, pluralAdjective, pluralNoun,
	possessive, press, project, quotative, rank, reflexive, relativeAdverb, relativePronoun, renewed,
	reporter, representing, restored, softAdjective, softGiven, softGivenName, softPlural,
	softPossessed, spatial, stressedAdjective, townAdjective, townEnding, townStem, townSuffix,
	townVowels, townsmen, townsmenDative, townsmenGenitive, townsmenInstrumental,
	townsmenPrepositional, unable, urgedTo, utterance, verbEnding, verbOfMany, verbal, verbalNoun,
	workforce,
	aboutSo, address, adjective, agent, amongst, arriving, attended, becoming, bounding, company, composing, conceded, conjunction, deed, feminine, finite,
	helping, imperfective, interval, joining, jointly, lasting, locating, manner, masculine, nominalised, occasion,
	ofNames, ordinal, organized, parties, participle, particle, perfective, postposition, preposition,
	presider, quantifier, rapporteur, room, saying, scheduled, spoken, subordinate, teamword, theme, themed, topical,
	topicalDative, townsman, verblike,

	pairing, ofNumber, conjoining, further, genitival, prepositional, datival, adjunct,
	oblique, temporal, eve, facing, framing, partitive, gathered, makeup, intending,
	planning, auxiliary, tensed, being, nonpast, pastPlural, progressive, prospective,
	foreseen, postverbal, postfinite, postparticiple, evidential, quoting, nobody,
	existential, pluperfect, band, indefinite, led, leadingIt, formed, hailing, thirdPerson,
	he, she, they, anaphoric, thither, proportion, circumstance, inviting, invited, atHead,
	instrumental, accusative, topicHead, possessed, partOf, rural, relational, coming,
	dayword, inMonth, ofMonth, stretch, ofYear, inYear, spanning, until, hour, marking,
	masculineEnd, context, falling, goingOut, attendees, premises, exemplifying, relative,
	since, between, reception, self, question, thousand, continuing,
}

// wordClasses are the classes of words of a language.
type wordClasses map[wordClass]*wordForms

// wordForms are the words of a class, whole or known by an end.
type wordForms struct {
	words      map[string]bool
	list       []string // the words, in their order
	beginnings []string
	endings    []string  // in the order of the file, the likelier first
	lasts      [256]bool // the bytes that end one of the endings: most words end in another
}

// few is how many words are sooner compared than looked up.
const few = 8

// whole reports whether a word is one of the whole words.
func (f *wordForms) whole(word string) bool {
	if len(f.list) <= few {
		return slices.Contains(f.list, word)
	}
	return f.words[word]
}

// readWordClasses reads the file of each language folder. A class that no rule asks for
// is an error.
func readWordClasses(rules fs.FS) (map[civic.Language]wordClasses, error) {
	all := map[civic.Language]wordClasses{}
	for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
		all[lang] = wordClasses{}
		if err := eachLine(rules, string(lang)+"/wordclasses.txt", all[lang].add); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// add reads a line «CLASS: word begin- -end».
func (c wordClasses) add(line string) error {
	line, _, _ = strings.Cut(line, "#")
	name, words, ok := strings.Cut(line, ":")
	class := wordClass(strings.TrimSpace(name))
	switch {
	case class == "" && !ok:
		return nil
	case !ok || !slices.Contains(wordClassNames, class):
		return fmt.Errorf("no class of words %q", strings.TrimSpace(line))
	case c[class] == nil:
		c[class] = &wordForms{words: map[string]bool{}}
	}
	for word := range strings.FieldsSeq(foldWord(words)) {
		c[class].add(word)
	}
	return nil
}

func (f *wordForms) add(word string) {
	if ending, ok := strings.CutPrefix(word, "-"); ok && ending != "" {
		f.endings = append(f.endings, ending)
		f.lasts[ending[len(ending)-1]] = true
		return
	}
	if beginning, ok := strings.CutSuffix(word, "-"); ok && beginning != "" {
		f.beginnings = append(f.beginnings, beginning)
		return
	}
	f.words[word] = true
	f.list = append(f.list, word)
}

// minStem is how many letters a word has before an ending.
const minStem = 2

// has reports whether a word, in lower case, is of a class.
func (c wordClasses) has(class wordClass, word string) bool {
	forms := c[class]
	return forms != nil && forms.has(word)
}

// has reports whether a word is one of the forms.
func (f *wordForms) has(word string) bool {
	if f.whole(word) {
		return true
	}
	for _, beginning := range f.beginnings {
		if strings.HasPrefix(word, beginning) {
			return true
		}
	}
	_, _, ok := f.cut(word)
	return ok
}

// cut takes the first ending of a class that a word has off it.
func (c wordClasses) cut(class wordClass, word string) (stem, ending string, ok bool) {
	forms := c[class]
	if forms == nil {
		return "", "", false
	}
	return forms.cut(word)
}

// cut takes the first ending that a word has off it.
func (f *wordForms) cut(word string) (stem, ending string, ok bool) {
	if word == "" || !f.lasts[word[len(word)-1]] {
		return "", "", false
	}
	for _, ending := range f.endings {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(stem) >= minStem {
			return stem, ending, true
		}
	}
	return "", "", false
}

// stems are what a word has before each of the endings of a class that it has.
func (c wordClasses) stems(class wordClass, word string) []string {
	forms := c[class]
	if forms == nil {
		return nil
	}
	var found []string
	for _, ending := range forms.endings {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(stem) > minStem {
			found = append(found, stem)
		}
	}
	return found
}

// words are the whole words of a class.
func (c wordClasses) words(class wordClass) []string {
	if forms := c[class]; forms != nil {
		return forms.list
	}
	return nil
}

// first is the first of the whole words of a class, the one that names are made with.
func (c wordClasses) first(class wordClass) string {
	if words := c.words(class); len(words) > 0 {
		return words[0]
	}
	return ""
}

// in reports whether token i is a word of a class of the sentence's language.
func (s *sentence) in(i int, class wordClass) bool {
	return s.isWord(i) && s.classes().has(class, s.tokens[i].low)
}

// classes are those of the sentence's language.
func (s *sentence) classes() wordClasses {
	if s.own == nil {
		s.own = s.words.vocabulary.classes[s.lang]
	}
	return s.own
}

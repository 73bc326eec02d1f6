package kaz

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// VerbKind says what a verb form does in its clause.
type VerbKind string

// The kinds of verb form. Kazakh verbs close their clause; a participle in front
// of a noun closes a clause that describes the noun.
const (
	VerbPast        VerbKind = "PAST"        // өтті, прошла
	VerbPerfect     VerbKind = "PERFECT"     // өткен: finite at the end of a sentence, else a participle
	VerbFuture      VerbKind = "FUTURE"      // өтеді, пройдёт: present or future
	VerbIntent      VerbKind = "INTENT"      // өтпек: means to
	VerbConverb     VerbKind = "CONVERB"     // өтіп, встретившись: another verb follows
	VerbConditional VerbKind = "CONDITIONAL" // өтсе
	VerbParticiple  VerbKind = "PARTICIPLE"  // өтетін, проходящая
	VerbNoun        VerbKind = "NOUN"        // өту, өткені, өтетінін; in Russian the infinitive
	VerbPassive     VerbKind = "PASSIVE"     // short passive participles of Russian: отменено
)

// VerbForm is what the ending of a verb says.
type VerbForm struct {
	Kind    VerbKind
	Negated bool // by the ending: өтпеді
}

// kazakhEndings are the endings after a stem or its negation, by kind. A dot at
// the end lets further endings of nouns follow.
var kazakhEndings = []struct {
	kind    VerbKind
	endings []string
}{
	{VerbPast, strings.Fields("ды ді ты ті дым дім тым тім дың дің тың тің дық дік тық тік дыңыз діңіз тыңыз тіңіз ыпты іпті пты пті")},
	{VerbPerfect, strings.Fields("ған ген қан кен ғанмын генмін ғанбыз генбіз")},
	{VerbParticiple, strings.Fields("атын етін йтын йтін")},
	{VerbNoun, strings.Fields("ған. ген. қан. кен. атын. етін. йтын. йтін. у.")},
	{VerbFuture, strings.Fields("ады еді йды йді амын емін ймын ймін амыз еміз ймыз йміз асыз есіз йсыз йсіз ар ер р айық ейік йық йік сын сін")},
	{VerbIntent, strings.Fields("мақ мек бақ бек пақ пек мақшы мекші бақшы бекші пақшы пекші")},
	{VerbConverb, strings.Fields("ып іп п а е й")},
	{VerbConditional, strings.Fields("са се сам сем сақ сек саңыз сеңіз")},
}

var kazakhNegations = strings.Fields("ма ме ба бе па пе")

// KazakhVerb reads a word as a form of the verb with the given stem, both in
// lower case: KazakhVerb("өт", "өтпеді") is a negated past. ok is false if the
// word is no form of it.
func KazakhVerb(stem, word string) (form VerbForm, ok bool) {
	rest, ok := afterStem(stem, word)
	if !ok {
		return VerbForm{}, false
	}
	if kind, ok := kazakhEnding(rest); ok {
		return VerbForm{Kind: kind}, true
	}
	for _, negation := range kazakhNegations {
		if after, ok := strings.CutPrefix(rest, negation); ok {
			if after == "с" { // the negative aorist: болмас
				return VerbForm{VerbFuture, true}, true
			}
			if kind, ok := kazakhEnding(after); ok {
				return VerbForm{kind, true}, true
			}
		}
	}
	return VerbForm{}, false
}

// afterStem is what follows a stem, whose last consonant may be voiced before a
// vowel: жолық, жолығып.
func afterStem(stem, word string) (string, bool) {
	if rest, ok := strings.CutPrefix(word, stem); ok {
		return rest, rest != ""
	}
	last, size := utf8.DecodeLastRuneInString(stem)
	voiced := map[rune]string{'қ': "ғ", 'к': "г", 'п': "б"}[last]
	if voiced == "" {
		return "", false
	}
	rest, ok := strings.CutPrefix(word, stem[:len(stem)-size]+voiced)
	return rest, ok && rest != "" && strings.ContainsRune("ыіаеу", firstRune(rest))
}

func kazakhEnding(rest string) (VerbKind, bool) {
	for _, group := range kazakhEndings {
		for _, ending := range group.endings {
			open, isOpen := strings.CutSuffix(ending, ".")
			if rest == open || isOpen && strings.HasPrefix(rest, open) && !isAgent(rest) {
				return group.kind, true
			}
		}
	}
	return "", false
}

// isAgent tells the doer from the deed: қатысушы is who takes part.
func isAgent(rest string) bool {
	return strings.HasPrefix(rest, "ушы") || strings.HasPrefix(rest, "уші")
}

var russianEndings = []struct {
	kind    VerbKind
	endings []string
}{
	{VerbPast, strings.Fields("л ла ло ли ел")},
	{VerbFuture, strings.Fields("у ю ет ит ем им ете ите ут ют ат ят")},
	{VerbNoun, strings.Fields("ть ти чь и")},
	{VerbPassive, strings.Fields("н на но ны ен ена ено ены т та то ты")},
	{VerbConverb, strings.Fields("в вши я а")},
	{VerbParticiple, strings.Fields("вш. ш. нн. енн. щ. ющ. ущ. ащ. ящ. т. ем. им.")},
}

// pastEndings follow a stem that is a past already: вел, вела.
var pastEndings = []string{"", "а", "ась", "и", "ись", "о", "ось", "ся"}

// RussianVerb reads a word as a form of a verb with one of its stems, all in lower
// case with ё as е: RussianVerb("прове", "провели") is a past. The reflexive
// ending is ignored.
func RussianVerb(stem, word string) (VerbForm, bool) {
	rest, ok := strings.CutPrefix(word, stem)
	if ok && strings.HasSuffix(stem, "л") {
		_, past := slices.BinarySearch(pastEndings, rest)
		return VerbForm{Kind: VerbPast}, past
	}
	if !ok || rest == "" {
		return VerbForm{}, false
	}
	for _, reflexive := range []string{"ся", "сь"} {
		rest = strings.TrimSuffix(rest, reflexive)
	}
	for _, group := range russianEndings {
		for _, ending := range group.endings {
			open, isOpen := strings.CutSuffix(ending, ".")
			if rest == open || isOpen && strings.HasPrefix(rest, open) && isAdjectiveEnding(rest[len(open):]) {
				return VerbForm{Kind: group.kind}, true
			}
		}
	}
	return VerbForm{}, false
}

var adjectiveEndings = strings.Fields("ий ый ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ей ых их ыми ими")

func isAdjectiveEnding(s string) bool {
	for _, ending := range adjectiveEndings {
		if s == ending {
			return true
		}
	}
	return false
}

package extract

import (
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// verbClass is what a verb says of an event; rules/kk/verbs.txt explains each.
type verbClass string

// The classes of verbs.
const (
	meets     verbClass = "MEET"
	receives  verbClass = "RECEIVE"
	gathers   verbClass = "GATHER"
	convenes  verbClass = "CONVENE"
	holds     verbClass = "HOLD"
	happens   verbClass = "HAPPEN"
	chairs    verbClass = "CHAIR"
	opens     verbClass = "OPEN"
	attends   verbClass = "ATTEND"
	travels   verbClass = "TRAVEL"
	tours     verbClass = "TOUR"
	stays     verbClass = "STAY"
	works     verbClass = "WORK"
	troubles  verbClass = "TROUBLE"
	discusses verbClass = "DISCUSS"
	treated   verbClass = "TREATED"
	concerns  verbClass = "CONCERN"
	occupies  verbClass = "OCCUPY"
	says      verbClass = "SAY"
	urges     verbClass = "URGE"
	presents  verbClass = "PRESENT"
	joins     verbClass = "JOIN"
	hosts     verbClass = "HOST"
	reports   verbClass = "REPORT"
	cancels   verbClass = "CANCEL"
	sites     verbClass = "SITE"
	hears     verbClass = "HEAR"
	plans     verbClass = "PLAN"

	accompanies verbClass = "ACCOMPANY"
	explains    verbClass = "EXPLAIN"
	yields      verbClass = "YIELD"
	complains   verbClass = "COMPLAIN"
	dwells      verbClass = "DWELL"
	adopts      verbClass = "ADOPT"
	sees        verbClass = "SEE"
	unites      verbClass = "UNITE"
	awards      verbClass = "AWARD"
	speaksAbout verbClass = "SPEAKABOUT"
	utters      verbClass = "UTTER" // introduces direct speech alone
	modal       verbClass = "MODAL" // «пришлось»: says nothing of an event itself
)

// verb is a verb or a phrase that ends in one.
type verb struct {
	before []string // words in front of it: «пікір» of «пікір алыс»
	stem   string
	with   string // stem of a word that stands near it: «участи» of «приня + участи»
	behind string // a word that stands before it, however far: «сөз» of «беріл < сөз»
	class  verbClass
}

// verbList holds the verbs of each language.
type verbList map[civic.Language]verbTable

// verbTable holds verbs by the first letters of their stems.
type verbTable map[string][]verb

// stemKey is the number of letters by which verbs are looked up.
const stemKey = 2

func readVerbs(rules fs.FS) (verbList, error) {
	return eachLanguage(rules, "verbs.txt", verbTable.add)
}

// add reads a line «phrase, phrase + word = CLASS», with «< word» for a word that may
// stand farther off; a stem with «~» behind it is that of the reflexive verb alone.
func (t verbTable) add(line string) error {
	line, _, _ = strings.Cut(line, "#")
	phrases, class, _ := strings.Cut(line, "=")
	phrases, behind, _ := strings.Cut(foldWord(phrases), "<")
	phrases, with, _ := strings.Cut(phrases, "+")
	for phrase := range strings.SplitSeq(phrases, ",") {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			continue
		}
		last := len(words) - 1
		key := firstLetters(words[last])
		t[key] = append(t[key], verb{words[:last], words[last], strings.TrimSpace(with), strings.TrimSpace(behind), verbClass(strings.TrimSpace(class))})
	}
	return nil
}

func firstLetters(word string) string {
	n := 0
	for range stemKey {
		_, size := utf8.DecodeRuneInString(word[n:])
		n += size
	}
	return word[:n]
}

// predicate is a verb in a sentence, with the helping verbs after it.
type predicate struct {
	first, last int // tokens
	classes     []verbClass
	kind        kaz.VerbKind // of the last helping verb
	stem        string       // of the verb: «кездес»
	negated     bool
	planned     bool // yet to happen
	relative    bool // describes the noun that follows
}

// is reports whether the predicate has one of the classes.
func (p predicate) is(classes ...verbClass) bool {
	return slices.ContainsFunc(classes, func(c verbClass) bool { return slices.Contains(p.classes, c) })
}

// predicates finds the verbs of a sentence in reading order, those that rules know
// and those that only close a clause. Tokens that mute names are passed over.
func (l verbList) predicates(s *sentence, mute []bool) []predicate {
	var found []predicate
	for i := 0; i < len(s.tokens); i++ {
		if mute[i] || s.tokens[i].Kind != kaz.Word {
			continue
		}
		p, ok := l.known(s, i)
		if !ok {
			p, ok = clauseEnd(s, i)
		}
		if member, is := membership(s, i); is {
			p, ok = member, true
		}
		if s.in(i, opining) && s.in(i-1, calledSo) && s.lang == civic.Kazakh { // «… деген пікірде»
			p, ok = predicate{first: i - 1, last: i, classes: []verbClass{says}, kind: kaz.VerbPerfect}, true
		}
		if !ok || s.lang == civic.Russian && s.in(i, conjunction) {
			continue // «хотя» is no form of «хотеть»
		}
		p = l.helped(s, p)
		if p.kind == kaz.VerbNoun && !modalNoun(s, i) && s.lang == civic.Kazakh || s.lang == civic.Kazakh && !p.is(says, urges) && !p.closes(s) {
			continue
		}
		if n := len(found); n > 0 && p.first <= found[n-1].first {
			found = found[:n-1] // «қосылып» of «қосылып өткізді»
		}
		found = append(found, p)
		i = p.last
	}
	if s.lang == civic.Russian {
		found = intended(found, s)
	}
	return found
}

// membership reads a Kazakh «бар», «болды» that makes a clause one of what something is
// made up of, or of who was there: «құрамында X пен Y бар», «қонақтар арасында X бар».
func membership(s *sentence, i int) (predicate, bool) {
	switch {
	case s.lang != civic.Kazakh || !s.in(i, joining):
		return predicate{}, false
	case composed(s, i):
		return predicate{first: i, last: i, classes: []verbClass{joins}, kind: kaz.VerbPerfect}, true
	case s.in(i, existential) && s.among(i-farOff, i):
		return predicate{first: i, last: i, classes: []verbClass{attends}, kind: kaz.VerbPast}, true
	}
	return predicate{}, false
}

// among reports whether the tokens from first up to i hold a word by which somebody is
// one of many: «қонақтар арасында», «олардың ішінде».
func (s *sentence) among(first, i int) bool {
	for j := max(0, first); j < i; j++ {
		if s.in(j, amongst) || s.in(j, partitive) && s.in(j-1, gathered) {
			return true
		}
	}
	return false
}

// composed reports whether token i ends a clause about what something is made up of:
// «құрамында X пен Y бар».
func composed(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j > i-composition; j-- {
		if s.in(j, makeup) {
			return true
		}
	}
	return false
}

// composition is the number of tokens within which «құрамында» governs its verb.
const composition = 60

// intended makes plans of what somebody is said to mean to do: «планируют посетить».
func intended(found []predicate, s *sentence) []predicate {
	var kept []predicate
	classes := s.classes()
	for i, p := range found {
		if s.in(p.first-1, obliged) && classes.has(copula, p.stem) {
			if i+1 < len(found) && found[i+1].kind == kaz.VerbNoun && found[i+1].first <= p.last+2 {
				found[i+1].planned, found[i+1].negated = p.planned, !p.planned // «концерт, который должен был пройти»
			}
			continue
		}
		if (p.is(plans) || classes.has(intending, p.stem)) && i+1 < len(found) && found[i+1].kind == kaz.VerbNoun && found[i+1].first == p.last+1 {
			found[i+1].planned, found[i+1].negated = true, found[i+1].negated || p.negated
			continue
		}
		if n := len(kept); n > 0 && kept[n-1].future(p, classes) {
			infinitive := kept[n-1]
			if p.kind == kaz.VerbNoun {
				infinitive = p
			}
			infinitive.first, infinitive.last = kept[n-1].first, p.last
			infinitive.kind, infinitive.planned, infinitive.negated = kaz.VerbFuture, true, p.negated || kept[n-1].negated
			kept[n-1] = infinitive
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// future reports whether a predicate and the next are «будут» and an infinitive, or the
// other way round: «обсуждать будут».
func (p predicate) future(next predicate, classes wordClasses) bool {
	if next.first > p.last+2 {
		return false
	}
	return classes.has(auxiliary, p.stem) && next.kind == kaz.VerbNoun || classes.has(auxiliary, next.stem) && p.kind == kaz.VerbNoun
}

// known reads token i, if there is one, as a form of verbs of the list; the longest
// phrases win.
func (l verbList) known(s *sentence, i int) (predicate, bool) {
	if i < 0 || i >= len(s.tokens) {
		return predicate{}, false
	}
	word := s.tokens[i].low
	best := predicate{first: i, last: i}
	longest := -1
	for _, v := range l[s.lang][firstLetters(word)] {
		stem, middle := strings.CutSuffix(v.stem, "~")
		form, ok := verbForm(s.lang, stem, word)
		ok = ok && !(form.Kind == kaz.VerbPassive && s.classes().has(nonpast, word)) // «выступит», «состоятся» are yet to happen
		ok = ok && (!middle || s.classes().has(reflexive, word))
		if !ok || !follows(s, i, v.before) || v.with != "" && !near(s, i, v.with) || v.behind != "" && !behindWord(s, i, v.behind) {
			continue
		}
		rank := 10*len(v.before) + 5*min(len(v.with)+len(v.behind), 1)
		if middle {
			rank += 3
		}
		if rank > longest || rank == longest && len(v.stem) > len(best.stem) && !slices.Contains(best.classes, v.class) && v.stem != best.stem {
			best = predicate{first: i - len(v.before), last: i, stem: v.stem}
			longest = rank
		}
		if rank == longest && v.stem == best.stem {
			best.classes = append(best.classes, v.class)
			best.kind, best.negated = form.Kind, form.Negated
		}
	}
	if s.lang == civic.Kazakh && best.kind == kaz.VerbNoun && s.in(i, progressive) && !best.is(plans) && s.is(i+1, ".", ",", "!") {
		best.kind = kaz.VerbPerfect // «қатысуда»: it goes on
	}
	if s.lang == civic.Kazakh && best.kind == kaz.VerbNoun && !modalNoun(s, i) {
		return predicate{}, false
	}
	return best, longest >= 0
}

// modalNoun reports whether the verbal noun at i is said to be possible or planned:
// «өтуі мүмкін».
func modalNoun(s *sentence, i int) bool {
	return s.in(i+1, prospective)
}

func verbForm(lang civic.Language, stem, word string) (kaz.VerbForm, bool) {
	if lang == civic.Russian {
		return kaz.RussianVerb(stem, word)
	}
	return kaz.KazakhVerb(stem, word)
}

func follows(s *sentence, i int, words []string) bool {
	for k, word := range words {
		if !s.is(i-len(words)+k, word) {
			return false
		}
	}
	return true
}

// behindWord reports whether a word, or with a hyphen behind it one that begins so,
// stands before token i with no verb that closes a clause in between: «сөз … X-ке берілді».
func behindWord(s *sentence, i int, stem string) bool {
	for j := i - 1; j >= max(0, i-farOff); j-- {
		if _, closed := clauseEnd(s, j); closed {
			return false
		}
		if beginning, open := strings.CutSuffix(stem, "-"); s.is(j, stem) || open && strings.HasPrefix(s.tokens[j].low, beginning) {
			return true
		}
	}
	return false
}

// farOff is the number of tokens within which a word can stand before its verb.
const farOff = 40

// near reports whether a word with the given stem stands within four tokens of i.
func near(s *sentence, i int, stem string) bool {
	for j := max(0, i-4); j < min(len(s.tokens), i+5); j++ {
		if j != i && strings.HasPrefix(s.tokens[j].low, stem) {
			return true
		}
	}
	return false
}

// closes reports whether a finite verb of Kazakh stands where a clause can end:
// «қатысты» before a noun is no verb but «concerning».
func (p predicate) closes(s *sentence) bool {
	if p.kind != kaz.VerbPast && p.kind != kaz.VerbFuture && p.kind != kaz.VerbIntent {
		return true
	}
	i := p.last + 1
	return i >= len(s.tokens) || s.tokens[i].Kind == kaz.Punct || s.in(i, postverbal) || s.in(i, postfinite) || p.planned && s.in(i, foreseen) || s.capital(i)
}

// helped adds to a predicate the helping verbs and negations that follow it.
func (l verbList) helped(s *sentence, p predicate) predicate {
	if s.lang == civic.Russian {
		return helpedRussian(s, p)
	}
	for p.kind == kaz.VerbConverb && s.isWord(p.last+1) && !p.relative {
		form, ok := helper(s, p.last+1)
		if !ok {
			break
		}
		if form.Kind == kaz.VerbNoun {
			return predicate{kind: kaz.VerbNoun}
		}
		p.last++
		p.kind, p.negated = form.Kind, p.negated || form.Negated
	}
	if p.kind == kaz.VerbParticiple && s.in(p.last+1, tensed) {
		p.kind = kaz.VerbFuture // «өтпейтін болды»
		p.last++
	}
	if s.in(p.last+1, negation) {
		p.negated = true
		p.last++
	}
	p.relative = (p.kind == kaz.VerbPerfect || p.kind == kaz.VerbParticiple) && describes(s, p.last+1)
	p.planned = p.kind == kaz.VerbFuture && !s.classes().has(quoting, p.stem) && !s.in(p.last+1, evidential) || p.kind == kaz.VerbIntent || p.kind == kaz.VerbNoun
	return p
}

// helper reads a helping verb at token i.
func helper(s *sentence, i int) (kaz.VerbForm, bool) {
	if s.in(i, lasting) {
		return kaz.VerbForm{Kind: kaz.VerbPerfect}, true
	}
	for _, stem := range s.classes().words(helping) {
		if form, ok := kaz.KazakhVerb(stem, s.tokens[i].low); ok {
			return form, true
		}
	}
	return kaz.VerbForm{}, false
}

// describes reports whether a participle before token i describes it: a noun
// follows, and not a mark or a word that only tells the time.
func describes(s *sentence, i int) bool {
	if i < len(s.tokens) && s.tokens[i].Kind == kaz.Punct {
		return closing[s.tokens[i].Text] != "" && s.tokens[i].Text != "("
	}
	return i < len(s.tokens) && !s.in(i, postverbal) && !s.in(i, postparticiple)
}

// helpedRussian marks what stands around a Russian verb: «не состоялась».
func helpedRussian(s *sentence, p predicate) predicate {
	p.negated = s.is(p.first-1, "не") || s.is(p.first-2, "не") && s.in(p.first-1, tensed)
	p.negated = p.negated || s.in(p.first-1, nobody) || p.kind == kaz.VerbPast && s.is(p.last-2, "не")
	stem, classes := strings.TrimSuffix(p.stem, "~"), s.classes()
	lasts := classes.has(imperfective, stem) && !classes.has(perfective, stem)
	p.planned = p.kind == kaz.VerbFuture && !lasts || s.in(p.first-1, auxiliary) || s.in(p.first-1, planning) || p.kind == kaz.VerbNoun && s.in(p.first-1, obliged)
	p.relative = p.kind == kaz.VerbParticiple
	return p
}

// clauseEnd reads token i as some verb that closes a clause.
func clauseEnd(s *sentence, i int) (predicate, bool) {
	word := s.tokens[i].low
	if s.lang == civic.Russian {
		return clauseEndRussian(s, i)
	}
	if i+1 < len(s.tokens) && !s.is(i+1, ",", ".", "!", "?", ";", ":", "–", "—", "-", "…") && !s.in(i+1, negation) && !s.in(i+1, pluperfect) {
		return predicate{}, false
	}
	stem, _, ok := s.classes().cut(finite, word)
	if !ok || startsUpper(s.tokens[i].Text) {
		return predicate{}, false
	}
	form, _ := kaz.KazakhVerb(stem, word)
	return predicate{first: i, last: i, kind: form.Kind, stem: stem, negated: form.Negated}, true
}

func clauseEndRussian(s *sentence, i int) (predicate, bool) {
	stem, _, ok := s.classes().cut(finite, s.tokens[i].low)
	if !ok || s.in(i, verblike) || startsUpper(s.tokens[i].Text) {
		return predicate{}, false
	}
	return predicate{first: i, last: i, kind: kaz.VerbPast, stem: stem}, true
}

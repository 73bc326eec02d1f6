package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// speech is the direct speech of a sentence: tokens of what was said, and of the
// words that say who said it.
type speech struct {
	first, last int // what was said, without quotes and dashes; none if last < first
	from, to    int // who said it
	dash        bool
}

func (q speech) covers(i int) bool { return q.first <= i && i <= q.last }
func (q speech) none() bool        { return q.last < q.first }

// directSpeech finds the direct speech of a sentence: «– …, – деді X», ««…», – деді
// X», «X айтты: «…»», ««…» деп атап өтті X».
func (s *sentence) directSpeech() speech {
	last := len(s.tokens) - 1
	none := speech{first: 0, last: -1}
	if s.is(0, "–", "—", "-") && last > 1 {
		if i := s.speechDash(2); i > 0 && i < last {
			return speech{1, i - 1, i + 1, last, true}
		}
		return speech{1, last, 0, -1, true}
	}
	for i := range s.tokens {
		pair := s.tokens[i].pair
		if pair <= i+3 && !(i == 0 && pair > i+1 && s.is(pair+1, ",") && s.is(pair+2, "–", "—", "-")) || closing[s.tokens[i].Text] == "" || s.is(i, "(", "[") {
			continue
		}
		switch {
		case i == 0 && (s.is(pair+1, ",", "–", "—", "-") || s.is(pair+1, "деп", "деді", "дейді")):
			return speech{1, pair - 1, pair + 1, last, false}
		case s.is(i-1, ":") && (pair >= last-1 || s.is(pair+1, ",", "–", "—", "-")):
			return speech{i + 1, pair - 1, 0, last, false}
		case s.is(pair+1, "деп", "деді", "дейді") && pair-i > 4:
			return speech{i + 1, pair - 1, 0, last, false}
		}
	}
	return none
}

// speechAt is the direct speech of sentence n. What a dash opens may last for several
// sentences, «– Учаске бітпеген. Бұл – жауапсыздық, – деді X», if one of them says whose it is.
func (a *account) speechAt(n int) speech {
	s := &a.d.sentences[n]
	spoken := s.directSpeech()
	if spoken.dash && spoken.to < spoken.from {
		a.speechFrom, a.speechTo = n, a.speechEnd(n)
	}
	if n <= a.speechFrom || n > a.speechTo || s.lang != civic.Kazakh {
		return spoken
	}
	if end := s.speechDash(1); end > 0 && n == a.speechTo {
		return speech{0, end - 1, end + 1, len(s.tokens) - 1, true}
	}
	return speech{0, len(s.tokens) - 1, 0, -1, true}
}

// speechEnd is the sentence of a paragraph that says who spoke the words which a dash
// opens in sentence n; n if none does.
func (a *account) speechEnd(n int) int {
	for i := n + 1; i < len(a.d.sentences) && i <= n+longSpeech && !a.newParagraph(i); i++ {
		s := &a.d.sentences[i]
		if end := s.speechDash(1); end > 0 && s.is(end+1, "деді", "дейді", "деп", "деген") {
			return i
		}
	}
	return n
}

// longSpeech is the number of sentences within which direct speech ends.
const longSpeech = 8

// speechDash is the token from i on where a dash ends direct speech: «…, – деді X»; or 0.
func (s *sentence) speechDash(i int) int {
	for ; i < len(s.tokens); i++ {
		if s.is(i, "–", "—", "-") && s.is(i-1, ",", "!", "?", "…", ".") {
			return i
		}
	}
	return 0
}

// statements draws what somebody is reported to have said in a sentence.
func (a *account) statements(p sentenceParts, clauses []clause, spoken speech) {
	switch {
	case p.s.title:
		a.headline(p, clauses)
	case !spoken.none():
		a.quoted(p, clauses, spoken)
	case a.bySource(p):
	case p.s.lang == civic.Russian:
		a.russianIndirect(p, clauses)
	default:
		for i, c := range clauses {
			a.indirect(p, clauses[:i], c)
		}
	}
}

// said is a statement before it becomes a referent.
type said struct {
	first, last int // tokens of what was said
	span        civic.Span
	speakers    []part
	anyone      bool // the last speaker, where none is named
	verb        string
	voice       string
	present     bool
}

// quoted reads who said the direct speech of a sentence.
func (a *account) quoted(p sentenceParts, clauses []clause, q speech) {
	out := said{first: q.first, last: q.last, voice: "REPORTED", span: a.whole(p)}
	for _, v := range p.predicates {
		if !q.covers(v.first) && v.is(says, urges, utters) && q.from <= v.first && v.first <= q.to || v.is(opens, presents) && q.from <= v.first && v.first <= q.to && out.verb == "" {
			out.verb = a.d.text(p.s.spanOf(v.first, v.last))
			out.present = q.dash && v.kind == kaz.VerbFuture
		}
	}
	if out.verb == "" {
		out.verb = a.verbOfSpeech(p, q)
	}
	if out.verb == "" {
		return
	}
	for _, t := range p.parts {
		words := t.kase == kaz.Gen && p.s.is(t.last+1, "сөзін", "сөзі", "пікірін", "пікірі", "ойын", "уәжін")
		if t.actor() && (t.kase == kaz.Nom || words) && q.from <= t.first && t.last <= q.to && !q.covers(t.first) {
			out.speakers = append(out.speakers, t)
		}
	}
	out.anyone = len(out.speakers) == 0 && !a.postBetween(p, q.from, q.to)
	for _, c := range clauses {
		if q.first > c.last && c.verb.is(urges) {
			if i := a.matter(p, c); i <= c.verb.last {
				out.first = i
			}
		}
	}
	a.state(p, out)
}

// postBetween reports whether a post or calling stands between two tokens: somebody is
// named by it, though the report may not let one tell who.
func (a *account) postBetween(p sentenceParts, first, last int) bool {
	for i := max(0, first); i <= last && i < len(p.s.tokens); i++ {
		if t, ok := a.titles.endingAt(p.s, i); ok && t.reading.kase == kaz.Nom && !t.reading.plural {
			return true
		}
	}
	return false
}

// verbOfSpeech is whatever verb follows direct speech behind «деп»: «…», – деп
// қынжылды.
func (a *account) verbOfSpeech(p sentenceParts, q speech) string {
	for i := max(q.from, q.last+1); i <= q.to && i < q.last+speechVerb; i++ {
		if !p.s.is(i, "деп") {
			continue
		}
		for _, v := range p.predicates {
			if v.first > i && v.first <= i+4 {
				return a.d.text(p.s.spanOf(i, v.last))
			}
		}
		if p.s.isWord(i+1) && !p.s.capital(i+1) {
			return a.d.text(p.s.spanOf(i, i+1))
		}
	}
	return ""
}

// speechVerb is the number of tokens behind direct speech within which its verb stands.
const speechVerb = 6

// whole is the span of a sentence without the mark that ends it.
func (a *account) whole(p sentenceParts) civic.Span {
	last := len(p.s.tokens) - 1
	if last > 0 && p.s.is(last, ".") {
		last--
	}
	return p.s.spanOf(0, last)
}

// bySource reads «X-тің айтуынша, …», «по словам X, …».
func (a *account) bySource(p sentenceParts) bool {
	for i := range p.s.tokens {
		if !p.s.isWord(i) || p.mute[i] {
			continue
		}
		first, last, ok := a.sourceAt(p, i)
		if !ok {
			continue
		}
		out := said{verb: a.d.text(p.s.spanOf(first, last)), voice: "REPORTED", span: a.whole(p), last: len(p.s.tokens) - 1}
		comma := last
		for _, q := range p.parts {
			kazakh := p.s.lang == civic.Kazakh && q.actor() && q.kase == kaz.Gen && q.last == first-1
			russian := p.s.lang == civic.Russian && q.actor() && q.first > last && !p.marked(last+1, q.first)
			if (kazakh || russian) && len(out.speakers) == 0 {
				out.speakers, comma = []part{q}, max(last, q.last)
			}
		}
		for comma < out.last && !p.s.is(comma, ",") {
			comma++
		}
		out.first, out.anyone = comma+1, len(out.speakers) == 0
		if len(out.speakers) == 0 && p.s.lang == civic.Russian && last > first {
			out.speakers = a.antecedent(p, last-1, first)
		}
		if out.first >= out.last || len(out.speakers) == 0 && !p.pronounBefore(first) && p.s.lang == civic.Kazakh {
			return false
		}
		a.state(p, out)
		return true
	}
	return false
}

// antecedent is whom the possessive pronoun at token i of a Russian source phrase
// stands for: the person named last before it in the sentence, else the last subject.
func (a *account) antecedent(p sentenceParts, i, before int) []part {
	other := map[bool]wordClass{p.s.is(i, "его"): feminine, p.s.is(i, "ее"): masculine}[true]
	if other == "" {
		return nil
	}
	var last []part
	for _, q := range p.parts {
		if q.is(civic.TypePerson) && q.last < before && !bears(p.s, q.mention, other) {
			q.capacity, last = "", []part{q}
		}
	}
	if last != nil {
		return last
	}
	return a.person(i, func(m *mention) bool { return !bears(p.s, m, other) })
}

// sourceWords is the number of words in the longest phrase of sources.txt.
const sourceWords = 3

// sourceAt finds a phrase of sources.txt at token i.
func (a *account) sourceAt(p sentenceParts, i int) (first, last int, ok bool) {
	text := ""
	for n := 0; n < sourceWords && i+n < len(p.s.tokens); n++ {
		text = strings.TrimSpace(text + " " + p.s.tokens[i+n].low)
		if a.sources.has(text) {
			first, last, ok = i, i+n, true
		}
	}
	return first, last, ok
}

// marked reports whether a comma stands between two tokens.
func (p sentenceParts) marked(first, last int) bool {
	for i := first; i < last; i++ {
		if p.s.is(i, ",") {
			return true
		}
	}
	return false
}

func (p sentenceParts) pronounBefore(i int) bool {
	return p.s.is(i-1, "оның", "олардың", "өзінің")
}

// indirect reads a Kazakh clause that is the object of a verb of saying: «… екенін
// айтты», «… беруге шақырды», «… деп мәлімдеді».
func (a *account) indirect(p sentenceParts, before []clause, c clause) {
	if !c.hasVerb || c.verb.planned || c.verb.negated {
		return
	}
	last := c.verb.first - 1
	opinion := p.s.is(last-1, "деген") && p.s.isWord(last) && c.verb.is(says, urges, discusses, presents)
	if !c.verb.is(says, urges, treated) && !opinion {
		return
	}
	first := a.saidFrom(p, before, c)
	if last < first || last == first && !c.verb.is(complains) {
		return
	}
	out := said{first: first, last: last, speakers: c.subjects, verb: a.d.text(p.s.spanOf(c.verb.first, c.verb.last)), voice: "REPORTED"}
	switch {
	case opinion: // «… керек деген ойын ортаға салды»
		out.last -= 2
	case c.verb.is(treated):
		if !p.s.in(last, nominalised) {
			return
		}
		out.voice, out.speakers = "PASSIVE", nil
	case p.s.is(last, "деп") && c.verb.is(says):
		out.last--
	case c.verb.stem == "түсіндір" && a.asks(p, first, last):
		return
	case c.verb.is(says) && p.s.in(last, nominalised):
	case c.verb.is(complains) && !c.verb.relative && !a.spokeBefore(before, c) && a.complaint(p, first, last):
		out.last = c.verb.last
	case c.verb.is(urges) && p.s.in(last, deed):
	default:
		return
	}
	out.span = p.s.spanOf(a.spanStart(c, first), c.verb.last)
	out.anyone = len(out.speakers) == 0 && out.voice != "PASSIVE"
	a.state(p, out)
}

// spokeBefore reports whether the same people are said to have spoken in the clauses
// before: «кітаптың кешігетінін айтып, бағаға шағымданды» is one statement.
func (a *account) spokeBefore(before []clause, c clause) bool {
	return slices.ContainsFunc(before, func(b clause) bool {
		return b.verb.is(says) && !b.verb.relative && len(b.subjects) > 0 && len(c.subjects) > 0 && b.subjects[0].first == c.subjects[0].first
	})
}

// complaint reports whether the words before a verb of complaint are what is complained
// of: «жолдың күйіне шағымданды», and not to whom.
func (a *account) complaint(p sentenceParts, first, last int) bool {
	r := p.s.readings(last)[0]
	_, person := a.groups.endingAt(p.s, last)
	return p.s.isWord(last) && first <= last && (r.kase == kaz.Dat || r.kase == kaz.Abl) && !person && !p.s.capital(last)
}

func (a *account) spanStart(c clause, first int) int {
	for _, q := range c.parts {
		if q.last < first && q.actor() && q.kase == kaz.Nom {
			return q.first
		}
	}
	return first
}

// saidFrom is the token at which the clause that was said begins: behind the
// subject and the event, or behind the verb before it.
func (a *account) saidFrom(p sentenceParts, before []clause, c clause) int {
	first := 0
	for _, b := range before {
		if b.hasVerb && !b.verb.relative && len(b.verb.classes) > 0 {
			first = b.verb.last + 1
		}
	}
	for _, b := range append(before, c) {
		for _, q := range b.parts {
			if q.first < first || q.last >= c.verb.first {
				continue
			}
			if q.event != nil && q.event.context(p.s) {
				first = q.last + 2
			} else if q.event != nil && q.kase == kaz.Loc || q.actor() && q.kase == kaz.Nom && containsPart(c.subjects, q) {
				first = q.last + 1
			}
		}
	}
	for first < c.verb.first && (!p.s.isWord(first) && p.s.tokens[first].pair < 0 || p.s.is(first, "да", "де", "болса", "ал", "сондай-ақ", "сонымен", "қатар", "еді", "бірақ", "алайда")) {
		first++
	}
	return first
}

func containsPart(parts []part, q part) bool {
	for _, p := range parts {
		if p.first == q.first && p.last == q.last {
			return true
		}
	}
	return false
}

// russianIndirect reads «X сказал, что …», «X предложил …», «X доложил: …», one for each
// who speaks: «X предложил …, а Y напомнил, что …».
func (a *account) russianIndirect(p sentenceParts, clauses []clause) {
	end := len(p.s.tokens) - 1
	if p.s.is(end, ".") {
		end--
	}
	for i := 0; i < len(clauses); {
		next := p.nextVoice(clauses, i+1)
		last := end
		if next < len(clauses) {
			last = clauses[next].first - 1
		}
		for k := i; k < next; k++ {
			if out, ok := a.reported(p, clauses, k, last); ok {
				a.stateEach(p, out, clauses[k].verb.last, last)
				break
			}
		}
		i = next
	}
}

// stateEach records what was said, and behind a dash that stands for the verb what
// somebody else said: «X предложил страховать, Y — сначала подсчитать».
func (a *account) stateEach(p sentenceParts, out said, verb, end int) {
	for _, q := range p.parts {
		if q.is(civic.TypePerson) && q.kase == kaz.Nom && q.first > verb+1 && q.last < end-1 && p.s.is(q.first-1, ",", "а") && p.s.is(q.last+1, "—", "–") {
			other := out
			other.first, other.last, other.speakers = q.last+2, end, []part{q}
			out.last = q.first - 2
			defer a.state(p, other)
			break
		}
	}
	if out.last > out.first {
		a.state(p, out)
	}
}

// nextVoice is the clause from i on in which somebody else begins to speak, or the number
// of clauses.
func (p sentenceParts) nextVoice(clauses []clause, i int) int {
	for ; i < len(clauses); i++ {
		c := clauses[i]
		apart := p.s.is(c.first, "а") || p.s.is(c.first-1, ";")
		if apart && c.verb.is(says, urges) && len(p.nominatives(c.parts)) > 0 {
			return i
		}
	}
	return i
}

// reported reads what the clause at index i says that somebody said, up to token end.
func (a *account) reported(p sentenceParts, clauses []clause, i, end int) (said, bool) {
	c := clauses[i]
	if !c.hasVerb || c.verb.relative || c.verb.negated && !c.verb.is(urges) {
		return said{}, false
	}
	out := said{speakers: c.subjects, verb: a.d.text(p.s.spanOf(c.verb.first, c.verb.last)), voice: "REPORTED", span: a.whole(p)}
	if body := p.speaksFor(c); body != nil {
		out.speakers, out.present = []part{*body}, true
	}
	switch {
	case c.verb.is(says, urges, opens) && i+1 < len(clauses) && p.s.is(clauses[i+1].first, "что", "чтобы"):
		out.first, out.last = clauses[i+1].first+1, end
	case c.verb.is(says) && i+1 < len(clauses) && p.s.is(clauses[i+1].first, "когда", "где", "как", "куда", "почему", "сколько", "зачем", "кто") || c.verb.is(says) && i+1 < len(clauses) && p.s.is(clauses[i+1].first+1, "ли"):
		out.first, out.last = clauses[i+1].first, end
	case c.verb.is(says) && p.s.is(c.last, ":"):
		out.first, out.last = c.last+1, end
	case c.verb.is(says) && c.verb.last < c.last && infinitive(p.s, c.verb.last+1):
		out.first, out.last = c.verb.last+1, min(c.last, end)
	case c.verb.is(urges) && c.verb.last < c.last && a.urged(p, c):
		out.first, out.last = c.verb.last+1, min(c.last, end)
	}
	return out, out.last > out.first && len(out.speakers) > 0
}

// speaksFor is the body in which somebody unnamed says something: «в акимате
// уточнили, что …».
func (p sentenceParts) speaksFor(c clause) *part {
	verb := p.s.tokens[c.verb.last].low
	if len(p.nominatives(c.parts)) > 0 || !strings.HasSuffix(verb, "ли") && !strings.HasSuffix(verb, "ют") && !strings.HasSuffix(verb, "ят") {
		return nil
	}
	for i, q := range c.parts {
		if q.is(civic.TypeOrganization, civic.TypeCoalition) && p.s.is(q.first-1, "в", "во") {
			return &c.parts[i]
		}
	}
	return nil
}

// infinitive reports whether token i is a Russian infinitive: «направить».
func infinitive(s *sentence, i int) bool {
	if !s.isWord(i) || startsUpper(s.tokens[i].Text) {
		return false
	}
	word := strings.TrimSuffix(strings.TrimSuffix(s.tokens[i].low, "ся"), "сь")
	return (strings.HasSuffix(word, "ть") && !strings.HasSuffix(word, "сть") || strings.HasSuffix(word, "ти") && word != "почти" || strings.HasSuffix(word, "чь")) && utf8.RuneCountInString(word) > 3
}

// urged reports whether what follows a Russian verb of urging is what is to be done:
// «предложил открыть …», and not a thing asked for: «требовал переговоров».
func (a *account) urged(p sentenceParts, c clause) bool {
	for i := c.verb.last + 1; i <= min(c.last, c.verb.last+8); i++ {
		if infinitive(p.s, i) || p.s.is(i, "что", "чтобы") {
			return true
		}
	}
	return !p.s.isWord(c.verb.last+1) || p.s.is(c.verb.last+1, "к", "на", "о", "об", "от", "за")
}

// headline reads a title that lets somebody speak: «X: …», «…, считает X».
func (a *account) headline(p sentenceParts, clauses []clause) {
	last := len(p.s.tokens) - 1
	for _, q := range p.parts {
		if q.is(civic.TypePerson) && q.kase == kaz.Nom && p.s.is(q.last+1, ":") && (q.first == 0 || q.first == 1 && p.s.capital(0)) {
			a.state(p, said{first: q.last + 2, last: last, speakers: []part{q}, voice: "HEADLINE", span: a.whole(p)})
			return
		}
	}
	for _, q := range p.parts {
		if q.group != nil && q.kase == kaz.Nom && p.s.is(q.last+1, ":") && last > q.last+3 {
			a.state(p, said{first: q.last + 2, last: last, speakers: []part{q}, voice: "HEADLINE", span: a.whole(p)})
			return
		}
	}
	for i := len(p.predicates) - 1; i >= 0; i-- {
		v := p.predicates[i]
		if !v.is(says) || v.first < 3 || !p.s.is(v.first-1, ",", "–", "—") {
			continue
		}
		for _, q := range p.parts {
			if q.actor() && q.first > v.last {
				a.state(p, said{first: 0, last: v.first - 2, speakers: []part{q}, voice: "HEADLINE", verb: a.d.text(p.s.spanOf(v.first, v.last)), span: a.whole(p)})
				return
			}
		}
	}
	if a.attitude(p) {
		a.state(p, said{first: 0, last: last, voice: "HEADLINE", span: a.whole(p)})
	}
}

// attitude reports whether a title generalises about what people think.
func (a *account) attitude(p sentenceParts) bool {
	last := len(p.s.tokens) - 1
	if p.s.is(last, "?") {
		return false
	}
	for last > 0 && !p.s.isWord(last) {
		last--
	}
	for i := max(0, last-1); i <= last; i++ {
		if _, ok := a.attitudes.startingAt(p.s, i); ok || a.attitudes.has(p.s.tokens[i].low) {
			return true
		}
	}
	return false
}

// state records a statement, who made it and at which event.
func (a *account) state(p sentenceParts, q said) {
	for q.first < q.last && (p.s.is(q.first, ",", "–", "—", "-", ":") || p.s.is(q.first, "«", `"`, "“") && p.s.tokens[q.first].pair == q.last) {
		q.first++
	}
	for q.last > q.first && (p.s.is(q.last, ",", ".", "–", "—") || p.s.is(q.last, "»", `"`, "”") && p.s.tokens[q.last].pair < q.first) {
		q.last--
	}
	speakers := a.speakersOf(q)
	if q.voice == "PASSIVE" && a.voicesOf == a.paragraph {
		speakers = a.voices
	}
	if len(speakers) == 0 && q.voice == "REPORTED" {
		return
	}
	a.voices, a.voicesOf = speakers, a.paragraph
	words := p.s.spanOf(q.first, q.last)
	if from := a.speechFrom; p.n > from && p.n <= a.speechTo && from > 0 {
		opened := &a.d.sentences[from] // the dash and the words behind it
		words.Start, q.span.Start = opened.tokens[1].Start, opened.span.Start
	}
	text := a.d.text(words)
	r := a.d.addReferent(civic.Referent{
		Type: civic.TypeStatement, Names: []civic.Name{{Text: text, Language: p.s.lang, Kind: civic.NameFull}},
		Props: civic.Props{Text: text, Verb: q.verb, Voice: q.voice}, Mentions: []civic.Span{q.span}, Rule: "speech",
	})
	event := a.occasion(p, q)
	if p.absent(q) {
		event = nil
	}
	for _, s := range speakers {
		a.d.addClaim(civic.MadeBy, r, s.referent, civic.Claim{Basis: civic.Explicit, Evidence: evidence(q.span), Props: civic.EdgeProps{Capacity: s.capacity}, Rule: "speech"})
		if event != nil {
			a.speakAt(event, s, q.span)
		}
	}
	if event != nil {
		a.said = append(a.said, saidAt{r, event, q.span})
	}
}

// absent reports whether what somebody said is that he could not come: «келе алмайтынын».
func (p sentenceParts) absent(q said) bool {
	return q.last > 0 && strings.HasPrefix(p.s.tokens[q.last].low, "алма") && p.s.is(q.last-1, "келе", "бара", "қатыса", "жете", "үлгере")
}

// saidAt ties a statement to its event until the event has a referent.
type saidAt struct {
	statement int
	event     *happening
	span      civic.Span
}

// speakersOf are the referents that made a statement.
func (a *account) speakersOf(q said) []participation {
	var found []participation
	for _, t := range q.speakers {
		if r, ok := a.referentOf(t, nil); ok {
			found = append(found, participation{referent: r, capacity: t.capacity, capacityRaw: t.capacityRaw})
			if t.is(civic.TypePerson) {
				a.speaker = r
				a.persons = append(a.persons, t.mention)
			}
		}
	}
	if q.anyone && a.speaker >= 0 && len(found) == 0 {
		found = []participation{{referent: a.speaker}}
	}
	return found
}

// occasion is the event at which a statement was made, or nil where the report does
// not let one tell.
func (a *account) occasion(p sentenceParts, q said) *happening {
	if a.current == nil || a.general || a.current.typ != civic.TypeMeeting || a.current.planned || q.present || q.voice == "HEADLINE" || p.s.title {
		return nil
	}
	if a.current.parent != nil && a.told > 1 && a.current.paragraph < a.paragraph {
		return nil
	}
	return a.current
}

// speakAt makes a speaker of who said something at an event.
func (a *account) speakAt(h *happening, s participation, span civic.Span) {
	t := a.d.referents[s.referent].Type
	if t != civic.TypePerson && s.capacity == "" || t == civic.TypeGroup {
		return
	}
	s.role, s.basis, s.span = civic.RoleSpeaker, civic.Implied, span
	if h.parent != nil && a.visit != nil && a.visit.role(s.referent) == civic.RoleVisitor {
		s.role, s.spoke = civic.RoleVisitor, true
	}
	h.join(s)
}

package extract

import (
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

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
	other := p.s.excluded(i)
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

// excluded is the class of the names of those for whom the possessive pronoun at token i
// cannot stand: women's for «его»; "" for other words.
func (s *sentence) excluded(i int) wordClass {
	switch {
	case s.in(i, his):
		return feminine
	case s.in(i, her):
		return masculine
	}
	return ""
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
	return p.s.in(i-1, possessive)
}

// headline reads a title that lets somebody speak: «X: …», «…, считает X».
func (a *account) headline(p sentenceParts, clauses []clause) {
	last := len(p.s.tokens) - 1
	for _, q := range p.parts {
		if colon := p.s.behindApposition(q.last + 1); q.is(civic.TypePerson) && q.kase == kaz.Nom && colon > 0 && (q.first == 0 || q.first == 1 && p.s.capital(0)) {
			a.state(p, said{first: colon + 1, last: last, speakers: []part{q}, voice: "HEADLINE", span: a.whole(p)})
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

// behindApposition is the colon at token i, or behind what somebody is there said to be
// between commas: «X, дәрігер: …»; or 0.
func (s *sentence) behindApposition(i int) int {
	for end := i + longApposition; s.is(i, ",") || i > end-longApposition && i < end && s.isWord(i); {
		i++
	}
	if s.is(i, ":") {
		return i
	}
	return 0
}

// longApposition is the number of tokens within which an apposition in a title ends.
const longApposition = 10

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
		opened := a.d.sentences[from].tokens // the dash and the words behind it
		words.Start = opened[min(1, len(opened)-1)].Start
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
	return q.last > 0 && p.s.in(q.last, unable) && p.s.in(q.last-1, attending)
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

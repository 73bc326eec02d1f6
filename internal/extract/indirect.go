package extract

import (
	"slices"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// indirect reads a Kazakh clause that is the object of a verb of saying: «… екенін
// айтты», «… беруге шақырды», «… деп мәлімдеді».
func (a *account) indirect(p sentenceParts, before []clause, c clause) {
	last := c.verb.first - 1
	thought := p.s.in(last, quoting) && c.verb.is(says) // «… деп есептейді» is of now
	if !c.hasVerb || c.verb.planned && !thought || c.verb.negated {
		return
	}
	held := p.s.in(c.verb.first, calledSo) && p.s.in(c.verb.last, opining) // «… керек деген пікірде»
	opinion := p.s.in(last-1, calledSo) && p.s.isWord(last) && c.verb.is(says, urges, discusses, presents)
	if !c.verb.is(says, urges, treated) && !opinion {
		return
	}
	first := a.saidFrom(p, before, c)
	if last < first || last == first && !c.verb.is(complains) {
		return
	}
	out := said{first: first, last: last, speakers: c.subjects, verb: a.d.text(p.s.spanOf(c.verb.first, c.verb.last)), voice: "REPORTED"}
	switch {
	case held:
	case opinion: // «… керек деген ойын ортаға салды»
		out.last -= 2
	case c.verb.is(treated):
		if !p.s.in(last, nominalised) {
			return
		}
		out.voice, out.speakers = "PASSIVE", nil
	case p.s.in(last, quoting) && c.verb.is(says):
		out.last--
		if behind := p.voiceBehind(c.verb.last + 1); behind != nil {
			out.speakers = behind
		}
		if len(out.speakers) == 0 || p.s.is(last-1, ",") && !out.speakers[0].is(civic.TypePerson) || out.speakers[0].mention != nil && out.speakers[0].mention.kind == "MEDIA" {
			return // «…, деп хабарлайды агенттік» says whence the report is
		}
	case p.s.classes().has(explaining, c.verb.stem) && a.asks(p, first, last):
		return
	case c.verb.is(says) && p.s.in(last, nominalised):
	case c.verb.is(complains) && !c.verb.relative && !a.spokeBefore(before, c) && a.complaint(p, first, last):
		out.last = c.verb.last
	case c.verb.is(urges) && p.s.in(last, deed):
	case c.verb.is(urges) && p.s.in(last, calledTo) && !slices.ContainsFunc(p.parts, func(q part) bool { return q.last == last }):
		out.last = c.verb.last
	default:
		return
	}
	out.span = p.s.spanOf(a.spanStart(c, first), c.verb.last)
	out.anyone = len(out.speakers) == 0 && out.voice != "PASSIVE"
	for c.verb.is(says) && out.voice == "REPORTED" {
		other := p.nextShare(out)
		if other == nil {
			break
		}
		mine := out
		mine.last, mine.span = other.mine, p.s.spanOf(a.spanStart(c, first), other.mine)
		a.state(p, mine)
		out.first, out.speakers, out.anyone = other.who.last+1, []part{other.who}, false
		out.span = p.s.spanOf(other.who.first, c.verb.last)
		first = out.first
	}
	a.state(p, out)
}

// share is where what one person says before a verb ends and what another does begins.
type share struct {
	mine int // the last token of what the first says
	who  part
}

// nextShare finds the next person who says something before the same verb: «X …ғанын, ал Y
// …тынын айтты».
func (p sentenceParts) nextShare(out said) *share {
	for _, q := range p.parts {
		if !q.is(civic.TypePerson) || q.kase != kaz.Nom || q.first <= out.first+1 || q.last >= out.last {
			continue
		}
		for i := q.first - 1; i > out.first; i-- {
			if p.s.is(i, ",") && p.s.in(i-1, nominalised) {
				return &share{i - 1, q}
			}
			if !p.s.isWord(i) || i < q.first-longCalling {
				break
			}
		}
	}
	return nil
}

// longCalling is the number of words within which what somebody is called stands before
// the name.
const longCalling = 8

// voiceBehind is who stands behind the verb by which they say something, at token i:
// «… деп хабарлады басқарма».
func (p sentenceParts) voiceBehind(i int) []part {
	for _, q := range p.parts {
		if q.actor() && q.kase == kaz.Nom && q.first >= i && !p.marked(i, q.first) {
			return []part{q}
		}
	}
	return nil
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
		if b.hasVerb && !b.verb.relative && len(b.verb.classes) > 0 && !p.s.in(b.verb.last+1, quoting) && b.verb.last != c.verb.first-1 {
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
	for first < c.verb.first && (!p.s.isWord(first) && p.s.tokens[first].pair < 0 || p.s.in(first, enclitic) || p.s.in(first, connective)) {
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
	case c.verb.is(says, urges, opens) && i+1 < len(clauses) && p.s.in(clauses[i+1].first, complementizer):
		out.first, out.last = clauses[i+1].first+1, end
	case c.verb.is(says) && i+1 < len(clauses) && p.s.in(clauses[i+1].first, interrogative) || c.verb.is(says) && i+1 < len(clauses) && p.s.is(clauses[i+1].first+1, "ли"):
		out.first, out.last = clauses[i+1].first, end
	case c.verb.is(says) && p.s.is(c.last, ":"):
		out.first, out.last = c.last+1, end
	case c.verb.is(says) && c.verb.last < c.last && infinitive(p.s, c.verb.last+1):
		out.first, out.last = c.verb.last+1, min(c.last, end)
	case c.verb.is(urges) && c.verb.last < c.last && a.urged(p, c):
		out.first, out.last = c.verb.last+1, min(c.last, end)
	case c.verb.is(complains) && a.complainedOf(p, c):
		out.first, out.last = c.verb.first, min(c.last, end)
	}
	return out, out.last > out.first && len(out.speakers) > 0
}

// complainedOf reports whether it is said behind a Russian verb of complaint what that is
// about: «пожаловался акиму на дорогу».
func (a *account) complainedOf(p sentenceParts, c clause) bool {
	for i := c.verb.last + 1; i < c.last && i <= c.verb.last+complaintReach; i++ {
		if p.s.in(i, urgedTo) && p.s.isWord(i+1) && !p.s.capital(i+1) {
			return true
		}
	}
	return false
}

// complaintReach is the number of tokens behind a verb of complaint within which it stands
// what that is about.
const complaintReach = 5

// speaksFor is the body in which somebody unnamed says something: «в акимате
// уточнили, что …».
func (p sentenceParts) speaksFor(c clause) *part {
	if len(p.nominatives(c.parts)) > 0 || !p.s.in(c.verb.last, verbOfMany) {
		return nil
	}
	for i, q := range c.parts {
		if q.is(civic.TypeOrganization, civic.TypeCoalition) && p.s.in(q.first-1, inside) {
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
	word := s.tokens[i].low
	if verb, _, ok := s.classes().cut(reflexive, word); ok {
		word = verb
	}
	return s.classes().has(infinitival, word) && !s.classes().has(notInfinitival, word) && utf8.RuneCountInString(word) > 3
}

// urged reports whether what follows a Russian verb of urging is what is to be done:
// «предложил открыть …», and not a thing asked for: «требовал переговоров».
func (a *account) urged(p sentenceParts, c clause) bool {
	for i := c.verb.last + 1; i <= min(c.last, c.verb.last+8); i++ {
		if infinitive(p.s, i) || p.s.in(i, complementizer) {
			return true
		}
	}
	return !p.s.isWord(c.verb.last+1) || p.s.in(c.verb.last+1, urgedTo)
}

package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// speech is the direct speech of a sentence: tokens of what was said, and of the
// words that say who said it.
type speech struct {
	first, last int // what was said, without quotes and dashes; none if last < first
	from, to    int // who said it
	dash        bool
	again       int // where what was said goes on behind who said it; 0 if it does not
}

func (q speech) covers(i int) bool {
	return q.first <= i && i <= q.last || q.again > 0 && i >= q.again
}
func (q speech) none() bool { return q.last < q.first }

// directSpeech finds the direct speech of a sentence: «– …, – деді X», ««…», – деді
// X», «X айтты: «…»», ««…» деп атап өтті X».
func (s *sentence) directSpeech() speech {
	last := len(s.tokens) - 1
	none := speech{first: 0, last: -1}
	if s.is(0, "–", "—", "-") && last > 1 {
		if i := s.speechDash(2); i > 0 && i < last {
			if next := s.speechDash(i + 3); next > 0 && next < last && s.in(i+1, quotative) {
				return speech{1, i - 1, i + 1, next - 1, true, next + 1}
			}
			return speech{1, i - 1, i + 1, last, true, 0}
		}
		return speech{1, last, 0, -1, true, 0}
	}
	if from, to, ok := s.aside(0); ok {
		return speech{1, from - 2, from, to, false, to + 2}
	}
	for i := range s.tokens {
		pair := s.tokens[i].pair
		if pair <= i+3 && !(i == 0 && pair > i+1 && s.is(pair+1, ",") && s.is(pair+2, "–", "—", "-")) || closing[s.tokens[i].Text] == "" || s.is(i, "(", "[") {
			continue
		}
		switch {
		case i == 0 && (s.is(pair+1, ",", "–", "—", "-") || s.in(pair+1, quotative)):
			return speech{1, pair - 1, pair + 1, last, false, 0}
		case s.is(i-1, ":") && (pair >= last-1 || s.is(pair+1, ",", "–", "—", "-")):
			return speech{i + 1, pair - 1, 0, last, false, 0}
		case s.in(pair+1, quotative) && pair-i > 4:
			return speech{i + 1, pair - 1, 0, last, false, 0}
		}
	}
	return none
}

// aside finds the words by which direct speech that begins with the quote at token i is
// broken, between dashes, to say whose it is; in a quote that another sentence closes they
// last to the end of this one.
func (s *sentence) aside(i int) (from, to int, ok bool) {
	if i >= len(s.tokens) || !s.is(i, "«", `"`, "“") || s.tokens[i].pair >= 0 && s.tokens[i].pair < len(s.tokens)-2 {
		return 0, -1, false
	}
	dash := s.speechDash(i + 3)
	if dash == 0 || !s.in(dash+1, quotative) {
		return 0, -1, false
	}
	end := s.speechDash(dash + 3)
	if s.tokens[i].pair < 0 && end == 0 {
		return dash + 1, len(s.tokens) - 1, true
	}
	return dash + 1, end - 1, end > dash && s.tokens[i].pair > end
}

// speechAt is the direct speech of sentence n. What a dash opens may last for several
// sentences, «– Учаске бітпеген. Бұл – жауапсыздық, – деді X», if one of them says whose it is.
func (a *account) speechAt(n int) speech {
	s := &a.d.sentences[n]
	spoken := s.directSpeech()
	if spoken.dash && spoken.to < spoken.from && a.answers(n) {
		return speech{first: 0, last: -1}
	}
	if spoken.dash && spoken.to < spoken.from {
		a.speechFrom, a.speechTo = n, a.speechEnd(n)
	}
	if n <= a.speechFrom || n > a.speechTo || s.lang != civic.Kazakh {
		return spoken
	}
	if end := s.speechDash(1); end > 0 && n == a.speechTo {
		return speech{0, end - 1, end + 1, len(s.tokens) - 1, true, 0}
	}
	return speech{0, len(s.tokens) - 1, 0, -1, true, 0}
}

// speechEnd is the sentence of a paragraph that says who spoke the words which a dash
// opens in sentence n; n if none does.
func (a *account) speechEnd(n int) int {
	for i := n + 1; i < len(a.d.sentences) && i <= n+longSpeech && !a.newParagraph(i); i++ {
		s := &a.d.sentences[i]
		if end := s.speechDash(1); end > 0 {
			if v, ok := a.verbs.known(s, end+1); ok && v.is(says) {
				return i
			}
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
		words := t.kase == kaz.Gen && p.s.in(t.last+1, utterance)
		if t.actor() && (t.kase == kaz.Nom && !p.s.in(t.last+1, postposition) || words) && q.from <= t.first && t.last <= q.to && !q.covers(t.first) {
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

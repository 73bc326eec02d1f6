package extract

import "civicgraph/internal/civic"

// answers reports whether sentence n begins an answer in a Russian interview, the paragraph
// behind a question; what is told there is told by whoever is asked. It remembers who.
func (a *account) answers(n int) bool {
	if a.d.sentences[n].lang != civic.Russian || !a.newParagraph(n) || !a.question(n-1) {
		return false
	}
	if a.asked == nil && len(a.persons) > 0 {
		a.asked = a.persons[len(a.persons)-1]
	}
	a.answering = a.paragraph
	a.visit, a.day = nil, civic.Date{} // the next question leaves the trip of the last answer
	return true
}

// question reports whether a paragraph ends with sentence n that a dash opens and a question
// mark closes.
func (a *account) question(n int) bool {
	tokens := a.d.sentences[n].tokens
	if len(tokens) == 0 || !a.d.sentences[n].is(len(tokens)-1, "?") {
		return false
	}
	for i := n; i > 0 && i > n-longSpeech; i-- {
		if a.newParagraph(i) {
			return a.d.sentences[i].is(0, "–", "—", "-")
		}
	}
	return false
}

// oneself is whoever is asked, for whom a pronoun of the first person at token i of an
// answer stands.
func (a *account) oneself(s *sentence, i int) []part {
	if a.asked == nil || a.answering != a.paragraph || a.answering == 0 {
		return nil
	}
	return []part{{first: i, last: i, kase: s.readings(i)[0].kase, mention: a.asked}}
}

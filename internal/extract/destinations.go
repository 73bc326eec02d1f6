package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// destinations are the places to which, or in which, the verb says somebody was.
func (a *account) destinations(s *sentence, c clause) []part {
	want := kaz.Loc
	switch {
	case c.verb.is(tours):
		want = kaz.Acc
	case c.verb.is(travels):
		want = kaz.Dat
	}
	var found []part
	for _, q := range c.parts {
		ok := q.kase == want && !q.near
		if s.lang == civic.Russian {
			ok = c.verb.is(tours) && q.kase == kaz.Nom && (q.first > c.verb.last || len(c.subjects) > 0 && c.subjects[0].first > c.verb.last) && !s.in(q.first-1, preposition) || s.in(q.first-1, locative) || s.is(q.first-1, "по") || s.in(q.first-2, locative) || q.kase == kaz.Acc || ok || len(found) > 0 && s.is(q.first-1, ",", "и")
		}
		if ok && q.mention != nil && (q.is(civic.TypePlace) || a.goal(s, c, q)) && q.mention.referent >= 0 {
			found = append(found, q)
		}
	}
	if len(found) == 0 && s.lang == civic.Kazakh && want != kaz.Dat {
		found = a.through(s, c)
	}
	if len(found) == 0 && s.lang == civic.Russian && c.verb.is(tours) {
		found = a.sightsOf(s, c)
	}
	if len(found) == 0 && a.visit == nil && (c.verb.is(tours) || c.verb.is(stays, happens) && a.current == nil && c.sentence != 0) {
		found = toured(s, c)
	}
	return found
}

// goal reports whether a part is the body to whose seat, which lies in a place that is
// named, a Kazakh clause says that people are to go: «Талғардағы колледжге бармақ».
func (a *account) goal(s *sentence, c clause, q part) bool {
	return s.lang == civic.Kazakh && c.verb.is(travels) && c.verb.planned && q.is(civic.TypeOrganization) && q.capacity == "" && q.mention.near && q.mention.area != nil
}

// toured are the bodies whose seat was gone to see: «мектепті аралады», «посетил завод».
func toured(s *sentence, c clause) []part {
	var found []part
	for _, q := range c.parts {
		object := q.kase == kaz.Acc && c.verb.is(tours) || q.kase == kaz.Loc && c.verb.is(tours) != (s.lang == civic.Kazakh) || s.lang == civic.Russian && q.kase == kaz.Nom && q.first > c.verb.last
		if q.is(civic.TypeOrganization) && q.mention.referent >= 0 && q.capacity == "" && object {
			found = append(found, q)
		}
	}
	return found
}

// through are the areas whose bodies or villages are visited: «облыстың бірнеше
// ұжымында болды».
func (a *account) through(s *sentence, c clause) []part {
	var found []part
	for _, q := range c.parts {
		if q.is(civic.TypePlace) && q.kase == kaz.Gen && q.mention.referent >= 0 && q.last < c.verb.first-1 && s.isWord(c.verb.first-1) && !startsUpper(s.tokens[c.verb.first-1].Text) {
			if k := s.readings(c.verb.first - 1)[0].kase; k == kaz.Loc && c.verb.is(happens, stays, works) || k == kaz.Acc && c.verb.is(tours) {
				found = append(found, q)
			}
		}
	}
	return found
}

// sightsOf are the areas that Russian travellers saw something of: «объехали шесть дворов
// Абайского района».
func (a *account) sightsOf(s *sentence, c clause) []part {
	for _, q := range c.parts {
		if !q.is(civic.TypePlace) || q.mention.kind == "VENUE" || q.mention.referent < 0 || q.first <= c.verb.last+1 || q.first > c.verb.last+sightsReach || s.in(q.first-1, preposition) {
			continue
		}
		plain := true
		for i := c.verb.last + 1; i < q.first; i++ {
			plain = plain && (s.isWord(i) || s.tokens[i].Kind == kaz.Number) && !s.capital(i) && !s.in(i, preposition)
		}
		if plain {
			return []part{q}
		}
	}
	return nil
}

// sightsReach is the number of tokens behind a verb within which the area stands of which
// something was seen.
const sightsReach = 6

package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// gapped parts a Kazakh clause that tells of several meetings by one verb into a clause
// for each, all with its subjects and its time: «Сарқанда ардагерлермен, Лепсіде
// шаруалармен кездесті». Where there is but one it is the clause itself.
func (p sentenceParts) gapped(c clause) []clause {
	if p.s.lang != civic.Kazakh || !c.hasVerb || c.verb.relative || !c.verb.is(meets) {
		return []clause{c}
	}
	var found []clause
	first, from := c.first, 0
	for i := 1; i < len(c.parts); i++ {
		if at, ok := p.gap(c, i); ok {
			one := c
			one.first, one.last, one.parts = first, at, slices.Clone(c.parts[from:i])
			found = append(found, one)
			first, from = c.parts[i].first, i
		}
	}
	last := c
	last.first, last.parts = first, c.parts[from:]
	return append(found, last)
}

// gap is the last token of the meeting that ends before part i, if another begins with it:
// a party in the instrumental, a joint, a place, another party.
func (p sentenceParts) gap(c clause, i int) (last int, ok bool) {
	party, where := c.parts[i-1], c.parts[i]
	if !party.actor() || party.kase != kaz.Ins || where.kase != kaz.Loc || !where.is(civic.TypePlace, civic.TypeOrganization) || where.capacity != "" || where.near {
		return 0, false
	}
	between := where.first - party.last - 1
	joined := between <= 2 && (p.s.is(party.last+1, ",") || p.s.joint(party.last+1))
	before := slices.ContainsFunc(c.parts[:i-1], func(q part) bool { return q.mention != nil && q.kase == kaz.Loc })
	after := slices.ContainsFunc(c.parts[i+1:], func(q part) bool { return q.actor() && q.kase == kaz.Ins && q.last < c.verb.first })
	return party.last, joined && before && after
}

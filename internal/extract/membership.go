package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// membership reads who belongs to what: «құрамында X, Y бар топ», «кеңес құрамына X
// енді», «в состав совета вошли X и Y», «топты X бастап барды».
func (a *account) membership(p sentenceParts, c clause) {
	if c.verb.negated || c.verb.planned {
		return
	}
	if c.verb.is(travels, chairs) {
		a.leadsTeam(p, c)
		return
	}
	at := p.memberWord(c)
	if c.verb.is(joins) && at < 0 && p.s.lang == civic.Russian {
		a.joinsInto(p, c)
	}
	if !c.verb.is(joins) || at < 0 {
		return
	}
	body, ok := a.memberBody(p, c, at)
	if !ok {
		return
	}
	for _, q := range c.parts {
		if r, known := a.referentOf(q, nil); known && q.actor() && r != body && (q.first > at || q.kase == kaz.Nom) && (q.kase == kaz.Nom || q.first > at+1) {
			a.belongs(p, c, q, r, body)
		}
	}
}

// joinsInto reads «в коалицию входят X и Y», «штаб, входящий в коалицию», «коалиция, в
// которую вошли X и Y».
func (a *account) joinsInto(p sentenceParts, c clause) {
	into, members := c.described, c.subjects
	if !p.s.in(c.first, inside) && !p.s.in(c.first+1, inside) || !p.relativeStart(c.first) || c.verb.relative {
		into = nil
	}
	for i, q := range c.parts {
		if into == nil && q.is(civic.TypeCoalition, civic.TypeOrganization) && p.s.in(q.first-1, inside) {
			into = &c.parts[i]
		}
	}
	if c.verb.relative && c.described != nil {
		members = []part{*c.described}
	}
	if into == nil || !into.actor() || into.is(civic.TypePerson) {
		return
	}
	body, ok := a.referentOf(*into, nil)
	for _, q := range members {
		if r, known := a.referentOf(q, nil); ok && known && r != body && q.actor() && q.first != into.first {
			a.belongs(p, c, q, r, body)
		}
	}
}

// belongs records that a part of a clause is a member; who belongs to those who
// travel travels too.
func (a *account) belongs(p sentenceParts, c clause, q part, member, body int) {
	span := a.clauseSpan(p, c)
	a.d.addClaim(civic.MemberOf, member, body, civic.Claim{
		Basis: civic.Explicit, Evidence: evidence(span), Props: civic.EdgeProps{Capacity: q.capacity, CapacityRaw: q.capacityRaw}, Rule: "membership",
	})
	if a.visit != nil && a.visit.role(body) == civic.RoleVisitor && q.is(civic.TypePerson) {
		a.visit.join(participation{referent: member, role: civic.RoleVisitor, basis: civic.Implied, span: span})
	}
}

// memberWord is the token «құрамында», «құрамына», «состав» of a clause, or -1.
func (p sentenceParts) memberWord(c clause) int {
	for i := 0; i <= c.last; i++ {
		if i >= c.first-1 && p.s.in(i, makeup) || c.verb.relative && p.s.in(i, makeup) {
			return i
		}
	}
	return -1
}

// memberBody is what they belong to: the people that the clause describes, the body
// before «құрамына» or after «в состав», or the one spoken of last.
func (a *account) memberBody(p sentenceParts, c clause, at int) (int, bool) {
	if c.verb.relative && c.described != nil && c.described.actor() {
		return a.referentOf(*c.described, nil)
	}
	for _, q := range p.parts {
		if q.actor() && (p.s.lang == civic.Kazakh && q.last == at-1 || p.s.lang == civic.Russian && q.first == at+1) {
			return a.referentOf(q, nil)
		}
	}
	if !p.s.in(at-1, possessive) && (p.s.lang == civic.Kazakh || !p.s.in(at+1, possessive)) {
		return -1, false
	}
	if n := len(a.people.all); n > 0 && a.people.all[n-1].group.team() {
		return a.people.all[n-1].referent, true
	}
	if a.body != nil {
		return a.peek(*a.body)
	}
	return -1, false
}

// leadsTeam reads «топты X бастап барды»: who led a team on its way belongs to it.
func (a *account) leadsTeam(p sentenceParts, c clause) {
	for _, team := range c.parts {
		if team.group == nil || !team.group.team() || team.kase != kaz.Acc {
			continue
		}
		body, ok := a.referentOf(team, nil)
		for _, q := range c.subjects {
			r, known := a.peek(q)
			if !known || !q.is(civic.TypePerson) {
				continue
			}
			if ok && a.d.referents[body].Type == civic.TypeGroup {
				a.belongs(p, c, q, r, body)
			}
			if a.visit != nil {
				a.visit.join(participation{referent: r, role: civic.RoleVisitor, basis: civic.Explicit, span: a.clauseSpan(p, c)})
			}
		}
	}
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// standIns puts those in place of whom a pronoun or a bare word for several people
// stands: «ол», «олар», «депутаттар» for the deputies who travel.
func (a *account) standIns(p sentenceParts, spoken func(int) bool) []part {
	var parts []part
	for _, q := range p.parts {
		if people := a.travellers(q); len(people) > 0 {
			parts = append(parts, people...)
		} else if ours, ok := a.ofTheirs(p.s, q); ok {
			parts = append(parts, ours)
		} else if deputies, ok := a.deputies(p.s, q); ok {
			parts = append(parts, deputies)
		} else {
			parts = append(parts, q)
		}
	}
	for i := range p.s.tokens {
		if p.s.isWord(i) && !p.mute[i] && !spoken(i) {
			parts = append(parts, a.pronoun(p, i)...)
		}
	}
	slices.SortStableFunc(parts, func(x, y part) int { return x.last - y.last })
	return parts
}

// travellers are the persons on the trip at hand for whom a bare plural stands:
// those who hold a seat for «депутаттар».
func (a *account) travellers(q part) []part {
	trip := a.visit
	if trip == nil {
		trip = a.outing
	}
	if trip == nil || q.group == nil || !q.group.plain || q.group.count != nil || q.group.relation != "DEPUTIES" {
		return nil
	}
	var found []part
	seat := false
	for _, r := range trip.with(civic.RoleVisitor) {
		if m := a.d.mentionOf(r); m != nil && m.typ == civic.TypePerson {
			found = append(found, part{first: q.first, last: q.last, kase: q.kase, mention: m})
			seat = seat || slices.ContainsFunc(m.titles, func(t *title) bool { return strings.HasPrefix(t.rule, "SEAT") })
		}
	}
	if !seat {
		return nil
	}
	return found
}

// ofTheirs are the people of the body spoken of last, in a Russian sentence: «её
// представители», «его члены».
func (a *account) ofTheirs(s *sentence, q part) (part, bool) {
	if s.lang != civic.Russian || q.group == nil || !capacities[q.group.relation] || len(q.group.owners) > 0 || a.body == nil || !s.in(q.first-1, possessive) {
		return q, false
	}
	return part{first: q.first, last: q.last, kase: q.kase, mention: a.body.mention, capacity: q.group.relation, capacityRaw: a.d.text(s.spanOf(q.first, q.last)), count: q.count}, true
}

// deputies is the council whose deputies a bare plural stands for: the one that the
// event at hand is of.
func (a *account) deputies(s *sentence, q part) (part, bool) {
	if q.group == nil || !q.group.plain || q.group.count != nil || q.group.relation != "DEPUTIES" || a.current == nil {
		return q, false
	}
	for _, p := range a.current.participants {
		m := a.d.mentionOf(p.referent)
		if m != nil && (m.kind == "LOCAL_COUNCIL" || m.kind == "LEGISLATIVE_CHAMBER") && m.typ == civic.TypeOrganization {
			return part{first: q.first, last: q.last, kase: q.kase, mention: m, capacity: "DEPUTIES", capacityRaw: a.d.text(s.spanOf(q.first, q.last))}, true
		}
	}
	return q, false
}

// pronoun is whom a pronoun in the nominative at token i stands for.
func (a *account) pronoun(p sentenceParts, i int) []part {
	s := p.s
	switch {
	case s.in(i, possessive) && s.in(i+1, proportion):
		return a.those(i, i+1)
	case s.in(i, they):
		if people := a.companions(i); len(people) > 1 {
			return people
		}
		return a.those(i, i)
	case s.lang == civic.Kazakh && s.in(i, thirdPerson) && !s.in(i+1, circumstance):
		if who := p.namedAbove(i); who != nil {
			return who
		}
		return a.person(i, func(*mention) bool { return true })
	case s.in(i, firstPerson):
		return a.oneself(s, i)
	case s.in(i, she):
		return a.person(i, func(m *mention) bool { return !bears(s, m, masculine) })
	case s.in(i, he):
		return a.person(i, func(m *mention) bool { return !bears(s, m, feminine) })
	}
	return nil
}

// namedAbove is the person in the nominative whom the clause before the colon or semicolon
// that ends before token i is about: «X есеп берді: ол …».
func (p sentenceParts) namedAbove(i int) []part {
	if !p.s.is(i-1, ":", ";") {
		return nil
	}
	for _, q := range slices.Backward(p.parts) {
		if q.is(civic.TypePerson) && q.kase == kaz.Nom && q.last < i {
			return []part{{first: i, last: i, kase: kaz.Nom, mention: q.mention}}
		}
	}
	return nil
}

// those are the people who were subjects last, spoken of by the tokens first to last.
func (a *account) those(first, last int) []part {
	var parts []part
	for _, q := range a.several {
		q.first, q.last, q.kase = first, last, kaz.Nom
		parts = append(parts, q)
	}
	return parts
}

// companions are the persons on the trip at hand.
func (a *account) companions(i int) []part {
	if a.visit == nil {
		return nil
	}
	var found []part
	for _, r := range a.visit.with(civic.RoleVisitor) {
		if m := a.d.mentionOf(r); m != nil && m.typ == civic.TypePerson {
			found = append(found, part{first: i, last: i, kase: kaz.Nom, mention: m})
		}
	}
	return found
}

// person is the last person who was a subject and fits.
func (a *account) person(i int, fits func(*mention) bool) []part {
	for _, m := range slices.Backward(recent(a.persons)) {
		if fits(m) {
			return []part{{first: i, last: i, kase: kaz.Nom, mention: m}}
		}
	}
	return nil
}

// bears reports whether a person's surname or patronymic is of a class.
func bears(s *sentence, m *mention, class wordClass) bool {
	return s.classes().has(class, foldWord(m.person.family)) || s.classes().has(class, foldWord(m.person.patronymic))
}

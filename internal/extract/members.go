package extract

import (
	"slices"
	"sort"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// findMembers reads who belongs to what from the words for a composition:
// «коалиция құрамына … енді», «құрамында … бар топ», «в состав комиссии вошли …»,
// and from who leads a team: «топты X бастап барды».
func (x *Extractor) findMembers(d *document) {
	d.groups = d.groupMentions()
	for n := range d.sentences {
		sc := x.rescan(d, n)
		for i := range sc.s.tokens {
			if sc.composition(i) {
				sc.claimMembers(i)
			}
			sc.claimLeader(i)
		}
		for _, m := range sc.found {
			if m.typ == civic.TypePerson && m.referent >= 0 && !sc.russian() {
				sc.claimTeamLeader(m)
			}
		}
	}
}

// composition reports whether token i is a word for what something is made up of,
// in the case that says that something is or gets into it.
func (sc *scan) composition(i int) bool {
	if sc.russian() {
		return sc.s.in(i, makeup) && sc.s.is(i-1, "в")
	}
	for _, r := range sc.s.readings(i) {
		if sc.s.classes().has(makeup, r.base) && (r.kase == kaz.Dat || r.kase == kaz.Loc) {
			return sc.s.isWord(i)
		}
	}
	return false
}

// claimMembers finds what is composed and of whom around the word at token i.
func (sc *scan) claimMembers(i int) {
	end := sc.joining(i)
	if end < 0 {
		return
	}
	whole, at := sc.composed(i, end)
	if whole < 0 {
		return
	}
	from, to := i, end
	if sc.russian() {
		from, to = end, len(sc.s.tokens)
	}
	listed := false
	for _, m := range sc.found {
		if !m.inside && !m.bare && m.first > from && m.last < to && m.referent != whole && (m.kase == kaz.Nom || !m.tail.none() || sc.joint(m)) && !sc.titular(m) && !isArea(m) {
			sc.claimMember(m, whole, at, i, end)
			listed = true
		}
	}
	for _, g := range sc.groups() {
		if g.first && g.referent != whole && sc.between(g.span, from, to) {
			sc.d.addClaim(civic.MemberOf, g.referent, whole, sc.membership(g.span, i, end, at, civic.EdgeProps{}))
			listed = true
		}
	}
	if m := sc.personBefore(at); !listed && m != nil {
		sc.claimMember(m, whole, at, i, end)
	}
}

// joint reports whether a mention is joined to the next by «мен»: it has no case of its own.
func (sc *scan) joint(m *mention) bool {
	return sc.s.is(m.last+1, ",") || sc.s.in(m.last+1, coordinate)
}

// titular reports whether a body is mentioned only as where somebody holds a post.
func (sc *scan) titular(m *mention) bool {
	for _, other := range sc.found {
		for _, t := range other.titles {
			if t.body == m {
				return true
			}
		}
	}
	return false
}

// joining is the token of the verb that says that members are in or get in, or -1.
func (sc *scan) joining(i int) int {
	for j := i + 1; j < len(sc.s.tokens); j++ {
		if sc.s.in(j, joining) || sc.joins(j) {
			return j
		}
	}
	return -1
}

// joins reports whether token j is a form of a Kazakh verb of becoming a member.
func (sc *scan) joins(j int) bool {
	return slices.ContainsFunc(sc.s.classes().words(becoming), func(stem string) bool {
		form, ok := kaz.KazakhVerb(stem, sc.s.tokens[j].low)
		return ok && !form.Negated && form.Kind != kaz.VerbNoun
	})
}

// composed is the referent whose composition is spoken of and the token where it
// stands: the body or group before the word, what «оның» means, or the group after.
func (sc *scan) composed(i, end int) (referent, at int) {
	if sc.russian() {
		if m := sc.startingAt(i + 1); m != nil {
			return m.referent, m.first
		}
		return sc.groupAt(func(s civic.Span) bool { return i+1 < len(sc.s.tokens) && s.Start == sc.s.tokens[i+1].Start }), i + 1
	}
	if m := sc.endingAt(i - 1); m != nil && m.typ != civic.TypePerson {
		return m.referent, m.first
	}
	if sc.s.in(i-1, possessive) {
		return sc.lastWhole(), i - 1
	}
	if i > 0 {
		if g := sc.groupAt(func(s civic.Span) bool { return s.End == sc.s.tokens[i-1].End }); g >= 0 {
			return g, i - 1
		}
	}
	start := 0
	if end+1 < len(sc.s.tokens) {
		start = sc.s.tokens[end+1].Start
	}
	return sc.groupAt(func(s civic.Span) bool { return s.Start == start }), i
}

// groupAt is the group with a mention in the sentence that fits, or -1.
func (sc *scan) groupAt(fits func(civic.Span) bool) int {
	for _, g := range sc.groups() {
		if fits(g.span) {
			return g.referent
		}
	}
	return -1
}

// groups are the mentions of groups in the sentence, by referent.
func (sc *scan) groups() []groupMention {
	all := sc.d.groups
	all = all[sort.Search(len(all), func(i int) bool { return all[i].span.Start >= sc.s.span.Start }):]
	all = all[:sort.Search(len(all), func(i int) bool { return all[i].span.Start >= sc.s.span.End })]
	here := slices.DeleteFunc(slices.Clone(all), func(g groupMention) bool { return !g.group })
	slices.SortStableFunc(here, func(a, b groupMention) int { return a.referent - b.referent })
	return here
}

// lastWhole is the team or coalition spoken of last before the sentence, or -1; a team of
// the sentence before comes before a coalition: «бірінші топты коалиция төрағасы басқарды.
// Оның құрамында …».
func (sc *scan) lastWhole() int {
	all := sc.d.groups
	n := sort.Search(len(all), func(i int) bool { return all[i].span.Start >= sc.s.span.Start })
	if n == 0 {
		return -1
	}
	if i := sc.teamBefore(all[:n]); i >= 0 && sc.n > 0 && all[i].span.Start >= sc.d.sentences[sc.n-1].span.Start {
		return all[i].referent
	}
	return all[n-1].referent
}

// teamBefore is the index of the last of the mentions that is of a team, or -1.
func (sc *scan) teamBefore(mentions []groupMention) int {
	for i := len(mentions) - 1; i >= max(0, len(mentions)-lookBack); i-- {
		names := sc.d.referents[mentions[i].referent].Names
		if mentions[i].group && len(names) > 0 && sc.s.classes().has(teamword, lastWord(foldWord(names[0].Text))) {
			return i
		}
	}
	return -1
}

// claimTeamLeader reads «топ жетекшісі X»: X belongs to the team spoken of last.
func (sc *scan) claimTeamLeader(m *mention) {
	for _, t := range m.titles {
		if t.body != nil || !strings.HasPrefix(t.rule, "HEAD") || !sc.s.in(t.first-1, teamword) || t.last >= m.first {
			continue
		}
		all := sc.d.groups
		n := sort.Search(len(all), func(i int) bool { return all[i].span.Start >= sc.s.tokens[t.first].Start })
		if i := sc.teamBefore(all[:n]); i >= 0 {
			span := sc.s.spanOf(t.first-1, m.last)
			sc.d.addClaim(civic.MemberOf, m.referent, all[i].referent, civic.Claim{Basis: civic.Explicit, Props: civic.EdgeProps{CapacityRaw: t.raw}, Evidence: evidence(span), Rule: "team"})
		}
	}
}

// between reports whether a mention lies between two tokens of the sentence.
func (sc *scan) between(m civic.Span, from, to int) bool {
	end := sc.s.span.End
	if to < len(sc.s.tokens) {
		end = sc.s.tokens[to].Start
	}
	return m.Start >= sc.s.tokens[from].End && m.End <= end
}

// personBefore is the last person in the nominative before token i, or nil.
func (sc *scan) personBefore(i int) *mention {
	var last *mention
	for _, m := range sc.found {
		if m.typ == civic.TypePerson && m.last < i && m.kase == kaz.Nom {
			last = m
		}
	}
	return last
}

func (sc *scan) claimMember(m *mention, whole, at, i, end int) {
	sc.d.addClaim(civic.MemberOf, m.referent, whole,
		sc.membership(m.span, i, end, at, civic.EdgeProps{Capacity: m.tail.capacity, CapacityRaw: m.tail.raw}))
}

func (sc *scan) membership(member civic.Span, i, end, at int, props civic.EdgeProps) civic.Claim {
	span := member.Cover(sc.s.spanOf(min(i, at), end))
	return civic.Claim{Basis: civic.Explicit, Props: props, Evidence: evidence(span), Rule: "composition"}
}

// claimLeader reads «топты X бастап барды»: X belongs to the team that X leads.
func (sc *scan) claimLeader(i int) {
	if sc.russian() || !sc.s.in(i, leadingIt) && !sc.s.in(i, led) {
		return
	}
	who := sc.personBefore(i)
	if who == nil {
		return
	}
	g := sc.groupAt(func(s civic.Span) bool {
		follows := sc.s.in(i, led) && i+1 < len(sc.s.tokens) && s.Start == sc.s.tokens[i+1].Start
		return sc.s.span.Contains(s) && (follows || s.End <= who.span.Start && sc.accusativeAt(s.End))
	})
	if g >= 0 {
		span := sc.s.spanOf(0, i)
		sc.d.addClaim(civic.MemberOf, who.referent, g, civic.Claim{Basis: civic.Explicit, Props: civic.EdgeProps{CapacityRaw: sc.words(i, i)}, Evidence: evidence(span), Rule: "team"})
	}
}

// accusativeAt reports whether the word that ends at a byte is in the accusative.
func (sc *scan) accusativeAt(end int) bool {
	for i, t := range sc.s.tokens {
		if t.End == end {
			return slices.ContainsFunc(sc.s.readings(i), func(r reading) bool { return r.kase == kaz.Acc })
		}
	}
	return false
}

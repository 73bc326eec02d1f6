package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// newMeeting makes a meeting from its noun.
func (a *account) newMeeting(p sentenceParts, c clause, noun *part, mods modifiers) *happening {
	n := noun.event
	if h := a.sameGathering(p, c, n, mods); h != nil {
		return h
	}
	first, apart := a.unmarked(p.s, n), ""
	if mods.none() && a.owned(p.s, n) {
		first = a.ownerFirst(p, n)
	}
	for _, q := range mods.all() {
		if q.kase == kaz.Nom && q.last < n.first-1 { // «кеңес бұл мәселені отырысында қарады»
			apart = a.d.text(p.s.spanOf(q.first, q.last)) + " "
			continue
		}
		if q.first >= c.first || a.extra[n].hasVerb {
			first = min(first, q.first)
		}
	}
	h := &happening{
		typ: civic.TypeMeeting, noun: n.text, kind: n.kind, sentence: c.sentence, plural: n.plural,
		public: n.has("PUBLIC"), planned: c.verb.planned || c.verb.is(plans), rule: "event noun",
	}
	h.name = a.meetingName(p.s, n, first, mods)
	if apart != "" {
		h.name = apart + nominativeWord(n)
	}
	h.span = a.clauseSpan(p, c)
	h.mentions = []civic.Span{h.span}
	a.add(h)
	a.setApart(p, c, h, mods.with)
	if n.fresh {
		a.likeBefore(h, c, mods)
	}
	a.nest(p, c, h, noun)
	a.nounTopic(p, c, h, n)
	for i, q := range mods.with {
		a.attend(p, h, q, i, false)
		a.joinPart(h, q, civic.RoleCounterpart, civic.Explicit, h.span)
		h.public = h.public || a.isPublic(q)
	}
	if h.kind == "MEETING" && a.standing(mods.whose) {
		h.kind = "SESSION"
	}
	for _, q := range mods.whose {
		role := civic.RoleOrganizer
		if q.group != nil {
			role = a.roleOf(h, q, civic.RoleAttendee)
			h.public = h.public || a.isPublic(q)
		}
		a.joinPart(h, q, role, civic.Explicit, h.span)
	}
	return h
}

// sameGathering is the event that a verb told of right before as the coming together of
// those who hold the one of the noun: «әріптестер бас қосып, семинар өткізді».
func (a *account) sameGathering(p sentenceParts, c clause, n *eventNoun, mods modifiers) *happening {
	if len(a.events) == 0 || !c.verb.is(holds) || !mods.none() || n.plural {
		return nil
	}
	h := a.events[len(a.events)-1]
	if h.sentence != c.sentence || h.rule != "meeting verb" && h.rule != "people gathered" && h.rule != "people called together" || len(h.with(civic.RoleCounterpart)) > 0 || h.planned != c.verb.planned {
		return nil
	}
	h.noun, h.kind, h.public = n.text, n.kind, h.public || n.has("PUBLIC")
	h.name = a.meetingName(p.s, n, a.unmarked(p.s, n), mods)
	h.mentions = append(h.mentions, a.clauseSpan(p, c))
	a.nounTopic(p, c, h, n)
	return h
}

// ownerFirst is the token at which the unnamed owner of an event begins: «су қауіпсіздігі
// бөлімінің мәжілісі».
func (a *account) ownerFirst(p sentenceParts, n *eventNoun) int {
	s, first := p.s, n.first-1
	for i := first - 1; i >= max(0, first-3); i-- {
		if dated := func(t dated) bool { return t.first <= i && i <= t.last }; slices.ContainsFunc(p.dates, dated) || !s.isWord(i) || startsUpper(s.tokens[i].Text) && !s.opening(i) || a.stops.has(s.tokens[i].low) || s.readings(i)[0].kase != kaz.Nom || s.readings(i)[0].plural {
			break
		}
		first = i
	}
	return first
}

// standing reports whether an event is that of a body which sits: a council, a
// commission, a chamber.
func (a *account) standing(whose []part) bool {
	return slices.ContainsFunc(whose, func(q part) bool {
		return q.is(civic.TypeOrganization) && slices.Contains([]string{"COUNCIL", "LOCAL_COUNCIL", "COMMISSION", "LEGISLATURE", "LEGISLATIVE_CHAMBER"}, q.mention.kind)
	})
}

// nest puts an event into the one in whose course the clause says that it took place:
// «форум аясында отырыс өтті», «үзілісте кәсіпкерлермен кездесті».
func (a *account) nest(p sentenceParts, c clause, h *happening, noun *part) {
	outer := a.within(p, c, h, noun)
	if outer == nil && p.hasClass(c, interval) {
		outer = a.lastOf(h, func(old *happening) bool {
			return (old.kind == "FORUM" || old.kind == "SESSION") && (old.parent == nil || old.parent.typ == civic.TypeVisit)
		})
	}
	if outer != nil {
		h.parent, h.parentSpan = outer, h.span
	}
}

// within is the event told of before that a noun of the clause names as the occasion.
func (a *account) within(p sentenceParts, c clause, h *happening, noun *part) *happening {
	for _, q := range c.parts {
		if q.event == nil || q.kase == kaz.Abl && p.s.lang == civic.Kazakh || noun != nil && q.event == noun.event || q.event.kind == "VISIT" || !q.event.context(p.s) && !p.s.in(q.first-1, framing) {
			continue
		}
		for _, fits := range []func(*happening) bool{
			func(old *happening) bool { return sameNoun(old.noun, q.event.text) },
			func(old *happening) bool { return q.event.has("ANY") && old.parent == nil && old.kind != "GATHERING" },
			func(*happening) bool { return q.event.has("ANY") },
		} {
			if outer := a.lastOf(h, fits); outer != nil {
				return outer
			}
		}
	}
	return nil
}

// lastOf is the last meeting told of before another of its time that fits, or nil.
func (a *account) lastOf(h *happening, fits func(*happening) bool) *happening {
	for _, old := range slices.Backward(recent(a.events)) {
		if old != h && old.parent != h && old.planned == h.planned && !old.cancelled && old.typ == civic.TypeMeeting && fits(old) {
			return old
		}
	}
	return nil
}

// sameNoun reports whether the noun of one event is that of the other, perhaps with a
// word more: «ярмарка вакансий», «ярмарка».
func sameNoun(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return a == b || b != "" && (strings.HasPrefix(a, b+" ") || strings.HasSuffix(a, " "+b))
}

// meetingName describes a meeting by its noun with what belongs to it; in Russian
// that follows, and the adjectives before agree.
func (a *account) meetingName(s *sentence, n *eventNoun, first int, mods modifiers) string {
	if n.title != "" {
		return n.title
	}
	if s.lang != civic.Russian {
		return capitalised(strings.TrimSpace(a.d.text(civic.Span{Start: s.tokens[first].Start, End: s.tokens[n.phrase.last].Start}) + nominativeWord(n)))
	}
	noun := n.text
	words := strings.Fields(noun)
	for i := n.phrase.first - 1; i >= n.first && s.isWord(i) && s.adjective(i); i-- {
		words = append([]string{s.agreeing(s.readings(i), headNoun(noun), n.plural, s.tokens[i].Text)}, words...)
	}
	last := n.last
	for _, q := range mods.all() {
		if q.first > n.last && q.first <= last+3 {
			last = max(last, q.last)
		}
	}
	name := strings.Join(words, " ")
	if last > n.last {
		name += " " + a.d.text(s.spanOf(n.last+1, last))
	}
	if next := last + 1; next < len(s.tokens) && s.tokens[next].pair > next && s.tokens[next].Text != "(" {
		name += " " + a.d.text(s.spanOf(next, s.tokens[next].pair))
	}
	return capitalised(name)
}

// headNoun is the noun with which the adjectives before a Russian phrase agree:
// «ярмарка» of «ярмарка вакансий», «стол» of «круглый стол».
func headNoun(phrase string) string {
	for word := range strings.FieldsSeq(phrase) {
		if !kaz.LikelyAdjective(kaz.AnalyzeRussian(word)) {
			return word
		}
	}
	return phrase
}

// likeBefore gives the next event of its kind what the one before it had: the body
// whose it is, whether residents may come.
func (a *account) likeBefore(h *happening, c clause, mods modifiers) {
	for _, old := range slices.Backward(recent(a.events)) {
		if old == h || old.noun != h.noun && !strings.HasSuffix(h.noun, old.noun) && !strings.HasSuffix(old.noun, h.noun) || old.typ != civic.TypeMeeting {
			continue
		}
		h.public = h.public || old.public && len(mods.with) == 0
		if a.d.sentences[c.sentence].classes().has(continuing, c.verb.stem) {
			for _, t := range old.topics {
				if t.noun {
					h.topics = append(h.topics, t)
				}
			}
		}
		if len(mods.whose) == 0 && h.kind == "SESSION" {
			for _, p := range old.participants {
				if p.role == civic.RoleOrganizer && a.d.referents[p.referent].Type != civic.TypePerson && a.d.referents[p.referent].Type != civic.TypeGroup {
					h.join(participation{referent: p.referent, role: p.role, basis: civic.Implied, span: h.span})
				}
			}
		}
		return
	}
}

// unmarked is the token at which the name of an event begins, without «бұл», «осы».
func (a *account) unmarked(s *sentence, n *eventNoun) int {
	first := n.first
	for first < n.phrase.first {
		mark, ok := a.marks.attrs[s.tokens[first].low]
		if !ok || mark == "FRESH" || mark == "SEVERAL" {
			break
		}
		first++
	}
	return first
}

// nominativeWord is the head of the noun of an event in the nominative.
func nominativeWord(n *eventNoun) string { return n.reading.uncased }

func (a *account) isPublic(p part) bool { return p.group != nil && p.group.public() }

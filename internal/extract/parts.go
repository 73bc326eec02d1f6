package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// part is a noun phrase that plays a part in a clause: a named thing, people, or
// the noun of an event.
type part struct {
	first, last int // tokens
	kase        kaz.Case
	near        bool // a place in «-дағы», which stands for where the next noun is
	mention     *mention
	group       *group
	event       *eventNoun
	capacity    string
	capacityRaw string
	count       *civic.Count // of the people, described or of a body
}

// is reports whether the part names something of one of the types.
func (p part) is(types ...civic.NodeType) bool {
	return p.mention != nil && slices.Contains(types, p.mention.typ)
}

// actor reports whether the part can act: a person, a body, people.
func (p part) actor() bool {
	return p.group != nil || p.is(civic.TypePerson, civic.TypeOrganization, civic.TypeCoalition)
}

// eventNoun is a noun phrase that names an event.
type eventNoun struct {
	phrase
	kind   string // MEETING, FORUM, SESSION, GATHERING, VISIT
	flags  string
	first  int // of the whole phrase, with what describes it
	plural bool
	fresh  bool   // «келесі», «екінші»: not the one spoken of
	same   bool   // «бұл», «аталған»: the one spoken of
	every  bool   // «әрбір кездесуде»
	quoted bool   // a quoted name stands before it
	title  string // the name in quotes that it ends, or empty
}

func (n *eventNoun) has(flag string) bool { return strings.Contains(n.flags, flag) }

// mentionParts are the named things of a sentence that stand for themselves, and
// not for what a title or a longer name says of something else.
func (r clauseReader) mentionParts(s *sentence, mentions []*mention, spoken func(int) bool) []part {
	modifying := map[*mention]bool{}
	for _, m := range mentions {
		for _, t := range m.titles {
			modifying[t.body] = t.body == nil || s.lang == civic.Russian || t.body.kase != kaz.Loc || modifying[t.body] // «ауруханада … бас дәрігер X»
			if before := endingBefore(mentions, t.first); s.lang == civic.Kazakh && before != nil && before.kase != kaz.Loc {
				modifying[before] = true
			}
		}
		modifying[m.owner] = true
		if !m.near {
			modifying[m.area] = true
		}
	}
	var parts []part
	for _, m := range mentions {
		if modifying[m] || m.referent < 0 || spoken(m.first) || m.bare && m.span.Len() <= 2 {
			continue
		}
		p := part{first: m.first, last: m.last, kase: m.kase, mention: m}
		if !m.tail.none() {
			p.last, p.kase, p.capacity, p.capacityRaw = max(m.last, m.tail.last), m.tail.kase, m.tail.capacity, m.tail.raw
			p.first = min(p.first, m.tail.first)
		}
		for _, t := range m.titles {
			if t.last > m.last || !personBetween(mentions, t.last, m.first) && beside(s, t, m) {
				p.first, p.last = min(p.first, t.first), max(p.last, t.last)
			}
		}
		if team, ok := r.teamBefore(s, p); ok {
			p.first, p.kase = team.first, team.reading.kase // «группа экспертов банка»
		}
		p.near = m.typ == civic.TypePlace && s.in(m.last, locating)
		if s.lang == civic.Russian {
			if m.typ == civic.TypePerson {
				p.kase = s.personCase(m)
			}
			p.kase = governed(s, p)
		}
		if m.typ == civic.TypePerson && p.kase == kaz.Gen && s.in(p.last+1, self) {
			p.kase, p.last = kaz.Nom, p.last+1
		}
		if s.lang == civic.Kazakh && p.kase == kaz.Nom && m.typ != civic.TypePerson && m.tail.none() && s.isWord(m.last+1) && s.possessed(m.last+1) {
			p.kase = kaz.Gen // of the next noun, without its ending: «АҚ кеңсесінде»
		}
		parts = append(parts, p)
	}
	return parts
}

// teamBefore is the word for a team before the people of a body in a Russian sentence:
// «группа экспертов банка».
func (r clauseReader) teamBefore(s *sentence, p part) (phrase, bool) {
	if s.lang != civic.Russian || p.capacity == "" || p.kase != kaz.Gen || p.first == 0 {
		return phrase{}, false
	}
	team, ok := r.groups.endingAt(s, p.first-1)
	return team, ok && strings.Contains(team.attr, "TEAM")
}

// personCase is the case of a person in a Russian sentence, which the surname need not
// show: «Анны Ким», «сенатора Ким».
func (s *sentence) personCase(m *mention) kaz.Case {
	if m.kase != kaz.Nom {
		return m.kase
	}
	for i := m.first; i < m.last; i++ {
		if r := s.readingOf(i, m.names[0]); s.isWord(i) && r.kase != kaz.Nom && !strings.Contains(foldWord(m.names[0]), s.tokens[i].low) {
			return r.kase
		}
	}
	for _, t := range m.titles {
		if t.last < m.first && beside(s, t, m) && !slices.ContainsFunc(s.readings(t.first), nominative) {
			return s.readings(t.first)[0].kase
		}
	}
	return kaz.Nom
}

// readingOf is the likeliest reading of token i as a form of a word of a name, else the
// likeliest of all: «Анну» of «Анна».
func (s *sentence) readingOf(i int, name string) reading {
	words := strings.Fields(foldWord(name))
	found := s.readings(i)
	for _, r := range found {
		if slices.Contains(words, r.uncased) {
			return r
		}
	}
	return found[0]
}

// beside reports whether no preposition stands between a title and the name: of
// «члены совета во главе с X» the first words are no title of X.
func beside(s *sentence, t *title, m *mention) bool {
	for i := t.last + 1; i < m.first && s.lang == civic.Russian; i++ {
		if s.in(i, preposition) {
			return false
		}
	}
	return true
}

// personBetween reports whether a person is named between two tokens: a title may
// be that of a whole list.
func personBetween(mentions []*mention, first, last int) bool {
	return slices.ContainsFunc(mentions, func(m *mention) bool { return m.typ == civic.TypePerson && first < m.first && m.last < last })
}

// endingBefore is the mention that ends right before a token, or nil.
func endingBefore(mentions []*mention, first int) *mention {
	for _, m := range mentions {
		if m.last == first-1 && m.typ != civic.TypePerson {
			return m
		}
	}
	return nil
}

// possessed reports whether token i is a Kazakh noun with a possessive.
func (s *sentence) possessed(i int) bool {
	r := s.readings(i)[0]
	return r.possessive && !s.in(i, there) && !startsUpper(s.tokens[i].Text) && !s.in(i, manner) // «тұрғындар негізінен …»
}

// governed is the case that a preposition before a Russian part gives it, for names
// are often not declined.
func governed(s *sentence, p part) kaz.Case {
	switch i := p.first - 1; {
	case s.in(i, comitative):
		return kaz.Ins
	case s.in(i, locative):
		return kaz.Loc
	case s.in(i, genitival):
		return kaz.Gen
	case s.in(i, prepositional):
		return kaz.Pre
	case s.in(i, datival):
		return kaz.Dat
	}
	return p.kase
}

// groupPart makes a part of people: of a named body in a capacity, or of a group.
func groupPart(s *sentence, g *group) part {
	p := part{first: g.first, last: g.last, kase: g.kase, group: g, count: g.count}
	if s.lang == civic.Russian {
		if p.kase = governed(s, p); g.count != nil && p.kase == kaz.Gen && !s.in(g.first-1, preposition) {
			p.kase = kaz.Nom // «пришли 23 горожанина»
		}
	}
	if s.lang == civic.Kazakh && g.kase == kaz.Nom && g.count == nil && s.isWord(g.last+1) && s.possessed(g.last+1) {
		p.kase = kaz.Gen // «жастар саясаты»: of the next noun
	}
	if body := g.body(); body != nil {
		p.group, p.mention = nil, body
		p.capacity, p.capacityRaw = g.relation, strings.TrimSpace(lastWords(g.name, g.head))
	}
	return p
}

// lastWords are as many words at the end of name as head has.
func lastWords(name, head string) string {
	words, n := strings.Fields(name), len(strings.Fields(head))
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// withoutOwners drops the parts that are inside a longer one.
func withoutOwners(s *sentence, parts []part) []part {
	inside := insideOf(s, parts, func(q part) bool { return q.event == nil })
	eventInside := insideOf(s, parts, func(q part) bool { return q.event == nil && !q.predicative() })
	return slices.DeleteFunc(parts, func(p part) bool {
		if p.event != nil {
			return eventInside(p)
		}
		return inside(p)
	})
}

// insideOf tells of a part whether it is inside a longer one of those that are wanted.
func insideOf(s *sentence, parts []part, wanted func(part) bool) func(part) bool {
	n := len(s.tokens)
	begins := slices.Repeat([]int{n}, n+1) // where the longest part begins that ends with a token
	for _, p := range parts {
		if wanted(p) {
			begins[p.last] = min(begins[p.last], p.first)
		}
	}
	behind := slices.Repeat([]int{n}, n+1) // where the longest part begins that ends behind it
	for i := n - 1; i >= 0; i-- {
		behind[i] = min(behind[i+1], begins[i+1])
	}
	return func(p part) bool { return begins[p.last] < p.first || behind[p.last] <= p.first }
}

// predicative reports whether people are what others become: «участниками встречи стали …».
func (p part) predicative() bool {
	return p.group != nil && p.group.relation == "PARTICIPANTS" && p.kase == kaz.Ins
}

// placeLists gives the case that a Russian preposition gives to a place to those listed
// behind it: «в Кокшетау, Щучинске и Бурабае».
func placeLists(s *sentence, parts []part) {
	for i := 1; i < len(parts); i++ {
		a, b := parts[i-1], &parts[i]
		if s.lang == civic.Russian && a.is(civic.TypePlace) && b.is(civic.TypePlace) && a.kase == kaz.Loc && b.first == a.last+2 && s.is(a.last+1, ",", "и") {
			b.kase = kaz.Loc
		}
	}
}

// shareCase gives the case of the last of several coordinated parts to those before
// it: «Қордай, Талас және Байзақ аудандарында».
func shareCase(s *sentence, parts []part) {
	shareCount(s, parts)
	for i := len(parts) - 1; i > 0; i-- {
		a, b := &parts[i-1], parts[i]
		if a.kase != kaz.Nom || b.kase == kaz.Nom || a.event != nil || b.event != nil || a.actor() != b.actor() || b.first != a.last+2 {
			continue
		}
		if s.in(a.last+1, coordinate) || s.is(a.last+1, ",") && !a.is(civic.TypePerson) && i+1 < len(parts) && parts[i+1].kase == b.kase && parts[i+1].first == b.last+2 || s.is(a.last+1, ",") && a.is(civic.TypePlace) {
			a.kase, a.near = b.kase, b.near
		}
	}
}

// shareCount gives the case of people whose number is told to those of a Russian list that
// the number counts too: «пришли 400 жителей и гостей района».
func shareCount(s *sentence, parts []part) {
	counts := false
	for i := 1; i < len(parts) && s.lang == civic.Russian; i++ {
		a, b := parts[i-1], &parts[i]
		counts = a.group != nil && a.kase == kaz.Nom && (a.count != nil || counts) && s.joint(a.last+1)
		if counts = counts && b.group != nil && b.count == nil && b.kase == kaz.Gen && b.first == a.last+2; counts {
			b.kase = kaz.Nom
		}
	}
}

// adposition is the token that governs a part: behind it in Kazakh, before it in Russian.
func (s *sentence) adposition(p part) int {
	if s.lang == civic.Russian {
		return p.first - 1
	}
	return p.last + 1
}

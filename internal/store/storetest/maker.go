package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// maker makes up readings and arguments from a seed. The names are few, so that
// reports speak of the same things and disagree about them.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) *maker { return &maker{rand.New(rand.NewPCG(seed, 1))} }

var (
	sources = []string{"a", "b", "c", "d", "e", "f", "g"}
	words   = []string{"Самал", "Қайың", "Әнші", "Өрім", "Ұшқын", "Ырыс", "Іңкәр", "Береке қоры"} // breeze, birch, singer, braid, spark, luck, longing, fund of plenty
	forms   = []string{"Samal", "Қайың ауылы", "«Әнші»", "өрім", "Ushqyn", "ЫРЫС", "🌊", "Береке"}
	roles   = []string{"", civic.RoleOrganizer, civic.RoleSpeaker, civic.RoleAttendee}
	kinds   = []string{"", "FORUM", "REGION", "CITY"}
	pieces  = []string{"Бір сөз. ", "ә", "👩‍👩‍👧", "и\u0306", "\u00a0— ", "«деді»", "x", "Ң"} // "one word", "said"
)

func pick[T any](m *maker, list []T) T { return list[m.IntN(len(list))] }

// some is one to four of a list, now and then one twice.
func some[T any](m *maker, list []T) []T {
	picked := make([]T, 1+m.IntN(3))
	for i := range picked {
		picked[i] = pick(m, list)
	}
	if m.IntN(4) == 0 {
		picked = append(picked, picked[0])
	}
	return picked
}

// day is one of a few, some of them more than civic.LikelyDays from the others.
func (m *maker) day() civic.Day { return civic.Day("2026-04-28").Add(m.IntN(6) + 25*m.IntN(2)) }

// anyDay is a day or none.
func (m *maker) anyDay() civic.Day { return pick(m, []civic.Day{"", m.day()}) }

// reading is a version of one of a few reports.
func (m *maker) reading() *civic.Reading {
	d := NewDraft(pick(m, sources), m.day())
	d.Source().Extractor = fmt.Sprint("draft/", m.IntN(2))
	for range 4 + m.IntN(16) {
		m.referent(d)
	}
	for range m.IntN(24) {
		m.claim(d)
	}
	r := d.Reading()
	if m.IntN(4) == 0 {
		r.Report.SHA256 = strings.Repeat("0", 64) // as if it had the text of others
	}
	return r
}

func (m *maker) referent(d *Draft) {
	t, name := pick(m, civic.NodeTypes[1:]), pick(m, words)
	if slices.ContainsFunc(d.referents, func(has *civic.Referent) bool { return has.Type == t && has.Names[0].Text == name }) {
		return
	}
	ref := d.Background(t, name)
	for range m.IntN(3) {
		d.Mention(ref)
	}
	ref.Props = m.props(t)
	for range m.IntN(2) {
		ref.Names = append(ref.Names, civic.Name{Text: pick(m, forms), Language: pick(m, []civic.Language{civic.Kazakh, civic.Russian}),
			Kind: pick(m, []civic.NameKind{civic.NameFull, civic.NameShort, civic.NameRegistered, civic.NameDescribed})})
	}
	if t.IsNamed() && m.IntN(8) == 0 {
		ref.Entity = NamedID(t, pick(m, words)) // as a decision would assign it
	}
}

func (m *maker) props(t civic.NodeType) civic.Props {
	switch {
	case t.IsEvent():
		p := civic.Props{Kind: pick(m, kinds), Status: pick(m, []string{"", civic.Held, civic.Planned}), IsSeries: m.IntN(3) == 0}
		if m.IntN(4) > 0 {
			p.Date = m.date()
		}
		if m.IntN(2) == 0 {
			p.Attendance = &civic.Count{Value: m.IntN(4), Qualifier: pick(m, []civic.Qualifier{civic.Exact, civic.AtMost, civic.AtLeast})}
		}
		return p
	case t == civic.TypePlace:
		return civic.Props{Kind: pick(m, kinds), Lat: float64(m.IntN(3)) / 3, Lon: float64(m.IntN(3)) / 7}
	case t == civic.TypeGroup:
		return civic.Props{Count: &civic.Count{Raw: pick(m, pieces), Value: m.IntN(3)}}
	}
	return civic.Props{Kind: pick(m, kinds), GivenName: pick(m, forms), Text: pick(m, pieces)}
}

func (m *maker) date() *civic.Date {
	d := civic.Date{Earliest: m.anyDay(), Latest: m.anyDay(), Precision: civic.PrecisionDay}
	if d.Latest != "" && d.Latest < d.Earliest {
		d.Earliest, d.Latest = d.Latest, d.Earliest
	}
	return &d
}

// claim adds a claim of a random type between two random referents, if one can be.
func (m *maker) claim(d *Draft) {
	t := pick(m, civic.EdgeTypes)
	subject, object := m.oneOf(d, civic.Signatures[t].From), m.oneOf(d, civic.Signatures[t].To)
	if subject == nil || object == nil || d.claimed(t, subject, object) {
		m.locate(d)
		return
	}
	c := d.Claim(t, subject, object)
	c.Basis, c.Props = pick(m, civic.Bases), civic.EdgeProps{Role: pick(m, roles), TitleRaw: pick(m, pieces), Status: pick(m, []string{"", civic.Current})}
	for range m.IntN(3) {
		m.support(d, c)
	}
}

// oneOf is a random referent of one of the types, or nil.
func (m *maker) oneOf(d *Draft, types []civic.NodeType) *civic.Referent {
	of := slices.DeleteFunc(slices.Clone(d.referents), func(ref *civic.Referent) bool { return !slices.Contains(types, ref.Type) })
	if len(of) == 0 {
		return nil
	}
	return pick(m, of)
}

// claimed reports whether a claim would be about one entity or stand twice.
func (d *Draft) claimed(t civic.EdgeType, subject, object *civic.Referent) bool {
	id := civic.ClaimID(t, subject.ID, object.ID)
	return subject.Entity == object.Entity || slices.ContainsFunc(d.claims, func(c *civic.Claim) bool { return c.ID == id })
}

// locate puts one place into another, circles not excluded, on a gazetteer's word.
func (m *maker) locate(d *Draft) {
	places := slices.DeleteFunc(slices.Clone(d.referents), func(ref *civic.Referent) bool { return ref.Type != civic.TypePlace })
	if len(places) < 2 {
		return
	}
	low, high := places[0], places[len(places)-1]
	if !d.claimed(civic.LocatedIn, low, high) {
		d.Known(civic.LocatedIn, low, high, "made "+high.Key)
	}
}

// support adds as evidence a part of a new sentence.
func (m *maker) support(d *Draft, c *civic.Claim) {
	before, match, after := m.text(), m.text()+"!", m.text()
	sentence := d.Sentence(before + match + after)
	start := sentence.Start + len(before)
	c.Evidence = append(c.Evidence, civic.Evidence{Span: civic.Span{Start: start, End: start + len(match)}})
}

func (m *maker) text() string { return strings.Join(some(m, pieces), "") }

// types is a few node types, or all.
func (m *maker) types() []civic.NodeType {
	if m.IntN(2) == 0 {
		return civic.NodeTypes
	}
	return some(m, civic.NodeTypes)
}

// edgeTypes is a few edge types, or none for all.
func (m *maker) edgeTypes() []civic.EdgeType {
	if m.IntN(2) == 0 {
		return nil
	}
	return some(m, civic.EdgeTypes)
}

// page is a page of a few items, perhaps between places of the list.
func (m *maker) page(cursors []civic.Cursor) civic.Page {
	p := civic.Page{First: 1 + m.IntN(5)}
	if m.IntN(2) == 0 {
		p.First, p.Last = 0, p.First
	}
	if len(cursors) > 0 && m.IntN(2) == 0 {
		c := pick(m, cursors)
		p.After = &c
	}
	if len(cursors) > 0 && m.IntN(3) == 0 {
		c := pick(m, cursors)
		p.Before = &c
	}
	return p
}

// filter is one to three random conditions.
func (m *maker) filter(w *world) civic.Filter {
	var f civic.Filter
	for range 1 + m.IntN(3) {
		m.condition(&f, w)
	}
	return f
}

func (m *maker) condition(f *civic.Filter, w *world) {
	switch m.IntN(9) {
	case 0, 1, 2:
		if len(w.edges) > 0 {
			f.Relations = append(f.Relations, m.relation(w))
		}
	case 3:
		f.Days = &civic.DayRange{From: m.anyDay(), Match: pick(m, []civic.Match{civic.MatchPossible, civic.MatchLikely, civic.MatchCertain})}
		if to := m.anyDay(); to >= f.Days.From {
			f.Days.To = to
		}
	case 4:
		f.MinAttendance = m.IntN(4)
	case 5:
		f.Kinds = some(m, kinds)
	case 6:
		f.Status = pick(m, []string{civic.Held, civic.Planned})
	case 7:
		f.Terms = m.groups()
	case 8:
		f.Reports = []civic.ID{ReportID(pick(m, sources)), ReportID(pick(m, sources))}
	}
}

// relation is one that at least one entity has, or nearly so.
func (m *maker) relation(w *world) civic.Relation {
	e := w.edges[pick(m, sortedIDs(w.edges))]
	r := civic.Relation{Types: append(some(m, civic.EdgeTypes), e.Type), Direction: civic.Out, Nodes: []civic.ID{e.To}}
	if m.IntN(2) == 0 {
		r.Direction, r.Nodes = civic.In, []civic.ID{e.From}
	}
	if m.IntN(3) == 0 {
		r.Nodes = append(r.Nodes, some(m, sortedIDs(w.nodes))...)
	}
	if m.IntN(2) == 0 {
		r.Inside, r.Nodes[0] = true, m.above(w.nodes[r.Nodes[0]])
	}
	if m.IntN(2) == 0 {
		r.Roles = some(m, roles)
	}
	return r
}

// above is a place in which a node lies, or the node itself.
func (m *maker) above(n *node) civic.ID {
	for range m.IntN(3) {
		for _, e := range n.edges {
			if e.Type == civic.LocatedIn && e.from == n {
				n = e.to
				break
			}
		}
	}
	return n.ID
}

// groups are the words of a search as somebody may type them.
func (m *maker) groups() [][]civic.Term {
	var groups [][]civic.Term
	for _, terms := range kaz.QueryTerms(pick(m, append(words, forms...))) {
		var group []civic.Term
		for _, t := range terms {
			group = append(group, civic.Term{Text: t.Text[:1+m.IntN(len(t.Text))], Prefix: t.Prefix})
		}
		groups = append(groups, group)
	}
	if len(groups) == 0 {
		return wholeTerms("")
	}
	return groups
}

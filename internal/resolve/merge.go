package resolve

import (
	"slices"

	"civicgraph/internal/civic"
)

// merger builds a reading in which each key is one referent, and each pair of
// referents has at most one claim of a type.
type merger struct {
	reading *civic.Reading
	ids     map[civic.ID]civic.ID // from the ids of extraction to those of the reading
	at      map[civic.ID]int      // referents and claims of the reading by id
}

func newMerger(reading *civic.Reading) *merger {
	return &merger{reading: reading, ids: map[civic.ID]civic.ID{}, at: map[civic.ID]int{}}
}

func (m *merger) referent(ref civic.Referent, key string) {
	id := civic.ReferentID(m.reading.Report.ID, ref.Type, key)
	if ref.ID != "" {
		m.ids[ref.ID] = id
	}
	if i, ok := m.at[id]; ok {
		join(&m.reading.Referents[i], ref)
		return
	}
	ref.ID, ref.Key, ref.Entity = id, key, civic.NodeID(ref.Type, key)
	ref.Names = distinct(ref.Names)
	m.at[id] = len(m.reading.Referents)
	m.reading.Referents = append(m.reading.Referents, ref)
}

// join adds what another referent of the same key says to ref.
func join(ref *civic.Referent, other civic.Referent) {
	ref.Names = distinct(append(slices.Clone(ref.Names), other.Names...))
	mentions := append(slices.Clone(ref.Mentions), other.Mentions...)
	slices.SortStableFunc(mentions, func(a, b civic.Span) int { return a.Start - b.Start })
	ref.Mentions = slices.Compact(mentions)
}

// distinct keeps the first of equal names.
func distinct(names []civic.Name) []civic.Name {
	var kept []civic.Name
	for _, name := range names {
		if !slices.Contains(kept, name) {
			kept = append(kept, name)
		}
	}
	return kept
}

// claim adds a claim, or its evidence to the same claim made before. One whose
// ends have turned out to be one thing says nothing.
func (m *merger) claim(c civic.Claim) {
	c.Subject, c.Object = m.ids[c.Subject], m.ids[c.Object]
	if c.Subject == c.Object {
		return
	}
	c.ID = civic.ClaimID(c.Type, c.Subject, c.Object)
	if i, ok := m.at[c.ID]; ok {
		first := &m.reading.Claims[i]
		first.Evidence = appendNew(slices.Clone(first.Evidence), c.Evidence)
		if slices.Index(civic.Bases, c.Basis) < slices.Index(civic.Bases, first.Basis) {
			first.Basis = c.Basis
		}
		return
	}
	m.at[c.ID] = len(m.reading.Claims)
	m.reading.Claims = append(m.reading.Claims, c)
}

func appendNew(pieces, more []civic.Evidence) []civic.Evidence {
	for _, e := range more {
		if !slices.Contains(pieces, e) {
			pieces = append(pieces, e)
		}
	}
	return pieces
}

// background claims that one registered place lies in another, unless the report
// itself does.
func (m *merger) background(child, parent string) {
	report := m.reading.Report.ID
	m.add(civic.Claim{Type: civic.LocatedIn, Basis: civic.Background, Rule: "gazetteer",
		Subject:  civic.ReferentID(report, civic.TypePlace, child),
		Object:   civic.ReferentID(report, civic.TypePlace, parent),
		Evidence: []civic.Evidence{{Gazetteer: "KATO " + codeOf(child)}},
	})
}

// add adds a claim between referents of the reading, if it has none such.
func (m *merger) add(c civic.Claim) {
	c.ID = civic.ClaimID(c.Type, c.Subject, c.Object)
	if _, ok := m.at[c.ID]; !ok {
		m.at[c.ID] = len(m.reading.Claims)
		m.reading.Claims = append(m.reading.Claims, c)
	}
}

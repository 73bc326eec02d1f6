package resolve

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// addPublisher adds the medium that a page, a feed or a client names as the report's
// publisher, as background: no word of the text says it. Where the text itself names
// a medium that it comes from, that stands alone.
func addPublisher(m *merger) {
	report := &m.reading.Report
	key := kaz.Fold(report.Publisher)
	if key == "" || slices.ContainsFunc(m.reading.Claims, m.namesMedium) {
		return
	}
	m.referent(civic.Referent{Type: civic.TypeOrganization, Rule: "publisher", Props: civic.Props{Kind: "MEDIA"},
		Names: []civic.Name{{Text: report.Publisher, Language: kaz.DetectLanguage(report.Publisher), Kind: civic.NameFull}}}, key)
	m.add(civic.Claim{Type: civic.ReportedBy, Basis: civic.Background, Rule: "publisher",
		Subject:  m.reading.Referents[0].ID,
		Object:   civic.ReferentID(report.ID, civic.TypeOrganization, key),
		Evidence: []civic.Evidence{{Gazetteer: "publisher " + report.Publisher}},
	})
}

// namesMedium reports whether a claim says which medium the report comes from.
func (m *merger) namesMedium(c civic.Claim) bool {
	i, known := m.at[c.Object]
	return c.Type == civic.ReportedBy && known && m.reading.Referents[i].Props.Kind == "MEDIA"
}

package resolve

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// addPublisher adds the medium that a page, a feed or a client names as the report's
// publisher, as background: no word of the text says it. Where the text itself says
// whom it comes from, that stands alone.
func addPublisher(m *merger) {
	report := &m.reading.Report
	key := kaz.Fold(report.Publisher)
	if key == "" || slices.ContainsFunc(m.reading.Claims, func(c civic.Claim) bool { return c.Type == civic.ReportedBy }) {
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

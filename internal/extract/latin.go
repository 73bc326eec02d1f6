package extract

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// extractLatin reads the transcript of a report in Latin letters; what it finds points
// at the letters of the report.
func (x *Extractor) extractLatin(report civic.Report, t kaz.Transcript) civic.Reading {
	cyrillic := report
	cyrillic.Text, cyrillic.Title, cyrillic.Language = t.Text, t.Of(report.Title), civic.Kazakh
	reading := x.extract(cyrillic)
	reading.Report = report
	for i, s := range reading.Sentences {
		reading.Sentences[i] = t.Original(s)
	}
	for _, r := range reading.Referents {
		for i, s := range r.Mentions {
			r.Mentions[i] = t.Original(s)
		}
	}
	for _, c := range reading.Claims {
		for i, e := range c.Evidence {
			c.Evidence[i].Span = t.Original(e.Span)
		}
	}
	return reading
}

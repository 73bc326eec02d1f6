package extract

import (
	"slices"

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
	reading.Sentences = originals(t, reading.Sentences)
	for i := range reading.Referents {
		r := &reading.Referents[i]
		r.Mentions = originals(t, r.Mentions)
	}
	for i := range reading.Claims {
		c := &reading.Claims[i]
		c.Evidence = slices.Clone(c.Evidence) // claims may share theirs
		for k, e := range c.Evidence {
			c.Evidence[k].Span = t.Original(e.Span)
		}
	}
	return reading
}

func originals(t kaz.Transcript, spans []civic.Span) []civic.Span {
	var found []civic.Span
	for _, s := range spans {
		found = append(found, t.Original(s))
	}
	return found
}

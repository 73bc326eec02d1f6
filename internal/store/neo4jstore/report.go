package neo4jstore

import (
	"fmt"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// reportRow is what a report says, as the query report.cypher puts it in.
func reportRow(r *civic.Reading) map[string]any {
	w := newWriter(r)
	row := map[string]any{"id": string(r.Report.ID), "sentences": w.sentences()}
	row["referents"], row["mentions"] = w.referents()
	row["claims"], row["evidence"] = w.claims()
	return row
}

// writer makes the rows of one reading.
type writer struct {
	*civic.Reading
	starts    []int            // of the sentences, in code points
	numbers   map[civic.ID]int // of the referents
	entities  []civic.ID       // of the referents, by number
	placeHead string           // what the places of all its passages begin with
}

func newWriter(r *civic.Reading) *writer {
	w := &writer{Reading: r, numbers: make(map[civic.ID]int, len(r.Referents)),
		placeHead: r.Report.PublishedAt.NewestFirst() + string(r.Report.ID)}
	for i := range r.Referents {
		w.numbers[r.Referents[i].ID] = i
		w.entities = append(w.entities, r.Referents[i].Entity)
	}
	at, runes := 0, 0
	for _, s := range r.Sentences {
		runes += utf8.RuneCountInString(r.Report.Text[at:s.Start])
		w.starts, at = append(w.starts, runes), s.Start
	}
	return w
}

func (w *writer) sentences() []map[string]any {
	rows := make([]map[string]any, len(w.Sentences))
	for i, s := range w.Sentences {
		rows[i] = map[string]any{"number": i, "start": w.starts[i], "text": s.In(w.Report.Text)}
	}
	return rows
}

func (w *writer) referents() (rows, mentions []map[string]any) {
	for i := range w.Referents {
		ref := &w.Referents[i]
		body := referentBody{Names: ref.Names, Props: ref.Props, Mentioned: len(ref.Mentions) > 0}
		rows = append(rows, map[string]any{
			"id": string(ref.ID), "type": string(ref.Type), "key": ref.Key, "entity": string(ref.Entity), "name": ref.Names[0].Text,
			"report": string(w.Report.ID), "day": string(w.Report.PublishedAt), "rule": ref.Rule, "body": encode(body),
		})
		for n, span := range ref.Mentions {
			mention := w.passage(ref.Entity, civic.EvidenceID(ref.ID, n), span)
			mention["referent"] = i
			mentions = append(mentions, mention)
		}
	}
	return rows, mentions
}

func (w *writer) claims() (rows, evidence []map[string]any) {
	for i := range w.Claims {
		c := &w.Claims[i]
		subject, object := w.numbers[c.Subject], w.numbers[c.Object]
		edge := civic.EdgeID(c.Type, w.entities[subject], w.entities[object])
		rows = append(rows, map[string]any{"subject": subject, "object": object, "row": w.claim(c, edge)})
		for n, e := range c.Evidence {
			passage := w.evidence(c, edge, n, e)
			passage["claim"] = i
			evidence = append(evidence, passage)
		}
	}
	return rows, evidence
}

func (w *writer) claim(c *civic.Claim, edge civic.ID) map[string]any {
	return map[string]any{
		"id": string(c.ID), "type": string(c.Type), "subject": string(c.Subject), "object": string(c.Object), "edge": string(edge),
		"report": string(w.Report.ID), "day": string(w.Report.PublishedAt), "basis": string(c.Basis), "rule": c.Rule,
		"evidence": len(c.Evidence), "body": encode(c.Props),
	}
}

func (w *writer) evidence(c *civic.Claim, edge civic.ID, n int, e civic.Evidence) map[string]any {
	id := civic.EvidenceID(c.ID, n)
	if e.Gazetteer != "" {
		return map[string]any{"row": map[string]any{"id": string(id), "of": string(edge), "sort": w.place(0, id),
			"basis": string(c.Basis), "gazetteer": e.Gazetteer}}
	}
	passage := w.passage(edge, id, e.Span)
	passage["row"].(map[string]any)["basis"] = string(c.Basis)
	return passage
}

// passage is a span in its sentence, as evidence or mention of an edge or entity.
func (w *writer) passage(of, id civic.ID, span civic.Span) map[string]any {
	sentence, _ := store.SentenceOf(w.Sentences, span)
	text := w.Report.Text
	start := w.starts[sentence] + utf8.RuneCountInString(text[w.Sentences[sentence].Start:span.Start])
	return map[string]any{"sentence": sentence, "row": map[string]any{
		"id": string(id), "of": string(of), "sort": w.place(span.Start, id),
		"start": start, "end": start + utf8.RuneCountInString(span.In(text)),
	}}
}

// place is that of a passage in the lists of its edge or entity: the newest report
// first, then by the place in the text.
func (w *writer) place(start int, id civic.ID) string {
	return place(fmt.Sprintf("%s%08d", w.placeHead, start), id)
}

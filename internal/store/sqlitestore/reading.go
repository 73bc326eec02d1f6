package sqlitestore

import (
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var (
	putReports      = text("put_reports")
	putClaims       = text("put_claims")
	putAppearances  = text("put_appearances")
	dropReport      = text("drop_report")
	dropClaims      = text("drop_claims")
	dropAppearances = text("drop_appearances")
)

// removeReading removes what a report itself held.
func (t *transaction) removeReading(w *work, old *civic.Reading) error {
	entities, edges := store.Touched(old, nil)
	dayKey := old.Report.PublishedAt.NewestFirst()
	if err := t.exec(dropClaims, w.numbersOf(edges), dayKey, old.Report.ID); err != nil {
		return err
	}
	if err := t.exec(dropAppearances, w.numbersOf(entities), dayKey, old.Report.ID); err != nil {
		return err
	}
	return t.exec(dropReport, old.Report.ID)
}

// addReadings keeps readings.
func (t *transaction) addReadings(w *work, readings []*civic.Reading) error {
	var reports, claims, appearances [][]any
	for _, r := range readings {
		reports = append(reports, w.reportRow(r, t.archive))
		claims = append(claims, w.claimRows(r)...)
		appearances = append(appearances, w.appearanceRows(r)...)
	}
	if err := t.insert(putReports, reports); err != nil {
		return err
	}
	if err := t.insert(putClaims, claims); err != nil {
		return err
	}
	return t.insert(putAppearances, appearances)
}

func (w *work) reportRow(r *civic.Reading, keep archive) []any {
	entities, _ := store.Touched(nil, r)
	kept := *r
	kept.Report.Text, kept.Sentences = "", nil
	return []any{r.Report.ID, r.Report.SHA256, r.Report.Text, spansBody(r.Sentences), keep.pack(&kept), w.numbersOf(entities)}
}

// claimRows are the rows of claim, one for each edge, sorted as the table is.
func (w *work) claimRows(r *civic.Reading) [][]any {
	entities := make(map[civic.ID]civic.ID, len(r.Referents))
	for i := range r.Referents {
		entities[r.Referents[i].ID] = r.Referents[i].Entity
	}
	said := map[int][]testimony{}
	for _, c := range r.Claims {
		n := w.numbers[civic.EdgeID(c.Type, entities[c.Subject], entities[c.Object])]
		said[n] = append(said[n], testimony{c.ID, c.Basis, c.Props, c.Evidence})
	}
	return sayingRows(r, said, func(claims []testimony) any { return saidBody(claims, packTestimonies) })
}

// appearanceRows are the rows of appearance, one for each entity, sorted as the
// table is.
func (w *work) appearanceRows(r *civic.Reading) [][]any {
	said := map[int][]mentions{}
	for i := range r.Referents {
		ref := &r.Referents[i]
		n := w.numbers[ref.Entity]
		all := said[n]
		if len(ref.Mentions) > 0 {
			all = append(all, mentions{ref.ID, ref.Mentions})
		}
		said[n] = all // none, where the report has no words for it
	}
	return sayingRows(r, said, func(all []mentions) any {
		if len(all) == 0 {
			return nil
		}
		return saidBody(all, packMentions)
	})
}

func sayingRows[T any](r *civic.Reading, said map[int][]T, body func([]T) any) [][]any {
	dayKey := r.Report.PublishedAt.NewestFirst()
	rows := make([][]any, 0, len(said))
	for _, n := range slices.Sorted(maps.Keys(said)) {
		rows = append(rows, []any{n, dayKey, r.Report.ID, body(said[n])})
	}
	return rows
}

package sqlitestore

import (
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var (
	putReport       = text("put_report")
	putClaims       = text("put_claims")
	putAppearances  = text("put_appearances")
	dropReport      = text("drop_report")
	dropClaims      = text("drop_claims")
	dropAppearances = text("drop_appearances")
)

// removeReading removes what a report itself held. Its own row stays if another
// reading comes in its place.
func (t *transaction) removeReading(h *held, old, new *civic.Reading) error {
	if old == nil {
		return nil
	}
	entities, edges := store.Touched(old, nil)
	dayKey := old.Report.PublishedAt.NewestFirst()
	if err := t.exec(dropClaims, h.numbersOf(edges), dayKey, old.Report.ID); err != nil {
		return err
	}
	if err := t.exec(dropAppearances, h.numbersOf(entities), dayKey, old.Report.ID); err != nil {
		return err
	}
	if new != nil {
		return nil
	}
	return t.exec(dropReport, old.Report.ID)
}

// addReading keeps a reading.
func (t *transaction) addReading(h *held, r *civic.Reading) error {
	if r == nil {
		return nil
	}
	entities, _ := store.Touched(nil, r)
	kept := *r
	kept.Report.Text, kept.Sentences = "", nil
	err := t.exec(putReport, r.Report.ID, r.Report.SHA256, r.Report.Text, encode(r.Sentences), encode(kept), h.numbersOf(entities))
	if err != nil {
		return err
	}
	if err := t.insert(putClaims, h.claimRows(r)); err != nil {
		return err
	}
	return t.insert(putAppearances, h.appearanceRows(r))
}

// claimRows are the rows of claim, one for each edge, sorted as the table is.
func (h *held) claimRows(r *civic.Reading) [][]any {
	entities := make(map[civic.ID]civic.ID, len(r.Referents))
	for i := range r.Referents {
		entities[r.Referents[i].ID] = r.Referents[i].Entity
	}
	said := map[int][]testimony{}
	for _, c := range r.Claims {
		n := h.numbers[civic.EdgeID(c.Type, entities[c.Subject], entities[c.Object])]
		said[n] = append(said[n], testimony{c.ID, c.Basis, c.Props, c.Evidence})
	}
	return sayingRows(r, said, func(claims []testimony) any { return encode(claims) })
}

// appearanceRows are the rows of appearance, one for each entity, sorted as the
// table is.
func (h *held) appearanceRows(r *civic.Reading) [][]any {
	said := map[int][]mentions{}
	for i := range r.Referents {
		ref := &r.Referents[i]
		n := h.numbers[ref.Entity]
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
		return encode(all)
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

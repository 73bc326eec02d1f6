package sqlitestore

import (
	"maps"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var (
	putEntities    = text("put_entities")
	renameEntities = text("rename_entities")
	putTerms       = text("put_terms")
	putEdges       = text("put_edges")
	putAdjacent    = text("put_adjacent")
	putCounters    = text("put_counters")
	dropEntities   = text("drop_entities")
	dropTerms      = text("drop_terms")
	dropEdges      = text("drop_edges")
	dropAdjacent   = text("drop_adjacent")
)

// applyEdges changes edges, and their places among those of their nodes where
// these are other than before.
func (t *transaction) applyEdges(w *work) error {
	left, rows, adjacent := w.edgeRows()
	if err := t.drop(dropAdjacent, w, left); err != nil {
		return err
	}
	if err := t.drop(dropEdges, w, w.goneEdges); err != nil {
		return err
	}
	if err := t.insert(putEdges, rows); err != nil {
		return err
	}
	return t.insert(putAdjacent, adjacent)
}

// drop deletes the rows of entities or edges.
func (t *transaction) drop(text string, w *work, ids []civic.ID) error {
	if len(ids) == 0 {
		return nil
	}
	return t.exec(text, w.numbersOf(ids))
}

// edgeRows are the edges that leave their places, the rows of edge, and the rows of
// adjacent for those that take a new place or are told of in other words.
func (w *work) edgeRows() (left []civic.ID, edges, adjacent [][]any) {
	left = slices.Clone(w.goneEdges)
	for _, e := range sorted(w, w.edges) {
		edges = append(edges, w.edgeRow(e))
		before, stood := w.heldEdges[e.ID]
		if stood && before == (heldEdge{e.Type, e.DayKey, e.Role, e.Evidence}) {
			continue
		}
		if stood && before.dayKey != e.DayKey {
			left = append(left, e.ID)
		}
		adjacent = append(adjacent, w.adjacentRow(e, out, e.From, e.To), w.adjacentRow(e, in, e.To, e.From))
	}
	slices.SortFunc(adjacent, func(a, b []any) int { return a[0].(int) - b[0].(int) })
	return left, edges, adjacent
}

func (w *work) edgeRow(e *store.EdgeRow) []any {
	return []any{w.numbers[e.ID], e.ID, e.Type, e.From, e.To, e.DayKey, e.Role, e.Evidence, edgeBody(&e.Edge), tallyOf(e)}
}

// tallyOf is what is kept of an edge's tally: nothing if its claims in one report tell
// the same, as they do for most edges.
func tallyOf(e *store.EdgeRow) string {
	if e.Tally.Reports == 1 {
		return ""
	}
	return encode(e.Tally)
}

func (w *work) adjacentRow(e *store.EdgeRow, sign string, near, far civic.ID) []any {
	return []any{w.numbers[near], sign + string(e.Type), e.DayKey, e.ID, w.numbers[e.ID], w.numbers[far], w.entities[far].Type, e.Role, far, e.Evidence}
}

// applyEntities changes entities, what lists by name sort them by, and the words
// of their names, where these are other than before.
func (t *transaction) applyEntities(w *work) error {
	rows, renamed := w.entityRows()
	forgotten, terms := w.termRows()
	if err := t.drop(dropTerms, w, forgotten); err != nil {
		return err
	}
	if err := t.drop(dropEntities, w, w.goneEntities); err != nil {
		return err
	}
	if err := t.insert(putEntities, rows); err != nil {
		return err
	}
	if err := t.insert(renameEntities, renamed); err != nil {
		return err
	}
	return t.insert(putTerms, terms)
}

// entityRows are the rows of entity, and the new sort keys of those that had others.
func (w *work) entityRows() (entities, renamed [][]any) {
	for _, e := range sorted(w, w.entities) {
		entities = append(entities, w.entityRow(e))
		if before, stood := w.heldEntities[e.ID]; stood && before.nameKey != e.NameKey {
			renamed = append(renamed, []any{w.numbers[e.ID], e.NameKey})
		}
	}
	return entities, renamed
}

// termRows are the entities whose words are forgotten, and the rows of term.
func (w *work) termRows() (forgotten []civic.ID, terms [][]any) {
	for _, id := range w.goneEntities {
		if w.heldEntities[id].terms != "" {
			forgotten = append(forgotten, id)
		}
	}
	for _, e := range sorted(w, w.entities) {
		words, before := strings.Join(e.Terms, " "), w.heldEntities[e.ID].terms
		if words != before && before != "" {
			forgotten = append(forgotten, e.ID)
		}
		if words != before && words != "" {
			terms = append(terms, []any{w.numbers[e.ID], words})
		}
	}
	return forgotten, terms
}

func (w *work) entityRow(e *store.EntityRow) []any {
	degree := e.Degree(civic.Out) + e.Degree(civic.In)
	row := []any{w.numbers[e.ID], e.ID, e.Type, e.NameKey, e.DayKey, e.ReportsKey, e.Props.Kind, statusOf(e), degree}
	row = append(row, daysOf(e)...)
	var sha256 any
	if e.Source != nil {
		sha256 = e.Source.SHA256
	}
	return append(row, e.Attendance, sha256, strings.Join(e.Terms, " "), entityBody(&e.Entity), encode(e.Tally))
}

func statusOf(e *store.EntityRow) string {
	if e.Type.IsEvent() && e.Props.Status == "" {
		return civic.Held
	}
	return e.Props.Status
}

// daysOf are earliest, latest, likely_first and likely_last.
func daysOf(e *store.EntityRow) []any {
	if !e.Type.IsEvent() {
		return []any{nil, nil, nil, nil}
	}
	var date civic.Date
	if e.Props.Date != nil {
		date = *e.Props.Date
	}
	return []any{date.Earliest, date.Latest, e.LikelyFirst, e.LikelyLast}
}

// counts are the changes of the counters when new readings take the place of an old one.
func (w *work) counts(old *civic.Reading, new []*civic.Reading) counters {
	c := counters{}
	for id, e := range w.entities {
		if _, stood := w.heldEntities[id]; !stood {
			c[countNode+string(e.Type)]++
		}
	}
	for _, id := range w.goneEntities {
		c[countNode+string(w.heldEntities[id].kind)]--
	}
	for id, e := range w.edges {
		if _, stood := w.heldEdges[id]; !stood {
			c[countEdge+string(e.Type)]++
		}
	}
	for _, id := range w.goneEdges {
		c[countEdge+string(w.heldEdges[id].kind)]--
	}
	for _, r := range new {
		c.claims(r, 1)
	}
	c.claims(old, -1)
	return c
}

func (c counters) claims(r *civic.Reading, n int) {
	if r == nil {
		return
	}
	c[countClaims] += n * len(r.Claims)
	for i := range r.Claims {
		c[countEvidence] += n * len(r.Claims[i].Evidence)
	}
}

// rows are the rows of counter.
func (c counters) rows() [][]any {
	var rows [][]any
	for _, name := range slices.Sorted(maps.Keys(c)) {
		if c[name] != 0 {
			rows = append(rows, []any{name, c[name]})
		}
	}
	return rows
}

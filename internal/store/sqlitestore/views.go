package sqlitestore

import (
	"maps"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var (
	putEntities  = text("put_entities")
	putTerms     = text("put_terms")
	putEdges     = text("put_edges")
	putAdjacent  = text("put_adjacent")
	putCounters  = text("put_counters")
	dropEntities = text("drop_entities")
	dropTerms    = text("drop_terms")
	dropEdges    = text("drop_edges")
	dropAdjacent = text("drop_adjacent")
)

// applyEdges changes edges, and their places among those of their nodes where
// these are other than before.
func (t *transaction) applyEdges(h *held, change store.Change) error {
	left, rows, adjacent := h.edgeRows(change)
	if len(left) > 0 {
		if err := t.exec(dropAdjacent, h.numbersOf(left)); err != nil {
			return err
		}
	}
	if len(change.GoneEdges) > 0 {
		if err := t.exec(dropEdges, h.numbersOf(change.GoneEdges)); err != nil {
			return err
		}
	}
	if err := t.insert(putEdges, rows); err != nil {
		return err
	}
	return t.insert(putAdjacent, adjacent)
}

// edgeRows are the edges that leave their places, the rows of edge, and the rows of
// adjacent for those that take a new place.
func (h *held) edgeRows(change store.Change) (left []civic.ID, edges, adjacent [][]any) {
	types := make(map[civic.ID]civic.NodeType, len(change.Entities))
	for i := range change.Entities {
		types[change.Entities[i].ID] = change.Entities[i].Type
	}
	left = slices.Clone(change.GoneEdges)
	for i := range change.Edges {
		e := &change.Edges[i]
		edges = append(edges, h.edgeRow(e))
		before, stood := h.edges[e.ID]
		if stood && before.dayKey == e.DayKey && before.role == e.Role {
			continue
		}
		if stood {
			left = append(left, e.ID)
		}
		adjacent = append(adjacent, h.adjacentRow(e, out, e.From, e.To, types), h.adjacentRow(e, in, e.To, e.From, types))
	}
	return left, edges, adjacent
}

func (h *held) edgeRow(e *store.EdgeRow) []any {
	return []any{h.numbers[e.ID], e.ID, e.Type, e.From, e.To, e.DayKey, e.Role, e.Evidence, edgeBodyOf(&e.Edge), encode(e.Tally)}
}

func (h *held) adjacentRow(e *store.EdgeRow, sign string, near, far civic.ID, types map[civic.ID]civic.NodeType) []any {
	return []any{h.numbers[near], sign + string(e.Type), e.DayKey, e.ID, h.numbers[e.ID], h.numbers[far], types[far], e.Role}
}

// applyEntities changes entities, and the words of their names where these are
// other than before.
func (t *transaction) applyEntities(h *held, change store.Change) error {
	rows, forgotten, terms := h.entityRows(change)
	if len(forgotten) > 0 {
		if err := t.exec(dropTerms, h.numbersOf(forgotten)); err != nil {
			return err
		}
	}
	if len(change.GoneEntities) > 0 {
		if err := t.exec(dropEntities, h.numbersOf(change.GoneEntities)); err != nil {
			return err
		}
	}
	if err := t.insert(putEntities, rows); err != nil {
		return err
	}
	return t.insert(putTerms, terms)
}

// entityRows are the rows of entity, those whose words are forgotten, and the rows
// of term.
func (h *held) entityRows(change store.Change) (entities [][]any, forgotten []civic.ID, terms [][]any) {
	forgotten = slices.DeleteFunc(slices.Clone(change.GoneEntities), func(id civic.ID) bool { return h.entities[id].terms == "" })
	for i := range change.Entities {
		e := &change.Entities[i]
		words := strings.Join(e.Terms, " ")
		entities = append(entities, h.entityRow(e, words))
		before := h.entities[e.ID].terms
		if words != before && before != "" {
			forgotten = append(forgotten, e.ID)
		}
		if words != before && words != "" {
			terms = append(terms, []any{h.numbers[e.ID], words})
		}
	}
	return entities, forgotten, terms
}

func (h *held) entityRow(e *store.EntityRow, words string) []any {
	degree := e.Degree(civic.Out) + e.Degree(civic.In)
	row := []any{h.numbers[e.ID], e.ID, e.Type, e.NameKey, e.DayKey, e.ReportsKey, e.Props.Kind, statusOf(e), degree}
	row = append(row, daysOf(e)...)
	var sha256 any
	if e.Source != nil {
		sha256 = e.Source.SHA256
	}
	return append(row, e.Attendance, sha256, words, bodyOf(&e.Entity), encode(e.Tally))
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

// counts are the changes of the counters when new takes the place of old.
func (h *held) counts(change store.Change, old, new *civic.Reading) counters {
	c := counters{}
	for i := range change.Entities {
		if _, stood := h.entities[change.Entities[i].ID]; !stood {
			c[countNode+string(change.Entities[i].Type)]++
		}
	}
	for _, id := range change.GoneEntities {
		c[countNode+string(h.entities[id].kind)]--
	}
	for i := range change.Edges {
		if _, stood := h.edges[change.Edges[i].ID]; !stood {
			c[countEdge+string(change.Edges[i].Type)]++
		}
	}
	for _, id := range change.GoneEdges {
		c[countEdge+string(h.edges[id].kind)]--
	}
	c.claims(new, 1)
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

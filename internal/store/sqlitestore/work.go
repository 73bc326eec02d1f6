package sqlitestore

import (
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// work is a write under way: what the store held of what it touches, and what it
// makes of that.
type work struct {
	state        store.State
	heldEntities map[civic.ID]heldEntity
	heldEdges    map[civic.ID]heldEdge
	numbers      map[civic.ID]int // of entities and edges, the new ones included
	lastEntity   int
	lastEdge     int
	untold       []civic.ID // edges without a tally

	entities     map[civic.ID]*store.EntityRow // to be put
	edges        map[civic.ID]*store.EdgeRow
	goneEntities []civic.ID
	goneEdges    []civic.ID
}

type heldEntity struct {
	kind    civic.NodeType
	nameKey string
	terms   string
}

type heldEdge struct {
	kind         civic.EdgeType
	dayKey, role string
	evidence     int
}

var (
	queryHeldEntities = text("held_entities")
	queryHeldEdges    = text("held_edges")
	queryHeldClaims   = text("held_claims")
	queryLastNumbers  = text("last_numbers")
)

// load reads what a write touches that puts readings in the place of an old one.
func (t *transaction) load(old *civic.Reading, new []*civic.Reading) (*work, error) {
	w := &work{
		state:        store.State{Entities: map[civic.ID]store.EntityState{}, Edges: map[civic.ID]store.EdgeTally{}},
		heldEntities: map[civic.ID]heldEntity{}, heldEdges: map[civic.ID]heldEdge{}, numbers: map[civic.ID]int{},
		entities: map[civic.ID]*store.EntityRow{}, edges: map[civic.ID]*store.EdgeRow{},
	}
	var report civic.ID // whose old reading does not count
	if old != nil {
		report = old.Report.ID
	}
	entities, edges := touched(append([]*civic.Reading{old}, new...))
	if err := t.each(queryHeldEntities, w.scanEntity, report, report, list(entities)); err != nil {
		return nil, err
	}
	if err := t.each(queryHeldEdges, w.scanEdge, list(edges)); err != nil {
		return nil, err
	}
	last := func(rows *sql.Rows) error { return rows.Scan(&w.lastEntity, &w.lastEdge) }
	if err := t.each(queryLastNumbers, last); err != nil {
		return nil, err
	}
	_, edges = store.Touched(old, nil)
	return w, t.retell(w, distinct(append(edges, w.untold...)), report)
}

// touched are the entities and edges of some readings.
func touched(readings []*civic.Reading) (entities, edges []civic.ID) {
	for _, r := range readings {
		inEntities, inEdges := store.Touched(nil, r)
		entities, edges = append(entities, inEntities...), append(edges, inEdges...)
	}
	return distinct(entities), distinct(edges)
}

func (w *work) scanEntity(rows *sql.Rows) error {
	var id civic.ID
	var n int
	var e heldEntity
	var tally sql.RawBytes
	var newest, oldest string
	if err := rows.Scan(&id, &n, &e.kind, &e.nameKey, &e.terms, &tally, &newest, &oldest); err != nil {
		return err
	}
	state := store.EntityState{Newest: dayOf(newest), Oldest: dayOf(oldest), Terms: strings.Fields(e.terms)}
	w.heldEntities[id], w.numbers[id] = e, n
	err := json.Unmarshal(tally, &state.Tally)
	w.state.Entities[id] = state
	return err
}

// dayOf is the day that a key sorts newest first.
func dayOf(key string) civic.Day {
	if key == "" || key == civic.Day("").NewestFirst() {
		return ""
	}
	return civic.Day(civic.Day(key).NewestFirst()) // its own inverse
}

func (w *work) scanEdge(rows *sql.Rows) error {
	var id civic.ID
	var n int
	var e heldEdge
	var raw sql.RawBytes
	if err := rows.Scan(&id, &n, &e.kind, &raw, &e.dayKey, &e.role, &e.evidence); err != nil {
		return err
	}
	w.heldEdges[id], w.numbers[id] = e, n
	if len(raw) == 0 {
		w.untold = append(w.untold, id)
		return nil
	}
	var tally store.EdgeTally
	err := json.Unmarshal(raw, &tally)
	w.state.Edges[id] = tally
	return err
}

// retell makes the tallies of edges anew from what other reports say of them.
func (t *transaction) retell(w *work, edges []civic.ID, report civic.ID) error {
	if len(edges) == 0 {
		return nil
	}
	for _, id := range edges {
		delete(w.state.Edges, id)
	}
	return t.each(queryHeldClaims, func(rows *sql.Rows) error {
		var edge, report civic.ID
		var dayKey string
		var body sql.RawBytes
		if err := rows.Scan(&edge, &dayKey, &report, &body); err != nil {
			return err
		}
		claims, err := readSaid(body, packTestimonies)
		tally := w.state.Edges[edge]
		tally.Add(testimonies(claims, report, dayOf(dayKey))...)
		w.state.Edges[edge] = tally
		return err
	}, list(edges), report)
}

// testimonies is what an edge's tally counts of one report's claims.
func testimonies(claims []testimony, report civic.ID, published civic.Day) []store.Testimony {
	counted := make([]store.Testimony, len(claims))
	for i, c := range claims {
		counted[i] = store.Testimony{Claim: c.Claim, Report: report, Published: published,
			Basis: c.Basis, Props: c.Props, Evidence: len(c.Evidence)}
	}
	return counted
}

// take adds a change to the work: it is what the next plan starts from.
func (w *work) take(change store.Change) {
	for i := range change.Entities {
		row := &change.Entities[i]
		w.entities[row.ID] = row
		w.state.Entities[row.ID] = store.EntityState{Tally: row.Tally, Oldest: row.FirstSeen, Newest: row.LastSeen, Terms: row.Terms}
		if w.numbers[row.ID] == 0 {
			w.lastEntity++
			w.numbers[row.ID] = w.lastEntity
		}
	}
	for i := range change.Edges {
		row := &change.Edges[i]
		w.edges[row.ID] = row
		w.state.Edges[row.ID] = row.Tally
		if w.numbers[row.ID] == 0 {
			w.lastEdge++
			w.numbers[row.ID] = w.lastEdge
		}
	}
	w.goneEntities = append(w.goneEntities, change.GoneEntities...)
	w.goneEdges = append(w.goneEdges, change.GoneEdges...)
}

// sorted are the rows of a map in the order of their numbers, which is that of
// their table.
func sorted[T any](w *work, rows map[civic.ID]*T) []*T {
	ids := slices.SortedFunc(maps.Keys(rows), func(a, b civic.ID) int { return w.numbers[a] - w.numbers[b] })
	values := make([]*T, len(ids))
	for i, id := range ids {
		values[i] = rows[id]
	}
	return values
}

// numbersOf is the JSON array of the numbers of some things.
func (w *work) numbersOf(ids []civic.ID) string {
	numbers := make([]int, 0, len(ids))
	for _, id := range ids {
		numbers = append(numbers, w.numbers[id])
	}
	return encode(numbers)
}

package sqlitestore

import (
	"database/sql"
	"encoding/json"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// held is what the store holds of what a write touches.
type held struct {
	state    store.State
	entities map[civic.ID]heldEntity
	edges    map[civic.ID]heldEdge
	numbers  map[civic.ID]int // of entities and edges, the new ones included
}

type heldEntity struct {
	kind  civic.NodeType
	terms string
}

type heldEdge struct {
	kind         civic.EdgeType
	dayKey, role string
}

var (
	queryHeldEntities = text("held_entities")
	queryHeldEdges    = text("held_edges")
	queryHeldClaims   = text("held_claims")
	queryLastNumbers  = text("last_numbers")
)

// load reads what a write touches that puts one reading in the place of another.
func (t *transaction) load(old, new *civic.Reading) (*held, error) {
	h := &held{
		state:    store.State{Entities: map[civic.ID]store.EntityState{}, Edges: map[civic.ID]store.EdgeTally{}},
		entities: map[civic.ID]heldEntity{}, edges: map[civic.ID]heldEdge{}, numbers: map[civic.ID]int{},
	}
	report := reportOf(old, new)
	entities, edges := store.Touched(old, new)
	if err := t.each(queryHeldEntities, h.scanEntity, report, report, list(entities)); err != nil {
		return nil, err
	}
	if err := t.each(queryHeldEdges, h.scanEdge, list(edges)); err != nil {
		return nil, err
	}
	if old == nil {
		return h, nil
	}
	_, edges = store.Touched(old, nil)
	return h, t.retell(h, edges, report)
}

func reportOf(old, new *civic.Reading) civic.ID {
	if old != nil {
		return old.Report.ID
	}
	return new.Report.ID
}

func (h *held) scanEntity(rows *sql.Rows) error {
	var id civic.ID
	var n int
	var e heldEntity
	var tally sql.RawBytes
	var newest, oldest string
	if err := rows.Scan(&id, &n, &e.kind, &e.terms, &tally, &newest, &oldest); err != nil {
		return err
	}
	state := store.EntityState{Newest: dayOf(newest), Oldest: dayOf(oldest)}
	h.entities[id], h.numbers[id] = e, n
	err := json.Unmarshal(tally, &state.Tally)
	h.state.Entities[id] = state
	return err
}

// dayOf is the day that a key sorts newest first.
func dayOf(key string) civic.Day {
	if key == "" || key == civic.Day("").NewestFirst() {
		return ""
	}
	return civic.Day(civic.Day(key).NewestFirst()) // its own inverse
}

func (h *held) scanEdge(rows *sql.Rows) error {
	var id civic.ID
	var n int
	var e heldEdge
	var raw sql.RawBytes
	if err := rows.Scan(&id, &n, &e.kind, &raw, &e.dayKey, &e.role); err != nil {
		return err
	}
	h.edges[id], h.numbers[id] = e, n
	var tally store.EdgeTally
	err := json.Unmarshal(raw, &tally)
	h.state.Edges[id] = tally
	return err
}

// retell makes the tallies of edges anew from what other reports say of them.
func (t *transaction) retell(h *held, edges []civic.ID, report civic.ID) error {
	for _, id := range edges {
		delete(h.state.Edges, id)
	}
	return t.each(queryHeldClaims, func(rows *sql.Rows) error {
		var edge, report civic.ID
		var dayKey string
		var body sql.RawBytes
		if err := rows.Scan(&edge, &dayKey, &report, &body); err != nil {
			return err
		}
		var claims []testimony
		err := json.Unmarshal(body, &claims)
		tally := h.state.Edges[edge]
		tally.Add(testimonies(claims, report, dayOf(dayKey))...)
		h.state.Edges[edge] = tally
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

// number gives numbers to what is new.
func (t *transaction) number(h *held, change store.Change) error {
	if !t.numbered {
		scan := func(rows *sql.Rows) error { return rows.Scan(&t.lastEntity, &t.lastEdge) }
		if err := t.each(queryLastNumbers, scan); err != nil {
			return err
		}
		t.numbered = true
	}
	for i := range change.Entities {
		if id := change.Entities[i].ID; h.numbers[id] == 0 {
			t.lastEntity++
			h.numbers[id] = t.lastEntity
		}
	}
	for i := range change.Edges {
		if id := change.Edges[i].ID; h.numbers[id] == 0 {
			t.lastEdge++
			h.numbers[id] = t.lastEdge
		}
	}
	return nil
}

// numbersOf is the JSON array of the numbers of some things.
func (h *held) numbersOf(ids []civic.ID) string {
	numbers := make([]int, 0, len(ids))
	for _, id := range ids {
		numbers = append(numbers, h.numbers[id])
	}
	return encode(numbers)
}

package neo4jstore

import (
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// held locks reports and returns what the store holds of each, as far as
// store.Plan looks at it: nil for those that it does not hold.
func (t transaction) held(reports []civic.ID) (map[civic.ID]*civic.Reading, error) {
	ids := distinct(reports)
	slices.Sort(ids)
	records, err := t.query(query("held.cypher", nil), map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	held := make(map[civic.ID]*civic.Reading, len(records))
	for _, r := range records {
		if held[civic.ID(text(r.Values[0]))], err = decodeReading(r.Values[1], list(r.Values[2]), list(r.Values[3])); err != nil {
			return nil, err
		}
	}
	return held, nil
}

func decodeReading(body any, referents, claims []any) (*civic.Reading, error) {
	if body == nil {
		return nil, nil
	}
	var e civic.Entity
	if err := decode(body, &e); err != nil || e.Source == nil {
		return nil, err
	}
	r := &civic.Reading{Report: reportOf(&e), Referents: make([]civic.Referent, len(referents)), Claims: make([]civic.Claim, len(claims))}
	for i, row := range referents {
		if err := decodeReferent(list(row), &r.Referents[i]); err != nil {
			return nil, err
		}
	}
	for i, row := range claims {
		if err := decodeClaim(list(row), &r.Claims[i]); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func reportOf(e *civic.Entity) civic.Report {
	s := e.Source
	return civic.Report{ID: e.ID, Source: s.Source, PublishedAt: s.PublishedAt, SHA256: s.SHA256, Extractor: s.Extractor}
}

// referentBody is what is kept of a referent beside its own properties.
type referentBody struct {
	Names     []civic.Name `json:"names"`
	Props     civic.Props  `json:"props"`
	Mentioned bool         `json:"mentioned,omitempty"`
}

// decodeReferent reads [id, type, entity, body].
func decodeReferent(row []any, ref *civic.Referent) error {
	var body referentBody
	if err := decode(row[3], &body); err != nil {
		return err
	}
	*ref = civic.Referent{ID: civic.ID(text(row[0])), Type: civic.NodeType(text(row[1])), Entity: civic.ID(text(row[2])),
		Names: body.Names, Props: body.Props}
	if body.Mentioned {
		ref.Mentions = make([]civic.Span, 1)
	}
	return nil
}

// decodeClaim reads [id, type, subject, object, basis, properties, pieces of evidence].
func decodeClaim(row []any, c *civic.Claim) error {
	*c = civic.Claim{ID: civic.ID(text(row[0])), Type: civic.EdgeType(text(row[1])), Subject: civic.ID(text(row[2])),
		Object: civic.ID(text(row[3])), Basis: civic.Basis(text(row[4])), Evidence: make([]civic.Evidence, number(row[6]))}
	return decode(row[5], &c.Props)
}

// base locks what a batch touches and returns what others say of it.
func (t transaction) base(b batch) (base, error) {
	found := base{tallies: map[civic.ID]store.EntityTally{}, days: map[civic.ID]lifespan{},
		edges: map[civic.ID]func() *store.EdgeTally{}, stored: map[civic.ID]bool{}}
	reports := slices.Sorted(maps.Keys(b.final()))
	if err := t.lockEntities(b, reports, found); err != nil {
		return base{}, err
	}
	if err := t.tallies(b, found); err != nil {
		return base{}, err
	}
	if err := t.remaining(b, reports, found); err != nil {
		return base{}, err
	}
	return found, nil
}

// lockEntities locks in the order of ids, so that two writers wait for each other
// instead of both failing.
func (t transaction) lockEntities(b batch, reports []civic.ID, found base) error {
	types := map[civic.ID]civic.NodeType{}
	for _, r := range b.versions() {
		for i := range r.Referents {
			types[r.Referents[i].Entity] = r.Referents[i].Type
		}
	}
	rows := make([]map[string]any, 0, len(types))
	for _, id := range slices.Sorted(maps.Keys(types)) {
		rows = append(rows, map[string]any{"id": string(id), "type": string(types[id])})
	}
	records, err := t.query(query("touched.cypher", nil), map[string]any{"rows": rows, "reports": reports})
	if err != nil {
		return err
	}
	for _, r := range records {
		if r.Values[1] == nil {
			continue
		}
		id := civic.ID(text(r.Values[0]))
		var tally store.EntityTally
		if err := decode(r.Values[1], &tally); err != nil {
			return err
		}
		found.tallies[id] = tally
		found.days[id] = lifespan{civic.Day(text(r.Values[2])), civic.Day(text(r.Values[3]))}
	}
	return nil
}

// tallies reads those of all edges that the batch speaks of, its own reports'
// claims counted.
func (t transaction) tallies(b batch, found base) error {
	ids := map[string]any{}
	seen := map[civic.ID]bool{}
	for _, r := range b.versions() {
		for id, kind := range edgeTypes(r) {
			if !seen[id] {
				seen[id] = true
				some, _ := ids[string(kind)].([]string)
				ids[string(kind)] = append(some, string(id))
			}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	records, err := t.query(query("tallies.cypher", nil), map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, r := range records {
		id, tally := civic.ID(text(r.Values[0])), r.Values[1]
		if err := decode(tally, &store.EdgeTally{}); err != nil {
			return err
		}
		found.stored[id] = true
		found.edges[id] = func() *store.EdgeTally {
			var fresh store.EdgeTally
			_ = decode(tally, &fresh) // decoded once before
			return &fresh
		}
	}
	return nil
}

// remaining replaces the tallies of the edges that the held readings speak of by
// ones made anew without them.
func (t transaction) remaining(b batch, reports []civic.ID, found base) error {
	var ids []civic.ID
	for _, report := range reports {
		for id := range edgeTypes(b.held[report]) {
			delete(found.edges, id)
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	records, err := t.query(query("remaining.cypher", nil), map[string]any{"ids": distinct(ids), "reports": reports})
	if err != nil {
		return err
	}
	claims := map[civic.ID][]store.Testimony{}
	for _, r := range records {
		c, err := decodeTestimony(r.Values[1:])
		if err != nil {
			return err
		}
		edge := civic.ID(text(r.Values[0]))
		claims[edge] = append(claims[edge], c)
	}
	for edge, said := range claims {
		found.edges[edge] = func() *store.EdgeTally {
			var fresh store.EdgeTally
			fresh.Add(said...)
			return &fresh
		}
	}
	return nil
}

// decodeTestimony reads [claim, report, day, basis, properties, pieces of evidence].
func decodeTestimony(row []any) (store.Testimony, error) {
	c := store.Testimony{Claim: civic.ID(text(row[0])), Report: civic.ID(text(row[1])), Published: civic.Day(text(row[2])),
		Basis: civic.Basis(text(row[3])), Evidence: number(row[5])}
	return c, decode(row[4], &c.Props)
}

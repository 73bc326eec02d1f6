package neo4jstore

import (
	"maps"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// A batch is one write of many readings. It is worked out in memory, reading by
// reading as the contract has it, and saved as one change: an entity of which a
// hundred readings speak is written once.
type batch struct {
	held  map[civic.ID]*civic.Reading // what the store holds of each report; nil for nothing
	steps []step
}

// step puts one reading of a report in the place of another; either may be nil.
type step struct {
	report   civic.ID
	old, new *civic.Reading
}

// newBatch also tells what the write does with each reading.
func newBatch(held map[civic.ID]*civic.Reading, readings []*civic.Reading) (batch, []store.Outcome) {
	b := batch{held: held}
	current := maps.Clone(held)
	outcomes := make([]store.Outcome, len(readings))
	for i, r := range readings {
		old := current[r.Report.ID]
		outcomes[i] = store.OutcomeOf(sourceOf(old), &r.Report)
		if outcomes[i] != store.Unchanged {
			b.steps = append(b.steps, step{report: r.Report.ID, old: old, new: r})
			current[r.Report.ID] = r
		}
	}
	return b, outcomes
}

func sourceOf(r *civic.Reading) *civic.Source {
	if r == nil {
		return nil
	}
	return store.SourceOf(&r.Report)
}

// final is the last reading of each report that changes; nil where it goes.
func (b batch) final() map[civic.ID]*civic.Reading {
	last := map[civic.ID]*civic.Reading{}
	for _, s := range b.steps {
		last[s.report] = s.new
	}
	return last
}

// versions lists every reading, old and new, that the batch has to do with.
func (b batch) versions() []*civic.Reading {
	var all []*civic.Reading
	for report := range b.final() {
		if b.held[report] != nil {
			all = append(all, b.held[report])
		}
	}
	for _, s := range b.steps {
		if s.new != nil {
			all = append(all, s.new)
		}
	}
	return all
}

// base is what the graph says without the reports of a batch.
type base struct {
	tallies map[civic.ID]store.EntityTally       // of entities, those reports included
	days    map[civic.ID]lifespan                // of entities
	edges   map[civic.ID]func() *store.EdgeTally // a fresh tally each time; absent for edges of nobody else
	stored  map[civic.ID]bool                    // edges that are there, those reports included
}

// lifespan is the days of the oldest and the newest report of an entity.
type lifespan struct{ oldest, newest civic.Day }

func (l lifespan) with(day civic.Day) lifespan {
	if l.oldest == "" || day < l.oldest {
		l.oldest = day
	}
	l.newest = max(l.newest, day)
	return l
}

// change is the sum of a batch's steps.
type change struct {
	held         map[civic.ID]*civic.Reading // to take out
	final        map[civic.ID]*civic.Reading // to put in; nil where the report goes
	entities     map[civic.ID]store.EntityRow
	goneEntities map[civic.ID]bool
	edges        map[civic.ID]store.EdgeRow
	goneEdges    map[civic.ID]civic.EdgeType
	stored       map[civic.ID]bool // edges that were there before
}

// outcome works the steps out over what others say.
func (b batch) outcome(base base) change {
	c := change{held: b.held, final: b.final(), stored: base.stored,
		entities: map[civic.ID]store.EntityRow{}, goneEntities: map[civic.ID]bool{},
		edges: map[civic.ID]store.EdgeRow{}, goneEdges: map[civic.ID]civic.EdgeType{}}
	voices := newChorus()
	for report := range c.final {
		voices.add(b.held[report])
	}
	for _, s := range b.steps {
		voices.remove(s.old)
		c.take(store.Plan(s.old, s.new, voices.state(base, s)), base, s)
		voices.add(s.new)
	}
	return c
}

// take adds a step's change to the sum, and its tallies to the base of the next.
func (c *change) take(step store.Change, base base, s step) {
	for _, row := range step.Entities {
		c.entities[row.ID], base.tallies[row.ID] = row, row.Tally
		delete(c.goneEntities, row.ID)
	}
	for _, id := range step.GoneEntities {
		c.goneEntities[id] = true
		delete(c.entities, id)
		delete(base.tallies, id)
	}
	for _, row := range step.Edges {
		c.edges[row.ID] = row
		delete(c.goneEdges, row.ID)
	}
	types := edgeTypes(s.old)
	for _, id := range step.GoneEdges {
		c.goneEdges[id] = types[id]
		delete(c.edges, id)
	}
}

// chorus is what the batch's own reports say at some step.
type chorus struct {
	days   map[civic.ID]map[civic.ID]civic.Day         // entity → report → publication
	claims map[civic.ID]map[civic.ID][]store.Testimony // edge → report → its claims
}

func newChorus() chorus {
	return chorus{map[civic.ID]map[civic.ID]civic.Day{}, map[civic.ID]map[civic.ID][]store.Testimony{}}
}

func (c chorus) add(r *civic.Reading) {
	if r == nil {
		return
	}
	for i := range r.Referents {
		put(c.days, r.Referents[i].Entity, r.Report.ID, r.Report.PublishedAt)
	}
	for edge, claims := range testimonies(r) {
		put(c.claims, edge, r.Report.ID, claims)
	}
}

func (c chorus) remove(r *civic.Reading) {
	if r == nil {
		return
	}
	for i := range r.Referents {
		delete(c.days[r.Referents[i].Entity], r.Report.ID)
	}
	for edge := range testimonies(r) {
		delete(c.claims[edge], r.Report.ID)
	}
}

func put[V any](m map[civic.ID]map[civic.ID]V, outer, inner civic.ID, value V) {
	if m[outer] == nil {
		m[outer] = map[civic.ID]V{}
	}
	m[outer][inner] = value
}

// state is what a step finds: what others say and what the chorus says.
func (c chorus) state(base base, s step) store.State {
	entities, edges := store.Touched(s.old, s.new)
	state := store.State{Entities: map[civic.ID]store.EntityState{}, Edges: map[civic.ID]store.EdgeTally{}}
	for _, id := range entities {
		if tally, ok := base.tallies[id]; ok {
			span := base.days[id]
			for _, day := range c.days[id] {
				span = span.with(day)
			}
			state.Entities[id] = store.EntityState{Tally: tally, Oldest: span.oldest, Newest: span.newest}
		}
	}
	for _, id := range edges {
		if tally := c.tally(base, id); tally.Reports > 0 {
			state.Edges[id] = *tally
		}
	}
	return state
}

func (c chorus) tally(base base, edge civic.ID) *store.EdgeTally {
	tally := &store.EdgeTally{}
	if fresh := base.edges[edge]; fresh != nil {
		tally = fresh()
	}
	for _, claims := range c.claims[edge] {
		tally.Add(claims...)
	}
	return tally
}

// testimonies is what a reading says of each edge.
func testimonies(r *civic.Reading) map[civic.ID][]store.Testimony {
	said := map[civic.ID][]store.Testimony{}
	eachEdge(r, func(edge civic.ID, c *civic.Claim) {
		said[edge] = append(said[edge], store.Testimony{Claim: c.ID, Report: r.Report.ID,
			Published: r.Report.PublishedAt, Basis: c.Basis, Props: c.Props, Evidence: len(c.Evidence)})
	})
	return said
}

// edgeTypes are the types of the edges that a reading speaks of.
func edgeTypes(r *civic.Reading) map[civic.ID]civic.EdgeType {
	types := map[civic.ID]civic.EdgeType{}
	eachEdge(r, func(edge civic.ID, c *civic.Claim) { types[edge] = c.Type })
	return types
}

// eachEdge calls visit for each claim of a reading, which may be nil.
func eachEdge(r *civic.Reading, visit func(edge civic.ID, c *civic.Claim)) {
	if r == nil {
		return
	}
	entities := make(map[civic.ID]civic.ID, len(r.Referents))
	for i := range r.Referents {
		entities[r.Referents[i].ID] = r.Referents[i].Entity
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		visit(civic.EdgeID(c.Type, entities[c.Subject], entities[c.Object]), c)
	}
}

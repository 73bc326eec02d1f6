package paths

import (
	"context"
	"fmt"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// search walks from both ends, a level at a time, until the two sides meet.
type search struct {
	reader   store.Reader
	query    Query
	left     int // edges that may still be looked at
	from, to *side
}

// side is what has been reached from one end. It is made for walks over tens of
// thousands of links: of most of them nothing is kept but where they are.
type side struct {
	start    civic.ID
	depth    int              // edges from start to the frontier
	places   map[civic.ID]int // of what has been reached, in nodes
	nodes    []reached        // the start first
	arrivals []arrival        // the links that lead here
	frontier []civic.ID       // the nodes at depth
	cost     int              // how many links a step looks at, about
}

// reached is a node of a side; last is the place of its last arrival, from 1 on.
type reached struct{ depth, last int }

// arrival is a link from a node at one depth to one at the next, and the place of
// the arrival before it at the same node; 0 for none.
type arrival struct {
	link   *civic.Link
	before int
}

// hop is all edges between two nodes.
type hop struct {
	edges    []civic.ID
	evidence int
}

func newSearch(ctx context.Context, r store.Reader, q Query) (*search, error) {
	ends, err := r.Entities(ctx, []civic.ID{q.From, q.To})
	if err != nil {
		return nil, fmt.Errorf("ends of a path: %w", err)
	}
	s := &search{reader: r, query: q, left: q.Budget}
	if s.left == 0 {
		s.left = DefaultBudget
	}
	for i, id := range []civic.ID{q.From, q.To} {
		if ends[i] == nil {
			return nil, fmt.Errorf("%w: there is no %s to find a path to", civic.ErrNotFound, id)
		}
	}
	s.from, s.to = newSide(ends[0]), newSide(ends[1])
	return s, nil
}

func newSide(end *civic.Entity) *side {
	return &side{start: end.ID, places: map[civic.ID]int{end.ID: 0}, nodes: make([]reached, 1), frontier: []civic.ID{end.ID},
		cost: end.Degree(civic.In) + end.Degree(civic.Out)}
}

// meet walks until the sides meet and returns the nodes where they do: all lie
// on the frontiers of both, so that every shortest path runs through one.
func (s *search) meet(ctx context.Context) ([]civic.ID, error) {
	for s.from.depth+s.to.depth < s.query.MaxLength {
		near, far := s.from, s.to
		if far.cost < near.cost {
			near, far = far, near
		}
		if len(near.frontier) == 0 {
			return nil, nil
		}
		links, err := s.look(ctx, near.frontier)
		if err != nil {
			return nil, err
		}
		near.step(links, func(n civic.FarEnd) bool { return n.ID == far.start || s.query.Rules.passable(n) })
		if met := near.common(far); len(met) > 0 {
			return met, nil
		}
	}
	return nil, nil
}

// look fetches the edges at the nodes within the budget.
func (s *search) look(ctx context.Context, nodes []civic.ID) ([]civic.Link, error) {
	if len(nodes) > civic.MaxIDs {
		return nil, s.tooFar()
	}
	links, err := s.reader.Links(ctx, nodes, s.query.Rules.Edges, s.left+1)
	if err != nil {
		return nil, fmt.Errorf("edges of a path: %w", err)
	}
	if s.left -= len(links); s.left < 0 {
		return nil, s.tooFar()
	}
	return links, nil
}

func (s *search) tooFar() error {
	return fmt.Errorf("%w: too many edges lie between the two; ask for shorter paths or name the types of edges", civic.ErrTooComplex)
}

// fewLinks is how many links an entity of one report has, about: nobody counts them.
const fewLinks = 8

// step moves the frontier along the links to the nodes that may be entered.
func (d *side) step(links []civic.Link, enterable func(civic.FarEnd) bool) {
	d.depth++
	d.frontier, d.cost = nil, 0
	d.nodes, d.arrivals = slices.Grow(d.nodes, len(links)), slices.Grow(d.arrivals, len(links))
	for i := range links {
		far := &links[i].Far
		place, ok := d.places[far.ID]
		switch {
		case ok && d.nodes[place].depth < d.depth: // on a shorter way
		case ok:
			d.arrive(place, &links[i])
		case enterable(*far):
			d.arrive(d.enter(far), &links[i])
		}
	}
}

// enter adds a node to the frontier.
func (d *side) enter(far *civic.FarEnd) (place int) {
	place = len(d.nodes)
	d.places[far.ID] = place
	d.nodes = append(d.nodes, reached{depth: d.depth})
	d.frontier = append(d.frontier, far.ID)
	if far.Type.IsShared() {
		d.cost += far.Degree
	} else {
		d.cost += fewLinks
	}
	return place
}

func (d *side) arrive(place int, link *civic.Link) {
	d.arrivals = append(d.arrivals, arrival{link, d.nodes[place].last})
	d.nodes[place].last = len(d.arrivals)
}

// hops are the last hops to a node, by the nodes that they come from.
func (d *side) hops(id civic.ID) map[civic.ID]*hop {
	hops := map[civic.ID]*hop{}
	for n := d.nodes[d.places[id]].last; n > 0; n = d.arrivals[n-1].before {
		link := d.arrivals[n-1].link
		h := hops[link.Near]
		if h == nil {
			h = &hop{}
			hops[link.Near] = h
		}
		h.edges = append(h.edges, link.ID())
		h.evidence += link.Evidence
	}
	return hops
}

// common is the nodes of the frontier that the other side has reached.
func (d *side) common(other *side) []civic.ID {
	var met []civic.ID
	for _, id := range d.frontier {
		if _, ok := other.places[id]; ok {
			met = append(met, id)
		}
	}
	return met
}

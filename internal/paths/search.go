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

// side is what has been reached from one end.
type side struct {
	start    civic.ID
	depth    int              // edges from start to the frontier
	dist     map[civic.ID]int // edges from start
	frontier []civic.ID       // the nodes at depth, sorted
	degrees  int              // sum of the frontier's degrees: what a step costs at most
	hops     map[civic.ID]map[civic.ID]*hop
}

// hop is all edges between two nodes. Of a side it is filed under the farther
// node, then under the nearer one.
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
	return &side{start: end.ID, dist: map[civic.ID]int{end.ID: 0}, frontier: []civic.ID{end.ID},
		degrees: end.Degree(civic.In) + end.Degree(civic.Out), hops: map[civic.ID]map[civic.ID]*hop{}}
}

// meet walks until the sides meet and returns, sorted, the nodes where they do: all
// lie on the frontiers of both, so that every shortest path runs through one.
func (s *search) meet(ctx context.Context) ([]civic.ID, error) {
	for s.from.depth+s.to.depth < s.query.MaxLength {
		near, far := s.from, s.to
		if far.degrees < near.degrees {
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

// step moves the frontier along the links to the nodes that may be entered.
func (d *side) step(links []civic.Link, enterable func(civic.FarEnd) bool) {
	d.depth++
	d.frontier, d.degrees = nil, 0
	for _, l := range links {
		if !enterable(l.Far) {
			continue
		}
		if _, ok := d.dist[l.Far.ID]; !ok {
			d.dist[l.Far.ID] = d.depth
			d.hops[l.Far.ID] = map[civic.ID]*hop{}
			d.frontier = append(d.frontier, l.Far.ID)
			d.degrees += l.Far.Degree
		}
		if d.dist[l.Far.ID] == d.depth {
			d.file(l)
		}
	}
	slices.Sort(d.frontier)
}

func (d *side) file(l civic.Link) {
	h := d.hops[l.Far.ID][l.Near]
	if h == nil {
		h = &hop{}
		d.hops[l.Far.ID][l.Near] = h
	}
	h.edges = append(h.edges, l.ID)
	h.evidence += l.Evidence
}

// common is the nodes of the frontier that the other side has reached.
func (d *side) common(other *side) []civic.ID {
	var met []civic.ID
	for _, id := range d.frontier {
		if _, ok := other.dist[id]; ok {
			met = append(met, id)
		}
	}
	return met
}

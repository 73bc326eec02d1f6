// Package paths finds how two entities are connected. It walks the graph over
// the store's contract alone, so that every store gives the same answer, and
// prefers saying that a question is too large to answering a part of it.
package paths

import (
	"context"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// MaxLength is the most edges that a path may have.
const MaxLength = 6

// DefaultBudget is how many edges a search looks at before it gives up.
const DefaultBudget = 200_000

// Query asks for the shortest paths between two entities.
type Query struct {
	From, To  civic.ID
	MaxLength int // edges of a path, 1 to MaxLength
	Limit     int // paths wanted, 1 to civic.MaxPage
	Budget    int // edges that may be looked at; DefaultBudget if 0
	Rules     Rules
}

// Rules says what a path may consist of. Its ends may be anything; Reports are
// never passed through.
type Rules struct {
	Edges   []civic.EdgeType // types of edges; all, if empty
	Through []civic.NodeType // of Topic, Group and Statement those that may be passed through all the same
	Areas   bool             // regions and countries may be passed through too
}

// Path is one way from one entity to another. Hops[i] are all edges, in either
// direction, between Nodes[i] and Nodes[i+1]: those with the most evidence first,
// then by id.
type Path struct {
	Nodes []*civic.Entity
	Hops  [][]*civic.Edge
}

// Shortest returns the paths of the least length, those with the most pieces of
// evidence first, then by the ids of their nodes; none where nothing connects the
// two. It is an ErrBadInput to ask for what cannot be, an ErrNotFound if an end is
// unknown and an ErrTooComplex if the budget runs out.
//
// It calls the store once for the ends, once for each level of the search, and
// twice for what it found.
func Shortest(ctx context.Context, r store.Reader, q Query) ([]Path, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	s, err := newSearch(ctx, r, q)
	if err != nil {
		return nil, err
	}
	met, err := s.meet(ctx)
	if err != nil || len(met) == 0 {
		return nil, err
	}
	return load(ctx, r, s.best(met))
}

func (q Query) check() error {
	switch {
	case q.From == q.To:
		return fmt.Errorf("%w: a path leads from one entity to another", civic.ErrBadInput)
	case q.MaxLength < 1 || q.MaxLength > MaxLength:
		return fmt.Errorf("%w: a path has 1 to %d edges, not %d", civic.ErrBadInput, MaxLength, q.MaxLength)
	case q.Limit < 1 || q.Limit > civic.MaxPage:
		return fmt.Errorf("%w: 1 to %d paths may be asked for, not %d", civic.ErrBadInput, civic.MaxPage, q.Limit)
	case q.Budget < 0:
		return fmt.Errorf("%w: a budget of %d edges", civic.ErrBadInput, q.Budget)
	}
	return nil
}

// The kinds of places that connect everybody with everybody.
const (
	kindRegion  = "REGION"
	kindCountry = "COUNTRY"
)

// passable reports whether a path may run through a node.
func (r Rules) passable(n civic.FarEnd) bool {
	switch n.Type {
	case civic.TypeReport:
		return false
	case civic.TypeTopic, civic.TypeGroup, civic.TypeStatement:
		for _, t := range r.Through {
			if t == n.Type {
				return true
			}
		}
		return false
	case civic.TypePlace:
		return r.Areas || n.Kind != kindRegion && n.Kind != kindCountry
	}
	return true
}

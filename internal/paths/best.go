package paths

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// route is a path, or the beginning of one, by ids.
type route struct {
	nodes    []civic.ID
	hops     []*hop
	evidence int
}

// then is the route with one more hop. It shares nothing with r.
func (r route) then(h *hop, node civic.ID) route {
	return route{append(slices.Clone(r.nodes), node), append(slices.Clone(r.hops), h), r.evidence + h.evidence}
}

func compareRoutes(a, b route) int {
	return cmp.Or(cmp.Compare(b.evidence, a.evidence), slices.Compare(a.nodes, b.nodes))
}

// best is the best routes, at most as many as wanted, through the nodes where the
// sides met. Of the routes to a node only the best can begin a best one, so no more
// are ever kept.
func (s *search) best(met []civic.ID) []route {
	known := map[civic.ID][]route{s.from.start: {{nodes: []civic.ID{s.from.start}}}}
	routes := map[civic.ID][]route{}
	for _, id := range met {
		routes[id] = s.routesTo(id, known)
	}
	for range s.to.depth {
		routes = s.onward(routes)
	}
	return routes[s.to.start]
}

// routesTo is the best routes from the start to a node that its side has reached.
func (s *search) routesTo(id civic.ID, known map[civic.ID][]route) []route {
	if routes, ok := known[id]; ok {
		return routes
	}
	var routes []route
	for near, h := range s.from.hops(id) {
		for _, r := range s.routesTo(near, known) {
			routes = append(routes, r.then(h, id))
		}
	}
	known[id] = s.trim(routes)
	return known[id]
}

// onward takes routes one node nearer to the other end.
func (s *search) onward(routes map[civic.ID][]route) map[civic.ID][]route {
	next := map[civic.ID][]route{}
	for id := range routes {
		for near, h := range s.to.hops(id) {
			for _, r := range routes[id] {
				next[near] = append(next[near], r.then(h, near))
			}
		}
	}
	for id := range next {
		next[id] = s.trim(next[id])
	}
	return next
}

func (s *search) trim(routes []route) []route {
	slices.SortFunc(routes, compareRoutes)
	return routes[:min(len(routes), s.query.Limit)]
}

// load fetches what the routes consist of. A route of which something went since
// it was found is left out.
func load(ctx context.Context, r store.Reader, routes []route) ([]Path, error) {
	nodes, edges := map[civic.ID]*civic.Entity{}, map[civic.ID]*civic.Edge{}
	for _, route := range routes {
		for _, id := range route.nodes {
			nodes[id] = nil
		}
		for _, h := range route.hops {
			for _, id := range h.edges {
				edges[id] = nil
			}
		}
	}
	if err := fill(ctx, nodes, r.Entities); err != nil {
		return nil, fmt.Errorf("nodes of a path: %w", err)
	}
	if err := fill(ctx, edges, r.Edges); err != nil {
		return nil, fmt.Errorf("edges of a path: %w", err)
	}
	var paths []Path
	for _, route := range routes {
		if p, ok := route.path(nodes, edges); ok {
			paths = append(paths, p)
		}
	}
	return paths, nil
}

func fill[T any](ctx context.Context, byID map[civic.ID]*T, fetch func(context.Context, []civic.ID) ([]*T, error)) error {
	ids := slices.Sorted(maps.Keys(byID))
	found, err := fetch(ctx, ids)
	for i := range found {
		byID[ids[i]] = found[i]
	}
	return err
}

func (r route) path(nodes map[civic.ID]*civic.Entity, edges map[civic.ID]*civic.Edge) (p Path, ok bool) {
	for _, id := range r.nodes {
		p.Nodes = append(p.Nodes, nodes[id])
	}
	for _, h := range r.hops {
		var hop []*civic.Edge
		for _, id := range h.edges {
			hop = append(hop, edges[id])
		}
		if slices.Contains(hop, nil) {
			return p, false
		}
		slices.SortFunc(hop, func(a, b *civic.Edge) int {
			return cmp.Or(cmp.Compare(b.Evidence, a.Evidence), cmp.Compare(a.ID, b.ID))
		})
		p.Hops = append(p.Hops, hop)
	}
	return p, !slices.Contains(p.Nodes, nil)
}

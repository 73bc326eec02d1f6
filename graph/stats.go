package graph

import "civicgraph/internal/civic"

// Stats is what the graph holds.
type Stats struct{ civic.Stats }

// EntityCount is the number of entities of one type.
type EntityCount struct {
	Type  EntityType
	Count int
}

// RelationCount is the number of edges of one type.
type RelationCount struct {
	Type  civic.EdgeType
	Count int
}

// Entities are the numbers of entities by type, none that is 0.
func (s *Stats) Entities() []EntityCount {
	var counts []EntityCount
	for _, t := range civic.NodeTypes {
		if n := s.Nodes[t]; n > 0 {
			counts = append(counts, EntityCount{EntityType(t), n})
		}
	}
	return counts
}

// Relations are the numbers of edges by type, none that is 0.
func (s *Stats) Relations() []RelationCount {
	var counts []RelationCount
	for _, t := range civic.EdgeTypes {
		if n := s.Edges[t]; n > 0 {
			counts = append(counts, RelationCount{t, n})
		}
	}
	return counts
}

package graph

import (
	"context"

	"civicgraph/internal/civic"
)

// queries resolves the root fields of queries. The plan has read their arguments
// and found their answers already; see planner.go.
type queries struct{}

// Node is the entity or relation with an id; nil where nothing has it.
func (queries) Node(ctx context.Context, _ civic.ID) (Node, error) {
	return planned[Node](ctx)
}

// Nodes are the entities and relations with some ids.
func (queries) Nodes(ctx context.Context, _ []civic.ID) ([]Node, error) {
	return planned[[]Node](ctx)
}

// Search is what a query finds by name.
func (queries) Search(ctx context.Context, _ string, _ []EntityType, _ *int, _ *string, _ *int, _ *string) (*SearchConnection, error) {
	return planned[*SearchConnection](ctx)
}

// People lists persons.
func (queries) People(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*PersonConnection, error) {
	return planned[*PersonConnection](ctx)
}

// Coalitions lists coalitions.
func (queries) Coalitions(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*CoalitionConnection, error) {
	return planned[*CoalitionConnection](ctx)
}

// Organizations lists organizations.
func (queries) Organizations(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*OrganizationConnection, error) {
	return planned[*OrganizationConnection](ctx)
}

// Places lists places.
func (queries) Places(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*PlaceConnection, error) {
	return planned[*PlaceConnection](ctx)
}

// Meetings lists meetings.
func (queries) Meetings(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*MeetingConnection, error) {
	return planned[*MeetingConnection](ctx)
}

// Visits lists visits.
func (queries) Visits(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*VisitConnection, error) {
	return planned[*VisitConnection](ctx)
}

// Groups lists groups.
func (queries) Groups(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*GroupConnection, error) {
	return planned[*GroupConnection](ctx)
}

// Topics lists topics.
func (queries) Topics(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*TopicConnection, error) {
	return planned[*TopicConnection](ctx)
}

// Statements lists statements.
func (queries) Statements(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*StatementConnection, error) {
	return planned[*StatementConnection](ctx)
}

// Reports lists reports.
func (queries) Reports(ctx context.Context, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*ReportConnection, error) {
	return planned[*ReportConnection](ctx)
}

// Entities lists entities of several types.
func (queries) Entities(ctx context.Context, _ []EntityType, _ *Filter, _ civic.Order, _ *int, _ *string, _ *int, _ *string) (*EntityConnection, error) {
	return planned[*EntityConnection](ctx)
}

// Paths are the shortest ways from one entity to another.
func (queries) Paths(ctx context.Context, _ civic.ID, _ civic.ID, _ int, _ int, _ *PathRules) ([]*Path, error) {
	return planned[[]*Path](ctx)
}

// Timeline counts meetings by interval.
func (queries) Timeline(ctx context.Context, _ *Filter, _ string) ([]*TimelineBucket, error) {
	return planned[[]*TimelineBucket](ctx)
}

// Stats is what the graph holds.
func (queries) Stats(ctx context.Context) (*Stats, error) {
	return planned[*Stats](ctx)
}

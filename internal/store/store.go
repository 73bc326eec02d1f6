// Package store is the contract between the product and what keeps its graph,
// and what every backend shares: cursors, the views over claims, the plan of a
// write. Backends only move rows; storetest holds them to every sentence here.
//
// Each call is one round trip however many nodes it asks about (a constant few
// for writes), sees only whole reports, and may be repeated. No two calls see
// the same snapshot. Errors wrap a sentinel of package civic: ErrBadInput for an
// argument that breaks the contract, ErrUnavailable where the engine cannot be
// reached, ErrTimeout when the context's deadline ended the call.
package store

import (
	"context"
	"io"

	"civicgraph/internal/civic"
)

// Store keeps one graph. It may be used by many goroutines at once.
type Store interface {
	Reader
	Writer
	Migrator
	io.Closer
}

// Reader answers questions about the graph.
type Reader interface {
	// Entities returns the entities with the ids, in their order: repeated where
	// an id is repeated, nil where nothing has it. Here and below at most civic.MaxIDs ids.
	Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error)

	// Edges returns the edges with the ids, as Entities does.
	Edges(ctx context.Context, ids []civic.ID) ([]*civic.Edge, error)

	// List returns a page of the entities that a filter lets through, in the
	// query's order; no items where nothing does.
	List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error)

	// Count returns how many entities a filter lets through.
	Count(ctx context.Context, types []civic.NodeType, f civic.Filter) (int, error)

	// Neighbors returns a page of the edges of each node, with the far ends. A node
	// without such edges, or unknown, has an empty slice; a repeated node has one.
	Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error)

	// Links returns the edges of the types (all, if none is named) at the nodes, each
	// counting once, in both directions, in no order; any limit of them where there
	// are more.
	Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error)

	// Evidence returns a page of the evidence of each edge, by the edges' ids. An edge
	// that is unknown has an empty slice. The full number is Edge.Evidence.
	Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error)

	// Mentions returns a page of the mentions of each entity in all reports, as
	// Evidence does.
	Mentions(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error)

	// Texts returns the full texts of reports; unknown ones are left out.
	Texts(ctx context.Context, reports []civic.ID) (map[civic.ID]string, error)

	// Match returns candidates of a search, by number of reports (most first), then
	// by id, of the query's types (all, if none is named); truncated says that there
	// are more than the query's limit.
	Match(ctx context.Context, q civic.TermQuery) (found []*civic.Entity, truncated bool, err error)

	// Days counts the events that a filter lets through by their bounds, sorted by
	// earliest, then latest, an absent bound before all others.
	Days(ctx context.Context, types []civic.NodeType, f civic.Filter) ([]civic.DayCount, error)

	// Stats counts what the graph holds; types of which it holds nothing are absent.
	Stats(ctx context.Context) (civic.Stats, error)
}

// Writer changes the graph.
type Writer interface {
	// Write puts each resolved reading in the place of what the store holds of its
	// report: nothing of an older version stays, nothing of other reports goes. The
	// whole call is one transaction: when it returns without an error all of it is
	// durable, else none of it is there. It returns an outcome for each reading.
	// Readings that Check refuses are ErrBadInput.
	Write(ctx context.Context, readings ...*civic.Reading) ([]Outcome, error)

	// Batch is how many readings who has many should hand to one Write: enough to share
	// the cost of making them durable, few enough for the engine's memory and to hear of
	// them soon.
	Batch() int

	// Delete takes reports out, with what only they said, in one transaction.
	// Unknown ones are ErrNotFound, and nothing is deleted.
	Delete(ctx context.Context, reports ...civic.ID) error
}

// Migrator looks after the store's own structure.
type Migrator interface {
	// Migrate creates what the graph needs (tables, constraints, indexes) and brings
	// an older store to this version; it may be repeated. A store written by a newer
	// version is civic.ErrNewerStore and stays untouched.
	Migrate(ctx context.Context) error

	// Ready reports whether the store answers and is of this version.
	Ready(ctx context.Context) error
}

// Outcome says what a write did with a report.
type Outcome string

// The outcomes of a write.
const (
	Ingested  Outcome = "ingested"  // new
	Replaced  Outcome = "replaced"  // known with another text or day
	Reread    Outcome = "re-read"   // known with this text, read by another version of the extractor
	Unchanged Outcome = "unchanged" // known with this text and day, read by this version: nothing was written
)

// OutcomeOf compares a report with what the store holds under its id, nil for nothing.
func OutcomeOf(held *civic.Source, report *civic.Report) Outcome {
	switch {
	case held == nil:
		return Ingested
	case held.SHA256 != report.SHA256, held.PublishedAt != report.PublishedAt:
		return Replaced
	case held.Extractor != report.Extractor:
		return Reread
	}
	return Unchanged
}

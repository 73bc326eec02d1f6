package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Resolver answers the root fields of the schema.
type Resolver struct {
	Reader store.Reader
	Writer store.Writer
	Ingest Ingest
}

// Ingest reads, resolves and writes one report, and says what became of it.
type Ingest func(ctx context.Context, r civic.Report) (store.Outcome, error)

// Schema is the schema with its resolvers. It must be run with the Planner.
func (r *Resolver) Schema() graphql.ExecutableSchema {
	return NewExecutableSchema(Config{Resolvers: r})
}

// Query returns the resolvers of queries.
func (*Resolver) Query() QueryResolver { return queries{} }

// Mutation returns the resolvers of mutations.
func (r *Resolver) Mutation() MutationResolver { return mutations{r} }

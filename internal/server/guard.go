package server

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"civicgraph/graph"
)

// guard is the gqlgen extension that keeps the limits of operations, by whatever
// transport they come.
type guard struct {
	limits Limits
	slots  chan struct{} // one for each operation that runs
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.OperationInterceptor
} = guard{}

func newGuard(l Limits) guard { return guard{l, make(chan struct{}, l.Queries)} }

// ExtensionName is the guard's name among gqlgen's extensions.
func (guard) ExtensionName() string { return "Guard" }

// Validate accepts every schema.
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a query before it is parsed.
func (g guard) MutateOperationParameters(_ context.Context, params *graphql.RawParams) *gqlerror.Error {
	return g.limits.scan(params.Query)
}

// MutateOperationContext refuses a query that would answer too much.
func (g guard) MutateOperationContext(_ context.Context, o *graphql.OperationContext) *gqlerror.Error {
	if isIntrospection(o.Operation) {
		return nil
	}
	m := measurer{o.Variables, map[string]measure{}, g.limits.Cost + 1}
	switch size := m.selection(o.Operation.SelectionSet, 0); {
	case size.depth > g.limits.Depth:
		return tooComplex("levels of selections", g.limits.Depth)
	case size.cost > g.limits.Cost:
		return tooComplex("fields in its answer", g.limits.Cost)
	}
	return nil
}

// isIntrospection reports whether an operation asks about the schema alone, whose
// size is known.
func isIntrospection(o *ast.OperationDefinition) bool {
	for _, s := range o.SelectionSet {
		if f, ok := s.(*ast.Field); !ok || !strings.HasPrefix(f.Name, "__") {
			return false
		}
	}
	return true
}

// InterceptOperation runs an operation in its turn and its time. An operation that
// finds no room is answered once, and not run.
func (g guard) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	respond, refused := next(ctx), false
	return func(ctx context.Context) *graphql.Response {
		if refused {
			return nil
		}
		if refused = !g.enter(ctx); refused {
			return &graphql.Response{Errors: gqlerror.List{busy()}}
		}
		defer func() { <-g.slots }()
		ctx, cancel := context.WithTimeout(ctx, g.limits.Time)
		defer cancel()
		return respond(ctx)
	}
}

func busy() *gqlerror.Error {
	return &gqlerror.Error{
		Message:    "too many queries at the same time; try again in a moment",
		Extensions: map[string]any{"code": graph.Unavailable},
	}
}

// enter waits for one of the slots, a little.
func (g guard) enter(ctx context.Context) bool {
	select {
	case g.slots <- struct{}{}:
		return true
	default:
	}
	patience := time.NewTimer(g.limits.Wait)
	defer patience.Stop()
	select {
	case g.slots <- struct{}{}:
		return true
	case <-patience.C:
	case <-ctx.Done():
	}
	return false
}

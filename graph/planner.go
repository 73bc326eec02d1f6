package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/store"
)

// Planner is the extension of a gqlgen server that answers queries before their
// fields are resolved.
type Planner struct{ Reader store.Reader }

var _ interface {
	graphql.HandlerExtension
	graphql.ResponseInterceptor
} = Planner{}

// ExtensionName is the planner's name among gqlgen's extensions.
func (Planner) ExtensionName() string { return "Planner" }

// Validate accepts every schema.
func (Planner) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse plans a query, then lets gqlgen resolve it.
func (p Planner) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if !graphql.HasOperationContext(ctx) {
		return next(ctx)
	}
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation == nil || operation.Operation.Operation != ast.Query {
		return next(ctx)
	}
	query := &root{}
	if err := runPlan(ctx, p.Reader, query, operation.Operation.SelectionSet); err != nil {
		graphql.AddError(ctx, err)
		return next(ctx)
	}
	return next(context.WithValue(ctx, rootKey{}, query))
}

type rootKey struct{}

// planned is what the plan found for the root field that is being resolved.
func planned[T any](ctx context.Context) (T, error) {
	query, ok := ctx.Value(rootKey{}).(*root)
	if !ok {
		var none T
		return none, fmt.Errorf("graph: a query ran without its plan")
	}
	return answerTo[T](ctx, &query.answers)
}

// runPlan answers what is selected under an object. It returns an error only for a panic.
func runPlan(ctx context.Context, r store.Reader, o object, selections ast.SelectionSet) (err error) {
	operation := graphql.GetOperationContext(ctx)
	defer func() {
		if problem := recover(); problem != nil {
			err = operation.Recover(ctx, problem)
		}
	}()
	p := &plan{operation: operation, reader: r}
	p.run(ctx, []object{o}, selections)
	return nil
}

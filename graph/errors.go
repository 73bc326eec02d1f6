package graph

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"slices"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"civicgraph/internal/civic"
)

// The codes of errors, under extensions.code of an answer.
const (
	NotFound        = "NOT_FOUND"
	BadUserInput    = "BAD_USER_INPUT"
	Unauthenticated = "UNAUTHENTICATED"
	Forbidden       = "FORBIDDEN"
	Conflict        = "CONFLICT"
	Unavailable     = "UNAVAILABLE"
	Timeout         = "TIMEOUT"
	TooComplex      = "QUERY_TOO_COMPLEX"
	Internal        = "INTERNAL"

	// PersistedQueryNotFound asks a client to send the query along with its hash.
	PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND"
)

var codes = []string{NotFound, BadUserInput, Unauthenticated, Forbidden, Conflict, Unavailable, Timeout, TooComplex,
	Internal, PersistedQueryNotFound}

// A failure is what clients are told of an error: its code and, unless it may hold
// what only the server should know, its own text.
type failure struct {
	err  error
	code string
	text string // instead of the error's own; its own if empty
}

// failures is the table of all errors that have a meaning for clients.
var failures = []failure{
	{civic.ErrBadInput, BadUserInput, ""},
	{civic.ErrNotFound, NotFound, ""},
	{civic.ErrConflict, Conflict, ""},
	{civic.ErrUnauthenticated, Unauthenticated, ""},
	{civic.ErrForbidden, Forbidden, ""},
	{civic.ErrTooComplex, TooComplex, ""},
	{civic.ErrTimeout, Timeout, "the query took too long; ask for less at once"},
	{context.DeadlineExceeded, Timeout, "the query took too long; ask for less at once"},
	{context.Canceled, Timeout, "the query was given up"},
	{civic.ErrNewerStore, Unavailable, "the store cannot be used at the moment"},
	{civic.ErrUnavailable, Unavailable, "the store does not answer at the moment; try again later"},
}

// Errors tells clients what they may know of errors, and the log the rest.
type Errors struct{ Log *slog.Logger }

// Of is an error as clients see it.
func (e Errors) Of(ctx context.Context, err error) *gqlerror.Error {
	for _, f := range failures {
		if !errors.Is(err, f.err) {
			continue
		}
		if f.text == "" {
			return newError(f.code, err.Error())
		}
		e.Log.WarnContext(ctx, "query failed", "code", f.code, "error", err)
		return newError(f.code, f.text)
	}
	e.Log.ErrorContext(ctx, "query failed", "code", Internal, "error", err)
	return newError(Internal, "something went wrong inside; it has been logged")
}

func newError(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}

// Present is a gqlgen error presenter. Errors without a cause are gqlgen's own,
// about a query that does not parse or does not fit the schema; they keep their text.
func (e Errors) Present(ctx context.Context, err error) *gqlerror.Error {
	var own *gqlerror.Error
	if !errors.As(err, &own) {
		return e.Of(ctx, err)
	}
	if own.Err != nil {
		presented := e.Of(ctx, own.Err)
		presented.Path, presented.Locations = own.Path, own.Locations
		return presented
	}
	if code, _ := own.Extensions["code"].(string); !slices.Contains(codes, code) {
		own.Extensions = map[string]any{"code": BadUserInput}
	}
	return own
}

// Recover is a gqlgen recover function: it logs a panic and makes an error of it.
func (e Errors) Recover(ctx context.Context, problem any) error {
	e.Log.ErrorContext(ctx, "panic in a query", "problem", problem, "stack", string(debug.Stack()))
	return errPanic
}

var errPanic = errors.New("panic in a query")

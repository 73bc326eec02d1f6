package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"civicgraph/internal/civic"
)

// errBadURL does not repeat the URL, which may hold a password.
var errBadURL = fmt.Errorf("%w: the URL of the Neo4j server has the form bolt://HOST:PORT or neo4j://HOST:PORT", civic.ErrBadInput)

// translate wraps an error of the driver with the sentinel that says what the
// caller can do. The driver's own words stay in the chain, for the log.
func (s *Store) translate(ctx context.Context, err error) error {
	if err == nil || isOurs(err) {
		return err
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return fmt.Errorf("neo4j: %w: %w", context.Canceled, err)
	}
	advice, sentinel := s.diagnose(err)
	if ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) {
		advice, sentinel = "Neo4j did not answer within the time given; ask for less or allow more", civic.ErrTimeout
	}
	if sentinel == nil {
		return fmt.Errorf("neo4j: %w", err)
	}
	return fmt.Errorf("%w: %s: %w", sentinel, advice, err)
}

// diagnose says what to do about an error and which sentinel it is; nil for a
// failure that nobody foresaw.
func (s *Store) diagnose(err error) (advice string, sentinel error) {
	switch code := codeOf(err); {
	case code == "Neo.ClientError.Security.Unauthorized":
		return s.address + " refuses these credentials; check NEO4J_USERNAME and NEO4J_PASSWORD", civic.ErrUnavailable
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		return s.address + " refuses this user; see NEO4J_USERNAME, its password's expiry and its rights", civic.ErrUnavailable
	case code == "Neo.ClientError.Cluster.NotALeader":
		return s.address + " is one of a cluster and takes no writes; use a URL that begins with neo4j://", civic.ErrUnavailable
	case strings.HasPrefix(code, "Neo.ClientError.Database."):
		return fmt.Sprintf("%s has no database %q that answers; check NEO4J_DATABASE", s.address, s.config.Database), civic.ErrUnavailable
	case strings.HasPrefix(code, "Neo.ClientError.Transaction.TransactionTimedOut"):
		return "Neo4j ended a transaction that took too long; ask for less or allow more", civic.ErrTimeout
	case strings.HasPrefix(code, "Neo.TransientError."):
		return s.address + " is busy; try again", civic.ErrUnavailable
	case code == "" && isUnreachable(err):
		return fmt.Sprintf("cannot reach %s; start it or correct its URL", s.address), civic.ErrUnavailable
	}
	return "", nil
}

// isUnreachable reports whether the driver got no connection, or lost it.
func isUnreachable(err error) bool {
	lost, limit := (*neo4j.ConnectivityError)(nil), (*neo4j.TransactionExecutionLimit)(nil)
	return errors.As(err, &lost) || errors.As(err, &limit) || neo4j.IsRetryable(err)
}

// codeOf is Neo4j's code of an error, of the last attempt where the driver gave
// up retrying; empty if the error did not come from the server.
func codeOf(err error) string {
	limit := (*neo4j.TransactionExecutionLimit)(nil)
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		err = limit.Errors[len(limit.Errors)-1]
	}
	if failure := (*neo4j.Neo4jError)(nil); errors.As(err, &failure) {
		return failure.Code
	}
	return ""
}

// retriable tells the driver to try again where another transaction took out an
// entity that this one had found and not yet locked. To Neo4j that is the
// client's error, but it passes like a deadlock.
func retriable(err error) error {
	if codeOf(err) != "Neo.ClientError.Statement.EntityNotFound" {
		return err
	}
	return &neo4j.Neo4jError{Code: "Neo.TransientError.Transaction.Outdated", Msg: err.Error()}
}

// isOurs reports whether an error was named where it arose, inside a transaction.
func isOurs(err error) bool {
	return errors.Is(err, civic.ErrBadInput) || errors.Is(err, civic.ErrNotFound) ||
		errors.Is(err, civic.ErrNewerStore) || errors.Is(err, civic.ErrUnavailable)
}

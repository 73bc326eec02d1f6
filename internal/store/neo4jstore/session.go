package neo4jstore

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"civicgraph/internal/civic"
)

// read runs one query on a server that may answer reads, and retries it where
// that helps. It sees what this store wrote before.
func (s *Store) read(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	for try := 1; ; try++ {
		begun := s.commits.settled(ctx)
		result, err := neo4j.ExecuteQuery(ctx, s.driver, cypher, together(params), neo4j.EagerResultTransformer,
			neo4j.ExecuteQueryWithReadersRouting(),
			neo4j.ExecuteQueryWithDatabase(s.config.Database),
			neo4j.ExecuteQueryWithBoltLogger(s.logger),
			neo4j.ExecuteQueryWithTransactionConfig(neo4j.WithTxTimeout(within(ctx, s.config.Timeout))))
		if err != nil {
			return nil, s.translate(ctx, err)
		}
		if try == readTries || !s.commits.since(begun) {
			return result.Records, nil
		}
	}
}

// write runs work in one transaction, again from the start where another
// transaction stood in its way.
func (s *Store) write(ctx context.Context, work func(transaction) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	committed := func() {}
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		committed() // or not: then this is another attempt
		committed = func() {}
		if err := work(transaction{ctx, tx}); err != nil {
			return nil, retriable(err)
		}
		committed = s.commits.begin()
		return nil, nil
	}, neo4j.WithTxTimeout(within(ctx, writeTimeout)))
	committed()
	return s.translate(ctx, err)
}

// together are parameters as one, p. Neo4j plans a query anew for parameters of other
// types, a list or a text of another length being another type; of what lies in a map
// it does not look at the types.
func together(params map[string]any) map[string]any { return map[string]any{"p": params} }

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:      mode,
		DatabaseName:    s.config.Database,
		BookmarkManager: s.driver.ExecuteQueryBookmarkManager(),
		BoltLogger:      s.logger,
	})
}

// within is how long the server may work on a transaction: no longer than the
// limit and than the caller waits for it.
func within(ctx context.Context, limit time.Duration) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		limit = min(limit, time.Until(deadline))
	}
	return max(limit, time.Millisecond) // 0 would be no limit
}

// transaction is a write under way.
type transaction struct {
	ctx context.Context
	tx  neo4j.ManagedTransaction
}

// query runs a query and collects its records. Errors of the driver stay as they
// are: it knows by their types which to retry.
func (t transaction) query(cypher string, params map[string]any) ([]*neo4j.Record, error) {
	result, err := t.tx.Run(t.ctx, cypher, together(params))
	if err != nil {
		return nil, err
	}
	return result.Collect(t.ctx)
}

// run runs a query over rows for its effect; over no rows it does nothing.
func (t transaction) run(file string, rows []map[string]any) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := t.query(query(file, nil), map[string]any{"rows": rows})
	return err
}

// runByType does the same with rows by the type of their edges.
func (t transaction) runByType(file string, rows map[civic.EdgeType][]map[string]any) error {
	if len(rows) == 0 {
		return nil
	}
	byName := make(map[string]any, len(rows))
	for kind, some := range rows {
		byName[string(kind)] = some
	}
	_, err := t.query(query(file, nil), map[string]any{"rows": byName})
	return err
}

// text is a string of a record; "" for null.
func text(value any) string {
	s, _ := value.(string)
	return s
}

// number is an integer of a record; 0 for null.
func number(value any) int {
	n, _ := value.(int64)
	return int(n)
}

// list is a list of a record; nil for null.
func list(value any) []any {
	l, _ := value.([]any)
	return l
}

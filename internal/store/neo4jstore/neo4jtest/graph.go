package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"

	"github.com/gofrs/flock"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// errForeign protects a graph that somebody else wrote.
var errForeign = errors.New("the database is not empty and lacks the suite's mark (:CivicgraphTestSuite): " +
	"these tests would empty it, so they refuse it; name a database that holds nothing")

// claim is mark in a turn of its own: of two processes that find an empty database
// at once one marks it, and none looks while a test of the mark is under way.
func (s *Server) claim(ctx context.Context) error {
	turn, err := s.turn()
	if err != nil {
		return err
	}
	defer turn.Unlock()
	return s.mark(ctx)
}

// mark marks an empty database as the suite's. A database that holds something
// must bear the mark already. Only the holder of the turn may call it.
func (s *Server) mark(ctx context.Context) error {
	records, err := s.run(ctx, `RETURN EXISTS { (:CivicgraphTestSuite) } OR NOT EXISTS { () } AS ours`)
	if err != nil {
		return err
	}
	if ours, _, err := neo4j.GetRecordValue[bool](records[0], "ours"); err != nil {
		return err
	} else if !ours {
		return errForeign
	}
	_, err = s.run(ctx, `MERGE (:CivicgraphTestSuite)`)
	return err
}

// takeTurn waits until no other test, of this process or another, uses the
// server, and holds it until the test ends.
func (s *Server) takeTurn(tb testing.TB) {
	tb.Helper()
	turn, err := s.turn()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { turn.Unlock() })
}

// turn waits for the lock that is the right to use the server.
func (s *Server) turn() (*flock.Flock, error) {
	turn := flock.New(s.turnFile())
	if err := turn.Lock(); err != nil {
		return nil, fmt.Errorf("waiting for a turn on %s: %w", s, err)
	}
	return turn, nil
}

// turnFile is the file whose lock is the right to use the server.
func (s *Server) turnFile() string {
	key := fnv.New64a()
	key.Write([]byte(s.URL))
	return filepath.Join(os.TempDir(), fmt.Sprintf("civicgraph-neo4jtest-%x.lock", key.Sum64()))
}

// Empty deletes every node and relationship but the suite's mark, a bounded
// number in a transaction. Only the holder of the turn may call it.
func (s *Server) Empty(tb testing.TB) {
	tb.Helper()
	s.must(tb, `MATCH (n) WHERE NOT n:CivicgraphTestSuite
		CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS`)
}

// DropSchema drops every constraint and index that a test could have made, for
// tests of the migration itself.
func (s *Server) DropSchema(tb testing.TB) {
	tb.Helper()
	s.dropAll(tb, "CONSTRAINT", `SHOW CONSTRAINTS YIELD name`)
	s.dropAll(tb, "INDEX", `SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'`)
}

// dropAll drops the schema objects that the query names.
func (s *Server) dropAll(tb testing.TB, kind, query string) {
	tb.Helper()
	for _, record := range s.must(tb, query) {
		name, _, err := neo4j.GetRecordValue[string](record, "name")
		if err != nil {
			tb.Fatal(err)
		}
		s.must(tb, fmt.Sprintf("DROP %s `%s`", kind, name))
	}
}

// must runs one query, without which the test cannot go on. Its context
// outlives the test's own, so that it serves in a Cleanup too.
func (s *Server) must(tb testing.TB, query string) []*neo4j.Record {
	tb.Helper()
	records, err := s.run(context.Background(), query)
	if err != nil {
		tb.Fatalf("%s: %v\n%s", s, err, query)
	}
	return records
}

// run runs one query that commits itself, as CALL … IN TRANSACTIONS and schema
// statements want it.
func (s *Server) run(ctx context.Context, query string) ([]*neo4j.Record, error) {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, query, nil)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

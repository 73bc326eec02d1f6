// Package neo4jtest gives tests a real Neo4j, and refuses to touch anybody
// else's.
//
// A test calls [Open] and has an emptied graph to itself until it ends. The
// server behind it is the one named by CIVICGRAPH_TEST_NEO4J, with its
// credentials in CIVICGRAPH_TEST_NEO4J_USERNAME and
// CIVICGRAPH_TEST_NEO4J_PASSWORD; without that variable each test process
// starts a server of its own, which ends with the process, however that ends.
// Tests that share a server take turns, across processes too. NEO4J_URI, which
// production shells set, is never looked at.
//
// CIVICGRAPH_TEST_NEO4J=off leaves Neo4j out: see [On].
package neo4jtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The environment that names a server, and the value that stands for none.
const (
	URLVariable      = "CIVICGRAPH_TEST_NEO4J"
	UsernameVariable = "CIVICGRAPH_TEST_NEO4J_USERNAME"
	PasswordVariable = "CIVICGRAPH_TEST_NEO4J_PASSWORD"
	Off              = "off"
)

// Server is a Neo4j whose one database belongs to the tests.
type Server struct {
	URL      string // a Bolt URL such as bolt://127.0.0.1:7687
	Username string
	Password string

	driver neo4j.DriverWithContext
}

// On reports whether Neo4j is to be tested. When it was switched off, On says
// so in the test's log and the caller tests its other half only.
func On(tb testing.TB) bool {
	tb.Helper()
	if os.Getenv(URLVariable) != Off {
		return true
	}
	tb.Logf("%s=%s: the Neo4j half of %s was NOT tested", URLVariable, Off, tb.Name())
	return false
}

// Open returns the server of this test process with its graph emptied; schema
// objects stay, see [Server.DropSchema]. The test has the server to itself
// until it and its subtests end, so a second Open within them waits forever.
// Without a server the test fails with what is missing and what to do.
func Open(tb testing.TB) *Server {
	tb.Helper()
	server, err := shared()
	if err != nil {
		tb.Fatalf("no Neo4j to test on: %v\n(%s=URL names a running one, %[2]s=%s leaves it out)", err, URLVariable, Off)
	}
	server.takeTurn(tb)
	server.Empty(tb)
	return server
}

// shared is the one server of this process.
var shared = sync.OnceValues(func() (*Server, error) {
	ctx := context.Background()
	switch url := os.Getenv(URLVariable); url {
	case Off:
		return nil, errors.New("it was switched off")
	case "":
		local, err := Start(ctx)
		if err != nil {
			return nil, err
		}
		return &local.Server, local.claim(ctx)
	default:
		return connect(ctx, url)
	}
})

// connect reaches the server that the environment names and makes sure that
// its database is the tests' to empty.
func connect(ctx context.Context, url string) (*Server, error) {
	server := &Server{
		URL:      url,
		Username: cmp.Or(os.Getenv(UsernameVariable), "neo4j"),
		Password: os.Getenv(PasswordVariable),
	}
	if err := server.dial(); err != nil {
		return nil, err
	}
	if err := server.claim(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", url, err)
	}
	return server, nil
}

// dial makes the driver; it reaches the server on first use.
func (s *Server) dial() (err error) {
	s.driver, err = neo4j.NewDriverWithContext(s.URL, neo4j.BasicAuth(s.Username, s.Password, ""))
	return err
}

// Environ returns the variables that hand the server to another process's
// tests, in the form of [os.Environ].
func (s *Server) Environ() []string {
	return []string{
		URLVariable + "=" + s.URL,
		UsernameVariable + "=" + s.Username,
		PasswordVariable + "=" + s.Password,
	}
}

// String returns the URL, so that a printed Server keeps its password.
func (s *Server) String() string {
	return strings.TrimSuffix(s.URL, "/")
}

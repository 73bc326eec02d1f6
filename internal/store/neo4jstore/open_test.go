package neo4jstore_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
)

const secret = "a-password-that-nobody-may-see"

// refused opens a store that cannot be opened, and checks what the error says and
// that it says no more.
func refused(t *testing.T, c neo4jstore.Config, want error, words ...string) {
	t.Helper()
	s, err := neo4jstore.Open(t.Context(), c)
	if err == nil {
		s.Close()
		t.Fatal("Open succeeded")
	}
	if !errors.Is(err, want) {
		t.Errorf("error %v is not %v", err, want)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("error %q does not say %q", err, word)
		}
	}
	if strings.Contains(err.Error(), secret) {
		t.Errorf("error %q tells the password", err)
	}
}

func TestURLThatIsNone(t *testing.T) {
	for _, url := range []string{"", "bolt:", "http://user:" + secret + "@127.0.0.1", "bolt://user:" + secret + "@127.0.0.1:port"} {
		refused(t, neo4jstore.Config{URL: url}, civic.ErrBadInput, "bolt://HOST:PORT")
	}
}

func TestServerThatIsDown(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	c := neo4jstore.Config{URL: "bolt://" + address, Username: "neo4j", Password: secret}
	refused(t, c, civic.ErrUnavailable, "cannot reach bolt://"+address, "start it")
}

func TestCredentials(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	c := config(neo4jtest.Open(t))
	c.Password = secret
	refused(t, c, civic.ErrUnavailable, "NEO4J_USERNAME", "NEO4J_PASSWORD")
}

func TestUnknownDatabase(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	c := config(neo4jtest.Open(t))
	c.Database = "elsewhere"
	s, err := neo4jstore.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Ready(t.Context()); !errors.Is(err, civic.ErrUnavailable) || !strings.Contains(err.Error(), "NEO4J_DATABASE") {
		t.Errorf("Ready: %v", err)
	}
}

func TestMigrate(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	server.DropSchema(t)
	s := open(t, server)
	if err := s.Ready(t.Context()); !errors.Is(err, civic.ErrUnavailable) || !strings.Contains(err.Error(), "civicgraph migrate") {
		t.Errorf("Ready before the first migration: %v", err)
	}
	for range 2 {
		if err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.Ready(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

func TestNewerStore(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	cypher(t, server, "CREATE (:CivicgraphSchema {version: 99})")
	s := open(t, server)
	for name, call := range map[string]func(context.Context) error{"Migrate": s.Migrate, "Ready": s.Ready} {
		if err := call(t.Context()); !errors.Is(err, civic.ErrNewerStore) || !strings.Contains(err.Error(), "99") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// cypher runs a query behind the store's back.
func cypher(t *testing.T, server *neo4jtest.Server, query string) {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(server.URL, neo4j.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	if _, err := neo4j.ExecuteQuery(t.Context(), driver, query, nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatal(err)
	}
}

package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// holdVariable turns the test binary into a process that starts a server,
// prints its home and waits to be killed.
const holdVariable = "NEO4JTEST_HOLD"

func TestMain(m *testing.M) {
	if os.Getenv(holdVariable) != "" {
		hold()
	}
	os.Exit(m.Run())
}

func hold() {
	local, err := Start(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(local.home)
	select {}
}

func TestOpenEmptiesTheGraph(t *testing.T) {
	if !On(t) {
		return
	}
	for _, name := range []string{"first", "second"} {
		t.Run(name, func(t *testing.T) {
			server := Open(t)
			wantNodes(t, server, 1) // the suite's mark
			server.must(t, `UNWIND range(1, 12000) AS i CREATE (:Left)-[:BEHIND]->(:Node {i: i})`)
		})
	}
}

func TestDropSchema(t *testing.T) {
	if !On(t) {
		return
	}
	server := Open(t)
	server.must(t, `CREATE CONSTRAINT one IF NOT EXISTS FOR (n:Left) REQUIRE n.id IS UNIQUE`)
	server.must(t, `CREATE FULLTEXT INDEX two IF NOT EXISTS FOR (n:Left) ON EACH [n.text]`)
	server.DropSchema(t)
	if left := server.must(t, `SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'`); len(left) > 0 {
		t.Fatalf("%d indexes left", len(left))
	}
}

func TestWrongPassword(t *testing.T) {
	if !On(t) {
		return
	}
	wrong := &Server{URL: Open(t).URL, Username: "neo4j", Password: "not-the-password"}
	if err := wrong.dial(); err != nil {
		t.Fatal(err)
	}
	defer wrong.driver.Close(t.Context())
	var refusal *neo4j.Neo4jError
	err := wrong.mark(t.Context())
	if !errors.As(err, &refusal) || refusal.Code != "Neo.ClientError.Security.Unauthorized" {
		t.Fatalf("got %v, want Neo.ClientError.Security.Unauthorized", err)
	}
}

func TestForeignDatabaseIsRefused(t *testing.T) {
	if !On(t) {
		return
	}
	server := Open(t)
	server.must(t, `MATCH (mark:CivicgraphTestSuite) DELETE mark CREATE (:Precious)`)
	defer func() { server.must(t, `MATCH (n) DELETE n CREATE (:CivicgraphTestSuite)`) }()
	if err := server.mark(t.Context()); !errors.Is(err, errForeign) {
		t.Fatalf("got %v, want a refusal", err)
	}
	wantNodes(t, server, 1) // the precious one
}

// started is a server of the test's own.
func started(t *testing.T) *Local {
	t.Helper()
	local, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { local.Close() })
	return local
}

// TestClaimsAtOnce lets many claim an empty database, as the packages of a whole run do.
func TestClaimsAtOnce(t *testing.T) {
	if !On(t) {
		return
	}
	local := started(t)
	errs := make(chan error)
	const claims = 20
	for range claims {
		go func() { errs <- local.claim(t.Context()) }()
	}
	for range claims {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	wantNodes(t, &local.Server, 1)
}

func TestKillAndRestart(t *testing.T) {
	if !On(t) {
		return
	}
	local := started(t)
	local.must(t, `CREATE (:Acknowledged)`)
	if err := local.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := local.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantNodes(t, &local.Server, 1)
}

// TestServerDiesWithItsProcess kills a process that started a server and waits
// for the server's home to vanish, which is the last thing the watchdog does.
func TestServerDiesWithItsProcess(t *testing.T) {
	if !On(t) {
		return
	}
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), holdVariable+"=1")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	home, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	parent.Process.Kill()
	parent.Wait()
	waitUntilGone(t, strings.TrimSpace(home))
}

func TestMissingProgramIsNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Start(t.Context())
	if err == nil || !strings.Contains(err.Error(), "java is not installed") {
		t.Fatalf("got %v, want a sentence that says what to install", err)
	}
}

func TestOff(t *testing.T) {
	t.Setenv(URLVariable, Off)
	if On(t) {
		t.Fatal("on, though switched off")
	}
}

// wantNodes checks how many nodes the graph holds.
func wantNodes(t *testing.T, server *Server, want int64) {
	t.Helper()
	got, _, err := neo4j.GetRecordValue[int64](server.must(t, `MATCH (n) RETURN count(n) AS nodes`)[0], "nodes")
	if err != nil || got != want {
		t.Fatalf("%d nodes (%v), want %d", got, err, want)
	}
}

// waitUntilGone waits until nothing is at the path.
func waitUntilGone(t *testing.T, path string) {
	t.Helper()
	retry := time.NewTicker(50 * time.Millisecond)
	defer retry.Stop()
	for limit := time.After(stopLimit); ; {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return
		}
		select {
		case <-limit:
			t.Fatalf("%s is still there", path)
		case <-retry.C:
		}
	}
}

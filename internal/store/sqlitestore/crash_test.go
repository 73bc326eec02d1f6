package sqlitestore_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

// crashing names the file into which a child process writes reports until it is killed.
const crashing = "CIVICGRAPH_TEST_CRASHING_STORE"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashing); path != "" {
		fmt.Fprintln(os.Stderr, writeOn(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// draft is the n-th report of the child process.
func draft(n int) *civic.Reading {
	d := storetest.NewDraft(fmt.Sprintf("report %d", n), "2026-01-01")
	meeting := d.Refer(civic.TypeMeeting, "Жиналыс")
	for i := range 20 {
		d.Claim(civic.ParticipatedIn, d.Refer(civic.TypePerson, fmt.Sprintf("Азамат %d", (n+i)%50)), meeting)
	}
	return d.Reading()
}

// writeOn writes the reports that the store lacks, one a transaction, and prints a
// line for each that is durable.
func writeOn(path string) error {
	ctx := context.Background()
	s, err := sqlitestore.Open(ctx, path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if _, err := s.Write(ctx, draft(n)); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// TestKilledWhileWriting kills a process that writes, again and again: nothing that
// it acknowledged is lost, and what is there are whole reports.
func TestKilledWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	for round := range 6 {
		acknowledged := killAfter(t, path, 1+3*round)
		s := opened(t, path)
		stats, err := s.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		held := stats.Nodes[civic.TypeReport]
		if held != acknowledged && held != acknowledged+1 {
			t.Errorf("round %d: %d reports were acknowledged, %d are there", round, acknowledged, held)
		}
		if diff := cmp.Diff(statsOf(t, held), stats); diff != "" {
			t.Errorf("round %d: not the graph of %d whole reports (-want +got):\n%s", round, held, diff)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killAfter starts a child process, kills it after some acknowledgements, and
// returns how many there were.
func killAfter(t *testing.T, path string, lines int) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), crashing+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for scanner := bufio.NewScanner(out); scanner.Scan(); acknowledged++ {
		if acknowledged == lines {
			child.Process.Kill()
		}
	}
	child.Wait() // it was killed
	return acknowledged
}

// statsOf counts what a store holds into which so many reports were written.
func statsOf(t *testing.T, reports int) civic.Stats {
	t.Helper()
	m := storetest.NewModel()
	readings := make([]*civic.Reading, reports)
	for n := range readings {
		readings[n] = draft(n)
	}
	if _, err := m.Write(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	stats, err := m.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/sqlitestore"
)

// kills is how often an ingest of several batches is killed on each store.
const kills = 20

// TestKilledIngestKeepsWhatItAcknowledged kills an ingest by SIGKILL at chance
// moments. Every report whose line was printed is there, and what is there is the
// very graph of whole reports.
func TestKilledIngestKeepsWhatItAcknowledged(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		killRepeatedly(t, 600, func(t *testing.T) target {
			return target{url: "sqlite:" + filepath.Join(t.TempDir(), "g.db")}
		})
	})
	t.Run("neo4j", func(t *testing.T) {
		if !neo4jtest.On(t) {
			return
		}
		server := neo4jtest.Open(t)
		killRepeatedly(t, 200, func(t *testing.T) target {
			server.Empty(t)
			return target{url: server.URL, env: []string{"NEO4J_USERNAME=" + server.Username, "NEO4J_PASSWORD=" + server.Password}}
		})
	})
}

// target is a store for a run, with the environment that opens it.
type target struct {
	url string
	env []string
}

func (to target) open(t *testing.T) store.Store {
	t.Helper()
	for _, setting := range to.env {
		name, value, _ := strings.Cut(setting, "=")
		t.Setenv(name, value)
	}
	s, err := storeFlag{Store: to.url}.open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func generateFile(t *testing.T, path string, reports int) map[civic.ID]*civic.Reading {
	t.Helper()
	var out bytes.Buffer
	if code := Run(context.Background(), []string{"generate", "--reports", fmt.Sprint(reports)}, nil, &out, os.Stderr); code != 0 {
		t.Fatalf("generate: exit code %d", code)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return readAll(t, path)
}

// readAll is what each report of a file says, by the report's id.
func readAll(t *testing.T, path string) map[civic.ID]*civic.Reading {
	t.Helper()
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		t.Fatal(err)
	}
	readings := map[civic.ID]*civic.Reading{}
	for item := range report.Read(context.Background(), []string{path}, report.Options{Format: report.Auto}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		item.Report.Extractor = extractor.Version()
		readings[item.Report.ID] = resolve.New(places).Resolve(extractor.Extract(item.Report))
	}
	return readings
}

// killRepeatedly kills the ingest of a number of reports into fresh stores.
func killRepeatedly(t *testing.T, reports int, fresh func(*testing.T) target) {
	input := filepath.Join(t.TempDir(), "reports.jsonl")
	generated := generateFile(t, input, reports)
	chance := rand.New(rand.NewPCG(1, 2))
	midway := 0
	for round := range kills {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			to := fresh(t)
			acknowledged, ended := ingestAndKill(t, to, input, 1+chance.IntN(reports-1))
			if len(acknowledged) > 0 && !ended {
				midway++
			}
			checkWhole(t, to.open(t), acknowledged, generated)
		})
	}
	if midway < kills*3/4 {
		t.Errorf("%d of %d kills fell between the first and the last acknowledgement, want %d", midway, kills, kills*3/4)
	}
}

// ingestAndKill runs an ingest, kills it once so many reports are acknowledged, and
// returns the lines that came out before it died; ended says that it was through.
func ingestAndKill(t *testing.T, to target, input string, after int) (lines []string, ended bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "ingest", "--store", to.url, input)
	cmd.Env = append(append(os.Environ(), asProgram+"=1"), to.env...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(stderr)
	for scanner.Scan() {
		if name, ok := strings.CutPrefix(scanner.Text(), "ingested "+input); ok {
			lines = append(lines, name)
		} else if strings.HasPrefix(scanner.Text(), "ingested ") {
			ended = true
		}
		if len(lines) == after {
			cmd.Process.Kill()
		}
	}
	if err := cmd.Wait(); err == nil && !ended {
		t.Fatal("the ingest ended without its summary")
	}
	return lines, ended
}

// checkWhole compares what a killed ingest left with a graph made of the same reports.
func checkWhole(t *testing.T, got store.Store, acknowledged []string, generated map[civic.ID]*civic.Reading) {
	t.Helper()
	held := reportsIn(t, got)
	for _, line := range acknowledged {
		var n int
		if _, err := fmt.Sscanf(line, ":%d", &n); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		if id := civic.NodeID(civic.TypeReport, fmt.Sprintf("synth:1/%d", n-1)); !held[id] {
			t.Errorf("report %d was acknowledged and is lost", n)
		}
	}
	want, err := sqlitestore.OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer want.Close()
	var readings []*civic.Reading
	for id := range held {
		readings = append(readings, generated[id])
	}
	for some := range slices.Chunk(readings, want.Batch()) {
		if _, err := want.Write(t.Context(), some...); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(dump(t, want), dump(t, got)); diff != "" {
		t.Errorf("the graph is not that of the %d reports it holds (-want +got):\n%.4000s", len(held), diff)
	}
}

func reportsIn(t *testing.T, s store.Reader) map[civic.ID]bool {
	t.Helper()
	held := map[civic.ID]bool{}
	for _, e := range list(t, s, civic.TypeReport) {
		held[e.ID] = true
	}
	return held
}

// dump is everything that lists show of a store, and its counts.
func dump(t *testing.T, s store.Reader) []string {
	t.Helper()
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{encode(t, stats)}
	for _, e := range list(t, s, civic.NodeTypes...) {
		lines = append(lines, encode(t, e))
	}
	return lines
}

func list(t *testing.T, s store.Reader, types ...civic.NodeType) []*civic.Entity {
	t.Helper()
	var all []*civic.Entity
	q := civic.ListQuery{Types: types, Order: civic.ByName, Page: civic.Page{First: civic.MaxPage}}
	for {
		page, err := s.List(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range page.Items {
			all = append(all, page.Items[i].Value)
			q.Page.After = &page.Items[i].Cursor
		}
		if !page.HasNext {
			return all
		}
	}
}

func encode(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

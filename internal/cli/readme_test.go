package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/ingest"
	"civicgraph/internal/samples"
	"civicgraph/internal/server"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

const readme = "../../README.md"

var readmeBlocks = regexp.MustCompile("(?s)```graphql\n(.*?)```\n\n```json\n(.*?)```")

// TestReadme asks the README's query of a server over the samples: the answer that
// stands below it is the server's own.
func TestReadme(t *testing.T) {
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	at := readmeBlocks.FindSubmatchIndex(raw)
	if at == nil {
		t.Fatal("the README has no query with its answer")
	}
	query, want := string(raw[at[2]:at[3]]), string(raw[at[4]:at[5]])
	got := answer(t, sampleServer(t), query)
	if *update {
		changed := string(raw[:at[4]]) + got + string(raw[at[5]:])
		if err := os.WriteFile(readme, []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the README's answer is not the server's (-readme +server); see whether it is right, then: go test ./internal/cli -run Readme -update\n%s", diff)
	}
}

// sampleServer serves the shipped samples from memory.
func sampleServer(t *testing.T) http.Handler {
	t.Helper()
	s, err := storeFlag{Store: "memory:"}.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	pipeline, err := newPipeline(s)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := pipeline.Run(t.Context(), samples.All(), 0, func(r ingest.Result) {
		if r.Err != nil {
			t.Errorf("%s: %v", r.Name, r.Err)
		}
	})
	if err != nil || summary.Failed > 0 {
		t.Fatalf("samples: %v, %+v", err, summary)
	}
	return server.New(server.Config{Store: s, Ingest: pipeline.Ingest, Log: slog.New(slog.DiscardHandler)})
}

// answer asks a query over HTTP and returns the indented answer.
func answer(t *testing.T, h http.Handler, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, request)
	raw, err := io.ReadAll(recorder.Result().Body)
	if err != nil || recorder.Code != http.StatusOK || strings.Contains(string(raw), `"errors"`) {
		t.Fatalf("status %d, %v: %s", recorder.Code, err, raw)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	return folded(indented.String()) + "\n"
}

const lineWidth = 110

var innermost = regexp.MustCompile(`[\[{]\n[^\[\]{}]*?\n *[\]}]`)

// folded puts each small object and list of indented JSON on one line, the inner
// ones first. It takes brackets within strings for none.
func folded(indented string) string {
	hide, show := strings.NewReplacer("[", "⟦", "]", "⟧", "{", "⦃", "}", "⦄"), strings.NewReplacer("⟦", "[", "⟧", "]", "⦃", "{", "⦄", "}")
	indented = strings.ReplaceAll(indented, "[]", hide.Replace("[]"))
	for {
		next := innermost.ReplaceAllStringFunc(indented, func(block string) string {
			line := strings.Join(strings.Fields(block), " ")
			if len([]rune(line)) > lineWidth {
				line = block
			}
			return hide.Replace(line) // what is through is hidden from the next round
		})
		if next == indented {
			return show.Replace(next)
		}
		indented = next
	}
}

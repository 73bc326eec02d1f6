package server_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/server"
	"civicgraph/internal/store"
	"civicgraph/internal/store/storetest"
)

const ingestion = `mutation { ingestReport(input: { text: "date 2026-03-02 Тақырып\nМәтін.", source: "жаңа" }) { outcome report { name text publishedAt } } }`

// writes ingests a report as a draft of its source.
func writes(s store.Store) func(context.Context, civic.Report) (store.Outcome, error) {
	return func(ctx context.Context, r civic.Report) (store.Outcome, error) {
		outcomes, err := s.Write(ctx, storetest.NewDraft(r.Source, r.PublishedAt).Reading())
		if err != nil {
			return "", err
		}
		return outcomes[0], nil
	}
}

func TestMutations(t *testing.T) {
	open := newServer(t, nil)
	guarded := newServer(t, func(c *server.Config) { c.EditorToken, c.Ingest = "сыр sesame", writes(c.Store) })
	if got := post(t, open, query(ingestion), "Authorization", "Bearer anything"); got.codes != "FORBIDDEN" || !strings.Contains(got.body, "mutations are off") {
		t.Errorf("without a token configured: %s", got.body)
	}
	if got := post(t, guarded, query(ingestion)); got.codes != "UNAUTHENTICATED" {
		t.Errorf("without a token: %s", got.body)
	}
	if got := post(t, guarded, query(ingestion), "Authorization", "Bearer sesame"); got.codes != "UNAUTHENTICATED" || strings.Contains(got.body, "sesame") {
		t.Errorf("with a wrong token: %s", got.body)
	}
	token := []string{"Authorization", "Bearer сыр sesame"}
	for _, outcome := range []string{"INGESTED", "UNCHANGED"} {
		if got := post(t, guarded, query(ingestion), token...); !strings.Contains(got.body, outcome) || !strings.Contains(got.body, `"publishedAt":"2026-03-02"`) {
			t.Errorf("want %s: %s", outcome, got.body)
		}
	}
	if got := post(t, guarded, query(`mutation { ingestReport(input: { text: "no date" }) { outcome } }`), token...); got.codes != "BAD_USER_INPUT" {
		t.Errorf("a report without a date: %s", got.body)
	}
	deletion := query(fmt.Sprintf(`mutation { deleteReport(id: %q) { deletedReportId } }`, storetest.ReportID("жаңа")))
	if got := post(t, guarded, deletion, token...); got.codes != "" {
		t.Errorf("a deletion: %s", got.body)
	}
	if got := post(t, guarded, deletion, token...); got.codes != "NOT_FOUND" {
		t.Errorf("a second deletion: %s", got.body)
	}
	if got := get(t, guarded, "/graphql?query=mutation{deleteReport(id:%22%22){deletedReportId}}", token...); got.status != http.StatusMethodNotAllowed || got.header.Get("Allow") != "POST" {
		t.Errorf("a mutation by GET: %d %v", got.status, got.header)
	}
}

func TestCrossOrigin(t *testing.T) {
	const page = "https://page.example"
	closed := newServer(t, nil)
	listed := newServer(t, func(c *server.Config) { c.Origins = []string{page} })
	if got := post(t, closed, query(`{ stats { claims } }`), "Origin", page); got.header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("nobody is listed: %v", got.header)
	}
	got := post(t, listed, query(`{ stats { claims } }`), "Origin", page)
	if got.header.Get("Access-Control-Allow-Origin") != page || got.header.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("a listed page: %v", got.header)
	}
	if got := post(t, listed, query(`{ stats { claims } }`), "Origin", "https://other.example"); got.header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("an unlisted page: %v", got.header)
	}
}

func TestPaths(t *testing.T) {
	h := newServer(t, nil)
	for path, status := range map[string]int{"/": 200, "/playground": 200, "/healthz": 200, "/readyz": 200, "/nowhere": 404,
		"/graphql?query={stats{claims}}": 200, "/graphql": 400} {
		if got := get(t, h, path, "Accept", modern); got.status != status {
			t.Errorf("%s: %d, want %d", path, got.status, status)
		} else if got.header.Get("X-Request-Id") == "" {
			t.Errorf("%s: no request id", path)
		}
	}
}

func TestServeFinishesRequests(t *testing.T) {
	running, finish := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(running)
		<-finish
		io.WriteString(w, "finished")
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, l, h) }()
	answers := make(chan reply, 1)
	go func() {
		r, _ := http.NewRequest(http.MethodGet, "http://"+l.Addr().String(), nil)
		answers <- do(t, r)
	}()
	<-running
	stop()
	close(finish)
	if got := <-answers; got.body != "finished" {
		t.Errorf("the running request got %q", got.body)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestLogs(t *testing.T) {
	var log strings.Builder
	h := newServer(t, func(c *server.Config) {
		c.EditorToken, c.Log = "sesame", slog.New(slog.NewTextHandler(&log, nil))
	})
	got := post(t, h, query(`{ stats { claims } }`), "Authorization", "Bearer secret")
	h.Close()
	line := log.String()
	if !strings.Contains(line, "path=/graphql status=200") || !strings.Contains(line, "request="+got.header.Get("X-Request-Id")) || strings.Contains(line, "secret") {
		t.Errorf("logged %q", line)
	}
}

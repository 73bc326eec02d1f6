package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/server"
	"civicgraph/internal/store"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

// TestStreams asks for an answer in parts: a plain answer in its first, and never
// the request sent back.
func TestStreams(t *testing.T) {
	h := newServer(t, nil)
	for _, accept := range []string{"text/event-stream", "multipart/mixed"} {
		if got := post(t, h, query(`{ stats { claims } }`), "Accept", accept); !strings.Contains(got.body, `{"stats":{"claims":1}}`) {
			t.Errorf("%s: %s", accept, got.body)
		}
		if got := post(t, h, `{"query": secret`, "Accept", accept); got.status != 400 || strings.Contains(got.body, "secret") {
			t.Errorf("%s: status %d, body %s", accept, got.status, got.body)
		}
	}
}

// newServer serves an embedded store with one report.
func newServer(t testing.TB, change func(*server.Config)) *httptest.Server {
	t.Helper()
	s, err := sqlitestore.OpenMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	d := storetest.NewDraft("хабар", "2026-03-01")
	d.Claim(civic.Leads, d.Refer(civic.TypePerson, "Тұрар"), d.Refer(civic.TypeCoalition, "Таза өзен лигасы"))
	if _, err := s.Write(t.Context(), d.Reading()); err != nil {
		t.Fatal(err)
	}
	c := server.Config{Store: s, Log: slog.New(slog.DiscardHandler)}
	if change != nil {
		change(&c)
	}
	h := httptest.NewServer(server.New(c))
	t.Cleanup(h.Close)
	return h
}

// reply is what a server answered.
type reply struct {
	status int
	header http.Header
	body   string
	codes  string // extensions.code of all errors
}

func do(t testing.TB, r *http.Request) reply {
	t.Helper()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	json.Unmarshal(body, &answer) // pages are no JSON
	var codes []string
	for _, e := range answer.Errors {
		codes = append(codes, e.Extensions.Code)
	}
	return reply{response.StatusCode, response.Header, string(body), strings.Join(codes, " ")}
}

func post(t testing.TB, h *httptest.Server, body string, headers ...string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return do(t, r)
}

func query(q string) string {
	body, err := json.Marshal(map[string]string{"query": q})
	if err != nil {
		panic(err)
	}
	return string(body)
}

const modern = "application/graphql-response+json"

func TestAnswers(t *testing.T) {
	h := newServer(t, nil)
	for _, tc := range []struct {
		name, body, accept string
		status             int
		codes, want        string
	}{
		{"a query", query(`{ people { nodes { name } } }`), modern, 200, "", `{"data":{"people":{"nodes":[{"name":"Тұрар"}]}}}`},
		{"a query for old clients", query(`{ stats { claims } }`), "application/json", 200, "", `{"data":{"stats":{"claims":1}}}`},
		{"an error beside data", query(`{ stats { claims } node(id: "xx") { id } }`), modern, 200, "BAD_USER_INPUT", `"data":{"stats":{"claims":1},"node":null}`},
		{"nothing under an id", query(`{ node(id: "pe_aaaaaaaaaaaaaaaaaaaaaaaaaa") { id } }`), modern, 200, "", `{"data":{"node":null}}`},
		{"a query that does not parse", query(`{ people `), modern, 400, "BAD_USER_INPUT", "Expected Name"},
		{"a query that does not parse, for old clients", query(`{ people `), "application/json", 200, "BAD_USER_INPUT", "Expected Name"},
		{"an unknown field", query(`{ persons { id } }`), modern, 400, "BAD_USER_INPUT", "persons"},
		{"no JSON", `{"query": secret words`, modern, 400, "BAD_USER_INPUT", "the body is not a JSON object"},
		{"no query", `{}`, modern, 400, "BAD_USER_INPUT", "no query"},
		{"a garbage cursor", query(`{ people(after: "garbage") { nodes { id } } }`), modern, 200, "BAD_USER_INPUT", "not a cursor"},
		{"pages from both ends", query(`{ people(first: 1, last: 1) { nodes { id } } }`), modern, 200, "BAD_USER_INPUT", "not both"},
		{"too long a page", query(`{ people(first: 101) { nodes { id } } }`), modern, 200, "BAD_USER_INPUT", "at most 100"},
		{"too large a number", query(`{ people(first: 99999999999999999999) { nodes { id } } }`), modern, 400, "BAD_USER_INPUT", ""},
		{"an impossible day", query(`{ meetings(filter: { date: { from: "2026-02-30" } }) { nodes { id } } }`), modern, 200, "BAD_USER_INPUT", "2026-02-30"},
		{"paths from nowhere", query(`{ paths(from: "pe_aaaaaaaaaaaaaaaaaaaaaaaaaa", to: "pe_baaaaaaaaaaaaaaaaaaaaaaaaa") { nodes { id } } }`), modern, 200, "NOT_FOUND", ""},
		{"an unknown persisted query", `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}`, modern, 200, "PERSISTED_QUERY_NOT_FOUND", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := post(t, h, tc.body, "Accept", tc.accept)
			if got.status != tc.status || got.codes != tc.codes || !strings.Contains(got.body, tc.want) {
				t.Errorf("status %d, codes %q, body %s; want %d, %q, %s", got.status, got.codes, got.body, tc.status, tc.codes, tc.want)
			}
			if strings.Contains(got.body, "secret") {
				t.Errorf("the body is echoed: %s", got.body)
			}
		})
	}
}

// TestLimits sends what would cost a server seconds, were it not refused at once.
func TestLimits(t *testing.T) {
	h := newServer(t, nil)
	for name, q := range map[string]string{
		"aliases":    "{" + strings.Repeat(" a: stats { claims }", 20_000) + "}",
		"directives": "{ stats " + strings.Repeat("@skip(if: false) ", 10_000) + "{ claims } }",
		"depth":      strings.Repeat("{ stats ", 400) + strings.Repeat("}", 400),
		"tokens":     "{ stats {" + numbered(" c", 20_000) + " } }",
		"repeats":    "{ stats {" + strings.Repeat(" claims", 4_000) + " } }",
		"cost":       "{ people(first: 100) { nodes { meetings(first: 100) { nodes { places(first: 100) { nodes { id } } } } } } }",
		"fragments":  "{ people { nodes { ...a ...a } } } fragment a on Person { meetings { nodes { ...b ...b } } } fragment b on Meeting { places { nodes { ...c ...c } } } fragment c on Entity { edges { nodes { id } } }",
		"deep fragments": `{ stats { claims } node(id: "pe_aaaaaaaaaaaaaaaaaaaaaaaaaa") { ...a } } fragment a on Person { meetings(first: 1) { nodes { ...b } } } fragment b on Meeting { report { publisher { ...c } } }
			fragment c on Organization { leaders(first: 1) { nodes { meetings(first: 1) { nodes { report { publisher { ...d } } } } } } } fragment d on Organization { leaders(first: 1) { nodes { meetings(first: 1) { nodes { report { publisher { leaders(first: 1) { nodes { names { text } } } } } } } } } }`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got := post(t, h, query(q))
			if got.status != http.StatusBadRequest || got.codes != "QUERY_TOO_COMPLEX" {
				t.Errorf("status %d, codes %q, body %.200s", got.status, got.codes, got.body)
			}
			t.Logf("refused after %v", time.Since(start))
		})
	}
	if got := post(t, h, query(strings.Repeat(" ", 2<<20))); got.status != http.StatusRequestEntityTooLarge || got.codes != "QUERY_TOO_COMPLEX" {
		t.Errorf("a long body: status %d, codes %q, body %.200s", got.status, got.codes, got.body)
	}
}

func numbered(s string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprint(&b, s, i)
	}
	return b.String()
}

// FuzzRequest sends anything at all: whatever it is, it is answered with JSON, and
// never as a failure of the server.
func FuzzRequest(f *testing.F) {
	h := newServer(f, nil)
	for _, seed := range []string{query(`{ people(first: 2) { nodes { ...a } } } fragment a on Person { name }`), `{"query": 1}`, `[]`, ``,
		query(`query($a: Int = 3) { search(query: "\u0000", last: $a) { nodes { id } } }`), `{"query":"{__schema{types{name}}}","variables":{"a":[]}}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		got := post(t, h, body, "Accept", modern)
		if got.status >= 500 || strings.Contains(got.codes, "INTERNAL") || !json.Valid([]byte(got.body)) {
			t.Errorf("status %d: %s", got.status, got.body)
		}
	})
}

// slow is a store that answers once it is let go.
type slow struct {
	store.Store
	asked, released chan struct{}
}

func (s slow) Stats(ctx context.Context) (civic.Stats, error) {
	s.asked <- struct{}{}
	select {
	case <-s.released:
		return civic.Stats{}, nil
	case <-ctx.Done():
		return civic.Stats{}, fmt.Errorf("%w: bolt://hidden.example:7687: %w", civic.ErrTimeout, ctx.Err())
	}
}

func TestBusy(t *testing.T) {
	s := slow{asked: make(chan struct{}), released: make(chan struct{})}
	h := newServer(t, func(c *server.Config) {
		s.Store, c.Store = c.Store, nil
		c.Store = s
		c.Limits = server.Limits{Queries: 1, Wait: time.Millisecond}
	})
	first := make(chan reply)
	go func() { first <- post(t, h, query(`{ stats { claims } }`)) }()
	<-s.asked
	if got := post(t, h, query(`{ people { nodes { id } } }`)); got.status != http.StatusTooManyRequests || got.codes != "UNAVAILABLE" {
		t.Errorf("while another runs: status %d, codes %q", got.status, got.codes)
	}
	close(s.released)
	if got := <-first; got.status != 200 || got.codes != "" {
		t.Errorf("the one that ran: %+v", got)
	}
}

func TestTimeout(t *testing.T) {
	s := slow{asked: make(chan struct{}, 1), released: make(chan struct{})}
	h := newServer(t, func(c *server.Config) {
		s.Store = c.Store
		c.Store, c.Limits = s, server.Limits{Time: time.Millisecond}
	})
	got := post(t, h, query(`{ stats { claims } }`))
	if got.codes != "TIMEOUT" || strings.Contains(got.body, "hidden.example") {
		t.Errorf("codes %q, body %s", got.codes, got.body)
	}
}

// broken is a store that panics.
type broken struct{ store.Store }

func (broken) Stats(context.Context) (civic.Stats, error) { panic("a secret") }
func (broken) Ready(context.Context) error                { return civic.ErrUnavailable }

func TestPanic(t *testing.T) {
	h := newServer(t, func(c *server.Config) { c.Store = broken{c.Store} })
	if got := post(t, h, query(`{ stats { claims } }`)); got.codes != "INTERNAL" || strings.Contains(got.body, "secret") {
		t.Errorf("codes %q, body %s", got.codes, got.body)
	}
	if got := get(t, h, "/readyz"); got.status != http.StatusServiceUnavailable {
		t.Errorf("/readyz of a store that does not answer: %d", got.status)
	}
}

func get(t testing.TB, h *httptest.Server, path string, headers ...string) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return do(t, r)
}

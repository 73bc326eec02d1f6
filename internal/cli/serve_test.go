package cli

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"civicgraph/internal/store/neo4jstore/neo4jtest"
)

// lines collects what a command prints, and hands on what its last line invites to.
type lines struct {
	mu      sync.Mutex
	text    bytes.Buffer
	invited chan string
}

var playground = regexp.MustCompile(`playground +(http://\S+)/playground`)

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Write(p)
	if found := playground.FindSubmatch(l.text.Bytes()); found != nil {
		select {
		case l.invited <- string(found[1]):
		default:
		}
	}
	return len(p), nil
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// serving runs serve with the arguments and returns where, and what ends it and
// gives the exit code.
func serving(t *testing.T, args ...string) (url string, printed *lines, end func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	printed = &lines{invited: make(chan string, 1)}
	code := make(chan int, 1)
	go func() {
		code <- Run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...), nil, io.Discard, printed)
	}()
	select {
	case url = <-printed.invited:
	case c := <-code:
		t.Fatalf("serve ended with %d:\n%s", c, printed)
	case <-time.After(time.Minute):
		t.Fatalf("serve does not say what to open:\n%s", printed)
	}
	end = func() int { cancel(); return <-code }
	t.Cleanup(func() { cancel() })
	return url, printed, end
}

func TestServeOnAnEmptyMachine(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	url, printed, end := serving(t)
	if !strings.Contains(printed.String(), "sample reports: ingested 6") {
		t.Errorf("the samples were not ingested:\n%s", printed)
	}
	for path, want := range map[string]string{
		"/healthz":    "ok",
		"/readyz":     "ok",
		"/playground": "<title>",
		"/graphql?query=%7Breports%7BtotalCount%7D%7D": `{"data":{"reports":{"totalCount":6}}}`,
	} {
		if got := fetch(t, url+path); !strings.Contains(got, want) {
			t.Errorf("%s answers %.200q, want %q in it", path, got, want)
		}
	}
	if code := end(); code != exitOK {
		t.Errorf("exit code %d:\n%s", code, printed)
	}
	_, again, end := serving(t)
	if strings.Contains(again.String(), "sample reports") {
		t.Errorf("the samples were ingested into a store that is not empty:\n%s", again)
	}
	end()
	var said bytes.Buffer
	if code := Run(t.Context(), []string{"delete", "--samples"}, nil, io.Discard, &said); code != exitOK || said.String() != "deleted 6\n" {
		t.Errorf("delete --samples: exit code %d: %s", code, &said)
	}
}

func TestSamplesNeverGoIntoANamedStoreByThemselves(t *testing.T) {
	url, _, end := serving(t, "--store", "memory:")
	if got := fetch(t, url+"/graphql?query=%7Breports%7BtotalCount%7D%7D"); !strings.Contains(got, `"totalCount":0`) {
		t.Errorf("got %s", got)
	}
	end()
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "*/*")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestServeRefusesWrongCalls(t *testing.T) {
	for name, tc := range map[string]struct {
		args []string
		code int
		says string
	}{
		"any origin":       {[]string{"--store", "memory:", "--cors-origin", "*"}, exitUsage, "is not an origin"},
		"path in origin":   {[]string{"--store", "memory:", "--cors-origin", "https://a.kz/"}, exitUsage, "is not an origin"},
		"no token file":    {[]string{"--store", "memory:", "--editor-token-file", "nowhere"}, exitFailure, "editor's token"},
		"no such address":  {[]string{"--store", "memory:", "--listen", "127.0.0.1:99999"}, exitFailure, "--listen"},
		"no such samples":  {[]string{"--store", "memory:", "--samples", "some"}, exitUsage, "--samples"},
		"Neo4j is down":    {[]string{"--store", "bolt://127.0.0.1:1"}, exitFailure, "127.0.0.1:1"},
		"a host's path":    {[]string{"--store", "http://127.0.0.1"}, exitUsage, "is not a store"},
		"unwritable store": {[]string{"--store", "sqlite:/proc/none/g.db"}, exitFailure, "/proc/none/g.db"},
	} {
		t.Run(name, func(t *testing.T) {
			var printed bytes.Buffer
			code := Run(t.Context(), append([]string{"serve"}, tc.args...), nil, io.Discard, &printed)
			if code != tc.code || !strings.Contains(printed.String(), tc.says) {
				t.Errorf("exit code %d, want %d; %q, want %q in it", code, tc.code, &printed, tc.says)
			}
		})
	}
}

func TestWrongCredentialsAreNamed(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", "not "+server.Password)
	var printed bytes.Buffer
	code := Run(t.Context(), []string{"migrate", "--store", server.URL}, nil, io.Discard, &printed)
	if code != exitFailure || !strings.Contains(printed.String(), "NEO4J_PASSWORD") || strings.Contains(printed.String(), server.Password) {
		t.Errorf("exit code %d: %s", code, &printed)
	}
}

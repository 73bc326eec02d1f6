package report

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"civicgraph/internal/civic"
)

const webPage = `<html><head><title>Жиын өтті</title><meta property="article:published_time" content="2026-02-17"></head>
<body><h1>Жиын өтті</h1><p>Ауылда жиын өтті, оған елу адам келді. Жол туралы айтылды, су туралы да сұрақтар қойылды.</p></body></html>`

// newsSite is a server with every fault that a reader meets.
func newsSite(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, webPage) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page#top", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, webPage, strings.Repeat(" ", 4<<10)) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/halting", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, webPage)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "9999")
		fmt.Fprint(w, webPage)
	})
	mux.HandleFunc("/cyrillic", func(w http.ResponseWriter, _ *http.Request) { sendCyrillic(w, "text/html; charset=windows-1251") })
	mux.HandleFunc("/undeclared", func(w http.ResponseWriter, _ *http.Request) { sendCyrillic(w, "text/html") })
	mux.HandleFunc("/report.txt", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=windows-1251")
		w.Write(cyrillic("date 2026-02-17 Сход жителей\nСход прошёл.\n"))
	})
	mux.HandleFunc("/news.jsonl.gz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/gzip")
		w.Write(pack(t, []byte(`{"source": "a", "text": "date 2026-02-17 Жиын"}`)))
	})
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site
}

func cyrillic(s string) []byte {
	encoded, err := charmap.Windows1251.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return []byte(encoded)
}

func sendCyrillic(w http.ResponseWriter, contentType string) {
	w.Header().Set("Content-Type", contentType)
	w.Write(cyrillic(`<html><head><title>Сход жителей</title><meta name="date" content="17.02.2026"></head><body><h1>Сход жителей</h1>
<p>В районе прошёл сход жителей, в нём участвовали двести человек. Говорили о дорогах, о воде и о новой школе.</p></body></html>`))
}

// loopback is public for a test; what the server redirects to is judged as ever.
var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}

func fetched(t *testing.T, web Web, address string) Item {
	t.Helper()
	items := read([]string{address}, Options{Format: Auto, Web: web})
	if len(items) != 1 || items[0].Name != address && items[0].Name != address+":1" {
		t.Fatalf("items %+v", items)
	}
	return items[0]
}

func TestFetched(t *testing.T) {
	site := newsSite(t)
	for path, want := range map[string]civic.Report{
		"/page":          {Title: "Жиын өтті", Source: site.URL + "/page"},
		"/moved":         {Title: "Жиын өтті", Source: site.URL + "/page"},
		"/cyrillic":      {Title: "Сход жителей", Source: site.URL + "/cyrillic"},
		"/report.txt":    {Title: "Сход жителей", Source: site.URL + "/report.txt"},
		"/news.jsonl.gz": {Title: "Жиын", Source: "a"},
	} {
		item := fetched(t, Web{exempt: loopback}, site.URL+path)
		if r := item.Report; item.Err != nil || r.Title != want.Title || r.Source != want.Source || r.PublishedAt != "2026-02-17" {
			t.Errorf("%s: error %v, title %q, source %q, day %s", path, item.Err, r.Title, r.Source, r.PublishedAt)
		}
	}
}

func TestNotFetched(t *testing.T) {
	site := newsSite(t)
	web := Web{exempt: loopback, MaxBytes: 2 << 10}
	for path, want := range map[string]struct {
		is   error
		says string
	}{
		"/nowhere":    {civic.ErrNotFound, "404"},
		"/loop":       {civic.ErrBadInput, "more than 5 redirects"},
		"/inside":     {civic.ErrForbidden, "not public; say --allow-private-addresses"},
		"/picture":    {civic.ErrBadInput, "the server sends image/png"},
		"/large":      {civic.ErrBadInput, "more than 2048 bytes"},
		"/busy":       {civic.ErrBadInput, "503 Service Unavailable; try again later"},
		"/cut":        {civic.ErrBadInput, "cannot be fetched"},
		"/undeclared": {civic.ErrBadInput, "neither says its charset"},
	} {
		if err := fetched(t, web, site.URL+path).Err; !errors.Is(err, want.is) || !strings.Contains(err.Error(), want.says) {
			t.Errorf("%s: error %v, want one that says %q", path, err, want.says)
		}
	}
}

func TestSlowServers(t *testing.T) {
	site := newsSite(t)
	for _, path := range []string{"/silent", "/halting"} {
		err := fetched(t, Web{exempt: loopback, Timeout: 50 * time.Millisecond}, site.URL+path).Err
		if !errors.Is(err, civic.ErrTimeout) || !strings.Contains(err.Error(), "within 50ms") {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

// TestPrivateAddresses dials what is not public by number, by name and in disguise.
func TestPrivateAddresses(t *testing.T) {
	site := newsSite(t)
	port := site.URL[strings.LastIndex(site.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "0.0.0.0", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fd00::1]", "100.64.0.1"} {
		if err := fetched(t, Web{Timeout: 5 * time.Second}, "http://"+host+port+"/page").Err; !errors.Is(err, civic.ErrForbidden) {
			t.Errorf("%s: error %v", host, err)
		}
	}
	if item := fetched(t, Web{AllowPrivate: true}, site.URL+"/page"); item.Err != nil {
		t.Errorf("allowed: %v", item.Err)
	}
}

func TestWrongAddresses(t *testing.T) {
	for _, address := range []string{"http://", "http://user:secret@example.kz/", "https://[::1/"} {
		if err := fetched(t, Web{}, address).Err; !errors.Is(err, civic.ErrBadInput) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: error %v", address, err)
		}
	}
}

// TestAddressOfAPage lets a page name its own address, but not one on another site.
func TestAddressOfAPage(t *testing.T) {
	page := func(canonical string) string { return webPage + `<link rel="canonical" href="` + canonical + `">` }
	for _, tc := range []struct {
		draft  Draft
		source string
	}{
		{Draft{Text: page("https://a.example/1"), Fetched: "https://www.a.example/1?from=feed"}, "https://a.example/1"},
		{Draft{Text: page("/1"), Fetched: "https://a.example/1?from=feed"}, "https://a.example/1"},
		{Draft{Text: page("https://b.example/1"), Fetched: "https://a.example/1"}, "https://a.example/1"},
		{Draft{Text: page("https://a.example/"), Fetched: "https://a.example/1"}, "https://a.example/1"},
		{Draft{Text: page("https://a.example/1"), Path: "/saved.html"}, "https://a.example/1"},
		{Draft{Text: page("https://a.example/"), Path: "/saved.html"}, "/saved.html"},
		{Draft{Text: page("javascript:1"), Path: "/saved.html"}, "/saved.html"},
		{Draft{Text: page("https://a.example/1"), Source: "archive 7"}, "archive 7"},
		{Draft{Text: page("https://a.example/1"), URL: "https://c.example/x"}, "https://c.example/x"},
	} {
		tc.draft.Layout = Page
		if r, err := tc.draft.Report(); err != nil || r.Source != tc.source {
			t.Errorf("source %q, error %v, want %q", r.Source, err, tc.source)
		}
	}
}

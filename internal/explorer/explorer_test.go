package explorer

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// built is a site as npm would leave it, over the plain pages.
func built(t *testing.T) site {
	t.Helper()
	tree := fstest.MapFS{
		"dist/playground.html.gz":    {Data: deflate(t, "<p>built</p>")},
		"dist/assets/app-1a2b.js.gz": {Data: deflate(t, "run()")},
		"dist/licenses.txt.gz":       {Data: deflate(t, "MIT")},
		"dist/assets/icons-3c4d.ttf": {Data: []byte("glyphs")},
		"dist/.gitkeep":              {},
	}
	return site{{tree, "dist"}, {plain, "plain"}}
}

func TestPaths(t *testing.T) {
	for _, test := range []struct {
		method, path string
		status       int
		text, cache  string
	}{
		{"GET", "/", 200, "the very words", "no-cache"},
		{"GET", "/playground", 200, "<p>built</p>", "no-cache"},
		{"HEAD", "/playground", 200, "", "no-cache"},
		{"GET", "/plain.css", 200, "body {", "no-cache"},
		{"GET", "/licenses.txt", 200, "MIT", "no-cache"},
		{"GET", "/assets/app-1a2b.js", 200, "run()", "public, max-age=31536000, immutable"},
		{"GET", "/assets/icons-3c4d.ttf", 200, "glyphs", "public, max-age=31536000, immutable"},
		{"POST", "/playground", 405, "only be read", ""},
		{"GET", "/playground.html", 404, "", ""},
		{"GET", "/assets/", 404, "", ""},
		{"GET", "/assets/../.gitkeep", 404, "", ""},
		{"GET", "/.gitkeep", 404, "", ""},
		{"GET", "/elsewhere", 404, "", ""},
	} {
		for _, encoding := range []string{"", "gzip, br"} {
			got := visit(built(t), test.method, test.path, "Accept-Encoding", encoding)
			if got.Code != test.status || !strings.Contains(text(t, got), test.text) {
				t.Errorf("%s %s (%q): %d %q", test.method, test.path, encoding, got.Code, got.Body)
			}
			if cache := got.Header().Get("Cache-Control"); cache != test.cache {
				t.Errorf("%s %s: cache %q, want %q", test.method, test.path, cache, test.cache)
			}
		}
	}
}

// TestWithoutNpm reads the pages of a binary built from the sources alone.
func TestWithoutNpm(t *testing.T) {
	bare := site{{fstest.MapFS{"dist/.gitkeep": {}}, "dist"}, {plain, "plain"}}
	got := visit(bare, "GET", "/playground")
	if got.Code != http.StatusOK || !strings.Contains(got.Body.String(), "make build") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
}

func TestPagesAreRevalidated(t *testing.T) {
	for _, path := range []string{"/", "/playground"} {
		first := visit(built(t), "GET", path, "Accept-Encoding", "gzip")
		again := visit(built(t), "GET", path, "Accept-Encoding", "gzip", "If-None-Match", first.Header().Get("ETag"))
		if again.Code != http.StatusNotModified {
			t.Errorf("%s: %d for what the client has, want 304", path, again.Code)
		}
	}
}

func TestHeaders(t *testing.T) {
	got := visit(Handler(), "GET", "/").Header()
	for name, want := range map[string]string{
		"Content-Type":            "text/html; charset=utf-8",
		"Content-Security-Policy": "default-src 'none'",
		"X-Content-Type-Options":  "nosniff",
		"Referrer-Policy":         "same-origin",
	} {
		if !strings.Contains(got.Get(name), want) {
			t.Errorf("%s: %q, want %q", name, got.Get(name), want)
		}
	}
}

// visit asks the handler, with header names and values in turn.
func visit(h http.Handler, method, path string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// text is the body as the client would see it.
func text(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() == 0 {
		return w.Body.String()
	}
	plain, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func deflate(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

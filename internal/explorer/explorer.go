// Package explorer holds the product's web pages: sources in web/, built by npm
// into dist/, of which only a placeholder is committed. A binary built without
// npm serves the pages of plain/ in their place, which say how to build them.
//
// No page loads anything from another host.
package explorer

import (
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed all:dist
var dist embed.FS

//go:embed plain
var plain embed.FS

// policy lets a page load what this server serves and nothing else. The query
// editor writes style elements and attributes, so those are allowed.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves / (the landing page), /playground, what these load, and
// /licenses.txt (the licences of what npm built in) to GET and HEAD. Any other
// path is not found.
func Handler() http.Handler {
	return site{{dist, "dist"}, {plain, "plain"}}
}

// site is the folders that hold the pages; an earlier one hides a later one.
type site []folder

type folder struct {
	tree fs.FS
	dir  string
}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := fileOf(r.URL.Path)
	file, gzipped, err := s.open(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "pages can only be read", http.StatusMethodNotAllowed)
		return
	}
	describe(w.Header(), name)
	switch {
	case !gzipped:
		send(w, r, name, file)
	case strings.Contains(r.Header.Get("Accept-Encoding"), "gzip"):
		w.Header().Set("Content-Encoding", "gzip")
		send(w, r, name, file)
	default:
		inflate(w, file)
	}
}

// fileOf returns the file behind a path of the site, or nothing.
func fileOf(urlPath string) string {
	switch {
	case urlPath == "/":
		return "index.html"
	case urlPath == "/playground":
		return "playground.html"
	case urlPath == "/plain.css", urlPath == "/licenses.txt", strings.HasPrefix(urlPath, "/assets/"):
		return urlPath[1:]
	}
	return ""
}

// open finds a file, or its compressed form, in the first folder that has it.
func (s site) open(name string) (file fs.File, gzipped bool, err error) {
	for _, folder := range s {
		for _, suffix := range []string{"", ".gz"} {
			file, err := folder.tree.Open(folder.dir + "/" + name + suffix) // which refuses ".."
			if err != nil {
				continue
			}
			if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
				return file, suffix != "", nil
			}
			file.Close()
		}
	}
	return nil, false, fs.ErrNotExist
}

// describe sets the headers that every form of a file shares. What stands in
// assets/ bears a hash of its content in its name and is cached for good.
func describe(h http.Header, name string) {
	h.Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Vary", "Accept-Encoding")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Content-Type-Options", "nosniff")
}

// send serves the file as it is; the client may have it already.
func send(w http.ResponseWriter, r *http.Request, name string, file fs.File) {
	content := file.(io.ReadSeeker) // as embed promises
	sum := sha256.New()
	if _, err := io.Copy(sum, content); err != nil {
		http.Error(w, "this page cannot be read", http.StatusInternalServerError)
		return
	}
	w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sum.Sum(nil)))
	http.ServeContent(w, r, name, time.Time{}, content)
}

// inflate serves the few clients that don't take compressed text.
func inflate(w http.ResponseWriter, file io.Reader) {
	text, err := gzip.NewReader(file)
	if err != nil {
		http.Error(w, "this page cannot be read", http.StatusInternalServerError)
		return
	}
	io.Copy(w, text) // an error is the client's, which has gone
}

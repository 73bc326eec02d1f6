package report

import (
	"bufio"
	"bytes"
	"fmt"
	"mime"
	"path"
	"path/filepath"
	"strings"

	"civicgraph/internal/civic"
)

// Format is what an input holds. Each may be compressed by gzip.
type Format string

// The formats.
const (
	Auto         Format = "auto"   // by the file's extension or the server's word, else by the content
	ReportFormat Format = "report" // one report in the layout Dated
	TextFormat   Format = "text"   // one report in the layout Plain
	HTMLFormat   Format = "html"   // a page with one article
	JSONLines    Format = "jsonl"  // a report a line; see Line
	FeedFormat   Format = "feed"   // RSS or Atom: a report an item
)

// formatOfName is the format of a file by its extension, perhaps with .gz behind it:
// Auto where the content must tell, empty for a kind that is not read.
func formatOfName(name string) Format {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch filepath.Ext(name) {
	case ".txt":
		return ReportFormat
	case ".html", ".htm":
		return HTMLFormat
	case ".jsonl", ".ndjson":
		return JSONLines
	case ".rss", ".atom":
		return FeedFormat
	case ".xml":
		return Auto
	}
	return ""
}

// formatOfMedia is the format of what a server sends, by its Content-Type and, where
// that says little, by the address's path. The error wraps civic.ErrBadInput.
func formatOfMedia(contentType, addressPath string) (Format, error) {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media = ""
	}
	switch media {
	case "text/html", "application/xhtml+xml":
		return HTMLFormat, nil
	case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json":
		return FeedFormat, nil
	case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/json":
		return JSONLines, nil
	case "", "text/plain", "text/xml", "application/xml", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip":
		return formatOfName(path.Base(addressPath)), nil
	}
	return "", fmt.Errorf("%w: the server sends %s; only pages, feeds, JSON Lines and text are read", civic.ErrBadInput, media)
}

// formatOfContent tells the format by how the content begins, and leaves it unread.
func formatOfContent(r *bufio.Reader) Format {
	head, _ := r.Peek(1 << 10)
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return JSONLines
	case !bytes.HasPrefix(head, []byte("<")):
		return ReportFormat
	case containsAny(head, "<html", "<!doctype html"):
		return HTMLFormat
	case containsAny(head, "<rss", "<feed", "<rdf:rdf") || bytes.HasPrefix(head, []byte("<?xml")):
		return FeedFormat
	}
	return HTMLFormat
}

func containsAny(text []byte, words ...string) bool {
	for _, word := range words {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}

package report

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"civicgraph/internal/civic"
)

// checkItem reports what no item may be.
func checkItem(t *testing.T, item Item) {
	t.Helper()
	r := item.Report
	if item.Err != nil {
		if !errors.Is(item.Err, civic.ErrBadInput) {
			t.Errorf("%s: error %v is not bad input", item.Name, item.Err)
		}
		return
	}
	if r.ID == "" || r.Source == "" || r.Title == "" || !utf8.ValidString(r.Text) || !utf8.ValidString(r.Title) || len(r.Text) > MaxBytes {
		t.Errorf("%s: neither a report nor an error: %+v", item.Name, r)
	}
	if strings.ContainsAny(r.Title, "\n\r\x00") {
		t.Errorf("%s: title %q is not one line", item.Name, r.Title)
	}
	if _, err := civic.ParseDay(string(r.PublishedAt)); err != nil {
		t.Errorf("%s: %v", item.Name, err)
	}
}

// checkDrawn reports what no report drawn out of a page or a feed may be.
func checkDrawn(t *testing.T, item Item) {
	t.Helper()
	checkItem(t, item)
	if item.Err == nil && !strings.HasPrefix(item.Report.Text, item.Report.Title+"\n") {
		t.Errorf("%s: the text does not begin with the title %q: %q", item.Name, item.Report.Title, item.Report.Text)
	}
	if strings.ContainsAny(item.Report.Text, "\x00\r\u00ad\u200b") {
		t.Errorf("%s: the text holds what is not seen: %q", item.Name, item.Report.Text)
	}
}

func readAs(format Format, content []byte) []Item {
	return read([]string{"-"}, Options{Format: format, Date: "2026-02-17", Stdin: bytes.NewReader(content)})
}

// seeds adds the inputs of the tests that are documents, and those that once found a
// fault.
func seeds(f *testing.F, kind string) {
	paths, _ := filepath.Glob("testdata/" + kind + "/*.txt")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if !strings.HasPrefix(file.Name, "want") {
				f.Add(file.Data)
			}
		}
	}
}

func FuzzPage(f *testing.F) {
	seeds(f, "page")
	f.Add([]byte("<title>Т</title><p>Жиын өтті."))
	f.Add([]byte("\xef\xbb\xbf<h1>а</h1><time datetime=2026-02-17>"))
	f.Fuzz(func(t *testing.T, page []byte) {
		for _, item := range readAs(HTMLFormat, page) {
			checkDrawn(t, item)
		}
	})
}

func FuzzFeed(f *testing.F) {
	seeds(f, "feed")
	f.Add([]byte(`<rss version="2.0"><channel><title>А</title><item><title>Б</title></item></channel></rss>`))
	f.Add([]byte(`{"version": "https://jsonfeed.org/version/1", "items": [{"title": "Б"}]}`))
	f.Fuzz(func(t *testing.T, feed []byte) {
		for _, item := range readAs(FeedFormat, feed) {
			checkDrawn(t, item)
		}
	})
}

func FuzzGzip(f *testing.F) {
	for _, content := range []string{"date 2026-02-17 Жиын\nЖиын өтті.", `{"text": "date 2026-02-17 Жиын"}`, "<p>Жиын", ""} {
		packed := pack(f, []byte(content))
		f.Add(packed)
		f.Add(packed[:len(packed)/2])
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		for _, item := range readAs(Auto, append(bytes.Clone(gzipMagic), packed[min(2, len(packed)):]...)) {
			checkItem(t, item)
		}
	})
}

func pack(tb testing.TB, content []byte) []byte {
	tb.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(content); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return packed.Bytes()
}

func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"text": "date 2024-01-02 Жиын"}` + "\n{}\n"))
	f.Add([]byte(`{"text": "Жиын\n", "date": "2024-01-02", "url": "https://example.kz/1"}`))
	f.Add([]byte("{\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, item := range read([]string{"-"}, Options{Format: JSONLines, Stdin: bytes.NewReader(text)}) {
			checkLine(t, item)
		}
	})
}

// checkLine is checkItem for a line, whose title may be told apart from its text.
func checkLine(t *testing.T, item Item) {
	t.Helper()
	item.Report.Title = oneLine(item.Report.Title)
	checkItem(t, item)
}

func FuzzReport(f *testing.F) {
	f.Add([]byte("date 2024-01-02 Жиын\nЖиын өтті."))
	f.Add([]byte("\ufeff date 2024-01-02 \r\n"))
	fuzzText(f, ReportFormat)
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Жиын\nЖиын өтті."))
	f.Add([]byte("\ufeff date 2024-01-02 \r\n"))
	f.Add([]byte("\xc6\xe8\xfb\xed"))
	fuzzText(f, TextFormat)
}

func fuzzText(f *testing.F, format Format) {
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, item := range readAs(format, text) {
			checkItem(t, item)
			packed := bytes.HasPrefix(text, gzipMagic)
			if item.Err == nil && !packed && item.Report.Text != string(text) {
				t.Errorf("the text was changed: %q became %q", text, item.Report.Text)
			}
		}
	})
}

// TestSeedsAreThere keeps the seeds from getting lost with a folder's name.
func TestSeedsAreThere(t *testing.T) {
	for _, kind := range []string{"page", "feed"} {
		if entries, err := os.ReadDir("testdata/" + kind); err != nil || len(entries) == 0 {
			t.Errorf("no seeds of kind %s: %v", kind, err)
		}
	}
}

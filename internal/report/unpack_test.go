package report

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

func TestGzipIsSeenByItsContent(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt.gz", string(pack(t, []byte("date 2026-02-17 Жиын\n"))))
	write(t, dir, "b.txt", string(pack(t, []byte("date 2026-02-17 Жиын\n"))))
	write(t, dir, "c.HTML.GZ", string(pack(t, []byte(webPage))))
	write(t, dir, "d.gz", "")
	items := read([]string{dir}, Options{Format: Auto})
	if len(items) != 4 || !items[3].Skipped {
		t.Fatalf("items %+v", items)
	}
	for _, item := range items[:3] {
		if item.Err != nil || item.Report.PublishedAt != "2026-02-17" {
			t.Errorf("%+v", item)
		}
	}
}

func TestDamagedGzip(t *testing.T) {
	lines := strings.Repeat(`{"source": "a", "text": "date 2026-02-17 Жиын"}`+"\n", 2000)
	whole := pack(t, []byte(lines))
	spoilt := append([]byte(nil), whole...)
	spoilt[len(spoilt)-6] ^= 1 // in the checksum
	for name, tc := range map[string]struct {
		content []byte
		says    string
	}{
		"cut":      {whole[:len(whole)*2/3], "cut short; copy it again"},
		"only two": {gzipMagic, "cut short"},
		"spoilt":   {spoilt, "damaged"},
		"twice":    {pack(t, whole), "a gzip file within a gzip file"},
	} {
		items := readAs(JSONLines, tc.content)
		last := items[len(items)-1]
		if !errors.Is(last.Err, civic.ErrBadInput) || !strings.Contains(last.Err.Error(), tc.says) {
			t.Errorf("%s: error %v, want one that says %q", name, last.Err, tc.says)
		}
		for _, item := range items[:len(items)-1] {
			if item.Err != nil {
				t.Errorf("%s: %s: %v", name, item.Name, item.Err)
			}
		}
	}
}

// bomb writes a gzip file of one byte over and over.
func bomb(t *testing.T, name string, content byte, size int64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := gzip.NewWriter(f)
	if _, err := io.CopyN(w, same(content), size); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// same is an endless stream of one byte.
type same byte

func (s same) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(s)
	}
	return len(p), nil
}

func TestBombs(t *testing.T) {
	for name, tc := range map[string]struct {
		content byte
		says    string
	}{
		"bomb.txt.gz": {'a', "more than 4 MiB"}, "bomb.html.gz": {'a', "more than 8 MiB"},
		"bomb.rss.gz": {'\n', "cannot be read as RSS or Atom"}, "bomb.jsonl.gz": {'\n', "more than 100 times its size"},
	} {
		items := read([]string{bomb(t, name, tc.content, 64<<20)}, Options{Format: Auto, Date: "2026-02-17"})
		if len(items) != 1 || !errors.Is(items[0].Err, civic.ErrBadInput) || !strings.Contains(items[0].Err.Error(), tc.says) {
			t.Errorf("%s: error %v, want one that says %q", name, items[0].Err, tc.says)
		}
	}
}

// TestHugeFeed has items without end.
func TestHugeFeed(t *testing.T) {
	item := "<item><title>Жиын</title><description>" + strings.Repeat("Жиын өтті. ", 1000) + "</description></item>"
	feed := "<rss version='2.0'><channel>" + strings.Repeat(item, maxFeed/len(item)+1)
	items := readAs(FeedFormat, []byte(feed))
	if len(items) != 1 || items[0].Err == nil || !strings.Contains(items[0].Err.Error(), "the feed has more than 16 MiB") {
		t.Errorf("%d items, the first %.300v", len(items), items[0])
	}
}

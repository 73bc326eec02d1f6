package report

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(paths []string, o Options) []Item {
	return slices.Collect(Read(context.Background(), paths, o))
}

func TestDirectoryKeepsTheGoodReports(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "a.txt", "date 2024-01-02 Жиын\nЖиын өтті.")
	write(t, dir, "b.txt", "күні жоқ")
	write(t, dir, "notes.md", "# not a report")
	write(t, dir, "sub/c.jsonl", `{"text": "date 2024-01-03 Кездесу\nКездесу өтті.", "source": "c1"}`+"\n\n"+`{"text"`)
	items := read([]string{dir}, Options{Format: Auto})
	if len(items) != 5 {
		t.Fatalf("%d items, want 5: %v", len(items), items)
	}
	if items[0].Err != nil || items[0].Report.Source != good {
		t.Errorf("first item %+v", items[0])
	}
	if !errors.Is(items[1].Err, civic.ErrBadInput) || filepath.Base(items[1].Name) != "b.txt" {
		t.Errorf("second item %+v", items[1])
	}
	if !items[2].Skipped {
		t.Errorf("third item %+v", items[2])
	}
	if items[3].Report.Source != "c1" || !strings.HasSuffix(items[3].Name, "c.jsonl:1") {
		t.Errorf("fourth item %+v", items[3])
	}
	if !errors.Is(items[4].Err, civic.ErrBadInput) || !strings.HasSuffix(items[4].Name, "c.jsonl:3") {
		t.Errorf("fifth item %+v", items[4])
	}
}

func TestStandardInput(t *testing.T) {
	lines := `{"url": "https://example.kz/1", "text": "Жиын\nӨтті.", "date": "2024-01-02"}`
	items := read([]string{"-"}, Options{Format: Auto, Stdin: strings.NewReader(lines)})
	if len(items) != 1 || items[0].Err != nil || items[0].Report.Source != "https://example.kz/1" {
		t.Errorf("items %+v", items)
	}
	items = read([]string{"-"}, Options{Format: Auto, Stdin: strings.NewReader("date 2024-01-02 Жиын\n")})
	if len(items) != 1 || items[0].Err != nil || !strings.HasPrefix(items[0].Report.Source, "sha256:") {
		t.Errorf("items %+v", items)
	}
}

func TestMissingAndHugeFiles(t *testing.T) {
	huge := write(t, t.TempDir(), "huge.txt", "date 2024-01-02 Жиын\n")
	if err := os.Truncate(huge, 200<<20); err != nil {
		t.Fatal(err)
	}
	items := read([]string{"nowhere.txt", huge}, Options{Format: Auto})
	if !errors.Is(items[0].Err, civic.ErrNotFound) {
		t.Errorf("missing file: %v", items[0].Err)
	}
	if !errors.Is(items[1].Err, civic.ErrBadInput) || !strings.Contains(items[1].Err.Error(), "MiB") {
		t.Errorf("huge file: %v", items[1].Err)
	}
}

// TestFormatOfContent reads what has no name that tells its format.
func TestFormatOfContent(t *testing.T) {
	for content, want := range map[string]Format{
		"date 2024-01-02 Жиын": ReportFormat, "": ReportFormat, " \n{\"text\"": JSONLines, "\ufeff<!DOCTYPE html>": HTMLFormat,
		"<?xml version='1.0'?><html xmlns": HTMLFormat, "<?xml version='1.0'?>\n<rss": FeedFormat, "<feed xmlns": FeedFormat, "<p>": HTMLFormat,
		"<?xml version='1.0'?><rdf:RDF": FeedFormat,
	} {
		if got := formatOfContent(bufio.NewReader(strings.NewReader(content))); got != want {
			t.Errorf("%q is taken for %s, want %s", content, got, want)
		}
	}
}

func TestOneSourceForManyReportsIsRefused(t *testing.T) {
	dir := t.TempDir()
	a := write(t, dir, "a.txt", "date 2024-01-02 Жиын\n")
	lines := write(t, dir, "b.jsonl", `{"text": "date 2024-01-03 Кездесу"}`)
	for _, paths := range [][]string{{a, lines}, {dir}, {lines}, {"http://example.kz/"}} {
		items := read(paths, Options{Format: Auto, Source: "letter"})
		if len(items) != 1 || !errors.Is(items[0].Err, civic.ErrBadInput) || !strings.Contains(items[0].Err.Error(), "--source") {
			t.Errorf("%v: items %+v", paths, items)
		}
	}
}

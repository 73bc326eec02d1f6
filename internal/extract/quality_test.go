package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// goldDir is where the development reports with gold lie beside the project.
const goldDir = "../../../shared/gold"

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(gazetteer.New())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// readGold reads a development report in the report layout.
func readGold(t testing.TB, path string) civic.Report {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return layout(string(text))
}

// layout makes a report of a text whose first line is «date 2006-01-02 title».
func layout(text string) civic.Report {
	line, _, _ := strings.Cut(text, "\n")
	fields := strings.Fields(line)
	day := civic.Day(fields[1])
	title := strings.TrimSpace(line[strings.Index(line, fields[1])+len(fields[1]):])
	return civic.Report{Text: text, Title: title, PublishedAt: day, Language: kaz.DetectLanguage(text)}
}

func TestQuality(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(goldDir, "dev", "*.txt"))
	if len(paths) == 0 {
		t.Skip("no development reports: ../shared/gold/dev is missing")
	}
	x := newExtractor(t)
	var out bytes.Buffer
	for _, path := range paths {
		if err := WriteJSON(&out, filepath.Base(path), x.Extract(readGold(t, path))); err != nil {
			t.Fatal(err)
		}
	}
	if dump := os.Getenv("EXTRACT_DUMP"); dump != "" {
		if err := os.WriteFile(dump, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

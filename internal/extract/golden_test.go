package extract

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(gazetteer.New())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// layout makes a report of a text whose first line is «date 2006-01-02 title», or
// only a title.
func layout(text string) civic.Report {
	line, _, _ := strings.Cut(text, "\n")
	report := civic.Report{Text: text, Title: strings.TrimSpace(line), Language: kaz.DetectLanguage(text)}
	if fields := strings.Fields(line); len(fields) > 2 && fields[0] == "date" {
		report.PublishedAt = civic.Day(fields[1])
		_, title, _ := strings.Cut(line, fields[1])
		report.Title = strings.TrimSpace(title)
	}
	return report
}

// compareDocuments holds what is found in the made-up reports of a folder of testdata
// against what stands behind each of them, in a section of the folder's name.
func compareDocuments(t *testing.T, folder string, list func(civic.Reading) string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports under testdata/%s", folder)
	}
	x := newExtractor(t)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) == 0 {
				t.Fatalf("%s holds no report: %v", path, err)
			}
			report := archive.Files[0]
			archive.Files = []txtar.File{report, {Name: folder, Data: []byte(list(x.Extract(layout(string(report.Data)))))}}
			compareFile(t, path, string(txtar.Format(archive)))
		})
	}
}

// compareFile holds what was got against a golden file, or rewrites the file.
func compareFile(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", path, diff)
	}
}

package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what must be read")

// TestDocuments reads the pages and feeds under testdata: each file is an input and
// what must come of it.
func TestDocuments(t *testing.T) {
	for format, kind := range map[Format]string{HTMLFormat: "page", FeedFormat: "feed"} {
		paths, err := filepath.Glob("testdata/" + kind + "/*.txt")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no documents of kind %s: %v", kind, err)
		}
		for _, path := range paths {
			t.Run(kind+"/"+filepath.Base(path), func(t *testing.T) { testDocument(t, path, format) })
		}
	}
}

func testDocument(t *testing.T, path string, format Format) {
	archive, err := txtar.ParseFile(path)
	if err != nil || len(archive.Files) != 2 {
		t.Fatalf("%s is not an input and what comes of it: %v", path, err)
	}
	dir := t.TempDir()
	name := strings.TrimSuffix(filepath.Base(path), ".txt") + filepath.Ext(archive.Files[0].Name)
	input := write(t, dir, name, string(archive.Files[0].Data))
	var told []string
	for _, item := range read([]string{input}, Options{Format: format}) {
		told = append(told, strings.ReplaceAll(tell(item), dir, "/news"))
	}
	got := strings.Join(told, "\n")
	if *update {
		archive.Files[1].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// tell is an item in words.
func tell(item Item) string {
	if item.Err != nil {
		return item.Err.Error() + "\n"
	}
	var b strings.Builder
	r := item.Report
	for _, line := range [][2]string{{"source", r.Source}, {"title", r.Title}, {"published", string(r.PublishedAt)},
		{"publisher", r.Publisher}, {"language", string(r.Language)}, {"url", r.URL}} {
		if line[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", line[0], line[1])
		}
	}
	return b.String() + "\n" + r.Text
}

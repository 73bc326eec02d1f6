package graph_test

import (
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/explorer"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestExamples runs the queries that the playground opens with; testdata has what
// two made-up reports answer.
func TestExamples(t *testing.T) {
	s := newServer(t, embedded(t, valley(5, 2)))
	files, err := fs.Glob(explorer.Examples(), "examples/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, file := range files {
		query, err := fs.ReadFile(explorer.Examples(), file)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := json.MarshalIndent(s.response(t.Context(), string(query), nil), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, strings.TrimSuffix(filepath.Base(file), ".graphql")+".json", string(answer)+"\n")
	}
}

// golden compares with a file of testdata, which -update rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

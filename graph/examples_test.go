package graph_test

import (
	"io/fs"
	"testing"

	"civicgraph/internal/explorer"
)

// TestExamples runs the queries that the playground opens with. One of them names
// entities that this graph lacks.
func TestExamples(t *testing.T) {
	s := newServer(t, embedded(t, valley(5, 3)))
	files, err := fs.Glob(explorer.Examples(), "examples/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, file := range files {
		query, err := fs.ReadFile(explorer.Examples(), file)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range s.response(t.Context(), string(query), nil).Errors {
			if err.Extensions["code"] != "NOT_FOUND" {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

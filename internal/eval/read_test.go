package eval

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

// TestFaultsAreTold looks for the place in the words about malformed input.
func TestFaultsAreTold(t *testing.T) {
	folder := t.TempDir()
	const name = "2026-01-01-x"
	write := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadGold(folder); !errors.Is(err, civic.ErrBadInput) || !strings.Contains(err.Error(), "no *.gold.json here") {
		t.Errorf("a folder without gold: %v", err)
	}
	write(name+".txt", "date 2026-01-01 Жиын\nЖиын өтті.\n")
	const good = `{"format": "civic-gold/2", "report": "2026-01-01-x.txt", "language": "kk", "published": "2026-01-01", "nodes": [], "edges": []}`
	write(name+goldExtension, strings.Replace(good, `"nodes": []`, `"nodes": [{"id": "a", "type": "Dog", "name": 5}]`, 1))
	_, err := ReadGold(folder)
	for _, want := range []string{name + ".gold.json: nodes[0].type: 'Dog' is not one of", "nodes[0].name: expected a string, got 5"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not say %q", err, want)
		}
	}
	write(name+goldExtension, good)
	gold, err := ReadGold(folder)
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"{": "p.jsonl:1: not JSON", "\n[]": "p.jsonl:2: expected an object",
		"\xff": "not UTF-8", "{} {}": "more than one value", "{}": "p.jsonl:1: format: missing",
		`{"format": "civic-extract/1", "file": "2026-01-01-x.txt", "nodes": [{"id": "a", "type": "Person", "name": "x", "mentions": [{"start": 3, "end": 99}]}], "edges": []}`: "nodes[0].mentions[0]: [3, 99) is not a span of the report's 32 characters",
	} {
		if _, err := gold.ReadPredictions(strings.NewReader(line), "p.jsonl"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not say %q", err, want)
		}
	}
}

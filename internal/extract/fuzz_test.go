package extract

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"

	"golang.org/x/tools/txtar"
)

// FuzzExtract holds every reading to what the store relies on.
func FuzzExtract(f *testing.F) {
	paths, _ := filepath.Glob("testdata/names/*.txt")
	for _, path := range paths {
		if archive, err := txtar.ParseFile(path); err == nil && len(archive.Files) > 0 {
			f.Add(string(archive.Files[0].Data))
		}
	}
	f.Add("«a «b» (c» d) – «")
	f.Add("date 2026-01-01 \n")
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		report := layout(strings.ToValidUTF8(text, "?"))
		reading := x.Extract(report)
		checkReading(t, reading)
		if err := WriteText(io.Discard, reading); err != nil {
			t.Fatal(err)
		}
	})
}

// checkReading reports what no reading may hold.
func checkReading(t *testing.T, r civic.Reading) {
	t.Helper()
	text := r.Report.Text
	referents := map[civic.ID]bool{}
	for _, ref := range r.Referents {
		if referents[ref.ID] || len(ref.Names) == 0 {
			t.Errorf("referent %s is there twice or has no name", ref.ID)
		}
		referents[ref.ID] = true
		for _, m := range ref.Mentions {
			if !m.ValidIn(text) {
				t.Errorf("mention %v of %s does not lie in the text", m, ref.ID)
			}
		}
	}
	for _, c := range r.Claims {
		if !referents[c.Subject] || !referents[c.Object] || len(c.Evidence) == 0 || c.Rule == "" {
			t.Errorf("claim %s %s %s lacks an end, evidence or its rule", c.Type, c.Subject, c.Object)
		}
		for _, e := range c.Evidence {
			if !e.Span.ValidIn(text) || !withinOne(r.Sentences, e.Span) {
				t.Errorf("evidence %v of %s does not lie in one sentence", e.Span, c.Type)
			}
		}
	}
}

func withinOne(sentences []civic.Span, s civic.Span) bool {
	for _, sentence := range sentences {
		if sentence.Contains(s) {
			return true
		}
	}
	return false
}

package extract

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// TestHugeInput looks for work that grows with the square of the input.
func TestHugeInput(t *testing.T) {
	x := newExtractor(t)
	for name, text := range map[string]string{
		"no space": strings.Repeat("аб", 1<<18), "quotes": strings.Repeat("«", 10_000), "brackets": strings.Repeat("(", 10_000),
		"closed quotes": strings.Repeat("«а» ", 10_000), "words": strings.Repeat("сөз ", 100_000),
		"names": strings.Repeat("Аманов ", 2_000), "Russian heads": strings.Repeat("районного совета ", 2_000),
	} {
		started := time.Now()
		x.Extract(civic.Report{Text: "Т\n" + text, Title: "Т", Language: civic.Kazakh})
		took := time.Since(started)
		t.Logf("%s: %v", name, took)
		if took > 30*time.Second { // a second on an idle machine, ten under the race detector
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	paths, _ := filepath.Glob("testdata/names/*.txt")
	var reports []civic.Report
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil || len(archive.Files) == 0 {
			b.Fatalf("%s: %v", path, err)
		}
		reports = append(reports, layout(string(archive.Files[0].Data)))
	}
	x := newExtractor(b)
	for i := 0; b.Loop(); i++ {
		x.Extract(reports[i%len(reports)])
	}
}

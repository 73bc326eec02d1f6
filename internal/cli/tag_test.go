package cli

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"civicgraph/internal/ner"
)

// TestTagLongLine holds the reader to its bounds: a line that no token fills is
// refused, a sentence of any length is tagged.
func TestTagLongLine(t *testing.T) {
	tagger, err := ner.Load()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = tagAll(tagger, &out, strings.NewReader("a\n"+strings.Repeat("ы", maxTokenLine)))
	if err == nil || !strings.Contains(err.Error(), "line 2 has more than 64 KiB") || out.String() != "a\tO\n" {
		t.Errorf("got %q and the error %v", out.String(), err)
	}
	out.Reset()
	if err := tagAll(tagger, &out, strings.NewReader(strings.Repeat("сөз\n", 3*maxSentenceTokens+1))); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\n"); n != 3*maxSentenceTokens+1 {
		t.Errorf("got %d lines", n)
	}
}

// FuzzTag looks for input that is not answered line for line with valid IOB2.
func FuzzTag(f *testing.F) {
	f.Add("Ерлан B-PERSON\nҚошанов\n\n.\n")
	f.Add("\ufeff«\r\n\r\n 12\t-\n\n\n")
	tagger, err := ner.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var out bytes.Buffer
		if err := tagAll(tagger, &out, strings.NewReader(text)); err != nil {
			if utf8.ValidString(text) && len(text) < maxTokenLine {
				t.Fatal(err)
			}
			return
		}
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		tagged := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != len(tagged) {
			t.Fatalf("%d lines in, %d out", len(lines), len(tagged))
		}
		for i, line := range tagged {
			if line != "" && !strings.Contains(line, "\tO") && !strings.Contains(line, "\tB-") && !strings.Contains(line, "\tI-") {
				t.Errorf("line %d: %q", i+1, line)
			}
		}
	})
}

package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestProgressIsForTerminalsAndLongRuns(t *testing.T) {
	for name, tc := range map[string]struct {
		terminal bool
		patience time.Duration
		total    int64
		bar      bool
	}{
		"a file":           {false, -time.Hour, 100, false},
		"a short run":      {true, time.Hour, 100, false},
		"a long run":       {true, -time.Hour, 100, true},
		"an unknown total": {true, -time.Hour, -1, true},
	} {
		var out bytes.Buffer
		p := newProgress(&out, tc.total, tc.terminal, tc.patience)
		p.printf("ingested a\n")
		p.advance(40)
		p.printf("ingested b\n")
		p.advance(60)
		p.done()
		p.printf("ingested 2\n")
		if bar := strings.Contains(out.String(), "reading"); bar != tc.bar {
			t.Errorf("%s: a bar is shown: %v\n%q", name, bar, out.String())
		}
		if got, want := seen(out.String()), "ingested a\ningested b\ningested 2\n"; got != want {
			t.Errorf("%s: %q is left on the screen, want %q", name, got, want)
		}
	}
}

// seen is what a terminal shows in the end: a carriage return goes back, and what is
// written then stands in place of what was there.
func seen(written string) string {
	var b strings.Builder
	for line := range strings.Lines(written) {
		var shown []rune
		at := 0
		for _, r := range strings.TrimSuffix(line, "\n") {
			switch {
			case r == '\r':
				at = 0
				continue
			case at < len(shown):
				shown[at] = r
			default:
				shown = append(shown, r)
			}
			at++
		}
		if strings.HasSuffix(line, "\n") {
			b.WriteString(strings.TrimRight(string(shown), " ") + "\n")
		} else if left := strings.TrimSpace(string(shown)); left != "" {
			b.WriteString(left)
		}
	}
	return b.String()
}

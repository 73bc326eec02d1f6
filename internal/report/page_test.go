package report

import (
	"strings"
	"testing"
	"time"
)

// TestHugePages looks for work that grows with the square of the page.
func TestHugePages(t *testing.T) {
	for name, body := range map[string]string{
		"one word": strings.Repeat("аб", 1<<18), "tags": strings.Repeat("<p>а", 1<<18), "deep": strings.Repeat("<div>", 1<<17), "links": strings.Repeat("<a>а</a>", 29_000), "few tags": strings.Repeat("<p>Жиын өтті, көп адам келді.", 29_000),
		"nested": strings.Repeat("<div><p>а, ә, б, в, г, д, е, ж, з</p></div>", 14_000), "spans": "<div>" + strings.Repeat("<span>Жиын</span> ", 29_000),
		"times": strings.Repeat("<time>1 мая 2026</time>", 29_000), "fonts": strings.Repeat("<b><i>а", 1<<16), "tables": strings.Repeat("<table><tr><td>а", 1<<15),
		"lists": "<p>" + strings.Repeat("Жиын өтті, ", 20) + strings.Repeat("<ul><li>а</li></ul>", 1<<13), "lines": strings.Repeat("а<br>", 14_000),
		"comments": strings.Repeat("<!--", 1<<18), "attributes": "<p " + strings.Repeat("a=1 ", 1<<17) + ">а",
	} {
		started := time.Now()
		_, err := Draft{Text: "<title>Т</title><meta name=date content=2026-02-17>" + body, Layout: Page}.Report()
		took := time.Since(started)
		t.Logf("%s: %v (%v)", name, took, err)
		if took > 30*time.Second { // a second or two on an idle machine, ten times that under the race detector
			t.Errorf("%s: took %v", name, took)
		}
	}
}

package report

import (
	"strings"
	"testing"
)

// BenchmarkPage draws the article out of a page as large as news sites make them; an
// operation is a page.
func BenchmarkPage(b *testing.B) {
	var margin strings.Builder
	for range 300 {
		margin.WriteString(`<li class="item"><div class="card"><a href="/kk/news/1" class="link"><span>Меркіде көпір салынады</span></a> <time datetime="2026-01-02">2.01</time></div></li>`)
	}
	article := strings.Repeat("<p>Қордай ауданында Ержан Алтаев тұрғындармен кездесті. Оған елу адам қатысты, жол мәселесі талқыланды.</p>\n", 12)
	page := `<html><head><title>Жиын өтті</title><meta name="date" content="2026-02-17"><script>` + strings.Repeat("var a = 1;\n", 4000) + `</script></head>
<body><div class="menu"><ul>` + margin.String() + `</ul></div><main><h1>Жиын өтті</h1>` + article + `</main></body></html>`
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if r, err := (Draft{Text: page, Layout: Page}).Report(); err != nil || strings.Count(r.Text, "\n") != 13 {
			b.Fatal(err, r.Text)
		}
	}
}

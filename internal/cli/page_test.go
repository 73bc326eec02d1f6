package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

// page is an article whose text does not name its medium.
const page = `<html lang="kk"><head><meta charset="windows-1251"><title>Қордайда жиын өтті | ALATAU.KZ</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Қордайда жиын өтті", "datePublished": "2026-02-17T10:00:00+05:00", "publisher": {"name": "ALATAU.KZ"}}</script>
<link rel="canonical" href="https://alatau.example/kk/news/1"></head><body>
<p>Қордай ауданында Ержан Алтаев тұрғындармен кездесті. Оған елу адам қатысты, жол мәселесі талқыланды.</p></body></html>`

const pageMutation = `mutation($page: String!) { ingestReport(input: {text: $page, format: HTML}) { outcome report {
	title: name publishedAt url source publisherName language publisher { name kind } text } } }`

// TestPageThroughTheAPI hands in a page; its publisher becomes an entity of the graph.
func TestPageThroughTheAPI(t *testing.T) {
	t.Setenv("CIVICGRAPH_EDITOR_TOKEN", "sesame")
	url, _, end := serving(t, "--store", "memory:")
	defer end()
	answer := mutate(t, url, pageMutation, page)
	for _, want := range []string{`"outcome":"INGESTED"`, `"title":"Қордайда жиын өтті"`, `"publishedAt":"2026-02-17"`, `"url":"https://alatau.example/kk/news/1"`,
		`"source":"https://alatau.example/kk/news/1"`, `"publisherName":"ALATAU.KZ"`, `"publisher":{"name":"ALATAU.KZ","kind":"MEDIA"}`, `"text":"Қордайда жиын өтті\nҚордай`} {
		if !strings.Contains(answer, want) {
			t.Errorf("the answer lacks %s: %s", want, answer)
		}
	}
	if answer := mutate(t, url, pageMutation, page); !strings.Contains(answer, "UNCHANGED") {
		t.Errorf("a second time: %s", answer)
	}
	if answer := mutate(t, url, pageMutation, strings.Replace(page, "datePublished", "date", 1)); !strings.Contains(answer, "BAD_USER_INPUT") || !strings.Contains(answer, "when it was published") {
		t.Errorf("without a date: %s", answer)
	}
}

func mutate(t *testing.T, url, mutation, page string) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": mutation, "variables": map[string]string{"page": page}})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer sesame")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

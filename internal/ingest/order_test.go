package ingest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/report"
	"civicgraph/internal/samples"
	"civicgraph/internal/store"
)

// pageOf is a page of HTML with a text, for the part of reading that is left to workers.
const pageOf = `<html><head><title>Меркіде жиын өтті</title><meta property="og:site_name" content="ALATAU.KZ"><meta name="date" content="2026-02-17"></head>
<body><p>Меркі ауданында «Бірлік» коалициясының мүшелері тұрғындармен кездесті. %d адам қатысты, жол мәселесі айтылды.</p></body></html>`

// various are items of every kind: made-up reports, samples, pages that are not read
// yet, what failed and what is skipped.
func various(t *testing.T) []report.Item {
	t.Helper()
	items := append(made(t, 40), slices.Collect(samples.All())...)
	dir := t.TempDir()
	var paths []string
	for n := range 6 {
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%d.html", n)))
		if err := os.WriteFile(paths[n], fmt.Appendf(nil, pageOf, 10+n), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	items = append(items, slices.Collect(report.Find(t.Context(), paths, report.Options{}))...)
	return append(items, report.Item{Name: "bad", Err: civic.ErrBadInput}, report.Item{Name: "a.png", Skipped: true})
}

func TestOrderAndWorkersDoNotShow(t *testing.T) {
	items := various(t)
	first := memory(t)
	run(t, first, slices.Values(items), 1)
	want := dump(t, first)
	if len(want.Edges) < 200 || len(want.Evidence) < 200 || len(want.Entities) < 100 {
		t.Fatalf("only %d entities, %d edges, %d pieces of evidence", len(want.Entities), len(want.Edges), len(want.Evidence))
	}
	for _, workers := range []int{1, 2, 7} {
		shuffled := slices.Clone(items)
		rand.New(rand.NewPCG(1, uint64(workers))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		other := memory(t)
		run(t, other, slices.Values(shuffled), workers)
		if diff := cmp.Diff(want, dump(t, other)); diff != "" {
			t.Errorf("%d workers, another order (-one +other):\n%s", workers, diff)
		}
	}
}

// graph is all that a store holds.
type graph struct {
	Entities []civic.Entity
	Edges    []civic.Edge
	Evidence []civic.Passage
	Mentions []civic.Passage
	Texts    map[civic.ID]string
	Stats    civic.Stats
}

func dump(t *testing.T, s store.Reader) graph {
	t.Helper()
	g := graph{Entities: entities(t, s), Texts: map[civic.ID]string{}}
	for _, e := range g.Entities {
		g.Edges = append(g.Edges, edgesFrom(t, s, e.ID)...)
		g.Mentions = append(g.Mentions, passages(t, s.Mentions, e.ID)...)
		if e.Type == civic.TypeReport {
			texts, err := s.Texts(t.Context(), []civic.ID{e.ID})
			if err != nil {
				t.Fatal(err)
			}
			g.Texts[e.ID] = texts[e.ID]
		}
	}
	for _, e := range g.Edges {
		g.Evidence = append(g.Evidence, passages(t, s.Evidence, e.ID)...)
	}
	var err error
	if g.Stats, err = s.Stats(t.Context()); err != nil {
		t.Fatal(err)
	}
	return g
}

func edgesFrom(t *testing.T, s store.Reader, node civic.ID) []civic.Edge {
	t.Helper()
	var edges []civic.Edge
	page := civic.Page{First: civic.MaxPage}
	for {
		found, err := s.Neighbors(t.Context(), civic.NeighborQuery{Nodes: []civic.ID{node}, Direction: civic.Out, Page: page})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range found[node].Items {
			edges = append(edges, item.Value.Edge)
			page.After = &item.Cursor
		}
		if !found[node].HasNext {
			return edges
		}
	}
}

// passages are all passages of something, by one of a store's methods.
func passages(t *testing.T, ask func(context.Context, civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error), of civic.ID) []civic.Passage {
	t.Helper()
	var all []civic.Passage
	page := civic.Page{First: civic.MaxPage}
	for {
		found, err := ask(t.Context(), civic.PassageQuery{Of: []civic.ID{of}, Page: page})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range found[of].Items {
			all = append(all, *item.Value)
			page.After = &item.Cursor
		}
		if !found[of].HasNext {
			return all
		}
	}
}

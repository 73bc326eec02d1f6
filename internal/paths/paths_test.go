package paths_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/paths"
	"civicgraph/internal/store"
	"civicgraph/internal/store/storetest"
)

// graphOf writes one report: a claim for each line «EDGE_TYPE SUBJECT OBJECT»; a
// node is its type, a colon and its name. A line may stand twice: the claim then
// has two pieces of evidence.
func graphOf(tb testing.TB, lines ...string) (*storetest.Model, map[string]civic.ID) {
	tb.Helper()
	d := storetest.NewDraft("made up", "2026-01-01")
	refs, claims := map[string]*civic.Referent{"Report": d.Report()}, map[string]*civic.Claim{}
	refer := func(node string) *civic.Referent {
		if refs[node] == nil {
			t, name, _ := strings.Cut(node, ":")
			refs[node] = d.Refer(civic.NodeType(t), name)
			if kind, _, ok := strings.Cut(name, "-"); ok {
				refs[node].Props.Kind = kind
			}
		}
		return refs[node]
	}
	for _, line := range lines {
		f := strings.Fields(line)
		if c := claims[line]; c != nil {
			d.Support(c, line)
			continue
		}
		claims[line] = d.Claim(civic.EdgeType(f[0]), refer(f[1]), refer(f[2]))
	}
	m := storetest.NewModel()
	if _, err := m.Write(tb.Context(), d.Reading()); err != nil {
		tb.Fatal(err)
	}
	ids := map[string]civic.ID{}
	for node, ref := range refs {
		ids[node] = ref.Entity
	}
	return m, ids
}

// show writes paths as their nodes' names with the number of edges of each hop.
func show(found []paths.Path) []string {
	var lines []string
	for _, p := range found {
		line := p.Nodes[0].Name
		for i, hop := range p.Hops {
			line += fmt.Sprintf(" -%d- %s", len(hop), p.Nodes[i+1].Name)
		}
		lines = append(lines, line)
	}
	return lines
}

var town = []string{
	"PARTICIPATED_IN Person:a Meeting:m", "PARTICIPATED_IN Person:b Meeting:m", "PARTICIPATED_IN Person:b Visit:v",
	"LEADS Person:b Organization:o", "MEMBER_OF Person:b Organization:o", "MEMBER_OF Person:c Organization:o",
	"PARTICIPATED_IN Person:c Visit:v", "PARTICIPATED_IN Person:c Visit:v", "PARTICIPATED_IN Person:c Visit:v",
	"DISCUSSED Meeting:m Topic:t", "DISCUSSED Visit:v Topic:t",
	"LOCATED_IN Organization:p Place:REGION-r", "LOCATED_IN Organization:o Place:REGION-r", "MEMBER_OF Group:g Organization:p",
	"PARTICIPATED_IN Group:g Meeting:m", "REPORTED_BY Report Organization:p", "REPORTED_BY Report Organization:q",
	"MADE_BY Statement:s Person:a", "ABOUT Statement:s Person:d",
}

func TestShortest(t *testing.T) {
	m, ids := graphOf(t, town...)
	for _, c := range []struct {
		name  string
		query paths.Query
		want  []string
	}{
		{"neighbours", paths.Query{From: ids["Person:a"], To: ids["Meeting:m"]}, []string{"a -1- m"}},
		{"all edges of a hop", paths.Query{From: ids["Person:b"], To: ids["Organization:o"]}, []string{"b -2- o"}},
		{"more evidence first", paths.Query{From: ids["Person:b"], To: ids["Person:c"]}, []string{"b -1- v -1- c", "b -2- o -1- c"}},
		{"not through a topic", paths.Query{From: ids["Person:a"], To: ids["Visit:v"]}, []string{"a -1- m -1- b -1- v"}},
		{"through a topic", paths.Query{From: ids["Person:a"], To: ids["Visit:v"], Rules: paths.Rules{Through: []civic.NodeType{civic.TypeTopic}}},
			[]string{"a -1- m -1- b -1- v", "a -1- m -1- t -1- v"}},
		{"a topic as an end", paths.Query{From: ids["Topic:t"], To: ids["Person:a"]}, []string{"t -1- m -1- a"}},
		{"not through a region, group or report", paths.Query{From: ids["Organization:p"], To: ids["Organization:o"]}, nil},
		{"through a region", paths.Query{From: ids["Organization:p"], To: ids["Organization:o"], Rules: paths.Rules{Areas: true}}, []string{"p -1- REGION-r -1- o"}},
		{"through a group", paths.Query{From: ids["Organization:p"], To: ids["Organization:o"], Rules: paths.Rules{Through: []civic.NodeType{civic.TypeGroup}}},
			[]string{"p -1- g -1- m -1- b -2- o"}},
		{"never through a report", paths.Query{From: ids["Organization:p"], To: ids["Organization:q"],
			Rules: paths.Rules{Areas: true, Through: civic.NodeTypes}}, nil},
		{"a report as an end", paths.Query{From: ids["Report"], To: ids["Organization:q"]}, []string{"made up -1- q"}},
		{"not through a statement", paths.Query{From: ids["Person:a"], To: ids["Person:d"]}, nil},
		{"through a statement", paths.Query{From: ids["Person:a"], To: ids["Person:d"], Rules: paths.Rules{Through: []civic.NodeType{civic.TypeStatement}}},
			[]string{"a -1- s -1- d"}},
		{"types of edges", paths.Query{From: ids["Person:b"], To: ids["Person:c"], Rules: paths.Rules{Edges: []civic.EdgeType{civic.MemberOf}}},
			[]string{"b -1- o -1- c"}},
		{"a limit", paths.Query{From: ids["Person:b"], To: ids["Person:c"], Limit: 1}, []string{"b -1- v -1- c"}},
		{"a length", paths.Query{From: ids["Person:a"], To: ids["Person:c"], MaxLength: 3}, nil},
	} {
		c.query.MaxLength, c.query.Limit = cmp.Or(c.query.MaxLength, paths.MaxLength), cmp.Or(c.query.Limit, 10)
		found, err := paths.Shortest(t.Context(), m, c.query)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if diff := gocmp.Diff(c.want, show(found)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestHop(t *testing.T) {
	m, ids := graphOf(t, "LEADS Person:a Organization:o", "MEMBER_OF Person:a Organization:o", "MEMBER_OF Person:a Organization:o")
	found, err := paths.Shortest(t.Context(), m, paths.Query{From: ids["Organization:o"], To: ids["Person:a"], MaxLength: 1, Limit: 1})
	if err != nil || len(found) != 1 {
		t.Fatalf("%d paths, error %v", len(found), err)
	}
	hop := found[0].Hops[0]
	if len(hop) != 2 || hop[0].Type != civic.MemberOf || hop[1].Type != civic.Leads {
		t.Errorf("edges %+v, want those with the most evidence first", hop)
	}
}

func TestRefused(t *testing.T) {
	m, ids := graphOf(t, town...)
	whole := paths.Query{From: ids["Person:a"], To: ids["Person:c"], MaxLength: 6, Limit: 5}
	for _, c := range []struct {
		name   string
		change func(q *paths.Query)
		want   error
	}{
		{"the same entity", func(q *paths.Query) { q.To = q.From }, civic.ErrBadInput},
		{"no length", func(q *paths.Query) { q.MaxLength = 0 }, civic.ErrBadInput},
		{"too long", func(q *paths.Query) { q.MaxLength = 7 }, civic.ErrBadInput},
		{"no paths", func(q *paths.Query) { q.Limit = 0 }, civic.ErrBadInput},
		{"too many paths", func(q *paths.Query) { q.Limit = civic.MaxPage + 1 }, civic.ErrBadInput},
		{"negative budget", func(q *paths.Query) { q.Budget = -1 }, civic.ErrBadInput},
		{"unknown edge type", func(q *paths.Query) { q.Rules.Edges = []civic.EdgeType{"SEES"} }, civic.ErrBadInput},
		{"unknown start", func(q *paths.Query) { q.From = "pe_unknown" }, civic.ErrNotFound},
		{"unknown end", func(q *paths.Query) { q.To = "pe_unknown" }, civic.ErrNotFound},
		{"small budget", func(q *paths.Query) { q.Budget = 4 }, civic.ErrTooComplex},
	} {
		q := whole
		c.change(&q)
		if _, err := paths.Shortest(t.Context(), m, q); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
}

// randomGraph has some people, meetings, offices, topics and a region, and for each
// of some lines a claim between two of them.
func randomGraph(rng *rand.Rand, size, lines int) []string {
	var claims []string
	for range lines {
		a, b := rng.IntN(size), rng.IntN(size)
		claims = append(claims, []string{
			fmt.Sprintf("PARTICIPATED_IN Person:%d Meeting:%d", a, b),
			fmt.Sprintf("MEMBER_OF Person:%d Organization:%d", a, b),
			fmt.Sprintf("LEADS Person:%d Organization:%d", a, b),
			fmt.Sprintf("DISCUSSED Meeting:%d Topic:%d", a, b%3),
			fmt.Sprintf("LOCATED_IN Organization:%d Place:REGION-%d", a, b%2),
			fmt.Sprintf("HELD_AT Meeting:%d Organization:%d", a, b),
		}[rng.IntN(6)])
	}
	return claims
}

// TestAgainstEveryPath compares with a search that walks every path there is.
func TestAgainstEveryPath(t *testing.T) {
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 2))
		m, ids := graphOf(t, randomGraph(rng, 9, 60)...)
		nodes := slices.Sorted(func(yield func(civic.ID) bool) {
			for _, id := range ids {
				yield(id)
			}
		})
		for range 25 {
			q := paths.Query{From: nodes[rng.IntN(len(nodes))], To: nodes[rng.IntN(len(nodes))], MaxLength: 1 + rng.IntN(6), Limit: 1 + rng.IntN(8)}
			if rng.IntN(3) == 0 {
				q.Rules = paths.Rules{Areas: true, Through: []civic.NodeType{civic.TypeTopic}}
			}
			if q.From == q.To {
				continue
			}
			found, err := paths.Shortest(t.Context(), m, q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(everyPath(t, m, q), routes(found)); diff != "" {
				t.Fatalf("seed %d, %+v (-want +got):\n%s", seed, q, diff)
			}
		}
	}
}

func routes(found []paths.Path) [][]civic.ID {
	var all [][]civic.ID
	for _, p := range found {
		var ids []civic.ID
		for _, n := range p.Nodes {
			ids = append(ids, n.ID)
		}
		all = append(all, ids)
	}
	return all
}

// everyPath walks every path, then picks and sorts as the contract says.
func everyPath(t *testing.T, r store.Reader, q paths.Query) [][]civic.ID {
	t.Helper()
	type walk struct {
		nodes    []civic.ID
		evidence int
	}
	var arrived []walk
	level := []walk{{nodes: []civic.ID{q.From}}}
	for length := 0; length < q.MaxLength && len(arrived) == 0; length++ {
		var next []walk
		for _, w := range level {
			links, err := r.Links(t.Context(), w.nodes[len(w.nodes)-1:], nil, 1000)
			if err != nil {
				t.Fatal(err)
			}
			evidence := map[civic.FarEnd]int{}
			for _, l := range links {
				evidence[l.Far] += l.Evidence
			}
			for far, n := range evidence {
				further := walk{append(slices.Clone(w.nodes), far.ID), w.evidence + n}
				if far.ID == q.To {
					arrived = append(arrived, further)
				} else if !slices.Contains(w.nodes, far.ID) && (q.Rules.Areas || far.Type != civic.TypeTopic && far.Type != civic.TypePlace) {
					next = append(next, further)
				}
			}
		}
		level = next
	}
	slices.SortFunc(arrived, func(a, b walk) int {
		return cmp.Or(b.evidence-a.evidence, slices.Compare(a.nodes, b.nodes))
	})
	var best [][]civic.ID
	for _, w := range arrived[:min(len(arrived), q.Limit)] {
		best = append(best, w.nodes)
	}
	return best
}

// counter counts the calls of a search.
type counter struct {
	store.Reader
	calls int
}

func (c *counter) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	c.calls++
	return c.Reader.Entities(ctx, ids)
}

func (c *counter) Edges(ctx context.Context, ids []civic.ID) ([]*civic.Edge, error) {
	c.calls++
	return c.Reader.Edges(ctx, ids)
}

func (c *counter) Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error) {
	c.calls++
	return c.Reader.Links(ctx, nodes, types, limit)
}

func TestRoundTrips(t *testing.T) {
	m, ids := graphOf(t, randomGraph(rand.New(rand.NewPCG(1, 1)), 40, 150)...)
	for _, to := range ids {
		c := &counter{Reader: m}
		q := paths.Query{From: ids["Person:1"], To: to, MaxLength: 6, Limit: 100}
		if _, err := paths.Shortest(t.Context(), c, q); err != nil && q.From != to {
			t.Fatal(err)
		}
		if c.calls > 1+q.MaxLength+2 {
			t.Errorf("%d calls of the store", c.calls)
		}
	}
}

func BenchmarkShortest(b *testing.B) {
	m, ids := graphOf(b, randomGraph(rand.New(rand.NewPCG(3, 3)), 2000, 9000)...)
	q := paths.Query{From: ids["Person:1"], MaxLength: 6, Limit: 10}
	for i := 0; b.Loop(); i++ {
		q.To = ids[fmt.Sprint("Person:", 2+i%1900)]
		if _, err := paths.Shortest(b.Context(), m, q); err != nil && !errors.Is(err, civic.ErrNotFound) {
			b.Fatal(err)
		}
	}
}

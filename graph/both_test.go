package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/samples"
	"civicgraph/internal/store"
)

// generatedReports is how many made-up texts the seeded queries run over.
const generatedReports = 2000

// TestStores asks the embedded store and a real Neo4j the same: the round trips
// must be as few, and the answers equal.
func TestStores(t *testing.T) {
	onBoth(t, valley(3, 60), func(t *testing.T, s *server, trace *tracer) { testRoundTrips(t, s, trace) })
	t.Run("samples", func(t *testing.T) {
		sameAnswers(t, readAll(t, samples.All()), map[string]interview{"every field": everyField})
	})
	t.Run("generated", func(t *testing.T) {
		sameAnswers(t, readAll(t, generated(generatedReports)), map[string]interview{"seeded": seeded(200)})
	})
}

// interview asks a store for much and returns all that it answers.
type interview func(t testing.TB, s *server, c *cast) string

// sameAnswers holds the same interviews with both stores. Whom they are about is
// taken from the first.
func sameAnswers(t *testing.T, readings []*civic.Reading, interviews map[string]interview) {
	first := map[string]string{}
	var known *cast
	onBoth(t, readings, func(t *testing.T, s *server, _ *tracer) {
		if known == nil {
			known = castOf(t, s.store)
		}
		for name, ask := range interviews {
			t.Run(name, func(t *testing.T) {
				answer := ask(t, s, known)
				if first[name] == "" {
					first[name] = answer
				}
				if diff := cmp.Diff(first[name], answer); diff != "" {
					t.Errorf("not what the first store answered (-first +this):\n%s", diff)
				}
			})
		}
	})
}

// cast is whom and what a store knows: entities to ask about, and edges.
type cast struct {
	of    map[civic.NodeType][]*civic.Entity // the most reported and the first by name
	edges map[civic.EdgeType]civic.ID        // one of each type
}

// castSize is how many entities of a type are taken from either end.
const castSize = 12

func castOf(t testing.TB, s store.Reader) *cast {
	t.Helper()
	c := &cast{map[civic.NodeType][]*civic.Entity{}, map[civic.EdgeType]civic.ID{}}
	for _, kind := range civic.NodeTypes {
		for _, order := range []civic.Order{civic.ByReports, civic.ByName} {
			found, err := s.List(t.Context(), civic.ListQuery{Types: []civic.NodeType{kind}, Order: order, Page: civic.Page{First: castSize}})
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range found.Items {
				c.of[kind] = append(c.of[kind], item.Value)
			}
		}
	}
	for _, kind := range civic.EdgeTypes {
		links, err := s.Links(t.Context(), c.ids(civic.Signatures[kind].From...), []civic.EdgeType{kind}, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range links {
			c.edges[kind] = link.ID()
		}
	}
	return c
}

// ids are those of the entities of some types.
func (c *cast) ids(types ...civic.NodeType) []civic.ID {
	var ids []civic.ID
	for _, kind := range types {
		for _, e := range c.of[kind] {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

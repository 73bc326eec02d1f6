package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStores asks the embedded store and a real Neo4j the same: the round trips
// must be as few, and the answers equal.
func TestStores(t *testing.T) {
	first := map[string]string{}
	onBoth(t, valley(3, 60), func(t *testing.T, s *server, trace *tracer) {
		t.Run("round trips", func(t *testing.T) { testRoundTrips(t, s, trace) })
		for name, ask := range map[string]func(testing.TB, *server) string{"every field": everyField, "seeded": seeded} {
			t.Run(name, func(t *testing.T) {
				answer := ask(t, s)
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

package ner

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestChoose compares the names chosen with the best of all sets of candidates that do
// not overlap.
func TestChoose(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		n, s := 6, &scratch{}
		for range 8 {
			start := random.IntN(n)
			s.found = append(s.found, candidate{start, start + 1 + random.IntN(n-start), 0, random.Float64()})
		}
		slices.SortFunc(s.found, func(a, b candidate) int { return a.start - b.start })
		sum, end := 0.0, 0
		for _, c := range choose(n, s) {
			if c.start < end {
				t.Fatalf("%v begins before %d in %v", c, end, s.chosen)
			}
			sum, end = sum+c.chance-worth, c.end
		}
		if best := bestSum(s.found, 0); sum < best-1e-9 {
			t.Errorf("%v is worth %v, where %v can be had from %v", s.chosen, sum, best, s.found)
		}
	}
}

// bestSum is the most that candidates from a place on can be worth together.
func bestSum(all []candidate, from int) (best float64) {
	for _, c := range all {
		if c.start >= from {
			best = max(best, c.chance-worth+bestSum(all, c.end))
		}
	}
	return best
}

package eval

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestBestAssignment compares the total with the best of all ways.
func TestBestAssignment(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		weights := make([][]float64, 1+r.IntN(5))
		columns := r.IntN(6)
		for i := range weights {
			weights[i] = make([]float64, columns)
			for j := range weights[i] {
				weights[i][j] = float64(max(0, r.IntN(9)-3)) / 4
			}
		}
		total, used := 0.0, map[int]bool{}
		for i, j := range bestAssignment(weights) {
			if j < 0 {
				continue
			}
			if used[j] || weights[i][j] == 0 {
				t.Fatalf("row %d has column %d of %v", i, j, weights)
			}
			used[j], total = true, total+weights[i][j]
		}
		if best := bestTotal(weights, make([]bool, columns)); math.Abs(best-total) > 1e-9 {
			t.Fatalf("total %v of %v, want %v", total, weights, best)
		}
	}
}

// bestTotal tries all ways to give the rows columns that are not used.
func bestTotal(weights [][]float64, used []bool) float64 {
	if len(weights) == 0 {
		return 0
	}
	best := bestTotal(weights[1:], used)
	for j, w := range weights[0] {
		if !used[j] {
			used[j] = true
			best = max(best, w+bestTotal(weights[1:], used))
			used[j] = false
		}
	}
	return best
}

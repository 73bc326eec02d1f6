package main

import "math"

// The bounds of exp: what lies below counts as the lowest, so that no label is without
// any chance and no sum of chances is 0.
const (
	lowest  = -40
	highest = 40
)

// exp is the exponential function, from additions and multiplications alone: the
// library's own differs in its last bit between processors, and so would the model.
func exp(x float64) float64 {
	x = min(max(x, lowest), highest)
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*math.Ln2)
	sum := 1.0
	for n := 11.0; n >= 1; n-- {
		sum = 1 + float64(float64(sum*r)/n)
	}
	return sum * math.Float64frombits(uint64(int64(k)+1023)<<52)
}

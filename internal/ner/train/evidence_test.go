package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJudgeLearns learns from candidates of even odds that one sort of evidence speaks for a
// name, another against it, and a third says nothing; the same each time.
func TestJudgeLearns(t *testing.T) {
	b := bench{index: map[uint32]int32{}}
	for i := range 200 {
		b.cases = append(b.cases,
			judged{rows: b.rows([]uint32{7, 9}), name: 1},
			judged{rows: b.rows([]uint32{8, 9}), name: 0},
			judged{odds: float64(i%3) - 1, rows: b.rows([]uint32{9}), name: float64(i % 2)})
	}
	e := standard().judge.learn(&b, 1)
	if e.Weights[7] < 20 || e.Weights[8] > -20 || e.Weights[9] > 10 || e.Weights[9] < -10 {
		t.Errorf("evidence %v", e)
	}
	if diff := cmp.Diff(e, standard().judge.learn(&b, 1)); diff != "" {
		t.Error(diff)
	}
}

// TestEvidence learns evidence from sentences of which each fold has some.
func TestEvidence(t *testing.T) {
	sentences := corpus(t)
	r := standard()
	r.part, r.learner.epochs, r.innerMembers = 0.04, 1, 1
	r.members = 1
	if e := r.train(sentences, t.Output()).Evidence; len(e.Weights) == 0 || e.Trust <= 0 {
		t.Errorf("trust %d, %d weights", e.Trust, len(e.Weights))
	}
}

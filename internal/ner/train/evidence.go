package main

import (
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"civicgraph/internal/ner"
)

// innerFolds is into how many folds the sentences are divided to learn evidence: each
// is read by fields that have not seen it, as unseen text will be.
const innerFolds = 4

// evidence learns what evidence is worth.
func (r recipe) evidence(sentences []sentence, classes []string, lexicon ner.Lexicon, log io.Writer) ner.Evidence {
	b := bench{index: map[uint32]int32{}}
	r.members = r.innerMembers
	for fold := range innerFolds {
		rest, held := splitBy(sentences, func(group int) bool { return group/foldCount%innerFolds == fold })
		if len(held) > 0 {
			b.read(ner.New(r.fields(rest, classes, lexicon, log)), held)
		}
	}
	return r.judge.learn(&b, r.seed)
}

// bench is where the candidates are judged: the cases, and the keys of their evidence by
// row of weights.
type bench struct {
	cases []judged
	index map[uint32]int32
	keys  []uint32
}

// judged is a candidate of which it is known whether it is a name.
type judged struct {
	odds float64
	rows []int32
	name float64 // 1 or 0
}

// read adds the candidates that a tagger finds in sentences.
func (b *bench) read(t *ner.Tagger, sentences []sentence) {
	for _, s := range sentences {
		gold := spansOf(s.tags)
		for _, c := range t.Candidates(s.words) {
			j := judged{odds: float64(c.Odds) * ner.Step, rows: b.rows(c.Evidence)}
			if slices.Contains(gold, c.Span) {
				j.name = 1
			}
			b.cases = append(b.cases, j)
		}
	}
}

// rows are the rows of keys; new ones get rows of their own.
func (b *bench) rows(keys []uint32) []int32 {
	rows := make([]int32, len(keys))
	for i, k := range keys {
		row, ok := b.index[k]
		if !ok {
			row = int32(len(b.keys))
			b.index[k] = row
			b.keys = append(b.keys, k)
		}
		rows[i] = row
	}
	return rows
}

// judge learns evidence as a logistic model, by stochastic gradient descent with
// dropout, as the learner learns fields.
type judge struct {
	epochs            int
	rate, l2, dropout float64
}

// verdict is a judge at work.
type verdict struct {
	judge
	random  *rand.Rand
	weights []float64
	trust   float64 // in the odds
	kept    []int32 // the rows of a case that are not left out
}

// learn learns from all cases.
func (j judge) learn(b *bench, seed uint64) ner.Evidence {
	v := &verdict{judge: j, random: rand.New(rand.NewPCG(seed, 2)), weights: make([]float64, len(b.keys)), trust: 1}
	steps, done := float64(j.epochs*len(b.cases)), 0.0
	for range j.epochs {
		for _, i := range v.random.Perm(len(b.cases)) {
			v.step(&b.cases[i], j.rate*(1-done/steps))
			done++
		}
	}
	return v.quantise(b.keys)
}

// caution is how much slower trust changes than weights.
const caution = 0.01

// step learns from one case.
func (v *verdict) step(c *judged, rate float64) {
	v.kept = v.kept[:0]
	sum, share := 0.0, 1/(1-v.dropout)
	for _, r := range c.rows {
		if v.random.Float64() >= v.dropout {
			v.kept = append(v.kept, r)
			sum += v.weights[r]
		}
	}
	sum = sum*share + v.trust*c.odds
	wrong := c.name - 1/(1+exp(-sum))
	v.trust += rate * caution * wrong * c.odds
	for _, r := range v.kept {
		v.weights[r] += rate * (wrong*share - v.l2*v.weights[r])
	}
}

// quantise makes evidence of the weights that are at least half a step.
func (v *verdict) quantise(keys []uint32) ner.Evidence {
	e := ner.Evidence{Trust: int(math.Round(v.trust * ner.FullTrust)), Weights: map[uint32]int8{}}
	for i, k := range keys {
		w := min(max(math.Round(v.weights[i]/ner.Step), math.MinInt8), math.MaxInt8)
		if w != 0 {
			e.Weights[k] = int8(w)
		}
	}
	return e
}

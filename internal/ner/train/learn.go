package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"civicgraph/internal/ner"
)

// learner is a conditional random field that is trained by stochastic gradient
// descent. At each sight of a word some of its features are left out, so that no
// single one is relied on; that does more for unseen names than any regularisation.
type learner struct {
	epochs  int
	rate    float64 // of the first step; it falls linearly to 0
	l2      float64 // the weight of half the squared norm against the log-likelihood
	dropout float64
}

// field is what is learnt: a weight for each row and label, and the transitions.
type field struct {
	weights []weightRow
	edges   edges
}

type weightRow = [labelCount]float32

// learn trains a field on a dataset.
func (l learner) learn(d *dataset, seed uint64, log io.Writer) *field {
	c := &course{
		learner: l,
		data:    d,
		field:   &field{weights: make([]weightRow, len(d.keys))},
		random:  rand.NewPCG(seed, 0),
		scale:   1,
	}
	steps := l.epochs * len(d.sentences)
	for epoch := range l.epochs {
		for i, x := range c.order() {
			done := epoch*len(d.sentences) + i
			c.step(&d.sentences[x], l.rate*(1-float64(done)/float64(steps)))
		}
		fmt.Fprintf(log, "pass %d of %d\n", epoch+1, l.epochs)
	}
	c.settle()
	return c.field
}

// course is a training under way. A weight's value is scale times what is stored, so
// that all of them shrink in one multiplication.
type course struct {
	learner
	data    *dataset
	field   *field
	random  *rand.PCG
	scale   float64
	lattice lattice
	active  [][]int32
}

// order is a new order of the sentences.
func (c *course) order() []int {
	order := make([]int, len(c.data.sentences))
	for i := range order {
		j := int(c.random.Uint64() % uint64(i+1))
		order[i], order[j] = order[j], i
	}
	return order
}

// step learns from one sentence.
func (c *course) step(x *example, rate float64) {
	n := len(x.labels)
	c.lattice.resize(n)
	c.thin(x.rows)
	kept := 1 - c.dropout
	for i, rows := range c.active[:n] {
		c.field.sum(rows, c.scale/kept, &c.lattice.score[i])
	}
	c.field.edges.exponentials(&c.lattice.weight)
	c.lattice.expect(&c.field.edges, rate)
	c.field.edges.addGold(x.labels, rate)
	c.scale *= 1 - rate*c.l2/float64(len(c.data.sentences))
	for i, rows := range c.active[:n] {
		c.field.correct(rows, &c.lattice.chance[i], x.labels[i], rate/c.scale/kept)
	}
}

// thin leaves out some of the rows at each word.
func (c *course) thin(all [][]int32) {
	threshold := uint32(c.dropout * (1 << 32))
	for i, rows := range all {
		if i == len(c.active) {
			c.active = append(c.active, nil)
		}
		c.active[i] = c.active[i][:0]
		for j := 0; j < len(rows); j += 2 {
			noise := c.random.Uint64()
			if uint32(noise) >= threshold {
				c.active[i] = append(c.active[i], rows[j])
			}
			if j+1 < len(rows) && uint32(noise>>32) >= threshold {
				c.active[i] = append(c.active[i], rows[j+1])
			}
		}
	}
}

// sum adds up the rows' weights.
func (f *field) sum(rows []int32, scale float64, out *row) {
	var sum weightRow
	for _, r := range rows {
		for l, w := range &f.weights[r] {
			sum[l] += w
		}
	}
	for l, v := range sum {
		out[l] = float64(v) * scale
	}
}

// slight is a gradient too small to be worth a step.
const slight = 1e-3

// correct moves the rows' weights from the chances towards the gold label.
func (f *field) correct(rows []int32, chance *row, gold ner.Label, rate float64) {
	chance[gold]--
	share(chance)
	for l, g := range chance {
		if g > -slight && g < slight {
			continue
		}
		change := float32(-g * rate)
		for _, r := range rows {
			f.weights[r][l] += change
		}
	}
}

// How much of what is learnt of a label goes to all labels of its class, and to those
// of its place in names of all classes.
const (
	kinship  = 0.5
	likeness = 0.5
)

// share lets labels that are alike learn from each other.
func share(gradient *row) {
	own := *gradient
	shareByClass(gradient, &own)
	shareByPlace(gradient, &own)
}

// shareByClass: what speaks for the only word of a name speaks for the first word of a
// longer one as well. It is as if each feature had a weight for the class, added to
// those for the four labels.
func shareByClass(gradient, own *row) {
	for c := range classCount {
		sum := 0.0
		for place := range ner.Places {
			sum += own[at(c, place)]
		}
		for place := range ner.Places {
			gradient[at(c, place)] += kinship * sum
		}
	}
}

// shareByPlace: what begins a name of one class may begin one of any, of which a rare
// class sees too little to learn it alone.
func shareByPlace(gradient, own *row) {
	for place := range ner.Places {
		sum := 0.0
		for c := range classCount {
			sum += own[at(c, place)]
		}
		for c := range classCount {
			gradient[at(c, place)] += likeness * sum
		}
	}
}

// settle brings the weights to their values.
func (c *course) settle() {
	for i := range c.field.weights {
		for l := range c.field.weights[i] {
			c.field.weights[i][l] *= float32(c.scale)
		}
	}
}

package main

import "civicgraph/internal/ner"

// The numbers of classes, and of labels: no name, and for each class the first, an
// inner, the last and the only word of a name.
const (
	classCount = ner.MaxClasses
	labelCount = 1 + 4*classCount
)

// The places in a name, as the labels count them.
const (
	first = iota
	inner
	last
	only
)

// at is the label of a place in a name of a class.
func at(class, place int) int { return 1 + 4*class + place }

// edges are numbers for the transitions: their scores, the exponentials of these, or
// their gradient. Class 0 is no name, class c+1 stands for class c.
type edges struct {
	between    [classCount + 1][classCount + 1]float64
	start, end [classCount + 1]float64
	inside     [classCount][4]float64
}

// exponentials are taken of each number.
func (t *edges) exponentials(out *edges) {
	for a := range t.between {
		for b := range t.between[a] {
			out.between[a][b] = exp(t.between[a][b])
		}
		out.start[a], out.end[a] = exp(t.start[a]), exp(t.end[a])
	}
	for c := range t.inside {
		for k := range t.inside[c] {
			out.inside[c][k] = exp(t.inside[c][k])
		}
	}
}

// addGold adds the rate to each transition in the gold labels.
func (t *edges) addGold(labels []ner.Label, rate float64) {
	previous, place := 0, only
	for i, l := range labels {
		class, p := 0, only
		if l > 0 {
			class, p = int(l-1)/4+1, int(l-1)%4
		}
		switch {
		case i == 0:
			t.start[class] += rate
		case p == first || p == only:
			t.between[previous][class] += rate
		default:
			t.inside[class-1][ner.InsideIndex(place == first, p == last)] += rate
		}
		previous, place = class, p
	}
	t.end[previous] += rate
}

// row is a number for each label.
type row = [labelCount]float64

// lattice is the working memory of one sentence.
type lattice struct {
	score    []row // of each label at each word; then its exponential
	forward  []row
	backward []row
	chance   []row // the posterior of each label
	weight   edges // exponentials of the transitions
}

func (t *lattice) resize(n int) {
	if cap(t.score) < n {
		t.score, t.forward = make([]row, n), make([]row, n)
		t.backward, t.chance = make([]row, n), make([]row, n)
	}
	t.score, t.forward = t.score[:n], t.forward[:n]
	t.backward, t.chance = t.backward[:n], t.chance[:n]
}

// expect works out the posteriors of the labels, and takes the expected transitions
// times the rate off the gradient.
func (t *lattice) expect(gradient *edges, rate float64) {
	for i := range t.score {
		exponentialsBelowMax(&t.score[i])
	}
	for i := range t.score {
		t.ahead(i)
	}
	n := len(t.score)
	t.closing(&t.backward[n-1])
	for i := n - 1; i >= 0; i-- {
		t.posterior(i)
		if i > 0 {
			t.back(i, gradient, rate)
		}
	}
	for c := range classCount + 1 {
		gradient.start[c] -= rate * beginning(&t.chance[0], c)
		gradient.end[c] -= rate * ending(&t.chance[n-1], c)
	}
}

// exponentialsBelowMax replaces scores by their exponentials, the largest being 1.
func exponentialsBelowMax(r *row) {
	top := r[0]
	for _, v := range r {
		top = max(top, v)
	}
	for l, v := range r {
		r[l] = exp(v - top)
	}
}

// ending is the sum of a row over the labels that end a class, or of no name.
func ending(r *row, class int) float64 {
	if class == 0 {
		return r[0]
	}
	return r[at(class-1, last)] + r[at(class-1, only)]
}

func beginning(r *row, class int) float64 {
	if class == 0 {
		return r[0]
	}
	return r[at(class-1, first)] + r[at(class-1, only)]
}

// little is a share that is not worth following.
const little = 1e-12

// ahead fills the forward row of word i, scaled to a sum of 1.
func (t *lattice) ahead(i int) {
	enter := t.weight.start
	var before row
	if i > 0 {
		before = t.forward[i-1]
		enter = t.entering(&before)
	}
	f, e := &t.forward[i], &t.score[i]
	f[0] = enter[0] * e[0]
	sum := f[0]
	for c := range classCount {
		l, in := at(c, first), &t.weight.inside[c]
		f[l+first] = enter[c+1] * e[l+first]
		f[l+only] = enter[c+1] * e[l+only]
		f[l+inner] = (before[l+first]*in[0] + before[l+inner]*in[2]) * e[l+inner]
		f[l+last] = (before[l+first]*in[1] + before[l+inner]*in[3]) * e[l+last]
		sum += f[l+first] + f[l+only] + f[l+inner] + f[l+last]
	}
	for l := range f {
		f[l] /= sum
	}
}

// entering is the weight with which each class begins after a row.
func (t *lattice) entering(before *row) (enter [classCount + 1]float64) {
	for c := range classCount + 1 {
		v := ending(before, c)
		if v < little {
			continue
		}
		for k, w := range &t.weight.between[c] {
			enter[k] += v * w
		}
	}
	return enter
}

// closing fills the backward row of the last word: no name may stay open.
func (t *lattice) closing(r *row) {
	*r = row{0: t.weight.end[0]}
	for c := range classCount {
		r[at(c, last)], r[at(c, only)] = t.weight.end[c+1], t.weight.end[c+1]
	}
}

// posterior fills the chances of word i and scales its backward row to match.
func (t *lattice) posterior(i int) {
	sum := 0.0
	f, b, p := &t.forward[i], &t.backward[i], &t.chance[i]
	for l := range f {
		p[l] = f[l] * b[l]
		sum += p[l]
	}
	for l := range p {
		p[l] /= sum
		b[l] /= sum
	}
}

// back fills the backward row of word i-1, and takes the expected transitions into
// word i off the gradient.
func (t *lattice) back(i int, gradient *edges, rate float64) {
	var ahead row
	for l := range ahead {
		ahead[l] = t.score[i][l] * t.backward[i][l]
	}
	var enter [classCount + 1]float64
	for c := range enter {
		enter[c] = beginning(&ahead, c)
	}
	b := &t.backward[i-1]
	t.leave(b, &ahead, &enter)
	sum := 0.0
	for l, f := range &t.forward[i-1] {
		sum += f * b[l]
	}
	t.expectEdges(&t.forward[i-1], &ahead, &enter, gradient, rate/sum)
}

func (t *lattice) leave(b, ahead *row, enter *[classCount + 1]float64) {
	for c := range classCount + 1 {
		sum := 0.0
		for k, w := range &t.weight.between[c] {
			sum += w * enter[k]
		}
		if c == 0 {
			b[0] = sum
			continue
		}
		l, in := at(c-1, first), &t.weight.inside[c-1]
		b[l+last], b[l+only] = sum, sum
		b[l+first] = in[0]*ahead[l+inner] + in[1]*ahead[l+last]
		b[l+inner] = in[2]*ahead[l+inner] + in[3]*ahead[l+last]
	}
}

func (t *lattice) expectEdges(before, ahead *row, enter *[classCount + 1]float64, gradient *edges, rate float64) {
	for c := range classCount + 1 {
		v := ending(before, c) * rate
		if v < little {
			continue
		}
		g := &gradient.between[c]
		for k, w := range &t.weight.between[c] {
			g[k] -= v * w * enter[k]
		}
	}
	for c := range classCount {
		l, in, g := at(c, first), &t.weight.inside[c], &gradient.inside[c]
		g[0] -= rate * before[l+first] * in[0] * ahead[l+inner]
		g[1] -= rate * before[l+first] * in[1] * ahead[l+last]
		g[2] -= rate * before[l+inner] * in[2] * ahead[l+inner]
		g[3] -= rate * before[l+inner] * in[3] * ahead[l+last]
	}
}

package ner

// chances are the exponentials of a model's transitions, with which the chance of each
// label is worked out over all sequences.
type chances struct {
	*powers
	between    [MaxClasses + 1][MaxClasses + 1]float64
	start, end [MaxClasses + 1]float64
	inside     [MaxClasses][4]float64
}

func newChances(t *Transitions) *chances {
	c := &chances{powers: newPowers()}
	for a := range c.between {
		c.start[a], c.end[a] = c.of(int(t.Start[a])), c.of(int(t.End[a]))
		for b := range c.between[a] {
			c.between[a][b] = c.of(int(t.Between[a][b]))
		}
	}
	for a := range c.inside {
		for k := range c.inside[a] {
			c.inside[a][k] = c.of(int(t.Inside[a][k]))
		}
	}
	return c
}

// row is a number for each label.
type row = [labels]float64

// lattice is the memory of forward and backward sums, by word. The chance of a label is
// the product of its two sums.
type lattice struct {
	likely   []row // the exponentials of the scores, the best being 1
	forward  []row // scaled to a sum of 1
	backward []row
	scale    []float64 // what the forward row was divided by
}

func (t *lattice) resize(n int) {
	t.likely, t.forward = grow(t.likely, n), grow(t.forward, n)
	t.backward, t.scale = grow(t.backward, n), grow(t.scale, n)
}

// sumUp fills the lattice of a sentence whose scores are known.
func (t *Tagger) sumUp(n int, s *scratch) {
	lat, c := &s.lattice, t.chances
	lat.resize(n)
	used := 1 + Places*len(t.model.Classes)
	for i := range n {
		c.likelihoods((*[labels]int32)(s.scores[(i+reach)*columns:]), &lat.likely[i], used)
	}
	for i := range n {
		c.ahead(lat, i, len(t.model.Classes))
	}
	c.closing(lat, n-1, len(t.model.Classes))
	for i := n - 1; i > 0; i-- {
		c.back(lat, i, len(t.model.Classes))
	}
}

// likelihoods are the exponentials of the scores of the labels in use.
func (c *chances) likelihoods(scores *[labels]int32, out *row, used int) {
	top := scores[0]
	for _, v := range scores[:used] {
		top = max(top, v)
	}
	for l, v := range scores[:used] {
		out[l] = c.down(top - v)
	}
}

// ended is the sum of a row over the labels that end a class, or of no name.
func ended(r *row, class int) float64 {
	if class == 0 {
		return r[0]
	}
	l := newLabel(class-1, first)
	return r[l+last] + r[l+only]
}

// ahead fills the forward row of word i.
func (c *chances) ahead(t *lattice, i, classes int) {
	enter, before := c.start, row{}
	if i > 0 {
		before = t.forward[i-1]
		enter = c.entering(&before, classes)
	}
	f, e := &t.forward[i], &t.likely[i]
	f[0] = enter[0] * e[0]
	sum := f[0]
	for k := range classes {
		l, in := newLabel(k, first), &c.inside[k]
		f[l+first] = enter[k+1] * e[l+first]
		f[l+only] = enter[k+1] * e[l+only]
		f[l+inner] = (before[l+first]*in[0] + before[l+inner]*in[2]) * e[l+inner]
		f[l+last] = (before[l+first]*in[1] + before[l+inner]*in[3]) * e[l+last]
		sum += f[l+first] + f[l+only] + f[l+inner] + f[l+last]
	}
	for l := range f[:1+Places*classes] {
		f[l] /= sum
	}
	t.scale[i] = sum
}

// slight is a sum that is not worth following.
const slight = 1e-12

// entering is the weight with which each class begins after a row.
func (c *chances) entering(before *row, classes int) (enter [MaxClasses + 1]float64) {
	for a := range classes + 1 {
		v := ended(before, a)
		if v < slight {
			continue
		}
		for b, w := range &c.between[a] {
			enter[b] += v * w
		}
	}
	return enter
}

// closing fills the backward row of the last word: no name may stay open.
func (c *chances) closing(t *lattice, i, classes int) {
	b, sum := &t.backward[i], 0.0
	*b = row{0: c.end[0]}
	for k := range classes {
		l := newLabel(k, first)
		b[l+last], b[l+only] = c.end[k+1], c.end[k+1]
	}
	for l, v := range &t.forward[i] {
		sum += v * b[l]
	}
	for l := range b {
		b[l] /= sum
	}
}

// back fills the backward row of the word before i.
func (c *chances) back(t *lattice, i, classes int) {
	var ahead row
	for l := range ahead[:1+Places*classes] {
		ahead[l] = t.likely[i][l] * t.backward[i][l] / t.scale[i]
	}
	enter := [MaxClasses + 1]float64{ahead[0]}
	for k := range classes {
		l := newLabel(k, first)
		enter[k+1] = ahead[l+first] + ahead[l+only]
	}
	b := &t.backward[i-1]
	b[0] = c.leaving(0, &enter)
	for k := range classes {
		l, in := newLabel(k, first), &c.inside[k]
		b[l+last] = c.leaving(k+1, &enter)
		b[l+only] = b[l+last]
		b[l+first] = in[0]*ahead[l+inner] + in[1]*ahead[l+last]
		b[l+inner] = in[2]*ahead[l+inner] + in[3]*ahead[l+last]
	}
}

// leaving is the weight of what comes after the end of a class.
func (c *chances) leaving(class int, enter *[MaxClasses + 1]float64) (sum float64) {
	for b, w := range &c.between[class] {
		sum += w * enter[b]
	}
	return sum
}

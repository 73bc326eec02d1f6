package main

// add adds the numbers of another field of the same rows.
func (f *field) add(g *field) {
	for i := range f.weights {
		for l, w := range &g.weights[i] {
			f.weights[i][l] += w
		}
	}
	numbers := g.edges.all()
	for i, n := range f.edges.all() {
		*n += *numbers[i]
	}
}

// divide makes a sum of fields their average.
func (f *field) divide(members int) {
	for i := range f.weights {
		for l := range f.weights[i] {
			f.weights[i][l] /= float32(members)
		}
	}
	for _, n := range f.edges.all() {
		*n /= float64(members)
	}
}

// all are the numbers of the transitions.
func (t *edges) all() (list []*float64) {
	for a := range t.between {
		list = append(list, &t.start[a], &t.end[a])
		for b := range t.between[a] {
			list = append(list, &t.between[a][b])
		}
	}
	for c := range t.inside {
		for k := range t.inside[c] {
			list = append(list, &t.inside[c][k])
		}
	}
	return list
}

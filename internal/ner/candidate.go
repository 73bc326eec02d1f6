package ner

import "slices"

// candidate is a span that may be a name.
type candidate struct {
	start, end, class int
	chance            float64
}

// bound is the least chance of a candidate. Chances of spans over one word sum to at
// most 1, so no word has more than fifty candidates over it.
const bound = 0.02

// findCandidates lists the spans whose chance over all sequences is above the bound, in
// the order of their starts.
func (t *Tagger) findCandidates(n int, s *scratch) {
	s.found = s.found[:0]
	lat := &s.lattice
	for i := range n {
		for k := range t.model.Classes {
			l := newLabel(k, first)
			if p := lat.forward[i][l+only] * lat.backward[i][l+only]; p > bound {
				s.found = append(s.found, candidate{i, i + 1, k, p})
			}
			if lat.forward[i][l+first]*lat.backward[i][l+first] > bound {
				t.extend(i, k, n, s)
			}
		}
	}
}

// extend lists the longer candidates that begin at a word.
func (t *Tagger) extend(i, class, n int, s *scratch) {
	l, in, lat := newLabel(class, first), &t.chances.inside[class], &s.lattice
	open, from := lat.forward[i][l+first], InsideIndex(true, false)
	for j := i + 1; j < n; j++ {
		open /= lat.scale[j]
		if p := open * in[from+1] * lat.likely[j][l+last] * lat.backward[j][l+last]; p > bound {
			s.found = append(s.found, candidate{i, j + 1, class, p})
		}
		open *= in[from] * lat.likely[j][l+inner]
		from = InsideIndex(false, false)
		if open*lat.backward[j][l+inner] <= bound {
			return
		}
	}
}

// worth is the chance from which a name is worth saying. To balance the names missed
// against those invented it is half of the F1 that one can hope for.
const worth = 0.45

// choose returns the candidates of a sentence that are names: those that do not overlap
// and have together the most chance beyond what each must be worth, found exactly.
func choose(n int, s *scratch) []candidate {
	s.sums, s.taken = grow(s.sums, n+1), grow(s.taken, n+1)
	clear(s.sums)
	next := 0
	for i := range n + 1 {
		if i > 0 && s.sums[i-1] >= s.sums[i] {
			s.arrive(i, s.sums[i-1], -1)
		}
		for ; next < len(s.found) && s.found[next].start == i; next++ {
			c := &s.found[next]
			if v := s.sums[i] + c.chance - worth; c.chance > worth && v > s.sums[c.end] {
				s.arrive(c.end, v, next)
			}
		}
	}
	return s.walkBack(n)
}

// arrive notes the best way to the end of a candidate, or past a word that no name holds.
func (s *scratch) arrive(end int, sum float64, taken int) { s.sums[end], s.taken[end] = sum, taken }

// walkBack follows the best way from its end and returns the names on it.
func (s *scratch) walkBack(n int) []candidate {
	s.chosen = s.chosen[:0]
	for end := n; end > 0; {
		if s.taken[end] < 0 {
			end--
			continue
		}
		c := s.found[s.taken[end]]
		s.chosen = append(s.chosen, c)
		end = c.start
	}
	slices.Reverse(s.chosen)
	return s.chosen
}

package ner

// scratch is the memory of one decoding, used again by the next.
type scratch struct {
	sketch sketch
	scores []int32 // by word and column, with margins of reach words on both sides
	from   []Label // the best label before, by word and label
	best   []Label
	row    [2][labels]int32
}

// reach is how far a feature is seen.
const reach = Offsets / 2

// never is a score that no sequence can make good.
const never = -1 << 28

// decode returns the best valid sequence of labels, which stays valid until the
// scratch is used again.
func (t *Tagger) decode(words []string, s *scratch) []Label {
	t.score(words, s)
	n := len(words)
	s.from = grow(s.from, n*labels)
	s.best = grow(s.best, n)
	row := &s.row[0]
	for i := range n {
		next := &s.row[(i+1)%2]
		scores := (*[labels]int32)(s.scores[(i+reach)*columns:])
		t.step(i, row, next, scores, (*[labels]Label)(s.from[i*labels:]))
		row = next
	}
	l := t.finish(row)
	for i := n - 1; i >= 0; i-- {
		s.best[i] = l
		l = s.from[i*labels+int(l)]
	}
	return s.best
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// score adds up the weights of all features.
func (t *Tagger) score(words []string, s *scratch) {
	t.extract.draw(words, &s.sketch)
	s.scores = grow(s.scores, (len(words)+2*reach)*columns)
	clear(s.scores)
	for i := range words {
		window := (*[Offsets * columns]int32)(s.scores[i*columns:])
		for _, f := range s.sketch.features(i) {
			for _, e := range t.table.find(f.Key) {
				window[e.Slot] += int32(e.Weight)
			}
		}
	}
	for i := range words {
		t.spread((*[columns]int32)(s.scores[(i+reach)*columns:]))
	}
}

// spread gives the labels of each class what speaks for any class.
func (t *Tagger) spread(scores *[columns]int32) {
	common := (*[Places]int32)(scores[labels:])
	for c := range t.model.Classes {
		own := (*[Places]int32)(scores[newLabel(c, first):])
		for place, v := range common {
			own[place] += v
		}
	}
}

// step extends the best sequences by a word.
func (t *Tagger) step(i int, row, next, scores *[labels]int32, from *[labels]Label) {
	enter, origin := t.enter(i, row)
	next[0], from[0] = enter[0]+scores[0], origin[0]
	for c := range t.model.Classes {
		l := newLabel(c, first)
		next[l+first], from[l+first] = enter[c+1]+scores[l+first], origin[c+1]
		next[l+only], from[l+only] = enter[c+1]+scores[l+only], origin[c+1]
		if i == 0 {
			next[l+inner], next[l+last] = never, never
			continue
		}
		inside := &t.model.Transitions.Inside[c]
		next[l+inner], from[l+inner] = goOn(row, l, inside[0], inside[2], scores[l+inner])
		next[l+last], from[l+last] = goOn(row, l, inside[1], inside[3], scores[l+last])
	}
}

// goOn is the best score of a word within a name of the class whose first label is l,
// and the label before it.
func goOn(row *[labels]int32, l Label, afterFirst, afterInner int16, score int32) (int32, Label) {
	begun, gone := row[l+first]+int32(afterFirst), row[l+inner]+int32(afterInner)
	if gone > begun {
		return gone + score, l + inner
	}
	return begun + score, l + first
}

// enter is the best score with which each class, or no name, can begin after the
// sequences so far, and the label that it then comes after.
func (t *Tagger) enter(i int, row *[labels]int32) (enter [MaxClasses + 1]int32, origin [MaxClasses + 1]Label) {
	if i == 0 {
		for c := range enter {
			enter[c] = int32(t.model.Transitions.Start[c])
		}
		return enter, origin
	}
	for c := range enter {
		enter[c] = row[0] + int32(t.model.Transitions.Between[0][c])
	}
	for c := range t.model.Classes {
		l, score := ended(row, c)
		between := &t.model.Transitions.Between[c+1]
		for k := range enter {
			if v := score + int32(between[k]); v > enter[k] {
				enter[k], origin[k] = v, l
			}
		}
	}
	return enter, origin
}

// ended is the best label with which a name of a class ends, and its score.
func ended(row *[labels]int32, class int) (Label, int32) {
	l := newLabel(class, last)
	if single := newLabel(class, only); row[single] > row[l] {
		l = single
	}
	return l, row[l]
}

// finish is the best label of the last word: no name is left open.
func (t *Tagger) finish(row *[labels]int32) Label {
	best, score := Label(0), row[0]+int32(t.model.Transitions.End[0])
	for c := range t.model.Classes {
		l, v := ended(row, c)
		if v += int32(t.model.Transitions.End[c+1]); v > score {
			best, score = l, v
		}
	}
	return best
}

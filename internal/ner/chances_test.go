package ner

import (
	"math"
	"testing"
)

// sample is a tagger of two classes, and a scratch with scores of n words, some of them
// far from the others.
func sample(n int) (*Tagger, *scratch) {
	m := &Model{Classes: []string{"A", "B"}}
	for i, t := range m.Transitions.all() {
		*t = int16(40 * math.Sin(float64(i)))
	}
	s := &scratch{scores: make([]int32, (n+2*reach)*columns)}
	for i := range s.scores {
		s.scores[i] = int32(60 * math.Sin(float64(3*i*i)))
	}
	return New(m), s
}

func TestChancesSumToOne(t *testing.T) {
	const n = 50
	tagger, s := sample(n)
	s.scores[(10+reach)*columns+int(newLabel(1, inner))] = 1 << 20 // and no name has begun
	s.scores[reach*columns+int(newLabel(0, last))] = 1 << 20       // where none can end
	tagger.sumUp(n, s)
	for i := range n {
		sum := 0.0
		for l, v := range &s.lattice.forward[i] {
			sum += v * s.lattice.backward[i][l]
		}
		if !(math.Abs(sum-1) < 1e-9) { // nor is it NaN
			t.Errorf("the chances of word %d sum to %v", i, sum)
		}
	}
}

// TestCandidates compares the chances of spans with the shares that they have among all
// sequences of a short sentence.
func TestCandidates(t *testing.T) {
	const n = 4
	tagger, s := sample(n)
	tagger.sumUp(n, s)
	tagger.findCandidates(n, s)
	shares, total := map[candidate]float64{}, 0.0
	enumerate(tagger, s, nil, n, func(names []candidate, weight float64) {
		total += weight
		for _, c := range names {
			shares[c] += weight
		}
	})
	likely := 0
	for c, share := range shares {
		if share/total > bound {
			likely++
		}
		for _, found := range s.found {
			if at := (candidate{found.start, found.end, found.class, 0}); at == c && math.Abs(found.chance-share/total) > 1e-9 {
				t.Errorf("%v, want the chance %v", found, share/total)
			}
		}
	}
	if likely != len(s.found) {
		t.Errorf("%d candidates, want %d", len(s.found), likely)
	}
}

// enumerate calls f with the names and the weight of every sequence of labels that goes
// on from one and is valid.
func enumerate(t *Tagger, s *scratch, labels []Label, n int, f func([]candidate, float64)) {
	if len(labels) == n {
		if names, score, ok := read(t, s, labels); ok {
			f(names, math.Exp(Step*score))
		}
		return
	}
	for l := range Label(1 + Places*len(t.model.Classes)) {
		enumerate(t, s, append(labels[:len(labels):len(labels)], l), n, f)
	}
}

// read is the names in labels and their score, or not ok if they are not valid.
func read(t *Tagger, s *scratch, labels []Label) (names []candidate, score float64, ok bool) {
	edges, before, place := &t.model.Transitions, 0, only
	for i, l := range labels {
		class, own := 0, only
		if l > 0 {
			class, own = int(l-1)/Places+1, int(l-1)%Places
		}
		begins, open := own == first || own == only, place == first || place == inner
		switch {
		case i > 0 && begins == open, i == 0 && !begins, !begins && class != before:
			return nil, 0, false
		case i == 0:
			score += float64(edges.Start[class])
		case begins:
			score += float64(edges.Between[before][class])
		default:
			score += float64(edges.Inside[class-1][InsideIndex(place == first, own == last)])
		}
		score += float64(s.scores[(i+reach)*columns+int(l)])
		if begins && class > 0 {
			names = append(names, candidate{start: i, class: class - 1})
		}
		if class > 0 {
			names[len(names)-1].end = i + 1
		}
		before, place = class, own
	}
	return names, score + float64(edges.End[before]), place == last || place == only
}

func TestPowers(t *testing.T) {
	p := newPowers()
	for steps := range int32(lowest) {
		if want := math.Exp(-Step * float64(steps)); math.Abs(p.down(steps)-want) > 1e-9*want {
			t.Fatalf("%d steps down is %v, want %v", steps, p.down(steps), want)
		}
	}
	for odds := -farthestOdds; odds <= farthestOdds; odds++ {
		if got := p.odds(p.chance(odds)); got < odds-1 || got > odds+1 {
			t.Errorf("the odds %d come back as %d", odds, got)
		}
	}
	if p.odds(0) != -farthestOdds || p.odds(1) != farthestOdds || p.odds(0.5) != 0 {
		t.Errorf("odds %d, %d, %d", p.odds(0), p.odds(1), p.odds(0.5))
	}
}

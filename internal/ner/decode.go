package ner

// scratch is the memory of one decoding, used again by the next.
type scratch struct {
	sketch  sketch
	scores  []int32 // by word and column, with margins of reach words on both sides
	lattice lattice
	weigher weigher
	found   []candidate
	sums    []float64 // of the names chosen up to each word
	taken   []int     // the candidate that ends there, or -1
	chosen  []candidate
}

// reach is how far a feature is seen.
const reach = Offsets / 2

// decode returns the names of a sentence, which stay valid until the scratch is used
// again.
func (t *Tagger) decode(words []string, s *scratch) []candidate {
	t.consider(words, s)
	t.hear(s)
	return choose(len(words), s)
}

// consider finds the candidates of a sentence.
func (t *Tagger) consider(words []string, s *scratch) {
	t.score(words, s)
	t.sumUp(len(words), s)
	t.findCandidates(len(words), s)
}

// hear gives the candidates the chances that they have by all evidence.
func (t *Tagger) hear(s *scratch) {
	s.sums = grow(s.sums, len(s.found))
	s.weigher.sketch, s.weigher.all = &s.sketch, s.found
	for i := range s.found {
		s.weigher.own = i
		odds := t.model.Evidence.Trust * t.chances.odds(s.found[i].chance) / FullTrust
		for _, k := range s.weigher.weigh(t.chances.powers) {
			odds += int(int64(t.evidence.find(k)))
		}
		s.sums[i] = t.chances.chance(odds)
	}
	for i, chance := range s.sums {
		s.found[i].chance = chance
	}
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

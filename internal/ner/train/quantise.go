package main

import (
	"cmp"
	"io"
	"math"
	"slices"

	"civicgraph/internal/ner"
)

// What a trained field is made a model with: measured, see the quality file.
const (
	step         = 0.03 // of the weights, which are kept in a byte
	defaultPrune = 0.06
	defaultBias  = 0.0
)

// train learns a model from sentences.
func train(o options, sentences []sentence, log io.Writer) *ner.Model {
	classes := classesOf(sentences)
	if o.copies > 0 {
		sentences = augment(sentences, o.copies, o.seed)
	}
	lexicon := newLexicon()
	data := newDataset(ner.NewExtractor(lexicon), sentences, classes)
	field := o.learner.learn(data, o.seed, log)
	return quantise(field, data, lexicon, o)
}

func quantise(f *field, d *dataset, lexicon ner.Lexicon, o options) *ner.Model {
	m := &ner.Model{Classes: d.classes, Lexicon: lexicon}
	for c := range f.edges.between {
		f.edges.between[c][0] -= o.bias
		f.edges.start[c] -= 0
	}
	f.edges.start[0] -= o.bias
	for c := range f.edges.between {
		m.Transitions.Start[c] = int16(round(f.edges.start[c]))
		m.Transitions.End[c] = int16(round(f.edges.end[c]))
		for k := range f.edges.between[c] {
			m.Transitions.Between[c][k] = int16(round(f.edges.between[c][k]))
		}
	}
	for c := range f.edges.inside {
		for k := range f.edges.inside[c] {
			m.Transitions.Inside[c][k] = int16(round(f.edges.inside[c][k]))
		}
	}
	m.Features = quantiseRows(f, d, o.prune)
	return m
}

// round is a weight in steps.
func round(w float64) int { return int(math.Round(w / step)) }

func quantiseRows(f *field, d *dataset, prune float64) []ner.Weights {
	byKey := map[uint32]*ner.Weights{}
	for r, k := range d.keys {
		for l, w := range f.weights[r] {
			if math.Abs(float64(w)) < prune {
				continue
			}
			entry := ner.Entry{Slot: ner.Slot(int(k.offset), ner.Label(l)), Weight: int8(min(max(round(float64(w)), -127), 127))}
			if byKey[k.key] == nil {
				byKey[k.key] = &ner.Weights{Key: k.key}
			}
			byKey[k.key].Entries = append(byKey[k.key].Entries, entry)
		}
	}
	return sorted(byKey)
}

func sorted(byKey map[uint32]*ner.Weights) (all []ner.Weights) {
	for _, w := range byKey {
		slices.SortFunc(w.Entries, func(a, b ner.Entry) int { return cmp.Compare(a.Slot, b.Slot) })
		all = append(all, *w)
	}
	slices.SortFunc(all, func(a, b ner.Weights) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

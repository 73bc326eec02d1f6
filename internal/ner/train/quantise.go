package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"civicgraph/internal/ner"
)

// quantise makes a model of a field. Weights below prune are dropped.
func quantise(f *field, d *dataset, lexicon ner.Lexicon, prune float64) *ner.Model {
	return &ner.Model{
		Classes:     d.classes,
		Transitions: quantiseEdges(&f.edges),
		Lexicon:     lexicon,
		Features:    quantiseRows(f, d, prune),
		Evidence:    ner.Evidence{Trust: ner.FullTrust},
	}
}

func quantiseEdges(e *edges) (t ner.Transitions) {
	for c := range e.between {
		t.Start[c], t.End[c] = int16(round(e.start[c])), int16(round(e.end[c]))
		for k, w := range e.between[c] {
			t.Between[c][k] = int16(round(w))
		}
	}
	for c := range e.inside {
		for k, w := range e.inside[c] {
			t.Inside[c][k] = int16(round(w))
		}
	}
	return t
}

// round is a weight in steps.
func round(w float64) int { return int(math.Round(w / ner.Step)) }

func quantiseRows(f *field, d *dataset, prune float64) (all []ner.Weights) {
	entries := map[uint32][]ner.Entry{}
	for r, k := range d.keys {
		for l, w := range divided(&f.weights[r]) {
			if math.Abs(float64(w)) >= prune {
				weight := int8(min(max(round(float64(w)), math.MinInt8), math.MaxInt8))
				entries[k.key] = append(entries[k.key], ner.Entry{Slot: ner.Slot(int(k.offset), ner.Label(l)), Weight: weight})
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		slices.SortFunc(entries[key], func(a, b ner.Entry) int { return cmp.Compare(a.Slot, b.Slot) })
		all = append(all, ner.Weights{Key: key, Entries: entries[key]})
	}
	return all
}

// divided takes the weights of a row apart: what all classes have in common at a place
// of a name is written down once, behind the labels, and each label keeps the rest.
// That is the same model in little more than half of the bytes.
func divided(w *weightRow) (out [labelCount + ner.Places]float32) {
	copy(out[:], w[:])
	for place := range ner.Places {
		common := commonest(w, place)
		out[ner.AnyClass(place)] = common
		for c := range classCount {
			out[at(c, place)] -= common
		}
	}
	return out
}

// commonest is the median weight of a place: most classes learn of it from others alone.
func commonest(w *weightRow, place int) float32 {
	var all [classCount]float32
	for c := range all {
		all[c] = w[at(c, place)]
	}
	slices.Sort(all[:])
	return all[classCount/2]
}

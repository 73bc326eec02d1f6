package main

import "civicgraph/internal/ner"

// dataset is sentences as rows of weights and gold labels.
type dataset struct {
	classes   []string
	keys      []rowKey // of each row
	sentences []example
}

// rowKey names a row of weights: a feature and the place it is seen from.
type rowKey struct {
	key    uint32
	offset uint8
}

// example is a sentence: the rows that are active at each word, and its labels.
type example struct {
	rows   [][]int32
	labels []ner.Label
}

func newDataset(e *ner.Extractor, sentences []sentence, classes []string) *dataset {
	d := &dataset{classes: classes}
	index := map[rowKey]int32{}
	for _, s := range sentences {
		x := example{make([][]int32, len(s.words)), ner.Encode(s.tags, classes)}
		for i, features := range e.Features(s.words) {
			for _, f := range features {
				d.spread(&x, i, f, index)
			}
		}
		d.sentences = append(d.sentences, x)
	}
	return d
}

// spread notes a feature of word i at every word that sees it.
func (d *dataset) spread(x *example, i int, f ner.Feature, index map[rowKey]int32) {
	for offset := range ner.Offsets {
		seen := i + offset - ner.Offsets/2
		if f.Reach>>offset&1 == 0 || seen < 0 || seen >= len(x.rows) {
			continue
		}
		k := rowKey{f.Key, uint8(offset)}
		row, ok := index[k]
		if !ok {
			row = int32(len(d.keys))
			index[k] = row
			d.keys = append(d.keys, k)
		}
		x.rows[seen] = append(x.rows[seen], row)
	}
}

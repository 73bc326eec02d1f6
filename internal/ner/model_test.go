package ner

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestModelFile(t *testing.T) {
	want := &Model{
		Classes:  []string{"A", "B"},
		Lexicon:  Lexicon{7: 1 << 40},
		Features: []Weights{{Key: 3, Entries: []Entry{{Slot: 1, Weight: -5}, {Slot: 500, Weight: 9}}}},
		Evidence: Evidence{Trust: 90, Weights: map[uint32]int8{5: -3, 1 << 31: 127}},
	}
	var file bytes.Buffer
	if err := want.Write(&file); err != nil {
		t.Fatal(err)
	}
	got, err := ReadModel(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	refuseDamage(t, file.Bytes())
}

// refuseDamage cuts a model off at every length and changes every byte of it; none of
// that may be taken for a model, but for the parts of gzip's head that nothing reads.
func refuseDamage(t *testing.T, file []byte) {
	t.Helper()
	const head = 10
	for i := range file {
		if _, err := ReadModel(bytes.NewReader(file[:i])); !errors.Is(err, errModel) {
			t.Errorf("cut off at %d: error %v", i, err)
		}
		damaged := slices.Clone(file)
		damaged[i] ^= 0x55
		if _, err := ReadModel(bytes.NewReader(damaged)); i >= head && !errors.Is(err, errModel) {
			t.Errorf("changed at %d: error %v", i, err)
		}
	}
}

package ner

import (
	"errors"
	"io"
	"maps"
	"slices"
)

// maxTrust bounds the trust in odds that is read.
const maxTrust = 10 * FullTrust

// dictionary makes the weights quick to find.
func (e *Evidence) dictionary() dictionary {
	entries := make(map[uint32]uint64, len(e.Weights))
	for k, w := range e.Weights {
		entries[k] = uint64(int64(w))
	}
	return newDictionary(entries)
}

// evidence writes keys and weights apart, which compresses better.
func (w *modelWriter) evidence(e Evidence) {
	keys := slices.Sorted(maps.Keys(e.Weights))
	w.number(e.Trust)
	w.number(len(keys))
	previous := uint32(0)
	for _, k := range keys {
		w.number(int(k - previous))
		previous = k
	}
	for _, k := range keys {
		w.w.WriteByte(byte(e.Weights[k]))
	}
}

func (r *modelReader) evidence() Evidence {
	trust := r.number(maxTrust)
	keys := make([]uint32, r.number(maxRows))
	previous := uint32(0)
	for i := range keys {
		previous += uint32(r.number(1 << 32))
		keys[i] = previous
	}
	e := Evidence{trust, make(map[uint32]int8, len(keys))}
	for _, k := range keys {
		b, err := r.r.ReadByte()
		if err != nil {
			r.fail(err)
			break
		}
		e.Weights[k] = int8(b)
	}
	return e
}

// errMore says that a model goes on behind its end.
var errMore = errors.New("there is more in it than a model")

// end makes sure that the model is over, which also has its checksum compared.
func (r *modelReader) end() {
	switch _, err := r.r.ReadByte(); {
	case err == nil:
		r.fail(errMore)
	case err != io.EOF:
		r.fail(err)
	}
}

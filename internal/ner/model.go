package ner

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Model is what the trainer learns: weights in units of a common step.
type Model struct {
	Classes     []string
	Transitions Transitions
	Lexicon     Lexicon
	Features    []Weights // by key
	Evidence    Evidence
}

// Transitions score neighbouring tags. Beyond the end of a name only the classes
// count, of which number 0 is outside of any name and c+1 is class c.
type Transitions struct {
	Between    [MaxClasses + 1][MaxClasses + 1]int16
	Start, End [MaxClasses + 1]int16
	Inside     [MaxClasses][4]int16 // from first or inner to inner or last: see InsideIndex
}

// InsideIndex is the place in Inside of the step from the first or an inner word of a
// name to an inner or the last one.
func InsideIndex(fromFirst, toLast bool) int {
	i := 0
	if !fromFirst {
		i = 2
	}
	if toLast {
		i++
	}
	return i
}

// Weights are the weights of one feature.
type Weights struct {
	Key     uint32
	Entries []Entry // by slot
}

// Entry is one weight: Slot says from where the feature is seen and which label it
// speaks for.
type Entry struct {
	Slot   uint16
	Weight int8
}

// Slot is the slot of a label seen at an offset, 0 to Offsets-1.
func Slot(offset int, label Label) uint16 { return uint16(offset*columns + int(label)) }

// errModel says that a model cannot be read.
var errModel = errors.New("not a tagger's model")

const modelMark = "civicgraph-ner/3\n"

// The bounds of a model that is read: what goes beyond them is damaged.
const (
	maxEntries = Offsets * columns
	maxRows    = 1 << 22
)

// Write writes a model, the same bytes for the same model.
func (m *Model) Write(out io.Writer) error {
	z, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := modelWriter{w: bufio.NewWriter(z)}
	w.model(m)
	return errors.Join(w.w.Flush(), z.Close())
}

type modelWriter struct {
	w      *bufio.Writer
	buffer [binary.MaxVarintLen64]byte
}

func (w *modelWriter) number(n int) {
	w.w.Write(binary.AppendUvarint(w.buffer[:0], uint64(n))) // an error stays for Flush
}

func (w *modelWriter) signed(n int16) {
	w.w.Write(binary.AppendVarint(w.buffer[:0], int64(n)))
}

func (w *modelWriter) model(m *Model) {
	w.w.WriteString(modelMark)
	w.number(len(m.Classes))
	for _, class := range m.Classes {
		w.number(len(class))
		w.w.WriteString(class)
	}
	for _, t := range m.Transitions.all() {
		w.signed(*t)
	}
	w.lexicon(m.Lexicon)
	w.features(m.Features)
	w.evidence(m.Evidence)
}

// all are the transitions in the order of the file.
func (t *Transitions) all() (list []*int16) {
	for i := range t.Between {
		list = append(list, &t.Start[i], &t.End[i])
		for j := range t.Between[i] {
			list = append(list, &t.Between[i][j])
		}
	}
	for i := range t.Inside {
		for j := range t.Inside[i] {
			list = append(list, &t.Inside[i][j])
		}
	}
	return list
}

func (w *modelWriter) lexicon(l Lexicon) {
	w.number(len(l))
	previous := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(l)) {
		w.number(int(k - previous))
		w.w.Write(binary.AppendUvarint(w.buffer[:0], l[k]))
		previous = k
	}
}

// features writes column by column, which compresses better than row by row.
func (w *modelWriter) features(features []Weights) {
	w.number(len(features))
	previous := uint32(0)
	for _, f := range features {
		w.number(int(f.Key - previous))
		previous = f.Key
	}
	for _, f := range features {
		w.number(len(f.Entries))
	}
	for _, f := range features {
		slot := -1
		for _, e := range f.Entries {
			w.number(int(e.Slot) - slot)
			slot = int(e.Slot)
		}
	}
	for _, f := range features {
		for _, e := range f.Entries {
			w.w.WriteByte(byte(e.Weight))
		}
	}
}

// ReadModel reads a model that Write wrote.
func ReadModel(in io.Reader) (*Model, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	r := modelReader{r: bufio.NewReaderSize(z, 1<<16)}
	m := r.model()
	if r.err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, r.err)
	}
	return m, nil
}

// modelReader remembers the first error; after it every number is 0.
type modelReader struct {
	r   *bufio.Reader
	err error
}

func (r *modelReader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// number reads a number below a bound.
func (r *modelReader) number(bound int) int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.r)
	if err == nil && n >= uint64(bound) {
		err = fmt.Errorf("the number %d where less than %d is meant", n, bound)
	}
	if err != nil {
		r.fail(err)
		return 0
	}
	return int(n)
}

func (r *modelReader) text(n int) string {
	b := make([]byte, n)
	if _, err := io.ReadFull(r.r, b); err != nil {
		r.fail(err)
	}
	return string(b)
}

func (r *modelReader) model() *Model {
	if mark := r.text(len(modelMark)); mark != modelMark {
		r.fail(fmt.Errorf("it begins with %q", mark))
	}
	m := &Model{}
	for n := r.number(MaxClasses + 1); n > 0; n-- {
		m.Classes = append(m.Classes, r.text(r.number(64)))
	}
	for _, t := range m.Transitions.all() {
		v, err := binary.ReadVarint(r.r)
		if err != nil {
			r.fail(err)
			break
		}
		*t = int16(v)
	}
	m.Lexicon = r.lexicon()
	m.Features = r.features()
	m.Evidence = r.evidence()
	r.end()
	return m
}

func (r *modelReader) lexicon() Lexicon {
	n := r.number(maxRows)
	l := make(Lexicon, n)
	k := uint32(0)
	for ; n > 0 && r.err == nil; n-- {
		k += uint32(r.number(1 << 32))
		bits, err := binary.ReadUvarint(r.r)
		if err != nil {
			r.fail(err)
		}
		l[k] = bits
	}
	return l
}

func (r *modelReader) features() []Weights {
	features := make([]Weights, r.number(maxRows))
	k := uint32(0)
	for i := range features {
		k += uint32(r.number(1 << 32))
		features[i].Key = k
	}
	r.entries(features)
	return features
}

func (r *modelReader) entries(features []Weights) {
	total := 0
	sizes := make([]int, len(features))
	for i := range features {
		sizes[i] = r.number(maxEntries + 1)
		total += sizes[i]
	}
	if total > maxRows {
		r.fail(fmt.Errorf("%d weights where at most %d are meant", total, maxRows))
		return
	}
	entries := make([]Entry, total)
	for i := range features {
		features[i].Entries, entries = entries[:sizes[i]:sizes[i]], entries[sizes[i]:]
		slot := -1
		for j := range features[i].Entries {
			slot = min(slot+r.number(maxEntries+1), maxEntries-1)
			features[i].Entries[j].Slot = uint16(max(slot, 0))
		}
	}
	for _, f := range features {
		for j := range f.Entries {
			b, err := r.r.ReadByte()
			if err != nil {
				r.fail(err)
				return
			}
			f.Entries[j].Weight = int8(b)
		}
	}
}

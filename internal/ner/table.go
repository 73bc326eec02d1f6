package ner

// table finds the weights of a feature: open addressing over one array, the entries
// of all features in another.
type table struct {
	slots   []place
	mask    uint32
	entries []Entry
}

// place is where the entries of a feature lie; a size of 0 is an empty slot.
type place struct {
	key, start uint32
	size       uint32
}

func newTable(features []Weights) table {
	size := uint32(16)
	for int(size) < 2*len(features) {
		size *= 2
	}
	t := table{slots: make([]place, size), mask: size - 1}
	for _, f := range features {
		t.insert(f)
	}
	return t
}

func (t *table) insert(f Weights) {
	if len(f.Entries) == 0 {
		return
	}
	i := f.Key & t.mask
	for t.slots[i].size != 0 {
		i = (i + 1) & t.mask
	}
	t.slots[i] = place{f.Key, uint32(len(t.entries)), uint32(len(f.Entries))}
	t.entries = append(t.entries, f.Entries...)
}

// find returns the entries of a feature, or none.
func (t *table) find(key uint32) []Entry {
	for i := key & t.mask; t.slots[i].size != 0; i = (i + 1) & t.mask {
		if p := t.slots[i]; p.key == key {
			return t.entries[p.start : p.start+p.size]
		}
	}
	return nil
}

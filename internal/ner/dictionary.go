package ner

// dictionary keeps a number for each short key: open addressing, quicker than a map.
type dictionary struct {
	keys   []uint32
	values []uint64
	mask   uint32
}

func newDictionary(entries map[uint32]uint64) dictionary {
	size := uint32(16)
	for int(size) < 2*len(entries) {
		size *= 2
	}
	d := dictionary{make([]uint32, size), make([]uint64, size), size - 1}
	for k, v := range entries {
		i := k & d.mask
		for d.values[i] != 0 {
			i = (i + 1) & d.mask
		}
		d.keys[i], d.values[i] = k, v
	}
	return d
}

// get is the number of a key, or 0.
func (d *dictionary) get(k key) uint64 { return d.find(k.short()) }

// find is the number of a short key, or 0.
func (d *dictionary) find(short uint32) uint64 {
	for i := short & d.mask; d.values[i] != 0; i = (i + 1) & d.mask {
		if d.keys[i] == short {
			return d.values[i]
		}
	}
	return 0
}

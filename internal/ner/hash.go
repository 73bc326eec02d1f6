package ner

import "unicode/utf8"

// key names a feature: a hash of its template and the text that it looks at. Two
// features of the same key share their weights, which is rare and does no harm.
type key uint64

const prime = 0x9E3779B97F4A7C15

// newKey is the key of a template that looks at nothing.
func newKey(template byte) key { return key(uint64(template)+1) * prime }

func (k key) rune(r rune) key {
	k = (k ^ key(uint32(r))) * prime
	return k ^ k>>29
}

func (k key) text(s string) key {
	for _, r := range s {
		k = k.rune(r)
	}
	return k.close()
}

// close marks the end of a text, so that what follows does not belong to it.
func (k key) close() key { return k.rune(utf8.MaxRune) }

func (k key) number(n uint64) key { return k.rune(rune(n)).rune(rune(n >> 32)) }

func (k key) runes(s []rune) key {
	for _, r := range s {
		k = k.rune(r)
	}
	return k.close()
}

// short is the key as models keep it.
func (k key) short() uint32 { return uint32((k * prime) >> 32) }

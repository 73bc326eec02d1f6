package sqlitestore

import (
	"encoding/base32"
	"encoding/json"
	"strings"

	"civicgraph/internal/civic"
)

// What reports say is most of a file: there are as many claims and mentions as
// everything else together. So their bodies are packed too, and ids in them stand as
// the bytes that they spell.

// idEncoding is that of the ids of package civic.
var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// packID packs an id as its code and its bytes, or as it stands if it spells none.
func packID(p *packing, id *civic.ID) {
	code, hash := string(*id), ""
	if i := strings.IndexByte(code, '_') + 1; i > 0 && !p.reading {
		if raw, err := idEncoding.DecodeString(code[i:]); err == nil && idEncoding.EncodeToString(raw) == code[i:] {
			code, hash = code[:i], string(raw)
		}
	}
	packText(p, &code)
	packText(p, &hash)
	if p.reading {
		*id = civic.ID(code + idEncoding.EncodeToString([]byte(hash)))
	}
}

func packTestimonies(p *packing, claims *[]testimony) {
	packList(p, claims, func(c *testimony) {
		packID(p, &c.Claim)
		packText(p, &c.Basis)
		packEdgeProps(p, &c.Props)
		packList(p, &c.Evidence, func(e *civic.Evidence) {
			packSpan(p, &e.Span)
			packText(p, &e.Gazetteer)
		})
	})
}

func packMentions(p *packing, all *[]mentions) {
	packList(p, all, func(m *mentions) {
		packID(p, &m.Referent)
		packSpans(p, &m.Spans)
	})
}

// saidBody is a list of claims or mentions as a row keeps it.
func saidBody[T any](said []T, pack func(*packing, *[]T)) []byte {
	p := packing{out: make([]byte, 0, 64)}
	pack(&p, &said)
	return p.out
}

// readSaid is the inverse of saidBody. It reads the JSON of version 1 too: what is
// packed begins with an even number, the length of the list doubled, and a bracket
// is odd.
func readSaid[T any](body []byte, pack func(*packing, *[]T)) (said []T, err error) {
	if len(body) > 0 && body[0] == '[' {
		return said, json.Unmarshal(body, &said)
	}
	return said, unpack(body, func(p *packing) { pack(p, &said) })
}

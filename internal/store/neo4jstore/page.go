package neo4jstore

import (
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// A place in a list is one string: the key, a character below all that keys are
// made of, the id. So the order of places is that of keys, then ids.
const separator = "\x00"

// maxKey is the longest part of a key that is kept, in bytes: Neo4j's range
// indexes take values of about 8 kB.
const maxKey = 4000

// place is the property that an item is listed by.
func place(key string, id civic.ID) string {
	if len(key) > maxKey {
		key = strings.ToValidUTF8(key[:maxKey], "")
	}
	return key + separator + string(id)
}

// cursorOf takes a place apart.
func cursorOf(place string) civic.Cursor {
	key, id := place, ""
	if i := strings.LastIndex(place, separator); i >= 0 {
		key, id = place[:i], place[i+1:]
	}
	return civic.Cursor{Key: key, ID: civic.ID(id)}
}

// The places before and after all others.
const (
	lowest  = ""
	highest = "\U0010FFFF"
)

// bounds are the parameters of a page of a list in ascending order of places, or
// in descending order if reversed.
func bounds(p civic.Page, reversed bool) map[string]any {
	low, high := p.After, p.Before
	if reversed {
		low, high = high, low
	}
	return map[string]any{"low": placeOr(low, lowest), "high": placeOr(high, highest), "limit": p.Limit() + 1}
}

func placeOr(c *civic.Cursor, otherwise string) string {
	if c == nil {
		return otherwise
	}
	return place(c.Key, c.ID)
}

// order is the direction in which the items of a page are fetched.
func order(p civic.Page, reversed bool) string {
	if p.Backward() != reversed {
		return " DESC"
	}
	return ""
}

// paginate makes a page of what was fetched for each id; an empty one for nothing.
func paginate[T any](pages map[civic.ID][]civic.Item[T], ids []civic.ID, p civic.Page) map[civic.ID]civic.Slice[T] {
	slices := make(map[civic.ID]civic.Slice[T], len(ids))
	for _, id := range ids {
		if _, done := slices[id]; !done {
			slices[id] = store.Paginate(pages[id], p)
		}
	}
	return slices
}

// distinct is the ids without repetitions, in their order, as a parameter.
func distinct(ids []civic.ID) []string {
	seen := make(map[civic.ID]bool, len(ids))
	unique := make([]string, 0, len(ids))
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			unique = append(unique, string(id))
		}
	}
	return unique
}

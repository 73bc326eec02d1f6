package store

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// EncodeCursor makes the opaque form of a cursor that clients pass back.
func EncodeCursor(c civic.Cursor) string {
	return base64.RawURLEncoding.EncodeToString([]byte(string(c.ID) + "\x00" + c.Key))
}

// DecodeCursor reads what EncodeCursor made. The error wraps civic.ErrBadInput.
func DecodeCursor(s string) (civic.Cursor, error) {
	raw, err := base64.RawURLEncoding.DecodeString(s)
	id, key, ok := strings.Cut(string(raw), "\x00")
	if err != nil || !ok || id == "" {
		return civic.Cursor{}, fmt.Errorf("%w: %.40q is not a cursor; use one from an earlier answer", civic.ErrBadInput, s)
	}
	return civic.Cursor{Key: key, ID: civic.ID(id)}, nil
}

// CheckPage refuses a page that asks for nothing, too much, or from both ends.
func CheckPage(p civic.Page) error {
	switch {
	case p.First < 0 || p.Last < 0 || (p.First > 0) == (p.Last > 0):
		return fmt.Errorf("%w: a page has either first or last, and it is positive", civic.ErrBadInput)
	case p.Limit() > civic.MaxPage:
		return fmt.Errorf("%w: a page has at most %d items, not %d", civic.ErrBadInput, civic.MaxPage, p.Limit())
	}
	return nil
}

// Paginate makes a page of up to Limit+1 items, fetched in the direction of the
// page: backward pages come last item first and are turned around. That an item
// lies on the far side of a cursor is taken for granted: it stood there when the
// cursor was given out.
func Paginate[T any](fetched []civic.Item[T], p civic.Page) civic.Slice[T] {
	more := len(fetched) > p.Limit()
	items := fetched[:min(len(fetched), p.Limit())]
	if !p.Backward() {
		return civic.Slice[T]{Items: items, HasNext: more || p.Before != nil, HasPrevious: p.After != nil}
	}
	slices.Reverse(items)
	return civic.Slice[T]{Items: items, HasNext: p.Before != nil, HasPrevious: more || p.After != nil}
}

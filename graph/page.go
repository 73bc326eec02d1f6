package graph

import (
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// pageArguments are the four that every list takes.
type pageArguments struct {
	First, Last   *int
	After, Before *string
}

// page is the part of a list that is asked for: the first items, if nothing is
// said. The error wraps civic.ErrBadInput.
func (a pageArguments) page() (civic.Page, error) {
	var p civic.Page
	switch {
	case a.First != nil && a.Last != nil:
		return p, fmt.Errorf("%w: give first or last, not both", civic.ErrBadInput)
	case a.First != nil:
		p.First = *a.First
	case a.Last != nil:
		p.Last = *a.Last
	default:
		p.First = civic.DefaultPage
	}
	var err error
	if p.After, err = cursor(a.After); err != nil {
		return p, err
	}
	if p.Before, err = cursor(a.Before); err != nil {
		return p, err
	}
	return p, store.CheckPage(p)
}

func cursor(s *string) (*civic.Cursor, error) {
	if s == nil {
		return nil, nil
	}
	c, err := store.DecodeCursor(*s)
	return &c, err
}

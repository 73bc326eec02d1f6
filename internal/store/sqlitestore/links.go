package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var queryLinks = text("links")

// Links implements store.Reader.
func (s *Store) Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error) {
	if err := store.CheckLinks(nodes, types, limit); err != nil {
		return nil, err
	}
	var links []civic.Link
	err := s.readers.each(ctx, linkQuery(nodes, types, limit), func(rows *sql.Rows) error {
		var near civic.ID
		var tape sql.NullString
		if err := rows.Scan(&near, &tape); err != nil {
			return err
		}
		var err error
		if links, err = (linkTape{tape.String}).read(near, links); err != nil {
			return fmt.Errorf("edges at %s: %w", near, err)
		}
		if len(links) >= limit {
			return errEnough
		}
		return nil
	})
	return links[:min(len(links), limit)], err
}

// linkQuery asks for the edges of some types; those of all are one stretch of the index.
func linkQuery(nodes []civic.ID, types []civic.EdgeType, limit int) query {
	var c composer
	if len(types) > 0 {
		c.add("AND adjacent.way IN (SELECT value FROM json_each(?))", list(ways(types, "")))
	}
	return query{page{}.put(queryLinks, &c), append(c.args, limit, list(nodes))}
}

// linkTape is the edges at one node in one text, one behind the other: way, id of the
// far end and evidence, of a shared far end its degree, the length of its kind and its
// kind; a space after each but the kind. What is read of it shares its memory.
type linkTape struct{ rest string }

// shortLink is about how long an edge is on a tape, rather too short.
const shortLink = 44

func (t linkTape) read(near civic.ID, links []civic.Link) ([]civic.Link, error) {
	links = slices.Grow(links, len(t.rest)/shortLink)
	for t.rest != "" {
		way := way(t.word())
		l := civic.Link{Near: near, Far: civic.FarEnd{ID: civic.ID(t.word())}, Evidence: t.number()}
		known := false
		if l.Far.Type, known = l.Far.ID.Type(); !known || len(way) < 2 {
			return nil, errBroken
		}
		l.Type, l.Direction = way.edgeType(), way.direction()
		if l.Far.Type.IsShared() {
			l.Far.Degree = t.number()
			l.Far.Kind = t.cut(t.number())
		}
		links = append(links, l)
	}
	return links, nil
}

func (t *linkTape) word() string {
	word, rest, _ := strings.Cut(t.rest, " ")
	t.rest = rest
	return word
}

func (t *linkTape) number() int {
	n, _ := strconv.Atoi(t.word()) // the engine wrote it
	return n
}

func (t *linkTape) cut(n int) string {
	n = max(0, min(n, len(t.rest)))
	part := t.rest[:n]
	t.rest = t.rest[n:]
	return part
}

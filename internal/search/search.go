// Package search ranks what a store finds by words. Stores find candidates, the
// same on every one; what is best among them is decided here, by the names alone.
package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"civicgraph/internal/store"
)

// MaxWords is the most words that a search may have.
const MaxWords = 16

// candidates is the most entities that one search looks at. A word that more have
// is too common to tell them apart, and Truncated says so.
const candidates = 400

// Result is a page of hits, the best first.
type Result struct {
	civic.Slice[Hit]
	Truncated bool // there were more candidates than a search looks at
}

// Hit is an entity that a search found.
type Hit struct {
	Entity  *civic.Entity
	Score   float64  // from 1, for one whose whole name was typed, down to 0 exclusive
	Reasons []Reason // of the name that matches best, one for each word searched for that it has
}

// Reason says which word of which name a word of the search found, and how.
type Reason struct {
	Query string // the word searched for, folded
	Word  string // the word of the name, folded
	Name  string // the form of the name
	How   How
}

// String is the reason for people to read.
func (r Reason) String() string { return fmt.Sprintf("%s: %s in “%s”", r.How, r.Word, r.Name) }

// How says in what way a word of a name is the word that was searched for.
type How string

// The ways, the best first.
const (
	Exact          How = "EXACT"          // the same letters, whatever the case
	Transliterated How = "TRANSLITERATED" // the same word in another script or spelling
	Inflected      How = "INFLECTED"      // another form of the same word
	Prefix         How = "PREFIX"         // its beginning
)

// Search finds entities of the types (all, if none is named) by their names, in any
// script and inflection, and returns a page of them. A query without a word that
// can be searched for finds nothing; one of too many words is an ErrBadInput. It
// calls the store once.
func Search(ctx context.Context, r store.Reader, query string, types []civic.NodeType, page civic.Page) (Result, error) {
	if err := store.CheckPage(page); err != nil {
		return Result{}, err
	}
	groups := Terms(query)
	if len(groups) > MaxWords {
		return Result{}, fmt.Errorf("%w: a search has at most %d words, not %d", civic.ErrBadInput, MaxWords, len(groups))
	}
	if len(groups) == 0 {
		return Result{}, nil
	}
	found, truncated, err := r.Match(ctx, civic.TermQuery{Groups: groups, Types: types, Limit: candidates})
	if err != nil {
		return Result{}, fmt.Errorf("candidates of a search: %w", err)
	}
	return Result{paginate(rank(query, found), page), truncated}, nil
}

// Terms are the words of a query as the stores look for them: a group for each
// word, of which an entity's names must have one.
func Terms(query string) [][]civic.Term {
	var groups [][]civic.Term
	for _, alternatives := range kaz.QueryTerms(query) {
		group := make([]civic.Term, len(alternatives))
		for i, t := range alternatives {
			group[i] = civic.Term(t)
		}
		groups = append(groups, group)
	}
	return groups
}

// rank scores the candidates and sorts them, the best first, equals by id.
func rank(query string, found []*civic.Entity) []civic.Item[Hit] {
	s := newScorer(query)
	items := make([]civic.Item[Hit], len(found))
	for i, e := range found {
		hit := s.score(e)
		items[i] = civic.Item[Hit]{Cursor: civic.Cursor{Key: scoreKey(hit.Score), ID: e.ID}, Value: hit}
	}
	slices.SortFunc(items, func(a, b civic.Item[Hit]) int { return compare(a.Cursor, b.Cursor) })
	return items
}

// scoreKey is a sort key that puts the highest score first.
func scoreKey(score float64) string { return fmt.Sprintf("%07d", scoreSteps-int(score*scoreSteps+0.5)) }

func compare(a, b civic.Cursor) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
}

// paginate cuts a page out of all items.
func paginate(items []civic.Item[Hit], p civic.Page) civic.Slice[Hit] {
	items = slices.DeleteFunc(items, func(item civic.Item[Hit]) bool {
		return p.After != nil && compare(item.Cursor, *p.After) <= 0 || p.Before != nil && compare(item.Cursor, *p.Before) >= 0
	})
	if p.Backward() {
		slices.Reverse(items)
	}
	return store.Paginate(items, p)
}

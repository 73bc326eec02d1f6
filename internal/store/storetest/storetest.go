// Package storetest holds backends to the store's contract: a suite of named
// cases (Run), random sequences compared step by step with a plain model in
// memory (RunSequence), and made-up readings for both (Draft).
//
// A case is one thought of the contract. The suite itself is tested by stores
// with one named fault each: it must fail on every one of them.
package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Run tests that the stores that open gives keep the contract. Each case opens one
// of its own; open gives it empty and closes it when its test ends.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) { c.test(newSubject(t, open(t))) })
	}
}

// tester is what a case needs of a testing.T.
type tester interface {
	Helper()
	Context() context.Context
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

type namedCase struct {
	name string
	test func(s *subject)
}

func cases() []namedCase {
	var all []namedCase
	for _, some := range [][]namedCase{writeCases, viewCases, idCases, listCases, filterCases, neighborCases,
		linkCases, passageCases, searchCases, countCases, argumentCases, lifeCases} {
		all = append(all, some...)
	}
	return all
}

// subject is a store under test. Its lower-case methods end the case on an error.
type subject struct {
	tester
	store.Store
}

func newSubject(t tester, s store.Store) *subject {
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatalf("Migrate: %v", err)
	}
	return &subject{t, s}
}

// must ends the case on an error and passes the value on.
func must[T any](s *subject) func(T, error) T {
	return func(value T, err error) T {
		s.Helper()
		if err != nil {
			s.Fatalf("unexpected error: %v", err)
		}
		return value
	}
}

// equal reports a difference; empty and nil lists are equal.
func equal[T any](s *subject, what string, got, want T) {
	s.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		s.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func (s *subject) write(readings ...*civic.Reading) []store.Outcome {
	s.Helper()
	return must[[]store.Outcome](s)(s.Write(s.Context(), readings...))
}

func (s *subject) delete(reports ...civic.ID) {
	s.Helper()
	if err := s.Delete(s.Context(), reports...); err != nil {
		s.Fatalf("Delete: %v", err)
	}
}

// entity is the entity with an id, or nil.
func (s *subject) entity(id civic.ID) *civic.Entity {
	s.Helper()
	found := must[[]*civic.Entity](s)(s.Entities(s.Context(), []civic.ID{id}))
	equal(s, "entities answered for one id", len(found), 1)
	return found[0]
}

// known is the entity with an id, which the store must have.
func (s *subject) known(id civic.ID) *civic.Entity {
	s.Helper()
	e := s.entity(id)
	if e == nil {
		s.Fatalf("the store has no %s", id)
	}
	return e
}

// edge is the edge of a type between two entities, or nil.
func (s *subject) edge(t civic.EdgeType, from, to civic.ID) *civic.Edge {
	s.Helper()
	found := must[[]*civic.Edge](s)(s.Edges(s.Context(), []civic.ID{civic.EdgeID(t, from, to)}))
	equal(s, "edges answered for one id", len(found), 1)
	return found[0]
}

func (s *subject) list(q civic.ListQuery) civic.Slice[*civic.Entity] {
	s.Helper()
	return must[civic.Slice[*civic.Entity]](s)(s.List(s.Context(), q))
}

// neighbors is a page of the edges of one node.
func (s *subject) neighbors(q civic.NeighborQuery) civic.Slice[*civic.Neighbor] {
	s.Helper()
	return must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), q))[q.Nodes[0]]
}

func (s *subject) evidence(edge civic.ID, page civic.Page) civic.Slice[*civic.Passage] {
	s.Helper()
	q := civic.PassageQuery{Of: []civic.ID{edge}, Page: page}
	return must[map[civic.ID]civic.Slice[*civic.Passage]](s)(s.Evidence(s.Context(), q))[edge]
}

func (s *subject) mentions(entity civic.ID, page civic.Page) civic.Slice[*civic.Passage] {
	s.Helper()
	q := civic.PassageQuery{Of: []civic.ID{entity}, Page: page}
	return must[map[civic.ID]civic.Slice[*civic.Passage]](s)(s.Mentions(s.Context(), q))[entity]
}

func (s *subject) stats() civic.Stats {
	s.Helper()
	return must[civic.Stats](s)(s.Stats(s.Context()))
}

// all is a page that holds every item of a short list.
var all = civic.Page{First: civic.MaxPage}

func values[T any](slice civic.Slice[T]) []T {
	var list []T
	for _, item := range slice.Items {
		list = append(list, item.Value)
	}
	return list
}

func names(slice civic.Slice[*civic.Entity]) []string { return namesOf(values(slice)) }

func namesOf(entities []*civic.Entity) []string {
	var list []string
	for _, e := range entities {
		if e == nil {
			list = append(list, "none")
		} else {
			list = append(list, e.Name)
		}
	}
	return list
}

func farNames(slice civic.Slice[*civic.Neighbor]) []string {
	var list []string
	for _, n := range values(slice) {
		list = append(list, n.Far.Name)
	}
	return list
}

// checkPages walks a list of more than two items in pages of a size, from both
// ends, and between two cursors; every walk must tell the same story as whole.
func checkPages[T any](s *subject, size int, key func(T) string, fetch func(civic.Page) civic.Slice[T]) {
	s.Helper()
	whole := fetch(all)
	want := keys(whole, key)
	equal(s, "the whole list has more before or after it", [2]bool{whole.HasPrevious, whole.HasNext}, [2]bool{})
	equal(s, "pages from the start", forward(fetch, size, key), want)
	equal(s, "pages from the end", backward(fetch, size, key), want)
	first, last := whole.Items[0].Cursor, whole.Items[len(whole.Items)-1].Cursor
	for _, page := range []civic.Page{{First: len(want), After: &first, Before: &last}, {Last: len(want), After: &first, Before: &last}} {
		between := fetch(page)
		equal(s, "between two cursors", keys(between, key), want[1:len(want)-1])
		equal(s, "sides of what lies between", [2]bool{between.HasPrevious, between.HasNext}, [2]bool{true, true})
	}
}

func keys[T any](slice civic.Slice[T], key func(T) string) []string {
	var list []string
	for _, item := range slice.Items {
		list = append(list, key(item.Value))
	}
	return list
}

// forward and backward also walk by what the pages say of more, and mark an end
// that says wrong.
func forward[T any](fetch func(civic.Page) civic.Slice[T], size int, key func(T) string) []string {
	var list []string
	page := civic.Page{First: size}
	for {
		slice := fetch(page)
		list = append(list, keys(slice, key)...)
		if slice.HasPrevious != (page.After != nil) || len(slice.Items) == 0 {
			return append(list, "wrong: previous or an empty page")
		}
		if !slice.HasNext {
			return list
		}
		page.After = &slice.Items[len(slice.Items)-1].Cursor
	}
}

func backward[T any](fetch func(civic.Page) civic.Slice[T], size int, key func(T) string) []string {
	var list []string
	page := civic.Page{Last: size}
	for {
		slice := fetch(page)
		list = append(keys(slice, key), list...)
		if slice.HasNext != (page.Before != nil) || len(slice.Items) == 0 {
			return append(list, "wrong: next or an empty page")
		}
		if !slice.HasPrevious {
			return list
		}
		page.Before = &slice.Items[0].Cursor
	}
}

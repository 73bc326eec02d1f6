package server

import (
	"encoding/json"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
)

// guessedLength is taken for lists of which the query does not tell how long they
// can be: the names of an entity, the steps of a path.
const guessedLength = 5

// measure is the size of a selection: how deep it is and how many fields the answer
// to it can have.
type measure struct{ depth, cost int }

// measurer measures an operation that fits the schema. Each fragment is measured
// once, so that fragments within fragments cost nothing to refuse.
type measurer struct {
	variables map[string]any
	fragments map[string]measure
	most      int // cost beyond which nobody counts
}

// selection measures a set whose connection, if it is one, has pages of a length.
func (m *measurer) selection(set ast.SelectionSet, page int) measure {
	var whole measure
	for _, s := range set {
		var part measure
		switch s := s.(type) {
		case *ast.Field:
			part = m.field(s, page)
		case *ast.InlineFragment:
			part = m.selection(s.SelectionSet, page)
		case *ast.FragmentSpread:
			part = m.fragment(s, page)
		}
		whole.depth = max(whole.depth, part.depth)
		whole.cost = min(whole.cost+part.cost, m.most)
	}
	return whole
}

func (m *measurer) fragment(s *ast.FragmentSpread, page int) measure {
	key := s.Name + " " + strconv.Itoa(page)
	if known, ok := m.fragments[key]; ok {
		return known
	}
	known := m.selection(s.Definition.SelectionSet, page)
	m.fragments[key] = known
	return known
}

// field measures a field and what is selected under it. The pages of a connection
// are the lists under its edges and nodes.
func (m *measurer) field(f *ast.Field, page int) measure {
	inner, times := m.pageOf(f), 1
	if f.Definition.Type.Elem != nil {
		times = guessedLength
		switch {
		case page > 0:
			times = page
		case inner > 0:
			times, inner = inner, 0
		}
	}
	under := m.selection(f.SelectionSet, inner)
	return measure{under.depth + 1, min(1+times*max(under.cost, 1), m.most)}
}

// pageOf is how many items a field is asked for, by its arguments; 0 if it has none
// that say so.
func (m *measurer) pageOf(f *ast.Field) int {
	if f.Definition.Arguments.ForName("ids") != nil {
		ids, _ := f.ArgumentMap(m.variables)["ids"].([]any)
		return max(len(ids), 1)
	}
	if f.Definition.Arguments.ForName("first") == nil {
		return 0
	}
	arguments := f.ArgumentMap(m.variables)
	for _, name := range []string{"first", "last"} {
		if n, ok := number(arguments[name]); ok {
			return min(max(n, 1), civic.MaxPage)
		}
	}
	return civic.DefaultPage
}

func number(v any) (int, bool) {
	switch v := v.(type) {
	case int64:
		return int(v), true
	case int:
		return v, true
	case json.Number:
		n, err := v.Int64()
		return int(n), err == nil
	}
	return 0, false
}

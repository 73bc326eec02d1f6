package storetest

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"civicgraph/internal/store"
)

// question is a read that two stores must answer alike.
type question struct {
	name string
	ask  func(ctx context.Context, r store.Reader) (any, error)
}

// differences tells where two stores answer questions differently.
func differences(ctx context.Context, want, got store.Reader, questions []question) []string {
	var found []string
	for _, q := range questions {
		expected, err := q.ask(ctx, want)
		if err != nil {
			return append(found, fmt.Sprintf("%s: the model: %v", q.name, err))
		}
		answer, err := q.ask(ctx, got)
		if err != nil {
			found = append(found, fmt.Sprintf("%s: %v", q.name, err))
		} else if reflect.DeepEqual(expected, answer) {
			continue // spares the costlier comparison, to which empty and nil lists are equal
		} else if diff := cmp.Diff(expected, answer, cmpopts.EquateEmpty()); diff != "" {
			found = append(found, fmt.Sprintf("%s (-want +got):\n%s", q.name, diff))
		}
	}
	return found
}

// survey asks for everything that a model holds.
func survey(m *Model) []question {
	m.mu.RLock()
	w := m.world
	m.mu.RUnlock()
	nodes, edges := sortedIDs(w.nodes), sortedIDs(w.edges)
	var reports []civic.ID
	for _, r := range w.readings {
		reports = append(reports, r.Report.ID)
	}
	questions := append(lists(civic.NodeTypes), question{"stats", func(ctx context.Context, r store.Reader) (any, error) { return r.Stats(ctx) }},
		entities(nodes), edgesOf(edges), texts(reports), neighbors(civic.NeighborQuery{Nodes: nodes, Page: all}),
		evidence(civic.PassageQuery{Of: edges, Page: all}), mentions(civic.PassageQuery{Of: nodes, Page: all}),
		links(nodes, nil, 100_000), days(civic.Filter{}))
	for _, id := range nodes {
		questions = append(questions, match(civic.TermQuery{Groups: wholeTerms(w.nodes[id].Name), Limit: 5}))
		if w.nodes[id].Type == civic.TypePlace {
			questions = append(questions, list(civic.ListQuery{Types: events, Filter: relations(heldAt(true, id)), Order: civic.ByName, Page: all}))
		}
	}
	return questions
}

func lists(types []civic.NodeType) []question {
	var questions []question
	for _, order := range orders {
		questions = append(questions, list(civic.ListQuery{Types: types, Order: order, Page: all}))
	}
	return questions
}

var orders = []civic.Order{civic.ByName, civic.ByNameReversed, civic.ByDay, civic.ByDayReversed, civic.ByReports}

func sortedIDs[V any](byID map[civic.ID]V) []civic.ID { return slices.Sorted(maps.Keys(byID)) }

// wholeTerms are the groups that find exactly the words of a name, or, for a name
// without any, nothing.
func wholeTerms(name string) [][]civic.Term {
	groups := [][]civic.Term{}
	for _, term := range kaz.SearchTerms(name) {
		groups = append(groups, []civic.Term{{Text: term}})
	}
	if len(groups) == 0 {
		groups = append(groups, nil)
	}
	return groups
}

func entities(ids []civic.ID) question {
	return question{fmt.Sprint("entities ", ids), func(ctx context.Context, r store.Reader) (any, error) { return r.Entities(ctx, ids) }}
}

func edgesOf(ids []civic.ID) question {
	return question{fmt.Sprint("edges ", ids), func(ctx context.Context, r store.Reader) (any, error) { return r.Edges(ctx, ids) }}
}

func texts(ids []civic.ID) question {
	return question{fmt.Sprint("texts ", ids), func(ctx context.Context, r store.Reader) (any, error) { return r.Texts(ctx, ids) }}
}

func list(q civic.ListQuery) question {
	return question{fmt.Sprintf("list %+v", q), func(ctx context.Context, r store.Reader) (any, error) { return r.List(ctx, q) }}
}

func count(types []civic.NodeType, f civic.Filter) question {
	return question{fmt.Sprintf("count %v %+v", types, f), func(ctx context.Context, r store.Reader) (any, error) { return r.Count(ctx, types, f) }}
}

func neighbors(q civic.NeighborQuery) question {
	return question{fmt.Sprintf("neighbors %+v", q), func(ctx context.Context, r store.Reader) (any, error) { return r.Neighbors(ctx, q) }}
}

// links are sorted, but for those of which there are more than asked: they only count.
func links(nodes []civic.ID, types []civic.EdgeType, limit int) question {
	return question{fmt.Sprint("links ", nodes, types, limit), func(ctx context.Context, r store.Reader) (any, error) {
		found, err := r.Links(ctx, nodes, types, limit)
		if len(found) == limit {
			return limit, err
		}
		slices.SortFunc(found, compareLinks)
		return found, err
	}}
}

func compareLinks(a, b civic.Link) int {
	return strings.Compare(string(a.Near+a.ID()), string(b.Near+b.ID()))
}

func evidence(q civic.PassageQuery) question {
	return question{fmt.Sprintf("evidence %+v", q), func(ctx context.Context, r store.Reader) (any, error) { return r.Evidence(ctx, q) }}
}

func mentions(q civic.PassageQuery) question {
	return question{fmt.Sprintf("mentions %+v", q), func(ctx context.Context, r store.Reader) (any, error) { return r.Mentions(ctx, q) }}
}

func days(f civic.Filter) question {
	return question{fmt.Sprintf("days %+v", f), func(ctx context.Context, r store.Reader) (any, error) { return r.Days(ctx, events, f) }}
}

// match asks for candidates and whether there are more.
func match(q civic.TermQuery) question {
	type answer struct {
		Found     []*civic.Entity
		Truncated bool
	}
	return question{fmt.Sprintf("match %+v", q), func(ctx context.Context, r store.Reader) (any, error) {
		found, truncated, err := r.Match(ctx, q)
		return answer{found, truncated}, err
	}}
}

var events = []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}

package storetest

import (
	"context"
	"fmt"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// RunSequence does the same random writes, re-ingests and deletes to empty stores
// and to a model, as many steps as told, and compares outcomes and answers after
// each. The seed, which failures print, tells the whole sequence.
func RunSequence(t *testing.T, seed uint64, steps int, stores ...store.Store) {
	t.Helper()
	runSequence(t, seed, steps, stores...)
}

func runSequence(t tester, seed uint64, steps int, stores ...store.Store) {
	t.Helper()
	run := sequence{maker: newMaker(seed), model: NewModel()}
	for _, s := range stores {
		newSubject(t, s)
	}
	for step := range steps {
		act := run.next()
		questions := run.questions(12)
		want := act.do(t.Context(), run.model)
		if step%10 == 9 || step == steps-1 {
			questions = append(questions, survey(run.model)...)
		}
		for _, s := range stores {
			where := fmt.Sprintf("seed %d, step %d (%s), %T", seed, step, act.name, s)
			if got := act.do(t.Context(), s); got != want {
				t.Fatalf("%s: %s; the model: %s", where, got, want)
			}
			for _, difference := range differences(t.Context(), run.model, s, questions) {
				t.Fatalf("%s: %s", where, difference)
			}
		}
	}
}

// sequence makes up what is done and asked, from what the model holds.
type sequence struct {
	*maker
	model   *Model
	written []*civic.Reading
}

// action is a write; do tells how it ended.
type action struct {
	name string
	do   func(ctx context.Context, s store.Store) string
}

func (q *sequence) next() action {
	switch n := q.IntN(100); {
	case n < 15:
		return q.delete()
	case n < 25 && len(q.written) > 0:
		return write("write again", pick(q.maker, q.written))
	case n < 30:
		bad := q.reading()
		bad.Referents[0].Key = ""
		return write("write a bad reading", q.reading(), bad)
	}
	var readings []*civic.Reading
	for range 1 + q.IntN(3) {
		readings = append(readings, q.reading())
	}
	q.written = append(q.written, readings...)
	return write(fmt.Sprint("write ", len(readings)), readings...)
}

func write(name string, readings ...*civic.Reading) action {
	return action{name, func(ctx context.Context, s store.Store) string {
		outcomes, err := s.Write(ctx, readings...)
		if err != nil {
			return "an error"
		}
		return fmt.Sprint(outcomes)
	}}
}

func (q *sequence) delete() action {
	reports := []civic.ID{ReportID(pick(q.maker, append(sources, "of no report")))}
	if other := ReportID(pick(q.maker, sources)); other != reports[0] {
		reports = append(reports, other)
	}
	return action{fmt.Sprint("delete ", reports), func(ctx context.Context, s store.Store) string {
		if err := s.Delete(ctx, reports...); err != nil {
			return "an error"
		}
		return "deleted"
	}}
}

// questions makes up n questions about what the model holds, or held a step ago.
func (q *sequence) questions(n int) []question {
	w := q.model.world
	nodes, edges := append(sortedIDs(w.nodes), "pe_unknown"), append(sortedIDs(w.edges), "ed_unknown")
	kinds := []func() question{
		func() question { return entities(some(q.maker, nodes)) },
		func() question { return edgesOf(some(q.maker, edges)) },
		func() question { return list(q.listQuery(nodes)) },
		func() question { return list(q.listQuery(nodes)) },
		func() question { return count(q.types(), q.filter(w)) },
		func() question { return neighbors(q.neighborQuery(nodes)) },
		func() question { return links(some(q.maker, nodes), q.edgeTypes(), 1+q.IntN(40)) },
		func() question {
			return evidence(civic.PassageQuery{Of: some(q.maker, edges), Page: q.page(w.anyPassage(edges, (*world).evidence))})
		},
		func() question {
			return mentions(civic.PassageQuery{Of: some(q.maker, nodes), Page: q.page(w.anyPassage(nodes, (*world).mentions))})
		},
		func() question {
			return match(civic.TermQuery{Groups: q.groups(), Types: q.types(), Limit: 1 + q.IntN(6)})
		},
		func() question { return days(q.filter(w)) },
	}
	questions := make([]question, n)
	for i := range questions {
		questions[i] = pick(q.maker, kinds)()
	}
	return questions
}

func (q *sequence) listQuery(nodes []civic.ID) civic.ListQuery {
	query := civic.ListQuery{Types: q.types(), Order: pick(q.maker, orders)}
	if q.IntN(2) == 0 {
		query.Filter = q.filter(q.model.world)
	}
	var cursors []civic.Cursor
	for _, id := range nodes {
		if n := q.model.world.nodes[id]; n != nil {
			cursors = append(cursors, civic.Cursor{Key: n.key(query.Order), ID: id})
		}
	}
	query.Page = q.page(cursors)
	return query
}

func (q *sequence) neighborQuery(nodes []civic.ID) civic.NeighborQuery {
	query := civic.NeighborQuery{Nodes: some(q.maker, nodes), Types: q.edgeTypes(), Direction: pick(q.maker, []civic.Direction{"", civic.In, civic.Out})}
	if q.IntN(3) == 0 {
		query.FarTypes = q.types()
	}
	if q.IntN(4) == 0 {
		query.Roles = some(q.maker, roles)
	}
	var cursors []civic.Cursor
	for _, e := range q.model.world.at(query.Nodes[0]) {
		cursors = append(cursors, civic.Cursor{Key: e.Day.NewestFirst(), ID: e.ID})
	}
	query.Page = q.page(cursors)
	return query
}

// anyPassage lists the cursors of all passages of some edges or entities.
func (w *world) anyPassage(ids []civic.ID, of func(*world, civic.ID) []civic.Item[*civic.Passage]) []civic.Cursor {
	var cursors []civic.Cursor
	for _, id := range ids {
		for _, item := range of(w, id) {
			cursors = append(cursors, item.Cursor)
		}
	}
	return cursors
}

package storetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// TestFaults shows that the suite fails on every store with one fault.
func TestFaults(t *testing.T) {
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			for _, c := range cases() {
				if failure := attempt(t.Context(), func(r tester) { c.test(newSubject(r, fault.of(NewModel()))) }); failure != "" {
					t.Logf("found by %q: %.300s", c.name, failure)
					return
				}
			}
			t.Error("no case found the fault")
		})
	}
}

// TestFaultsInSequences shows that random sequences find the faults that a caller
// meets who makes no mistakes and is alone.
func TestFaultsInSequences(t *testing.T) {
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			for seed := range uint64(8) {
				if fault.slips || attempt(t.Context(), func(r tester) { runSequence(r, seed, 50, fault.of(NewModel())) }) != "" {
					return
				}
			}
			t.Error("no sequence found the fault")
		})
	}
}

// attempt runs a test and returns its first failure, "" for none.
func attempt(ctx context.Context, test func(t tester)) string {
	r := &recorder{ctx: ctx}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if p := recover(); p != nil && p != errStop {
				r.Errorf("panic: %v", p)
			}
		}()
		test(r)
	}()
	<-done
	return r.failure
}

// recorder is a tester that remembers the first failure.
type recorder struct {
	ctx     context.Context
	mu      sync.Mutex
	failure string
}

var errStop = fmt.Errorf("the case is over")

func (r *recorder) Helper()                  {}
func (r *recorder) Context() context.Context { return r.ctx }

func (r *recorder) Errorf(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failure == "" {
		r.failure = fmt.Sprintf(format, args...)
	}
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(errStop)
}

// faults are stores that keep the contract but for one thing.
var faults = []struct {
	name  string
	of    func(m *Model) store.Store
	slips bool // through random sequences
}{
	{"the second piece of evidence is lost", func(m *Model) store.Store { return oneEvidence{m} }, false},
	{"a replacement leaves the old claims", func(m *Model) store.Store { return mixedVersions{m} }, false},
	{"a replacement leaves the old mentions", func(m *Model) store.Store { return &staleMentions{m, nil} }, false},
	{"the last page is dropped", func(m *Model) store.Store { return noLastPage{m} }, false},
	{"a delete leaves orphans", func(m *Model) store.Store { return &orphans{m, map[civic.ID]*civic.Entity{}} }, false},
	{"a cursor skips equal keys", func(m *Model) store.Store { return skipsEqualKeys{m} }, false},
	{"a cursor needs what it points at", func(m *Model) store.Store { return fragileCursor{m} }, false},
	{"degrees go wrong by a replacement", func(m *Model) store.Store { return &staleDegrees{m, nil} }, false},
	{"a backward page comes in reverse order", func(m *Model) store.Store { return reversedPage{m} }, false},
	{"the other cursor is ignored", func(m *Model) store.Store { return oneCursor{m} }, false},
	{"roles of a relation are ignored", func(m *Model) store.Store { return changedFilter{m, noRoles} }, false},
	{"Inside is not followed", func(m *Model) store.Store { return changedFilter{m, notInside} }, false},
	{"only the first relation counts", func(m *Model) store.Store { return changedFilter{m, oneRelation} }, false},
	{"a likely day is a possible one", func(m *Model) store.Store { return changedFilter{m, anyDay} }, false},
	{"names are not voted on again after a delete", func(m *Model) store.Store { return &staleNames{m, nil} }, false},
	{"offsets count bytes", func(m *Model) store.Store { return byteOffsets{m} }, false},
	{"truncated is never said", func(m *Model) store.Store { return neverTruncated{m} }, false},
	{"the first terms suffice", func(m *Model) store.Store { return oneGroup{m} }, false},
	{"half a batch is written", func(m *Model) store.Store { return halfBatch{m} }, false},
	{"readers see half a report", func(m *Model) store.Store { return inTwoSteps{m} }, true},
	{"what is unchanged is written", func(m *Model) store.Store { return writesUnchanged{m} }, false},
	{"an unknown report is deleted", func(m *Model) store.Store { return deletesUnknown{m} }, false},
	{"a repeated id is answered once", func(m *Model) store.Store { return noRepeats{m} }, false},
	{"neighbours of one node only", func(m *Model) store.Store { return firstNode{m} }, false},
	{"links do not see edges in", func(m *Model) store.Store { return linksOut{m} }, false},
	{"records of gazetteers are no evidence", func(m *Model) store.Store { return noRecords{m} }, false},
	{"duplicates are not marked", func(m *Model) store.Store { return noDuplicates{m} }, false},
	{"an absent day comes last", func(m *Model) store.Store { return absentLast{m} }, false},
	{"deadlines are not kept", func(m *Model) store.Store { return noDeadline{m} }, true},
	{"any page will do", func(m *Model) store.Store { return anyPage{m} }, true},
}

type oneEvidence struct{ *Model }

func (f oneEvidence) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	for _, r := range readings {
		for i, c := range r.Claims {
			r.Claims[i].Evidence = c.Evidence[:min(1, len(c.Evidence))]
		}
	}
	return f.Model.Write(ctx, readings...)
}

type mixedVersions struct{ *Model }

func (f mixedVersions) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	for _, r := range readings {
		if old := f.readings[r.Report.ID]; old != nil && store.Check(r) == nil && old.Report.SHA256 != r.Report.SHA256 {
			addClaims(r, old)
		}
	}
	return f.Model.Write(ctx, readings...)
}

// addClaims adds what an old version said, on the word of a gazetteer, since its
// text is gone.
func addClaims(r, old *civic.Reading) {
	for _, ref := range old.Referents {
		if !slices.ContainsFunc(r.Referents, func(has civic.Referent) bool { return has.ID == ref.ID }) {
			ref.Mentions = nil
			r.Referents = append(r.Referents, ref)
		}
	}
	for _, c := range old.Claims {
		if !slices.ContainsFunc(r.Claims, func(has civic.Claim) bool { return has.ID == c.ID }) {
			c.Basis, c.Evidence = civic.Background, []civic.Evidence{{Gazetteer: "old"}}
			r.Claims = append(r.Claims, c)
		}
	}
}

type staleMentions struct {
	*Model
	old map[civic.ID]civic.Slice[*civic.Passage]
}

func (f *staleMentions) Mentions(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	found, err := f.Model.Mentions(ctx, q)
	for id, slice := range f.old {
		if _, ok := found[id]; ok && len(found[id].Items) == 0 {
			found[id] = slice
		}
	}
	return found, err
}

func (f *staleMentions) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	f.old, _ = f.Model.Mentions(ctx, civic.PassageQuery{Of: sortedIDs(f.world.nodes), Page: all})
	return f.Model.Write(ctx, readings...)
}

type noLastPage struct{ *Model }

func (f noLastPage) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	slice, err := f.Model.List(ctx, q)
	if q.Page.After != nil && !slice.HasNext {
		slice.Items = nil
	}
	return slice, err
}

type orphans struct {
	*Model
	left map[civic.ID]*civic.Entity
}

func (f *orphans) Delete(ctx context.Context, reports ...civic.ID) error {
	for id, n := range f.world.nodes {
		if n.Type != civic.TypeReport {
			f.left[id] = &n.Entity
		}
	}
	return f.Model.Delete(ctx, reports...)
}

func (f *orphans) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	found, err := f.Model.Entities(ctx, ids)
	for i, e := range found {
		if e == nil {
			found[i] = f.left[ids[i]]
		}
	}
	return found, err
}

type skipsEqualKeys struct{ *Model }

func (f skipsEqualKeys) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	if q.Page.After != nil {
		q.Page.After = &civic.Cursor{Key: q.Page.After.Key, ID: "~"}
	}
	return f.Model.Neighbors(ctx, q)
}

type fragileCursor struct{ *Model }

func (f fragileCursor) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	if q.Page.After != nil && f.world.nodes[q.Page.After.ID] == nil {
		return civic.Slice[*civic.Entity]{}, nil
	}
	return f.Model.List(ctx, q)
}

type staleDegrees struct {
	*Model
	old map[civic.ID]*node
}

func (f *staleDegrees) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	f.old = f.world.nodes
	return f.Model.Write(ctx, readings...)
}

func (f *staleDegrees) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	return edited(f.Model.Entities(ctx, ids))(func(e *civic.Entity) {
		if n := f.old[e.ID]; n != nil {
			e.Degrees = n.Degrees
		}
	})
}

// edited lets copies of the entities of an answer be changed.
func edited(found []*civic.Entity, err error) func(func(*civic.Entity)) ([]*civic.Entity, error) {
	return func(edit func(*civic.Entity)) ([]*civic.Entity, error) {
		for i, e := range found {
			if e != nil {
				changed := *e
				edit(&changed)
				found[i] = &changed
			}
		}
		return found, err
	}
}

type reversedPage struct{ *Model }

func (f reversedPage) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	slice, err := f.Model.List(ctx, q)
	if q.Page.Backward() {
		slices.Reverse(slice.Items)
	}
	return slice, err
}

type oneCursor struct{ *Model }

func (f oneCursor) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	if !q.Page.Backward() {
		q.Page.Before = nil
	}
	return f.Model.Evidence(ctx, q)
}

type changedFilter struct {
	*Model
	change func(f *civic.Filter)
}

func (f changedFilter) List(ctx context.Context, q civic.ListQuery) (civic.Slice[*civic.Entity], error) {
	q.Filter.Relations = slices.Clone(q.Filter.Relations)
	f.change(&q.Filter)
	return f.Model.List(ctx, q)
}

func noRoles(f *civic.Filter) {
	for i := range f.Relations {
		f.Relations[i].Roles = nil
	}
}

func notInside(f *civic.Filter) {
	for i := range f.Relations {
		f.Relations[i].Inside = false
	}
}

func oneRelation(f *civic.Filter) { f.Relations = f.Relations[:min(1, len(f.Relations))] }

func anyDay(f *civic.Filter) {
	if f.Days != nil && f.Days.Match == civic.MatchLikely {
		f.Days = &civic.DayRange{From: f.Days.From, To: f.Days.To, Match: civic.MatchPossible}
	}
}

type staleNames struct {
	*Model
	old map[civic.ID]*node
}

func (f *staleNames) Delete(ctx context.Context, reports ...civic.ID) error {
	f.old = f.world.nodes
	return f.Model.Delete(ctx, reports...)
}

func (f *staleNames) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	return edited(f.Model.Entities(ctx, ids))(func(e *civic.Entity) {
		if n := f.old[e.ID]; n != nil {
			e.Name = n.Name
		}
	})
}

type byteOffsets struct{ *Model }

func (f byteOffsets) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	found, err := f.Model.Evidence(ctx, q)
	for _, slice := range found {
		for _, item := range slice.Items {
			if p := item.Value; p.Report != nil {
				text := []rune(f.readings[p.Report.ID].Report.Text)
				p.Start, p.End = len(string(text[:p.Start])), len(string(text[:p.End]))
			}
		}
	}
	return found, err
}

type neverTruncated struct{ *Model }

func (f neverTruncated) Match(ctx context.Context, q civic.TermQuery) ([]*civic.Entity, bool, error) {
	found, _, err := f.Model.Match(ctx, q)
	return found, false, err
}

type oneGroup struct{ *Model }

func (f oneGroup) Match(ctx context.Context, q civic.TermQuery) ([]*civic.Entity, bool, error) {
	q.Groups = q.Groups[:min(1, len(q.Groups))]
	return f.Model.Match(ctx, q)
}

type halfBatch struct{ *Model }

func (f halfBatch) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	var outcomes []store.Outcome
	for _, r := range readings {
		outcome, err := f.Model.Write(ctx, r)
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, outcome...)
	}
	return outcomes, nil
}

type inTwoSteps struct{ *Model }

func (f inTwoSteps) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	outcomes, err := f.Model.Write(ctx, readings...)
	for i, outcome := range outcomes {
		if outcome == store.Replaced {
			half := *readings[i]
			half.Claims = nil
			f.put(ctx, &half)
			_, _, _ = f.Match(ctx, civic.TermQuery{Groups: wholeTerms(league), Limit: 1}) // takes a while
			f.put(ctx, readings[i])
		}
	}
	return outcomes, err
}

// put puts a reading into the model without asking what it holds.
func (m *Model) put(ctx context.Context, r *civic.Reading) {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := maps.Clone(m.readings)
	next[r.Report.ID] = r
	_ = m.replace(ctx, next)
}

type writesUnchanged struct{ *Model }

func (f writesUnchanged) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	outcomes, err := f.Model.Write(ctx, readings...)
	for i, outcome := range outcomes {
		if outcome == store.Unchanged {
			f.put(ctx, readings[i])
		}
	}
	return outcomes, err
}

type deletesUnknown struct{ *Model }

func (f deletesUnknown) Delete(ctx context.Context, reports ...civic.ID) error {
	known := slices.DeleteFunc(slices.Clone(reports), func(id civic.ID) bool { return f.readings[id] == nil })
	return f.Model.Delete(ctx, known...)
}

type noRepeats struct{ *Model }

func (f noRepeats) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	found, err := f.Model.Entities(ctx, ids)
	for i, id := range ids[:len(found)] {
		if slices.Contains(ids[:i], id) {
			found[i] = nil
		}
	}
	return found, err
}

type firstNode struct{ *Model }

func (f firstNode) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	q.Nodes = q.Nodes[:min(1, len(q.Nodes))]
	return f.Model.Neighbors(ctx, q)
}

type linksOut struct{ *Model }

func (f linksOut) Links(ctx context.Context, nodes []civic.ID, types []civic.EdgeType, limit int) ([]civic.Link, error) {
	links, err := f.Model.Links(ctx, nodes, types, limit)
	return slices.DeleteFunc(links, func(l civic.Link) bool { return l.Direction == civic.In }), err
}

type noRecords struct{ *Model }

func (f noRecords) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	found, err := f.Model.Evidence(ctx, q)
	for id, slice := range found {
		slice.Items = slices.DeleteFunc(slice.Items, func(item civic.Item[*civic.Passage]) bool { return item.Value.Gazetteer != "" })
		found[id] = slice
	}
	return found, err
}

type noDuplicates struct{ *Model }

func (f noDuplicates) Entities(ctx context.Context, ids []civic.ID) ([]*civic.Entity, error) {
	return edited(f.Model.Entities(ctx, ids))(func(e *civic.Entity) {
		if e.Source != nil {
			source := *e.Source
			source.DuplicateOf = ""
			e.Source = &source
		}
	})
}

type absentLast struct{ *Model }

func (f absentLast) Days(ctx context.Context, types []civic.NodeType, filter civic.Filter) ([]civic.DayCount, error) {
	days, err := f.Model.Days(ctx, types, filter)
	slices.SortStableFunc(days, func(a, b civic.DayCount) int {
		if (a.Earliest == "") == (b.Earliest == "") {
			return 0
		}
		return map[bool]int{true: 1, false: -1}[a.Earliest == ""]
	})
	return days, err
}

type noDeadline struct{ *Model }

func (f noDeadline) Write(ctx context.Context, readings ...*civic.Reading) ([]store.Outcome, error) {
	return f.Model.Write(context.WithoutCancel(ctx), readings...)
}

type anyPage struct{ *Model }

func (f anyPage) Neighbors(ctx context.Context, q civic.NeighborQuery) (map[civic.ID]civic.Slice[*civic.Neighbor], error) {
	if store.CheckPage(q.Page) != nil {
		q.Page = all
	}
	return f.Model.Neighbors(ctx, q)
}

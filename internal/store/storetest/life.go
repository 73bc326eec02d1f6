package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var argumentCases = []namedCase{
	{"arguments/what cannot be is refused", testBadArguments},
}

var lifeCases = []namedCase{
	{"life/migrating again changes nothing", testMigrateAgain},
	{"life/a caller who has gone", testCancelled},
	{"life/a deadline that has passed", testDeadline},
	{"life/readers see whole reports", testReadersDuringWrites},
	{"life/writers at once", testWritersAtOnce},
}

func testBadArguments(s *subject) {
	s.writeTown()
	tooMany := make([]civic.ID, civic.MaxIDs+1)
	person, link := []civic.NodeType{civic.TypePerson}, []civic.EdgeType{civic.Leads}
	days := &civic.DayRange{From: "2026-02-01", To: "2026-01-01", Match: civic.MatchPossible}
	questions := []question{
		entities(tooMany), edgesOf(tooMany), texts(tooMany), links(tooMany, nil, 10), links(nil, nil, 0), links(nil, []civic.EdgeType{"SEES"}, 10),
		list(civic.ListQuery{Order: civic.ByName, Page: all}), list(civic.ListQuery{Types: person, Page: all}),
		list(civic.ListQuery{Types: []civic.NodeType{"Ship"}, Order: civic.ByName, Page: all}),
		count(nil, civic.Filter{}), count(person, civic.Filter{Days: days}), count(person, civic.Filter{Days: &civic.DayRange{}}),
		count(person, civic.Filter{MinAttendance: -1}), count(person, relations(civic.Relation{Types: link, Direction: civic.Out})),
		count(person, relations(civic.Relation{Direction: civic.Out, Nodes: []civic.ID{leagueID}})),
		count(person, relations(civic.Relation{Types: link, Nodes: []civic.ID{leagueID}})),
		count(person, relations(civic.Relation{Types: []civic.EdgeType{"SEES"}, Direction: civic.Out, Nodes: []civic.ID{leagueID}})),
		neighbors(civic.NeighborQuery{Nodes: tooMany, Page: all}), neighbors(civic.NeighborQuery{Types: []civic.EdgeType{"SEES"}, Page: all}),
		neighbors(civic.NeighborQuery{Direction: "UP", Page: all}), neighbors(civic.NeighborQuery{FarTypes: []civic.NodeType{"Ship"}, Page: all}),
		match(civic.TermQuery{Limit: 10}), match(civic.TermQuery{Groups: wholeTerms(alia)}),
		evidence(civic.PassageQuery{Of: tooMany, Page: all}), mentions(civic.PassageQuery{Of: tooMany, Page: all}),
		{"days of people", func(ctx context.Context, r store.Reader) (any, error) { return r.Days(ctx, person, civic.Filter{}) }},
	}
	for _, page := range []civic.Page{{}, {First: 1, Last: 1}, {First: -1}, {Last: -1, First: 2}, {First: civic.MaxPage + 1}, {Last: civic.MaxPage + 1}} {
		questions = append(questions, list(civic.ListQuery{Types: person, Order: civic.ByName, Page: page}), neighbors(civic.NeighborQuery{Page: page}),
			evidence(civic.PassageQuery{Page: page}), mentions(civic.PassageQuery{Page: page}))
	}
	for _, q := range questions {
		if _, err := q.ask(s.Context(), s.Store); !errors.Is(err, civic.ErrBadInput) {
			s.Errorf("%.200s: error %v", q.name, err)
		}
	}
}

func testMigrateAgain(s *subject) {
	s.writeTown()
	before := s.stats()
	for range 2 {
		if err := s.Migrate(s.Context()); err != nil {
			s.Fatalf("Migrate: %v", err)
		}
		if err := s.Ready(s.Context()); err != nil {
			s.Errorf("Ready: %v", err)
		}
	}
	equal(s, "what the store holds", s.stats(), before)
	s.writeTown()
	equal(s, "what it holds when all is written again", s.stats(), before)
}

// checkRefused makes every kind of call with a context that is over; none may
// succeed, and nothing may be written.
func (s *subject) checkRefused(ctx context.Context, want error) {
	s.Helper()
	model := NewModel()
	r := townMeeting().Reading()
	must[[]store.Outcome](s)(model.Write(s.Context(), r))
	for _, q := range survey(model) {
		if _, err := q.ask(ctx, s.Store); !errors.Is(err, want) {
			s.Errorf("%.100s: error %v", q.name, err)
		}
	}
	if _, err := s.Write(ctx, r); !errors.Is(err, want) {
		s.Errorf("Write: error %v", err)
	}
	equal(s, "nodes", len(s.stats().Nodes), 0)
	s.write(r)
	if err := s.Delete(ctx, r.Report.ID); !errors.Is(err, want) {
		s.Errorf("Delete: error %v", err)
	}
	if err := s.Ready(ctx); err == nil {
		s.Errorf("Ready answers who has gone")
	}
	s.known(r.Report.ID)
}

func testCancelled(s *subject) {
	ctx, cancel := context.WithCancel(s.Context())
	cancel()
	s.checkRefused(ctx, context.Canceled)
}

func testDeadline(s *subject) {
	ctx, cancel := context.WithDeadline(s.Context(), time.Unix(0, 0))
	defer cancel()
	s.checkRefused(ctx, civic.ErrTimeout)
}

// testReadersDuringWrites puts two versions of a report in each other's place while
// readers ask: what one call answers is always of one version.
func testReadersDuringWrites(s *subject) {
	versions := []*civic.Reading{ledBy("a", "2026-01-01", "Бір", "Екі").Reading(), ledBy("a", "2026-01-01", "Үш", "Төрт", "Бес").Reading()}
	s.write(versions[0])
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() { s.readUntil(done) })
	}
	for i := range 40 {
		if _, err := s.Write(s.Context(), versions[(i+1)%2]); err != nil {
			s.Errorf("write %d: %v", i, err)
		}
	}
	close(done)
	readers.Wait()
}

func (s *subject) readUntil(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default:
		}
		if err := s.readOnce(); err != nil {
			s.Errorf("a reader: %v", err)
			return
		}
	}
}

// readOnce compares what several kinds of call say of how many people lead.
func (s *subject) readOnce() error {
	people, err := s.Count(s.Context(), []civic.NodeType{civic.TypePerson}, civic.Filter{})
	byNode, err2 := s.Neighbors(s.Context(), civic.NeighborQuery{Nodes: []civic.ID{leagueID}, Page: all})
	found, err3 := s.Entities(s.Context(), []civic.ID{leagueID, NamedID(civic.TypePerson, "Бір"), NamedID(civic.TypePerson, "Бес")})
	stats, err4 := s.Stats(s.Context())
	if err := errors.Join(err, err2, err3, err4); err != nil {
		return err
	}
	whole := func(n int) bool { return n == 2 || n == 3 }
	if !whole(people) || !whole(len(byNode[leagueID].Items)) || found[0] == nil || !whole(found[0].Degree(civic.In)) ||
		(found[1] == nil) == (found[2] == nil) || (found[0].Degree(civic.In) == 2) != (found[1] != nil) ||
		!whole(stats.Claims) || stats.Edges[civic.Leads] != stats.Claims || stats.Nodes[civic.TypePerson] != stats.Claims {
		return fmt.Errorf("half a report: %d people, %d edges, %+v", people, len(byNode[leagueID].Items), stats)
	}
	return nil
}

// testWritersAtOnce lets writers put, replace and delete reports about the same
// entities: in the end the store holds what is left of them.
func testWritersAtOnce(s *subject) {
	var writers sync.WaitGroup
	model := NewModel()
	for i := range 4 {
		keep := ledBy(fmt.Sprint("keep ", i), "2026-01-01", alia, fmt.Sprint("Адам ", i)).Reading()
		must[[]store.Outcome](s)(model.Write(s.Context(), keep))
		writers.Go(func() {
			if err := s.writeAndDelete(i, keep); err != nil {
				s.Errorf("writer %d: %v", i, err)
			}
		})
	}
	writers.Wait()
	for _, difference := range differences(s.Context(), model, s.Store, survey(model)) {
		s.Errorf("after all writers: %s", difference)
	}
}

func (s *subject) writeAndDelete(i int, keep *civic.Reading) error {
	source := fmt.Sprint("go ", i)
	for round := range 5 {
		_, err := s.Write(s.Context(), ledBy(keep.Report.Source, "2026-01-02", bolat, fmt.Sprint("Адам ", round)).Reading())
		_, err2 := s.Write(s.Context(), keep, ledBy(source, "2026-01-03", alia, bolat).Reading())
		if err := errors.Join(err, err2, s.Delete(s.Context(), ReportID(source))); err != nil {
			return err
		}
	}
	return nil
}

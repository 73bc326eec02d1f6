package storetest

import (
	"fmt"
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

var searchCases = []namedCase{
	{"match/words and beginnings", testMatch},
	{"match/order, limit and types", testMatchOrder},
}

var countCases = []namedCase{
	{"days/by their bounds", testDays},
	{"stats/what the graph holds", testStats},
}

func (s *subject) match(q civic.TermQuery) ([]string, bool) {
	s.Helper()
	found, truncated, err := s.Match(s.Context(), q)
	return must[[]string](s)(namesOf(found), err), truncated
}

func testMatch(s *subject) {
	s.writeTown()
	whole := wholeTerms(district)
	first := whole[0][0].Text
	beginning := []civic.Term{{Text: first[:len(first)-1], Prefix: true}}
	for _, c := range []struct {
		what   string
		groups [][]civic.Term
		want   []string
	}{
		{"a word", [][]civic.Term{whole[0]}, []string{district, office}},
		{"all words", whole, []string{district}},
		{"the beginning of a word", [][]civic.Term{beginning}, []string{district, office}},
		{"a cut word that is no beginning", [][]civic.Term{{{Text: beginning[0].Text}}}, nil},
		{"one of two alternatives", [][]civic.Term{{{Text: "qqq"}, whole[0][0]}}, []string{district, office}},
		{"two groups, one without an answer", [][]civic.Term{whole[0], {{Text: "qqq"}}}, nil},
		{"a group without alternatives", [][]civic.Term{whole[0], {}}, nil},
		{"what an engine's query language would mean", [][]civic.Term{{{Text: `a* OR "x`, Prefix: true}}}, nil},
	} {
		got, truncated := s.match(civic.TermQuery{Groups: c.groups, Limit: 100})
		slices.Sort(got)
		slices.Sort(c.want)
		equal(s, c.what, got, c.want)
		equal(s, c.what+" truncated", truncated, false)
	}
}

func testMatchOrder(s *subject) {
	for i := range 4 {
		var crowd []string
		for j := range 7 - i {
			crowd = append(crowd, fmt.Sprint("Сапар ", j))
		}
		s.write(ledBy(fmt.Sprint("report ", i), "2026-01-01", crowd...).Reading())
	}
	q := civic.TermQuery{Groups: wholeTerms("Сапар"), Types: []civic.NodeType{civic.TypePerson}, Limit: 7}
	found, truncated, err := s.Match(s.Context(), q)
	got := must[[]string](s)(namesOf(found), err)
	equal(s, "candidates", len(got), 7)
	equal(s, "truncated at the limit", truncated, false)
	sorted := slices.IsSortedFunc(found, func(a, b *civic.Entity) int {
		return strings.Compare(fmt.Sprintf("%d %s", 9-a.Reports, a.ID), fmt.Sprintf("%d %s", 9-b.Reports, b.ID))
	})
	equal(s, "the most reported first, then by id", sorted, true)
	q.Limit = 6
	cut, truncated := s.match(q)
	equal(s, "the first of them", cut, got[:6])
	equal(s, "truncated below", truncated, true)
	q.Types = []civic.NodeType{civic.TypePlace, civic.TypeCoalition}
	none, _ := s.match(q)
	equal(s, "of other types", none, nil)
	q.Types = nil
	cut, _ = s.match(q)
	equal(s, "of all types", cut, got[:6])
}

func testDays(s *subject) {
	s.writeTown()
	again := NewDraft("again", "2026-03-10")
	again.Refer(civic.TypeVisit, visit).Props.Date = &civic.Date{Earliest: "2026-03-08", Latest: "2026-03-08"}
	s.write(again.Reading())
	days := must[[]civic.DayCount](s)(s.Days(s.Context(), events, civic.Filter{}))
	equal(s, "days", days, []civic.DayCount{{Count: 1}, {Latest: "2026-03-11", Count: 1},
		{Earliest: "2026-03-08", Latest: "2026-03-08", Count: 2}, {Earliest: "2026-03-20", Count: 1}})
	days = must[[]civic.DayCount](s)(s.Days(s.Context(), []civic.NodeType{civic.TypeMeeting}, relations(took(aliaID))))
	equal(s, "days of her meetings", days, []civic.DayCount{{Count: 1}, {Earliest: "2026-03-08", Latest: "2026-03-08", Count: 1}})
	days = must[[]civic.DayCount](s)(s.Days(s.Context(), events, relations(took("pe_nobody"))))
	equal(s, "days of nobody", days, nil)
}

func testStats(s *subject) {
	equal(s, "an empty store", s.stats(), civic.Stats{})
	s.write(ledBy("a", "2026-01-01", alia, bolat).Reading(), ledBy("b", "2026-01-01", alia).Reading())
	equal(s, "two reports", s.stats(), civic.Stats{Nodes: map[civic.NodeType]int{civic.TypeReport: 2, civic.TypePerson: 2, civic.TypeCoalition: 1},
		Edges: map[civic.EdgeType]int{civic.Leads: 2}, Claims: 3, Evidence: 3})
}

package storetest

import (
	"fmt"
	"slices"

	"civicgraph/internal/civic"
)

var idCases = []namedCase{
	{"ids/positions, repeats and the unknown", testPositions},
	{"ids/more than a page", testManyIDs},
}

var listCases = []namedCase{
	{"list/orders", testOrders},
	{"list/pages both ways", testListPages},
	{"list/equal sort keys", testEqualKeys},
	{"list/cursors outlive what they point at", testStableCursors},
	{"list/types", testListTypes},
	{"list/nothing", testListNothing},
}

func testPositions(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia, bolat).Reading())
	found := must[[]*civic.Entity](s)(s.Entities(s.Context(), []civic.ID{bolatID, "pe_unknown", aliaID, bolatID, ""}))
	equal(s, "entities", namesOf(found), []string{bolat, "none", alia, bolat, "none"})
	leads, other := civic.EdgeID(civic.Leads, aliaID, leagueID), civic.EdgeID(civic.Leads, bolatID, leagueID)
	edges := must[[]*civic.Edge](s)(s.Edges(s.Context(), []civic.ID{other, leads, "ed_unknown", leads}))
	equal(s, "edges", len(edges), 4)
	equal(s, "edges known", [4]bool{edges[0] != nil, edges[1] != nil, edges[2] != nil, edges[3] != nil}, [4]bool{true, true, false, true})
	equal(s, "ends of the edges", [3]civic.ID{edges[0].From, edges[1].From, edges[3].From}, [3]civic.ID{bolatID, aliaID, aliaID})
	equal(s, "no ids", len(must[[]*civic.Entity](s)(s.Entities(s.Context(), nil))), 0)
	equal(s, "no edge ids", len(must[[]*civic.Edge](s)(s.Edges(s.Context(), nil))), 0)
}

func testManyIDs(s *subject) {
	people := make([]string, 3*civic.MaxPage)
	ids := make([]civic.ID, len(people))
	for i := range people {
		people[i] = fmt.Sprintf("Адам %03d", i) // "person"
		ids[i] = NamedID(civic.TypePerson, people[i])
	}
	s.write(ledBy("a", "2026-01-01", people...).Reading())
	equal(s, "entities", namesOf(must[[]*civic.Entity](s)(s.Entities(s.Context(), ids))), people)
	byNode := must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), civic.NeighborQuery{Nodes: ids, Page: civic.Page{First: 1}}))
	equal(s, "nodes with neighbours", len(byNode), len(ids))
	equal(s, "degree of the hub", s.known(leagueID).Degree(civic.In, civic.Leads), len(people))
}

// crowd writes people whose names, days and numbers of reports differ and tie.
func (s *subject) crowd() {
	s.Helper()
	for i, people := range [][]string{{"Ұлан", "Әли", "Азат"}, {"Азат", "Ғани"}, {"Азат", "Уәли", "Ғани"}, {"Борис", "Азат"}} {
		s.write(ledBy(fmt.Sprint("report ", i), civic.Day("2026-01-01").Add(i), people...).Reading())
	}
}

func people(order civic.Order) civic.ListQuery {
	return civic.ListQuery{Types: []civic.NodeType{civic.TypePerson}, Order: order, Page: all}
}

func testOrders(s *subject) {
	s.crowd()
	alphabet := []string{"Азат", "Әли", "Борис", "Ғани", "Уәли", "Ұлан"}
	equal(s, "by the Kazakh alphabet", names(s.list(people(civic.ByName))), alphabet)
	slices.Reverse(alphabet)
	equal(s, "reversed", names(s.list(people(civic.ByNameReversed))), alphabet)
	newest := s.list(people(civic.ByDay))
	oldest := s.list(people(civic.ByDayReversed))
	equal(s, "newest first, by the newest report", daysOf(newest), []civic.Day{"2026-01-04", "2026-01-04", "2026-01-03", "2026-01-03", "2026-01-01", "2026-01-01"})
	reversed := names(oldest)
	slices.Reverse(reversed)
	equal(s, "oldest first is its reverse", reversed, names(newest))
	equal(s, "most reported first", names(s.list(people(civic.ByReports)))[:2], []string{"Азат", "Ғани"})
	s.writeTown()
	q := civic.ListQuery{Types: events, Order: civic.ByDay, Page: all}
	equal(s, "events by their own days", names(s.list(q)), []string{planned, forum, visit, meeting})
}

func daysOf(slice civic.Slice[*civic.Entity]) []civic.Day {
	var days []civic.Day
	for _, e := range values(slice) {
		days = append(days, e.LastSeen)
	}
	return days
}

func nameOf(e *civic.Entity) string { return e.Name }

func testListPages(s *subject) {
	s.crowd()
	for _, order := range orders {
		for _, size := range []int{1, 2, 4, 5, 6} {
			checkPages(s, size, nameOf, func(page civic.Page) civic.Slice[*civic.Entity] {
				q := people(order)
				q.Page = page
				return s.list(q)
			})
		}
	}
}

func testEqualKeys(s *subject) {
	for i := range 9 { // of one name, one day and one report each
		d := NewDraft(fmt.Sprint("report ", i), "2026-01-01")
		d.Refer(civic.TypeMeeting, "жиын")
		s.write(d.Reading())
	}
	for _, order := range orders {
		q := civic.ListQuery{Types: events, Order: order}
		fetch := func(page civic.Page) civic.Slice[*civic.Entity] {
			q.Page = page
			return s.list(q)
		}
		checkPages(s, 2, func(e *civic.Entity) string { return string(e.ID) }, fetch)
		ids := keys(fetch(all), func(e *civic.Entity) string { return string(e.ID) })
		if order == civic.ByNameReversed || order == civic.ByDayReversed {
			slices.Reverse(ids)
		}
		equal(s, "ties go by id", slices.IsSorted(ids), true)
	}
}

func testStableCursors(s *subject) {
	s.crowd()
	q := people(civic.ByName)
	q.Page = civic.Page{First: 3}
	first := s.list(q)
	equal(s, "first page", names(first), []string{"Азат", "Әли", "Борис"})
	s.delete(ReportID("report 3")) // Борис goes, who ended the page
	s.write(ledBy("new", "2026-02-01", "Аян", "Дана").Reading())
	q.Page.After = &first.Items[2].Cursor
	next := s.list(q)
	equal(s, "next page", names(next), []string{"Ғани", "Дана", "Уәли"})
	q.Page = civic.Page{Last: 9, Before: &next.Items[0].Cursor}
	equal(s, "what lies before", names(s.list(q)), []string{"Азат", "Аян", "Әли"})
}

func testListTypes(s *subject) {
	s.writeTown()
	for _, t := range civic.NodeTypes {
		q := civic.ListQuery{Types: []civic.NodeType{t}, Order: civic.ByName, Page: all}
		for _, e := range values(s.list(q)) {
			equal(s, "type of "+e.Name, e.Type, t)
		}
		equal(s, "number of "+string(t), len(s.list(q).Items), s.stats().Nodes[t])
	}
	q := civic.ListQuery{Types: []civic.NodeType{civic.TypeTopic, civic.TypeCoalition}, Order: civic.ByName, Page: all}
	equal(s, "two types", names(s.list(q)), []string{water, league})
}

func testListNothing(s *subject) {
	for _, page := range []civic.Page{{First: 5}, {Last: 5}} {
		q := people(civic.ByName)
		q.Page = page
		equal(s, "an empty store", s.list(q), civic.Slice[*civic.Entity]{})
	}
	s.writeTown()
	last := s.list(people(civic.ByName)).Items[1].Cursor
	q := people(civic.ByName)
	q.Page = civic.Page{First: 5, After: &last}
	equal(s, "after the last", s.list(q), civic.Slice[*civic.Entity]{HasPrevious: true})
}

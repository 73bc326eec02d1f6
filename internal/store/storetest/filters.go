package storetest

import (
	"fmt"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

var filterCases = []namedCase{
	{"filter/relations", testRelations},
	{"filter/inside", testInside},
	{"filter/places that contain each other", testCircle},
	{"filter/days", testDayFilter},
	{"filter/attendance, kinds, status, reports, terms", testPlainFilters},
	{"filter/several conditions", testSeveral},
	{"filter/pages", testFilterPages},
}

// checkFilter compares what a filter lets through, by name, with what it should,
// in the list and in the count.
func (s *subject) checkFilter(what string, types []civic.NodeType, f civic.Filter, want ...string) {
	s.Helper()
	slices.SortFunc(want, func(a, b string) int { return strings.Compare(kaz.SortKey(a), kaz.SortKey(b)) })
	q := civic.ListQuery{Types: types, Filter: f, Order: civic.ByName, Page: all}
	equal(s, what, names(s.list(q)), want)
	equal(s, "number of "+what, must[int](s)(s.Count(s.Context(), types, f)), len(want))
}

var (
	villageID  = NamedID(civic.TypePlace, village)
	districtID = NamedID(civic.TypePlace, district)
	regionID   = NamedID(civic.TypePlace, region)
	meetingID  = OwnID("town-1", civic.TypeMeeting, meeting)
	forumID    = OwnID("town-3", civic.TypeMeeting, forum)
)

func relations(r ...civic.Relation) civic.Filter { return civic.Filter{Relations: r} }

func took(who civic.ID, roles ...string) civic.Relation {
	return civic.Relation{Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.In, Nodes: []civic.ID{who}, Roles: roles}
}

func heldAt(inside bool, places ...civic.ID) civic.Relation {
	return civic.Relation{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.Out, Nodes: places, Inside: inside}
}

func testRelations(s *subject) {
	s.writeTown()
	s.checkFilter("meetings of hers", events, relations(took(aliaID)), forum, meeting)
	s.checkFilter("meetings of his", events, relations(took(bolatID)), planned, visit, meeting)
	s.checkFilter("meetings of both", events, relations(took(aliaID), took(bolatID)), meeting)
	s.checkFilter("meetings she organised", events, relations(took(aliaID, civic.RoleOrganizer)), meeting)
	s.checkFilter("meetings he spoke or organised at", events, relations(took(bolatID, civic.RoleSpeaker, civic.RoleOrganizer)), planned, meeting)
	s.checkFilter("meetings of nobody", events, relations(took("pe_nobody")))
	either := took(aliaID)
	either.Nodes = append(either.Nodes, bolatID)
	s.checkFilter("meetings of either", events, relations(either), forum, planned, visit, meeting)
	person := []civic.NodeType{civic.TypePerson}
	out := civic.Relation{Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.Out, Nodes: []civic.ID{forumID}}
	s.checkFilter("who came to the forum", person, relations(out), alia)
	in := out
	in.Direction = civic.In
	s.checkFilter("the wrong direction", person, relations(in))
	leads := civic.Relation{Types: []civic.EdgeType{civic.Leads, civic.MemberOf}, Direction: civic.Out, Nodes: []civic.ID{leagueID}}
	s.checkFilter("leaders and members", person, relations(leads), alia, bolat)
	leads.Roles = []string{"LEADER"}
	s.checkFilter("leaders by role", person, relations(leads), alia)
	s.checkFilter("two types of edge", person, relations(civic.Relation{Types: []civic.EdgeType{civic.Leads, civic.ParticipatedIn},
		Direction: civic.Out, Nodes: []civic.ID{forumID, leagueID}}), alia, bolat)
}

func testInside(s *subject) {
	s.writeTown()
	s.checkFilter("at the region itself", events, relations(heldAt(false, regionID)), planned)
	s.checkFilter("in the region", events, relations(heldAt(true, regionID)), planned, visit, meeting)
	s.checkFilter("in the district", events, relations(heldAt(true, districtID)), visit, meeting)
	s.checkFilter("in the village", events, relations(heldAt(true, villageID)), meeting)
	s.checkFilter("in the village or the city", events, relations(heldAt(true, villageID, NamedID(civic.TypePlace, city))), forum, meeting)
	s.checkFilter("in no place", events, relations(heldAt(true, "pl_nowhere")))
	lies := civic.Relation{Types: []civic.EdgeType{civic.LocatedIn}, Direction: civic.Out, Nodes: []civic.ID{regionID}, Inside: true}
	s.checkFilter("offices in the region", []civic.NodeType{civic.TypeOrganization}, relations(lies), office)
}

func testCircle(s *subject) {
	d := NewDraft("a", "2026-01-01")
	a, b, c := d.Refer(civic.TypePlace, "Бір"), d.Refer(civic.TypePlace, "Екі"), d.Refer(civic.TypePlace, "Үш") // one, two, three
	d.Claim(civic.LocatedIn, a, b)
	d.Claim(civic.LocatedIn, b, c)
	d.Claim(civic.LocatedIn, c, a)
	m := d.Refer(civic.TypeMeeting, meeting)
	d.Claim(civic.HeldAt, m, a)
	s.write(d.Reading())
	for _, place := range []*civic.Referent{a, b, c} {
		s.checkFilter("held in "+place.Names[0].Text, events, relations(heldAt(true, place.Entity)), meeting)
	}
	s.checkFilter("held elsewhere", events, relations(heldAt(true, "pl_nowhere")))
}

func testDayFilter(s *subject) {
	s.writeTown() // meeting: 8 March; visit: until 11; forum: reported on 12; planned: from 20
	for _, c := range []struct {
		from, to civic.Day
		match    civic.Match
		want     []string
	}{
		{"", "", civic.MatchPossible, []string{forum, planned, visit, meeting}},
		{"2026-03-08", "2026-03-08", civic.MatchPossible, []string{forum, visit, meeting}},
		{"2026-03-09", "2026-03-19", civic.MatchPossible, []string{forum, visit}},
		{"2026-03-12", "", civic.MatchPossible, []string{forum, planned}},
		{"", "2020-01-01", civic.MatchPossible, []string{forum, visit}},
		{"2026-03-09", "2026-03-19", civic.MatchLikely, []string{forum, visit}},
		{"2026-03-21", "2026-05-01", civic.MatchLikely, []string{planned}},
		{"2026-05-01", "", civic.MatchLikely, nil},
		{"", "2026-02-24", civic.MatchLikely, nil},
		{"", "2026-02-25", civic.MatchLikely, []string{visit}},
		{"", "2026-02-26", civic.MatchLikely, []string{forum, visit}},
		{"2026-03-08", "2026-03-08", civic.MatchCertain, []string{meeting}},
		{"", "", civic.MatchCertain, []string{meeting}},
		{"2026-03-09", "", civic.MatchCertain, nil},
		{"", "2026-03-07", civic.MatchCertain, nil},
	} {
		f := civic.Filter{Days: &civic.DayRange{From: c.from, To: c.to, Match: c.match}}
		s.checkFilter(fmt.Sprintf("%s %s to %s", c.match, c.from, c.to), events, f, c.want...)
	}
	f := civic.Filter{Days: &civic.DayRange{Match: civic.MatchPossible}}
	s.checkFilter("what has no days", []civic.NodeType{civic.TypePerson, civic.TypePlace}, f)
}

func testPlainFilters(s *subject) {
	s.writeTown()
	s.checkFilter("120 or more", events, civic.Filter{MinAttendance: 120}, forum, meeting)
	s.checkFilter("121 or more", events, civic.Filter{MinAttendance: 121}, meeting)
	s.checkFilter("at most 900 is no least number", events, civic.Filter{MinAttendance: 501})
	s.checkFilter("kinds", events, civic.Filter{Kinds: []string{"FORUM", "GATHERING"}}, forum, planned)
	s.checkFilter("kinds of places", []civic.NodeType{civic.TypePlace}, civic.Filter{Kinds: []string{"DISTRICT"}}, district)
	s.checkFilter("held or not stated", events, civic.Filter{Status: civic.Held}, forum, visit, meeting)
	s.checkFilter("planned", events, civic.Filter{Status: civic.Planned}, planned)
	places := []civic.NodeType{civic.TypePlace}
	s.checkFilter("places of a report", places, civic.Filter{Reports: []civic.ID{ReportID("town-2")}}, region, district)
	s.checkFilter("places of two reports", places, civic.Filter{Reports: []civic.ID{ReportID("town-2"), ReportID("town-3")}}, city, region, district)
	s.checkFilter("places of no report", places, civic.Filter{Reports: []civic.ID{ReportID("town-4")}})
	s.checkFilter("words", places, civic.Filter{Terms: wholeTerms(district)}, district)
	s.checkFilter("words that no name holds together", places, civic.Filter{Terms: append(wholeTerms(district), wholeTerms(city)...)})
	s.checkFilter("everything", places, civic.Filter{}, city, region, village, district)
}

func testSeveral(s *subject) {
	s.writeTown()
	f := relations(took(bolatID), heldAt(true, regionID))
	s.checkFilter("his, in the region", events, f, planned, visit, meeting)
	f.Status = civic.Held
	s.checkFilter("held", events, f, visit, meeting)
	f.Reports = []civic.ID{ReportID("town-1"), ReportID("town-3")}
	s.checkFilter("by the first or third report", events, f, meeting)
	f.Days = &civic.DayRange{From: "2026-03-09", Match: civic.MatchPossible}
	s.checkFilter("too late", events, f)
}

func testFilterPages(s *subject) {
	for i := range 12 {
		d := NewDraft(fmt.Sprint("report ", i), civic.Day("2026-01-01").Add(i/2))
		who, m := d.Refer(civic.TypePerson, alia), d.Refer(civic.TypeMeeting, "жиын")
		d.takePart(who, m, []string{civic.RoleSpeaker, civic.RoleAttendee, civic.RoleSpeaker}[i%3])
		s.write(d.Reading())
	}
	for _, order := range orders {
		q := civic.ListQuery{Types: events, Filter: relations(took(aliaID, civic.RoleSpeaker)), Order: order}
		checkPages(s, 3, func(e *civic.Entity) string { return string(e.ID) }, func(page civic.Page) civic.Slice[*civic.Entity] {
			q.Page = page
			return s.list(q)
		})
		q.Page = all
		equal(s, "meetings she spoke at", len(s.list(q).Items), 8)
	}
}

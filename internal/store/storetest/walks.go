package storetest

import (
	"cmp"
	"fmt"
	"slices"

	"civicgraph/internal/civic"
)

var neighborCases = []namedCase{
	{"neighbors/what a neighbour is", testNeighbor},
	{"neighbors/directions, types, far types and roles", testNeighborFilters},
	{"neighbors/many nodes at once", testManyNodes},
	{"neighbors/pages of a hub with equal days", testHub},
	{"neighbors/an edge between two nodes comes for each", testBothEnds},
	{"neighbors/degrees", testDegrees},
}

var linkCases = []namedCase{
	{"links/both directions", testLinks},
	{"links/limit", testLinkLimit},
}

func testNeighbor(s *subject) {
	s.writeTown()
	found := values(s.neighbors(civic.NeighborQuery{Nodes: []civic.ID{forumID}, Types: []civic.EdgeType{civic.ParticipatedIn}, Page: all}))
	equal(s, "neighbours", len(found), 1)
	edge := s.edge(civic.ParticipatedIn, aliaID, forumID)
	equal(s, "the neighbour", found[0], &civic.Neighbor{Edge: *edge, Direction: civic.In, Far: s.known(aliaID)})
	back := values(s.neighbors(civic.NeighborQuery{Nodes: []civic.ID{aliaID}, FarTypes: []civic.NodeType{civic.TypeReport}, Page: all}))
	equal(s, "neighbours of a type that she has none of", len(back), 0)
}

func testNeighborFilters(s *subject) {
	s.writeTown()
	for _, c := range []struct {
		what string
		q    civic.NeighborQuery
		want []string
	}{
		{"all of the meeting", civic.NeighborQuery{}, []string{alia, bolat, youth, village, water}},
		{"out", civic.NeighborQuery{Direction: civic.Out}, []string{village, water}},
		{"in", civic.NeighborQuery{Direction: civic.In}, []string{alia, bolat, youth}},
		{"types", civic.NeighborQuery{Types: []civic.EdgeType{civic.HeldAt, civic.Discussed}}, []string{village, water}},
		{"type in the wrong direction", civic.NeighborQuery{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.In}, nil},
		{"far types", civic.NeighborQuery{FarTypes: []civic.NodeType{civic.TypePerson, civic.TypeTopic}}, []string{alia, bolat, water}},
		{"role", civic.NeighborQuery{Roles: []string{civic.RoleSpeaker}}, []string{bolat}},
		{"roles", civic.NeighborQuery{Roles: []string{civic.RoleSpeaker, civic.RoleOrganizer}}, []string{alia, bolat}},
		{"all at once", civic.NeighborQuery{Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.In,
			FarTypes: []civic.NodeType{civic.TypeGroup, civic.TypePerson}, Roles: []string{civic.RoleAttendee}}, []string{youth}},
	} {
		c.q.Nodes, c.q.Page = []civic.ID{meetingID}, all
		got := farNames(s.neighbors(c.q))
		slices.Sort(got)
		slices.Sort(c.want)
		equal(s, c.what, got, c.want)
	}
}

func testManyNodes(s *subject) {
	s.writeTown()
	nodes := []civic.ID{forumID, "pe_unknown", leagueID, meetingID, forumID, NamedID(civic.TypeTopic, water)}
	q := civic.NeighborQuery{Nodes: nodes, Page: civic.Page{First: 2}}
	byNode := must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), q))
	equal(s, "nodes answered", len(byNode), 5)
	unknown, ok := byNode["pe_unknown"]
	equal(s, "an unknown node is answered", ok, true)
	equal(s, "an unknown node", unknown, civic.Slice[*civic.Neighbor]{})
	q.Types = []civic.EdgeType{civic.ParticipatedIn, civic.ParticipatedIn, civic.HeldAt, civic.ParticipatedIn}
	twice := must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), q))[meetingID]
	equal(s, "neighbours, and more, when a type is named twice", fmt.Sprint(len(twice.Items), twice.HasNext), "2 true")
	for _, id := range nodes {
		alone := s.neighbors(civic.NeighborQuery{Nodes: []civic.ID{id}, Page: q.Page})
		equal(s, "the same as alone", byNode[id], alone)
	}
	equal(s, "more of the meeting", byNode[meetingID].HasNext, true)
	equal(s, "more of the league", byNode[leagueID].HasNext, false)
	none := must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), civic.NeighborQuery{Page: all}))
	equal(s, "no nodes", len(none), 0)
}

func testHub(s *subject) {
	var readings []*civic.Reading
	for i := range 30 {
		d := NewDraft(fmt.Sprint("report ", i), civic.Day("2026-01-01").Add(i/10))
		d.takePart(d.Refer(civic.TypePerson, alia), d.Refer(civic.TypeMeeting, fmt.Sprint("жиын ", i)), civic.RoleSpeaker)
		readings = append(readings, d.Reading())
	}
	s.write(readings...)
	q := civic.NeighborQuery{Nodes: []civic.ID{bolatID, aliaID}, Types: []civic.EdgeType{civic.ParticipatedIn}, Direction: civic.Out}
	fetch := func(page civic.Page) civic.Slice[*civic.Neighbor] {
		q.Page = page
		return must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), q))[aliaID]
	}
	for _, size := range []int{1, 7, 29, 30} {
		checkPages(s, size, func(n *civic.Neighbor) string { return string(n.ID) }, fetch)
	}
	sorted := slices.IsSortedFunc(values(fetch(all)), func(a, b *civic.Neighbor) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), cmp.Compare(a.ID, b.ID))
	})
	equal(s, "the newest first, then by id", sorted, true)
}

func testBothEnds(s *subject) {
	s.writeTown()
	q := civic.NeighborQuery{Nodes: []civic.ID{aliaID, leagueID}, Types: []civic.EdgeType{civic.Leads}, Page: all}
	byNode := must[map[civic.ID]civic.Slice[*civic.Neighbor]](s)(s.Neighbors(s.Context(), q))
	equal(s, "from one end", farNames(byNode[aliaID]), []string{league})
	equal(s, "from the other", farNames(byNode[leagueID])[:1], []string{bolat})
	equal(s, "directions", [2]civic.Direction{byNode[aliaID].Items[0].Value.Direction, byNode[leagueID].Items[1].Value.Direction},
		[2]civic.Direction{civic.Out, civic.In})
	equal(s, "the same edge", byNode[aliaID].Items[0].Value.ID, byNode[leagueID].Items[1].Value.ID)
}

func testDegrees(s *subject) {
	s.writeTown()
	equal(s, "of the meeting", s.known(meetingID).Degrees, []civic.Degree{
		{Type: civic.ParticipatedIn, Direction: civic.In, Count: 3}, {Type: civic.HeldAt, Direction: civic.Out, Count: 1},
		{Type: civic.Discussed, Direction: civic.Out, Count: 1}})
	equal(s, "of the district", s.known(districtID).Degrees, []civic.Degree{{Type: civic.HeldAt, Direction: civic.In, Count: 1},
		{Type: civic.LocatedIn, Direction: civic.Out, Count: 1}, {Type: civic.LocatedIn, Direction: civic.In, Count: 1}})
	s.delete(ReportID("town-2"))
	equal(s, "of the district without the second report", s.known(districtID).Degrees, []civic.Degree{
		{Type: civic.LocatedIn, Direction: civic.Out, Count: 1}, {Type: civic.LocatedIn, Direction: civic.In, Count: 1}})
	for _, id := range []civic.ID{meetingID, districtID, aliaID, leagueID} {
		e, found := s.known(id), s.neighbors(civic.NeighborQuery{Nodes: []civic.ID{id}, Page: all})
		equal(s, "degrees add up to the neighbours of "+e.Name, e.Degree(civic.In)+e.Degree(civic.Out), len(found.Items))
	}
}

func testLinks(s *subject) {
	s.writeTown()
	found := must[[]civic.Link](s)(s.Links(s.Context(), []civic.ID{leagueID, forumID, aliaID, "pe_unknown", forumID}, nil, 1000))
	equal(s, "links", len(found), len(s.linksOf(leagueID))+len(s.linksOf(forumID))+len(s.linksOf(aliaID)))
	place := NamedID(civic.TypePlace, city)
	want := civic.Link{Type: civic.HeldAt, Near: forumID, Direction: civic.Out, Evidence: 1,
		Far: civic.FarEnd{ID: place, Type: civic.TypePlace, Kind: "CITY", Degree: 1}}
	equal(s, "the edge", want.ID(), civic.EdgeID(civic.HeldAt, forumID, place))
	equal(s, "of one type", must[[]civic.Link](s)(s.Links(s.Context(), []civic.ID{forumID}, []civic.EdgeType{civic.HeldAt}, 1000)), []civic.Link{want})
	want.Near, want.Direction, want.Far = place, civic.In, civic.FarEnd{ID: forumID, Type: civic.TypeMeeting}
	equal(s, "the edge, from there", want.ID(), civic.EdgeID(civic.HeldAt, forumID, place))
	equal(s, "against the direction", s.linksOf(place), []civic.Link{want})
	former := civic.EdgeID(civic.Leads, bolatID, leagueID)
	i := slices.IndexFunc(found, func(l civic.Link) bool { return l.ID() == former })
	equal(s, "pieces of evidence", found[i].Evidence, 2)
	equal(s, "edges of the far end", found[i].Far.Degree, len(s.linksOf(bolatID)))
	equal(s, "no nodes", len(must[[]civic.Link](s)(s.Links(s.Context(), nil, nil, 10))), 0)
}

func (s *subject) linksOf(id civic.ID) []civic.Link {
	s.Helper()
	return must[[]civic.Link](s)(s.Links(s.Context(), []civic.ID{id}, nil, 1000))
}

func testLinkLimit(s *subject) {
	s.writeTown()
	nodes := []civic.ID{leagueID, forumID, aliaID}
	whole := must[[]civic.Link](s)(s.Links(s.Context(), nodes, nil, 1000))
	for _, limit := range []int{1, 3, len(whole) - 1, len(whole)} {
		some := must[[]civic.Link](s)(s.Links(s.Context(), nodes, nil, limit))
		equal(s, "links", len(some), limit)
		for i, link := range some {
			known := slices.Contains(whole, link) && !slices.Contains(some[:i], link)
			equal(s, fmt.Sprintf("link %d of %d is one of all, and no other", i, limit), known, true)
		}
	}
}

package storetest

import (
	"fmt"

	"civicgraph/internal/civic"
)

var viewCases = []namedCase{
	{"view/an entity is what its referents add up to", testEntityView},
	{"view/the name to show", testShownName},
	{"view/a report is an entity with a source", testReportView},
	{"view/what belongs to a report", testOwned},
	{"view/a place that no word mentions", testBackgroundPlace},
	{"view/an edge whose claims disagree", testEdgeView},
	{"view/an edge that gains properties", testEdgeGains},
	{"view/the day of an edge", testEdgeDay},
	{"view/two referents of one report are one entity", testTwoReferents},
	{"view/duplicates", testDuplicates},
}

func testEntityView(s *subject) {
	for i, city := range []string{"Алия", "Әлия", "Алия"} {
		d := NewDraft(fmt.Sprint("report ", i), civic.Day("2026-01-01").Add(i))
		ref := d.Refer(civic.TypePerson, alia)
		ref.Props = civic.Props{GivenName: city}
		ref.Names = append(ref.Names, civic.Name{Text: "А. Сартаева", Language: civic.Kazakh, Kind: civic.NameShort})
		if i == 1 {
			ref.Props.FamilyName = "Сартаева"
			ref.Names = ref.Names[:1]
		}
		s.write(d.Reading())
	}
	equal(s, "the entity", s.known(aliaID), &civic.Entity{
		ID: aliaID, Type: civic.TypePerson, Name: alia, Props: civic.Props{GivenName: "Алия", FamilyName: "Сартаева"},
		Names: []civic.NameCount{{Name: civic.Name{Text: alia, Language: civic.Kazakh, Kind: civic.NameFull}, Reports: 3},
			{Name: civic.Name{Text: "А. Сартаева", Language: civic.Kazakh, Kind: civic.NameShort}, Reports: 2}},
		Reports: 3, FirstSeen: "2026-01-01", LastSeen: "2026-01-03",
	})
}

func testShownName(s *subject) {
	place := NamedID(civic.TypePlace, village)
	for i, step := range []struct {
		add  civic.Name
		want string
	}{
		{civic.Name{Text: "село", Language: civic.Russian, Kind: civic.NameShort}, "село"},
		{civic.Name{Text: "ауыл", Language: civic.Kazakh, Kind: civic.NameShort}, "ауыл"},
		{civic.Name{Text: "аул у реки", Language: civic.Russian, Kind: civic.NameFull}, "аул у реки"},
		{civic.Name{Text: "өзен ауылы", Language: civic.Kazakh, Kind: civic.NameFull}, "өзен ауылы"},
		{civic.Name{Text: "аул у реки", Language: civic.Russian, Kind: civic.NameFull}, "өзен ауылы"},
		{civic.Name{Text: "ағын ауылы", Language: civic.Kazakh, Kind: civic.NameFull}, "ағын ауылы"},
		{civic.Name{Text: "өзен ауылы", Language: civic.Kazakh, Kind: civic.NameFull}, "өзен ауылы"},
		{civic.Name{Text: "Тіркелген", Language: civic.Kazakh, Kind: civic.NameRegistered}, "Тіркелген"},
	} {
		d := NewDraft(fmt.Sprint("report ", i), "2026-01-01")
		ref := d.Refer(civic.TypePlace, village)
		ref.Names = []civic.Name{step.add}
		s.write(d.Reading())
		equal(s, fmt.Sprintf("name after %d reports", i+1), s.known(place).Name, step.want)
	}
	equal(s, "forms", len(s.known(place).Names), 6)
}

func testReportView(s *subject) {
	d := NewDraft("a", "2026-01-01")
	source := d.Source()
	source.URL, source.Sample, source.Language = "https://example.org/a", true, civic.Russian
	d.Report().Props.Language = civic.Russian
	r := d.Reading()
	s.write(r)
	equal(s, "the report", s.known(r.Report.ID), &civic.Entity{
		ID: r.Report.ID, Type: civic.TypeReport, Name: "a", Props: civic.Props{Language: civic.Russian}, Reports: 1, FirstSeen: "2026-01-01", LastSeen: "2026-01-01",
		Names: []civic.NameCount{{Name: r.Referents[0].Names[0], Reports: 1}},
		Source: &civic.Source{Source: "a", PublishedAt: "2026-01-01", Publisher: "made up", Language: civic.Russian,
			URL: "https://example.org/a", SHA256: r.Report.SHA256, Extractor: "draft/1", Sample: true},
	})
	equal(s, "mentions of a report that no word mentions", len(s.mentions(r.Report.ID, all).Items), 0)
}

func testOwned(s *subject) {
	s.writeTown()
	for _, owned := range []struct {
		source string
		t      civic.NodeType
		name   string
	}{{"town-1", civic.TypeMeeting, meeting}, {"town-1", civic.TypeGroup, youth}, {"town-2", civic.TypeVisit, visit}, {"town-2", civic.TypeStatement, statement}} {
		equal(s, "report of "+owned.name, s.known(OwnID(owned.source, owned.t, owned.name)).ReportID, ReportID(owned.source))
	}
	for _, id := range []civic.ID{aliaID, leagueID, NamedID(civic.TypePlace, village), NamedID(civic.TypeTopic, water)} {
		equal(s, "report of what belongs to none", s.known(id).ReportID, "")
		equal(s, "source of what is no report", s.known(id).Source, nil)
	}
	held := s.known(OwnID("town-1", civic.TypeMeeting, meeting))
	equal(s, "date of the meeting", held.Props, townMeeting().referents[8].Props)
}

func testBackgroundPlace(s *subject) {
	s.write(townMeeting().Reading())
	above := NamedID(civic.TypePlace, region)
	e := s.known(above)
	equal(s, "reports that mention it", e.Reports, 0)
	equal(s, "first seen", e.FirstSeen, "2026-03-10")
	query := civic.TermQuery{Groups: wholeTerms(region), Limit: 10}
	found, _, err := s.Match(s.Context(), query)
	equal(s, "found before a report names it", must[[]string](s)(namesOf(found), err), nil)
	s.write(townPlans().Reading())
	equal(s, "reports that mention it", s.known(above).Reports, 1)
	found, _, err = s.Match(s.Context(), query)
	equal(s, "found after", must[[]string](s)(namesOf(found), err), []string{region})
	s.delete(ReportID("town-2"))
	found, _, err = s.Match(s.Context(), query)
	equal(s, "found when the report is gone", must[[]string](s)(namesOf(found), err), nil)
}

// post is a report that says of Alia that she holds a post.
func post(source string, published civic.Day, basis civic.Basis, props civic.EdgeProps) *civic.Reading {
	d := ledBy(source, published, alia)
	d.claims[0].Props, d.claims[0].Basis = props, basis
	return d.Reading()
}

func testEdgeView(s *subject) {
	edge := func() *civic.Edge { return s.edge(civic.Leads, aliaID, leagueID) }
	s.write(post("a", "2026-01-05", civic.Implied, civic.EdgeProps{Role: "HEAD", RoleRaw: "басшы"}))
	equal(s, "one claim", edge(), &civic.Edge{ID: civic.EdgeID(civic.Leads, aliaID, leagueID), Type: civic.Leads, From: aliaID, To: leagueID,
		Props: civic.EdgeProps{Role: "HEAD", RoleRaw: "басшы"}, Basis: civic.Implied, Day: "2026-01-05", Reports: 1, Evidence: 1})
	s.write(post("b", "2026-01-04", civic.Explicit, civic.EdgeProps{Role: "LEADER", Status: civic.Current}))
	equal(s, "the newest of two, field by field", edge().Props, civic.EdgeProps{Role: "HEAD", RoleRaw: "басшы", Status: civic.Current})
	equal(s, "the strongest basis", edge().Basis, civic.Explicit)
	equal(s, "the newest report's day", edge().Day, "2026-01-05")
	s.write(post("c", "2026-01-01", civic.Background, civic.EdgeProps{Role: "LEADER"}))
	equal(s, "what most say", edge().Props.Role, "LEADER")
	equal(s, "reports and evidence", [2]int{edge().Reports, edge().Evidence}, [2]int{3, 3})
	s.delete(ReportID("b"))
	equal(s, "the newest of those that stay", edge().Props, civic.EdgeProps{Role: "HEAD", RoleRaw: "басшы"})
	equal(s, "the strongest basis of those that stay", edge().Basis, civic.Implied)
	s.write(post("c", "2026-01-01", civic.Implied, civic.EdgeProps{Role: "LEADER", Status: civic.Former}))
	equal(s, "a version that was not replaced", edge().Props.Status, "")
	testEqualClaims(s)
}

// testEqualClaims: of equally many, equally new claims the smallest id decides.
func testEqualClaims(s *subject) {
	s.Helper()
	least, role := civic.ID("~"), ""
	for i, r := range []string{"LEADER", "HEAD", "CHAIR"} {
		reading := post(fmt.Sprint("equal ", i), "2026-02-01", civic.Explicit, civic.EdgeProps{Role: "", TitleRaw: r})
		if id := reading.Claims[0].ID; id < least {
			least, role = id, r
		}
		s.write(reading)
	}
	equal(s, "the smallest id of equals", s.edge(civic.Leads, aliaID, leagueID).Props.TitleRaw, role)
}

func testEdgeGains(s *subject) {
	s.write(post("a", "2026-01-05", civic.Explicit, civic.EdgeProps{}))
	equal(s, "no properties", s.edge(civic.Leads, aliaID, leagueID).Props, civic.EdgeProps{})
	s.write(post("b", "2026-01-04", civic.Explicit, civic.EdgeProps{Role: "HEAD", Count: &civic.Count{}}))
	equal(s, "properties", s.edge(civic.Leads, aliaID, leagueID).Props, civic.EdgeProps{Role: "HEAD", Count: &civic.Count{}})
	s.delete(ReportID("b"))
	equal(s, "none again", s.edge(civic.Leads, aliaID, leagueID).Props, civic.EdgeProps{})
}

func testEdgeDay(s *subject) {
	s.writeTown()
	held := OwnID("town-1", civic.TypeMeeting, meeting)
	trip := OwnID("town-2", civic.TypeVisit, visit)
	said := OwnID("town-2", civic.TypeStatement, statement)
	undated := OwnID("town-3", civic.TypeMeeting, forum)
	equal(s, "to an event", s.edge(civic.ParticipatedIn, aliaID, held).Day, "2026-03-08")
	equal(s, "from an event", s.edge(civic.HeldAt, held, NamedID(civic.TypePlace, village)).Day, "2026-03-08")
	equal(s, "with a latest day alone", s.edge(civic.MadeAt, said, trip).Day, "2026-03-11")
	equal(s, "without a date", s.edge(civic.ParticipatedIn, aliaID, undated).Day, "2026-03-12")
	equal(s, "of no event", s.edge(civic.LocatedIn, NamedID(civic.TypePlace, district), NamedID(civic.TypePlace, region)).Day, "2026-03-12")
}

func testTwoReferents(s *subject) {
	d := ledBy("a", "2026-01-01", alia, bolat)
	other := d.referents[3]
	other.Entity = aliaID // as a decision to merge would assign it
	d.claims[1].Props.Role = "HEAD"
	s.write(d.Reading())
	e := s.known(aliaID)
	equal(s, "reports", e.Reports, 1)
	equal(s, "names", len(e.Names), 2)
	equal(s, "degrees", e.Degrees, []civic.Degree{{Type: civic.Leads, Direction: civic.Out, Count: 1}})
	equal(s, "mentions", len(s.mentions(aliaID, all).Items), 2)
	edge := s.edge(civic.Leads, aliaID, leagueID)
	equal(s, "reports and evidence of the edge", [2]int{edge.Reports, edge.Evidence}, [2]int{1, 2})
	equal(s, "claims", s.stats().Claims, 2)
	s.write(ledBy("a", "2026-01-01", alia).Reading())
	equal(s, "names after the split", len(s.known(aliaID).Names), 1)
}

func testDuplicates(s *subject) {
	text := func(source string) *civic.Reading {
		r := ledBy("same", "2026-01-01", alia).Reading()
		r.Report.ID, r.Report.Source = ReportID(source), source
		r.Referents[0].Entity = r.Report.ID
		for i := range r.Referents {
			r.Referents[i].ID = civic.ReferentID(r.Report.ID, r.Referents[i].Type, r.Referents[i].Key)
		}
		r.Claims[0].Subject, r.Claims[0].Object = r.Referents[2].ID, r.Referents[1].ID
		r.Claims[0].ID = civic.ClaimID(civic.Leads, r.Referents[2].ID, r.Referents[1].ID)
		return r
	}
	s.write(text("one"), text("two"), ledBy("other", "2026-01-01", alia).Reading(), text("three"))
	ids := []civic.ID{ReportID("one"), ReportID("two"), ReportID("three")}
	first := min(ids[0], ids[1], ids[2])
	s.checkDuplicates(ids, first)
	equal(s, "another text", s.known(ReportID("other")).Source.DuplicateOf, "")
	s.delete(first)
	var left []civic.ID
	for _, id := range ids {
		if id != first {
			left = append(left, id)
		}
	}
	s.checkDuplicates(left, min(left[0], left[1]))
}

func (s *subject) checkDuplicates(ids []civic.ID, first civic.ID) {
	s.Helper()
	for _, id := range ids {
		want := first
		if id == first {
			want = ""
		}
		equal(s, "duplicate of", s.known(id).Source.DuplicateOf, want)
	}
	for _, e := range values(s.list(civic.ListQuery{Types: []civic.NodeType{civic.TypeReport}, Order: civic.ByName, Page: all})) {
		if e.ID == first {
			equal(s, "in a list, duplicate of", e.Source.DuplicateOf, "")
		}
	}
}

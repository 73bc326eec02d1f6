package storetest

import (
	"errors"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

var writeCases = []namedCase{
	{"write/outcomes", testOutcomes},
	{"write/one report twice in a call", testTwiceInOneCall},
	{"write/unchanged writes nothing", testUnchanged},
	{"write/nothing", testWriteNothing},
	{"write/a bad reading in a batch", testBadReadingInBatch},
	{"write/readings that are not whole", testUnwholeReadings},
	{"replace/what the old version alone said goes", testReplaceForgets},
	{"replace/what others say stays", testReplaceKeepsOthers},
	{"replace/equals a first write", testReplaceEqualsFirst},
	{"delete/what only it said goes", testDeleteForgets},
	{"delete/names and properties are voted on again", testDeleteRevotes},
	{"delete/unknown reports", testDeleteUnknown},
	{"delete/everything leaves nothing", testDeleteAll},
}

const (
	alia   = "Алия Сартаева"
	bolat  = "Болат Мырзин"
	league = "Таза өзен" // "clean river"
)

var (
	aliaID   = NamedID(civic.TypePerson, alia)
	bolatID  = NamedID(civic.TypePerson, bolat)
	leagueID = NamedID(civic.TypeCoalition, league)
)

// ledBy is a report that says of each person that they lead the league.
func ledBy(source string, published civic.Day, people ...string) *Draft {
	d := NewDraft(source, published)
	coalition := d.Refer(civic.TypeCoalition, league)
	for _, person := range people {
		d.Claim(civic.Leads, d.Refer(civic.TypePerson, person), coalition)
	}
	return d
}

func testOutcomes(s *subject) {
	first, second := ledBy("a", "2026-01-01", alia), ledBy("a", "2026-01-01", alia, bolat)
	reread := ledBy("a", "2026-01-01", alia, bolat)
	reread.Source().Extractor = "draft/2"
	dated := ledBy("a", "2026-01-01", alia, bolat)
	dated.Source().PublishedAt = "2026-01-02"
	for _, step := range []struct {
		reading *civic.Reading
		want    store.Outcome
	}{
		{first.Reading(), store.Ingested}, {first.Reading(), store.Unchanged}, {second.Reading(), store.Replaced},
		{dated.Reading(), store.Replaced}, {dated.Reading(), store.Unchanged}, {second.Reading(), store.Replaced},
		{reread.Reading(), store.Reread}, {reread.Reading(), store.Unchanged}, {first.Reading(), store.Replaced},
	} {
		equal(s, "outcome", s.write(step.reading), []store.Outcome{step.want})
	}
}

func testTwiceInOneCall(s *subject) {
	first, second := ledBy("a", "2026-01-01", alia).Reading(), ledBy("a", "2026-01-01", bolat).Reading()
	other := ledBy("b", "2026-01-01", bolat).Reading()
	equal(s, "outcomes", s.write(first, second, other, second),
		[]store.Outcome{store.Ingested, store.Replaced, store.Ingested, store.Unchanged})
	equal(s, "who was only in the first version", s.entity(aliaID), nil)
	equal(s, "reports of the edge", s.edge(civic.Leads, bolatID, leagueID).Reports, 2)
}

func testUnchanged(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia).Reading())
	before := s.stats()
	sly := ledBy("a", "2026-01-01", alia).Reading()
	sly.Claims = nil
	equal(s, "outcome", s.write(sly), []store.Outcome{store.Unchanged})
	equal(s, "what the store holds", s.stats(), before)
	equal(s, "evidence of the edge", s.edge(civic.Leads, aliaID, leagueID).Evidence, 1)
}

func testWriteNothing(s *subject) {
	equal(s, "outcomes of nothing", s.write(), nil)
	s.delete()
	equal(s, "nodes", len(s.stats().Nodes), 0)
}

func testBadReadingInBatch(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia).Reading())
	before := s.stats()
	bad := ledBy("c", "2026-01-03", bolat).Reading()
	bad.Claims[0].Object = "rf_stranger"
	_, err := s.Write(s.Context(), ledBy("a", "2026-01-01", bolat).Reading(), ledBy("b", "2026-01-02", bolat).Reading(), bad)
	if !errors.Is(err, civic.ErrBadInput) {
		s.Errorf("a bad reading: error %v", err)
	}
	equal(s, "what the store holds", s.stats(), before)
	equal(s, "a person of the good readings", s.entity(bolatID), nil)
	equal(s, "outcome of what was refused", s.write(ledBy("b", "2026-01-02", bolat).Reading()), []store.Outcome{store.Ingested})
}

func testUnwholeReadings(s *subject) {
	for name, spoil := range map[string]func(r *civic.Reading){
		"no report":        func(r *civic.Reading) { r.Referents = r.Referents[1:] },
		"unresolved":       func(r *civic.Reading) { r.Referents[1].Entity = "" },
		"without a name":   func(r *civic.Reading) { r.Referents[1].Names = nil },
		"unknown type":     func(r *civic.Reading) { r.Referents[1].Type = "Ship" },
		"mention outside":  func(r *civic.Reading) { r.Referents[1].Mentions[0].End = len(r.Report.Text) + 1 },
		"across sentences": func(r *civic.Reading) { r.Referents[1].Mentions[0].Start = 0 },
		"referent twice":   func(r *civic.Reading) { r.Referents = append(r.Referents, r.Referents[1]) },
		"claim twice":      func(r *civic.Reading) { r.Claims = append(r.Claims, r.Claims[0]) },
		"claim without id": func(r *civic.Reading) { r.Claims[0].ID = "" },
		"about itself":     func(r *civic.Reading) { r.Claims[0].Object = r.Claims[0].Subject },
		"wrong way round": func(r *civic.Reading) {
			r.Claims[0].Subject, r.Claims[0].Object = r.Claims[0].Object, r.Claims[0].Subject
		},
		"no evidence":        func(r *civic.Reading) { r.Claims[0].Evidence = nil },
		"empty evidence":     func(r *civic.Reading) { r.Claims[0].Evidence = []civic.Evidence{{}} },
		"gazetteer explicit": func(r *civic.Reading) { r.Claims[0].Evidence = []civic.Evidence{{Gazetteer: "KATO 1"}} },
	} {
		r := ledBy("a", "2026-01-01", alia).Reading()
		spoil(r)
		if _, err := s.Write(s.Context(), r); !errors.Is(err, civic.ErrBadInput) {
			s.Errorf("%s: error %v", name, err)
		}
	}
	equal(s, "nodes", len(s.stats().Nodes), 0)
}

func testReplaceForgets(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia, bolat).Reading())
	old := s.edge(civic.Leads, aliaID, leagueID)
	s.write(ledBy("a", "2026-01-01", bolat).Reading())
	equal(s, "the person of the old version", s.entity(aliaID), nil)
	equal(s, "her edge", s.edge(civic.Leads, aliaID, leagueID), nil)
	equal(s, "its evidence", len(s.evidence(old.ID, all).Items), 0)
	equal(s, "her mentions", len(s.mentions(aliaID, all).Items), 0)
	equal(s, "mentions of the league", len(s.mentions(leagueID, all).Items), 1)
	equal(s, "evidence of what is said again", len(s.evidence(civic.EdgeID(civic.Leads, bolatID, leagueID), all).Items), 1)
	equal(s, "neighbours of the league", farNames(s.neighbors(civic.NeighborQuery{Nodes: []civic.ID{leagueID}, Page: all})), []string{bolat})
	equal(s, "degrees of the league", s.known(leagueID).Degrees, []civic.Degree{{Type: civic.Leads, Direction: civic.In, Count: 1}})
}

func testReplaceKeepsOthers(s *subject) {
	s.write(ledBy("a", "2026-01-05", alia, bolat).Reading(), ledBy("b", "2026-01-02", alia).Reading())
	s.write(ledBy("a", "2026-01-05", bolat).Reading())
	equal(s, "her reports", s.known(aliaID).Reports, 1)
	equal(s, "last seen", s.known(aliaID).LastSeen, "2026-01-02")
	equal(s, "first seen", s.known(leagueID).FirstSeen, "2026-01-02")
	edge := s.edge(civic.Leads, aliaID, leagueID)
	equal(s, "reports and evidence of her edge", [2]int{edge.Reports, edge.Evidence}, [2]int{1, 1})
	equal(s, "day of her edge", edge.Day, "2026-01-02")
	passages := values(s.evidence(edge.ID, all))
	equal(s, "pieces of evidence", len(passages), 1)
	equal(s, "report of the evidence", passages[0].Report.ID, ReportID("b"))
	equal(s, "degrees of the league", s.known(leagueID).Degrees, []civic.Degree{{Type: civic.Leads, Direction: civic.In, Count: 2}})
}

func testReplaceEqualsFirst(s *subject) {
	fresh := NewModel()
	for _, d := range town() {
		r := d.Reading()
		s.write(ledBy(r.Report.Source, "2025-12-31", alia, bolat).Reading())
		must[[]store.Outcome](s)(fresh.Write(s.Context(), r))
	}
	for _, d := range town() {
		s.write(d.Reading())
	}
	for _, e := range differences(s.Context(), fresh, s.Store, survey(fresh)) {
		s.Errorf("a store that held other versions before: %s", e)
	}
}

func testDeleteForgets(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia).Reading(), ledBy("b", "2026-01-02", bolat).Reading())
	s.delete(ReportID("a"))
	equal(s, "the report", s.entity(ReportID("a")), nil)
	equal(s, "who only it named", s.entity(aliaID), nil)
	equal(s, "what only it said", s.edge(civic.Leads, aliaID, leagueID), nil)
	equal(s, "reports of the league", s.known(leagueID).Reports, 1)
	equal(s, "degrees of the league", s.known(leagueID).Degrees, []civic.Degree{{Type: civic.Leads, Direction: civic.In, Count: 1}})
	equal(s, "mentions of the league", len(s.mentions(leagueID, all).Items), 1)
	equal(s, "what is left", s.stats(), civic.Stats{Claims: 1, Evidence: 1, Edges: map[civic.EdgeType]int{civic.Leads: 1},
		Nodes: map[civic.NodeType]int{civic.TypeReport: 1, civic.TypePerson: 1, civic.TypeCoalition: 1}})
	equal(s, "people", names(s.list(civic.ListQuery{Types: []civic.NodeType{civic.TypePerson}, Order: civic.ByName, Page: all})), []string{bolat})
	found, _, err := s.Match(s.Context(), civic.TermQuery{Groups: wholeTerms(alia), Limit: 10})
	equal(s, "search for who is gone", must[[]string](s)(namesOf(found), err), nil)
	texts := must[map[civic.ID]string](s)(s.Texts(s.Context(), []civic.ID{ReportID("a")}))
	equal(s, "texts of what is gone", len(texts), 0)
	equal(s, "writing it again", s.write(ledBy("a", "2026-01-01", alia).Reading()), []store.Outcome{store.Ingested})
}

// named is a report that calls Alia by a name, with a post.
func named(source string, published civic.Day, name, givenName string) *civic.Reading {
	d := ledBy(source, published, alia)
	d.referents[2].Names = []civic.Name{{Text: name, Language: civic.Kazakh, Kind: civic.NameFull}}
	d.referents[2].Props.GivenName = givenName
	return d.Reading()
}

func testDeleteRevotes(s *subject) {
	s.write(named("a", "2026-01-01", "Алия С.", "Алия"), named("b", "2026-01-02", "Әлия Сартаева", "Әлия"), named("c", "2026-01-03", "Әлия Сартаева", "Әлия"))
	equal(s, "most reported name", s.known(aliaID).Name, "Әлия Сартаева")
	s.delete(ReportID("b"))
	equal(s, "name at a tie", s.known(aliaID).Name, "Алия С.")
	s.delete(ReportID("c"))
	e := s.known(aliaID)
	equal(s, "names left", e.Names, []civic.NameCount{{Name: civic.Name{Text: "Алия С.", Language: civic.Kazakh, Kind: civic.NameFull}, Reports: 1}})
	equal(s, "given name", e.Props.GivenName, "Алия")
	equal(s, "seen", [2]civic.Day{e.FirstSeen, e.LastSeen}, [2]civic.Day{"2026-01-01", "2026-01-01"})
	found, _, err := s.Match(s.Context(), civic.TermQuery{Groups: wholeTerms("Сартаева"), Limit: 10})
	equal(s, "search by the name that is gone", must[[]string](s)(namesOf(found), err), nil)
}

func testDeleteUnknown(s *subject) {
	s.write(ledBy("a", "2026-01-01", alia).Reading())
	before := s.stats()
	for _, reports := range [][]civic.ID{{ReportID("nowhere")}, {ReportID("a"), ReportID("nowhere")}, {aliaID}} {
		if err := s.Delete(s.Context(), reports...); !errors.Is(err, civic.ErrNotFound) {
			s.Errorf("Delete(%v): error %v", reports, err)
		}
	}
	equal(s, "what the store holds", s.stats(), before)
}

func testDeleteAll(s *subject) {
	var reports []civic.ID
	for _, d := range town() {
		s.write(d.Reading())
		reports = append(reports, d.Reading().Report.ID)
	}
	s.delete(reports...)
	equal(s, "what is left", s.stats(), civic.Stats{})
	types := civic.NodeTypes
	equal(s, "entities", must[int](s)(s.Count(s.Context(), types, civic.Filter{})), 0)
}

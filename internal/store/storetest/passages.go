package storetest

import (
	"fmt"
	"strings"

	"civicgraph/internal/civic"
)

var passageCases = []namedCase{
	{"evidence/the sentence around it, in code points", testQuote},
	{"evidence/order", testEvidenceOrder},
	{"evidence/pages", testEvidencePages},
	{"evidence/a gazetteer's record", testGazetteer},
	{"evidence/many edges at once", testManyEdges},
	{"mentions/of all reports", testMentions},
	{"texts/as they were written", testTexts},
}

// testQuote cuts sentences whose letters have one to four bytes, or two code points.
func testQuote(s *subject) {
	d := NewDraft("Әңгіме 🌊", "2026-01-01") // "story"
	who, coalition := d.Refer(civic.TypePerson, alia), d.Refer(civic.TypeCoalition, league)
	c := d.Claim(civic.Leads, who, coalition)
	const before, match, after = "Бүгін 👩‍👩‍👧 «Ө», ", "И\u0306әлия басқарады", " — деді ол… 🇰🇿" // й of two code points
	sentence := d.Sentence(before + match + after)
	c.Evidence = []civic.Evidence{{Span: civic.Span{Start: sentence.Start + len(before), End: sentence.End - len(after)}}}
	r := d.Reading()
	s.write(r)
	start := len([]rune(r.Report.Text[:sentence.Start])) + len([]rune(before))
	passages := values(s.evidence(civic.EdgeID(civic.Leads, aliaID, leagueID), all))
	equal(s, "the evidence", passages, []*civic.Passage{{ID: civic.EvidenceID(c.ID, 0), Report: s.known(r.Report.ID), Before: before, Match: match,
		After: after, Start: start, End: start + len([]rune(match)), Sentence: 4, Basis: civic.Explicit}})
	name := r.Referents[1].Mentions[0].Runes(r.Report.Text)
	mention := values(s.mentions(aliaID, all))[0]
	equal(s, "the mention", mention, &civic.Passage{ID: civic.EvidenceID(who.ID, 0), Report: s.known(r.Report.ID), Before: "Мұнда ",
		Match: alia, After: " аталды.", Start: name.Start, End: name.End, Sentence: 1})
}

func testEvidenceOrder(s *subject) {
	for i, day := range []civic.Day{"2026-01-02", "2026-01-05", "2026-01-02", "2026-01-03"} {
		d := ledBy(fmt.Sprint("report ", i), day, alia)
		d.Support(d.claims[0], "Екінші дәлел.") // "second evidence"
		d.Support(d.claims[0], "Үшінші дәлел.") // "third evidence"
		r := d.Reading()
		evidence := r.Claims[0].Evidence // not in the order of the text
		evidence[0], evidence[2] = evidence[2], evidence[0]
		s.write(r)
	}
	var got, want []string
	for _, p := range values(s.evidence(civic.EdgeID(civic.Leads, aliaID, leagueID), all)) {
		got = append(got, fmt.Sprint(p.Report.Source.PublishedAt, " ", p.Report.ID, " ", strings.Fields(p.Match)[0]))
	}
	old := []civic.ID{min(ReportID("report 0"), ReportID("report 2")), max(ReportID("report 0"), ReportID("report 2"))}
	for i, id := range []civic.ID{ReportID("report 1"), ReportID("report 3"), old[0], old[1]} {
		for _, word := range []string{"Алия", "Екінші", "Үшінші"} {
			want = append(want, fmt.Sprint([]string{"2026-01-05", "2026-01-03", "2026-01-02", "2026-01-02"}[i], " ", id, " ", word))
		}
	}
	equal(s, "evidence", got, want)
	equal(s, "its number", s.edge(civic.Leads, aliaID, leagueID).Evidence, len(want))
}

func testEvidencePages(s *subject) {
	for i := range 5 {
		d := ledBy(fmt.Sprint("report ", i), civic.Day("2026-01-01").Add(i/2), alia)
		d.Support(d.claims[0], "Тағы бір дәлел.") // "one more piece of evidence"
		d.Mention(d.referents[2])
		s.write(d.Reading())
	}
	edge := civic.EdgeID(civic.Leads, aliaID, leagueID)
	key := func(p *civic.Passage) string { return string(p.ID) }
	for _, size := range []int{1, 3, 9, 10} {
		checkPages(s, size, key, func(page civic.Page) civic.Slice[*civic.Passage] { return s.evidence(edge, page) })
		checkPages(s, size, key, func(page civic.Page) civic.Slice[*civic.Passage] { return s.mentions(aliaID, page) })
	}
	equal(s, "all evidence", len(s.evidence(edge, all).Items), 10)
}

func testGazetteer(s *subject) {
	s.writeTown()
	id := civic.EdgeID(civic.LocatedIn, districtID, regionID)
	equal(s, "basis of the edge", s.edge(civic.LocatedIn, districtID, regionID).Basis, civic.Background)
	r := townPlans().Reading()
	newest := s.evidence(id, civic.Page{First: 1})
	equal(s, "the record", values(newest), []*civic.Passage{{ID: civic.EvidenceID(r.Claims[0].ID, 0), Gazetteer: record, Basis: civic.Background}})
	equal(s, "one of each report", len(s.evidence(id, all).Items), 2)
	next := s.evidence(id, civic.Page{First: 1, After: &newest.Items[0].Cursor})
	equal(s, "the older report's", values(next)[0].ID, civic.EvidenceID(townMeeting().Reading().Claims[1].ID, 0))
	equal(s, "more", next.HasNext, false)
}

func testManyEdges(s *subject) {
	s.writeTown()
	leads, meets := civic.EdgeID(civic.Leads, bolatID, leagueID), civic.EdgeID(civic.ParticipatedIn, aliaID, meetingID)
	q := civic.PassageQuery{Of: []civic.ID{leads, "ed_unknown", meets, leads}, Page: civic.Page{First: 1}}
	byEdge := must[map[civic.ID]civic.Slice[*civic.Passage]](s)(s.Evidence(s.Context(), q))
	equal(s, "edges answered", len(byEdge), 3)
	equal(s, "an unknown edge", byEdge["ed_unknown"], civic.Slice[*civic.Passage]{})
	equal(s, "more of each", [2]bool{byEdge[leads].HasNext, byEdge[meets].HasNext}, [2]bool{true, false})
	equal(s, "the same as alone", byEdge[meets], s.evidence(meets, q.Page))
	q.Of = []civic.ID{bolatID, "pe_unknown", leagueID}
	byEntity := must[map[civic.ID]civic.Slice[*civic.Passage]](s)(s.Mentions(s.Context(), q))
	equal(s, "entities answered", len(byEntity), 3)
	equal(s, "mentions of one", byEntity[bolatID], s.mentions(bolatID, q.Page))
}

func testMentions(s *subject) {
	s.writeTown()
	var got []string
	for _, p := range values(s.mentions(aliaID, all)) {
		got = append(got, p.Match+" "+string(p.Report.Source.PublishedAt))
		equal(s, "basis of a mention", p.Basis, "")
		equal(s, "its report", p.Report, s.known(p.Report.ID))
	}
	equal(s, "mentions", got, []string{alia + " 2026-03-12", alia + " 2026-03-12", alia + " 2026-03-10"})
	equal(s, "mentions of a place known only as above another", len(s.mentions(regionID, all).Items), 1)
	d := NewDraft("self", "2026-01-01")
	d.Mention(d.Report())
	s.write(d.Reading())
	equal(s, "mentions of a report that speaks of itself", len(s.mentions(ReportID("self"), all).Items), 1)
}

func testTexts(s *subject) {
	d := NewDraft("a", "2026-01-01")
	d.Sentence("  Бос орын\tмен \r\n «тырнақша» \\ \" ' % $ 🌊 \u00a0 ") // spaces, quotes and what engines escape
	r := d.Reading()
	s.write(r, ledBy("b", "2026-01-01", alia).Reading())
	found := must[map[civic.ID]string](s)(s.Texts(s.Context(), []civic.ID{r.Report.ID, "re_unknown", r.Report.ID}))
	equal(s, "texts", found, map[civic.ID]string{r.Report.ID: r.Report.Text})
}

package resolve

import (
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/report"
	"civicgraph/internal/store"
)

const text = "date 2024-01-02 Жиын\nҚордай ауданында Ержан Алтаев тұрғындармен кездесті. Ардагерлер кеңесі қолдады.\n"

// found makes what extraction might find in text, whose source is name.
func found(t *testing.T, name string) civic.Reading {
	t.Helper()
	r, err := report.Draft{Source: name, Text: text, Layout: report.Dated}.Report()
	if err != nil {
		t.Fatal(err)
	}
	title := len("date 2024-01-02 Жиын")
	return civic.Reading{Report: r,
		Sentences: []civic.Span{{Start: len("date 2024-01-02 "), End: title}, {Start: title + 1, End: len(text) - 1}},
		Referents: []civic.Referent{
			{ID: "r", Type: civic.TypeReport, Names: []civic.Name{{Text: r.Title, Language: civic.Kazakh}}},
			{ID: "n1", Type: civic.TypePlace, Names: []civic.Name{{Text: "Қордай ауданы", Language: civic.Kazakh, Kind: civic.NameFull}},
				Props: civic.Props{Kind: "DISTRICT", KatoCode: "314800000"}},
			{ID: "n2", Type: civic.TypePerson, Names: []civic.Name{{Text: "Алтаев Ержан", Language: civic.Kazakh, Kind: civic.NameFull}},
				Props: civic.Props{GivenName: "Ержан", FamilyName: "Алтаев"}},
			{ID: "n3", Type: civic.TypeOrganization, Names: []civic.Name{{Text: "ардагерлер кеңесі", Language: civic.Kazakh, Kind: civic.NameDescribed}}},
		}}
}

func located(subject civic.ID) civic.Claim {
	return civic.Claim{Type: civic.LocatedIn, Subject: subject, Object: "n1", Basis: civic.Implied,
		Evidence: []civic.Evidence{{Span: civic.Span{Start: len("date 2024-01-02 Жиын\n"), End: len("date 2024-01-02 Жиын\nҚордай")}}}}
}

func entity(t *testing.T, r *civic.Reading, typ civic.NodeType, code string) civic.ID {
	t.Helper()
	for _, ref := range r.Referents {
		if ref.Type == typ && ref.Props.KatoCode == code {
			return ref.Entity
		}
	}
	t.Fatalf("no %s %s", typ, code)
	return ""
}

func TestResolvedReadingsPassTheStoresCheck(t *testing.T) {
	if err := store.Check(New(gazetteer.New()).Resolve(found(t, "a"))); err != nil {
		t.Error(err)
	}
}

func TestPlacesAboveAreBackground(t *testing.T) {
	r := New(gazetteer.New()).Resolve(found(t, "a"))
	district, region := entity(t, r, civic.TypePlace, "314800000"), entity(t, r, civic.TypePlace, "310000000")
	if district != civic.NodeID(civic.TypePlace, "kato:314800000") {
		t.Errorf("district is %s", district)
	}
	for _, c := range r.Claims {
		if c.Subject == civic.ReferentID(r.Report.ID, civic.TypePlace, "kato:314800000") {
			if c.Basis != civic.Background || c.Evidence[0].Gazetteer != "KATO 314800000" {
				t.Errorf("claim %+v", c)
			}
			return
		}
	}
	t.Errorf("no claim that the district lies in %s", region)
}

func TestNameOrderMakesNoOtherPerson(t *testing.T) {
	a, b := found(t, "a"), found(t, "b")
	b.Referents[2].Names[0].Text = "Ержан Алтаев"
	resolver := New(gazetteer.New())
	first := entity(t, resolver.Resolve(a), civic.TypePerson, "")
	if second := entity(t, resolver.Resolve(b), civic.TypePerson, ""); first != second {
		t.Errorf("%s and %s", first, second)
	}
}

func TestDescriptionsAreToldApartByPlaceThenByReport(t *testing.T) {
	resolver := New(gazetteer.New())
	a, b := found(t, "a"), found(t, "b")
	apart := func() (civic.ID, civic.ID) {
		return entity(t, resolver.Resolve(a), civic.TypeOrganization, ""), entity(t, resolver.Resolve(b), civic.TypeOrganization, "")
	}
	if x, y := apart(); x == y {
		t.Error("two councils without a place are one")
	}
	a.Claims, b.Claims = []civic.Claim{located("n3")}, []civic.Claim{located("n3")}
	if x, y := apart(); x != y {
		t.Error("the councils of one district are two")
	}
}

func TestReferentsOfOneKeyAreOne(t *testing.T) {
	r := found(t, "a")
	twin := r.Referents[2]
	twin.ID = "n4"
	twin.Names = []civic.Name{{Text: "Алтаев", Language: civic.Kazakh, Kind: civic.NameShort}}
	r.Referents = append(r.Referents, twin)
	member := civic.Claim{Type: civic.MemberOf, Subject: "n2", Object: "n3", Basis: civic.Implied, Evidence: located("n2").Evidence}
	again := member
	again.Subject, again.Basis = "n4", civic.Explicit
	again.Evidence = []civic.Evidence{{Span: civic.Span{Start: member.Evidence[0].Span.End + 1, End: len(text) - 1}}}
	r.Claims = []civic.Claim{member, again}
	resolved := New(gazetteer.New()).Resolve(r)
	if len(resolved.Referents) != len(found(t, "a").Referents)+len(gazetteer.New().Parents("314800000")) {
		t.Errorf("%d referents", len(resolved.Referents))
	}
	if c := resolved.Claims[0]; c.Basis != civic.Explicit || len(c.Evidence) != 2 {
		t.Errorf("claim %+v", c)
	}
	if names := resolved.Referents[2].Names; len(names) != 2 {
		t.Errorf("names %v", names)
	}
}

func TestResolveLeavesItsInputAlone(t *testing.T) {
	r := found(t, "a")
	New(gazetteer.New()).Resolve(r)
	if r.Referents[1].Entity != "" || len(r.Referents[1].Names) != 1 {
		t.Errorf("referent %+v", r.Referents[1])
	}
}

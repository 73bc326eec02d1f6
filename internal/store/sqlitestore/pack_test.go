package sqlitestore

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
)

// full is an entity of which no packed field is empty.
func full() *civic.Entity {
	return &civic.Entity{
		Name: "Ақсай ауданы", Reports: 300, FirstSeen: "2025-01-02", LastSeen: "2026-03-04", ReportID: "re_x",
		Names: []civic.NameCount{{Name: civic.Name{Text: "Ақсай ауданы", Language: civic.Kazakh, Kind: civic.NameFull}, Reports: 299}},
		Props: civic.Props{Kind: "DISTRICT", Level: "CITY", ShortName: "a", LegalForm: "b", GivenName: "c", FamilyName: "d",
			Patronymic: "e", KatoCode: "f", Lat: -43.25, Lon: 76.95, Status: civic.Held, IsSeries: true, Verb: "g", Voice: "h",
			Text: "i", Language: civic.Russian, Count: &civic.Count{Raw: "500-ден астам", Value: 500, Qualifier: civic.AtLeast},
			Attendance: &civic.Count{Value: -1},
			Date:       &civic.Date{Earliest: "2026-01-01", Latest: "2026-01-02", Precision: civic.PrecisionDay, Basis: civic.DateStated, Raw: "кеше"}},
		Degrees: []civic.Degree{{Type: civic.HeldAt, Direction: civic.In, Count: 70000}},
		Source: &civic.Source{Source: "https://example.org", PublishedAt: "2026-03-04", Publisher: "j", Language: civic.Kazakh,
			URL: "k", SHA256: "l", Extractor: "m", Sample: true},
	}
}

func TestPackedBodiesAreWhatTheyWere(t *testing.T) {
	edge := &civic.Edge{Basis: civic.Implied, Day: "2026-01-01", Reports: 3, Evidence: 1 << 40, Props: civic.EdgeProps{Role: "a", RoleRaw: "b",
		TitleRaw: "c", Status: "d", Capacity: "e", CapacityRaw: "f", Count: &civic.Count{Value: 1}, PlaceRole: "g", Relation: "h"}}
	for _, e := range []*civic.Entity{full(), {}} {
		var got civic.Entity
		if err := unpack(entityBody(e), func(p *packing) { packEntity(p, &got) }); err != nil || cmp.Diff(e, &got) != "" {
			t.Errorf("%v: %s", err, cmp.Diff(e, &got))
		}
	}
	for _, e := range []*civic.Edge{edge, {}} {
		var got civic.Edge
		if err := unpack(edgeBody(e), func(p *packing) { packEdge(p, &got) }); err != nil || cmp.Diff(e, &got) != "" {
			t.Errorf("%v: %s", err, cmp.Diff(e, &got))
		}
	}
}

func TestCutBodiesAreRefused(t *testing.T) {
	body := entityBody(full())
	for n := range body {
		var e civic.Entity
		if err := unpack(body[:n], func(p *packing) { packEntity(p, &e) }); err == nil {
			t.Fatalf("the first %d of %d bytes were taken for a body", n, len(body))
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(entityBody(full()))
	f.Fuzz(func(t *testing.T, body []byte) {
		var e civic.Entity
		if err := unpack(body, func(p *packing) { packEntity(p, &e) }); err == nil {
			var again civic.Entity
			if err := unpack(entityBody(&e), func(p *packing) { packEntity(p, &again) }); err != nil || !cmp.Equal(e, again) {
				t.Errorf("read and written again: %v %s", err, cmp.Diff(e, again))
			}
		}
	})
}

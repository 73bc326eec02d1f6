package resolve

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/store"
)

// sources are the names of those whom the report comes from, with the basis.
func sources(t *testing.T, found civic.Reading) []string {
	t.Helper()
	r := New(gazetteer.New()).Resolve(found)
	if err := store.Check(r); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range r.Claims {
		for _, ref := range r.Referents {
			if c.Type == civic.ReportedBy && ref.ID == c.Object {
				names = append(names, string(c.Basis)+" "+ref.Names[0].Text)
			}
		}
	}
	return names
}

func TestPublisherIsBackground(t *testing.T) {
	reading := found(t, "a")
	if got := sources(t, reading); got != nil {
		t.Errorf("without a publisher: %v", got)
	}
	reading.Report.Publisher = "ALATAU.KZ"
	if diff := cmp.Diff([]string{"BACKGROUND ALATAU.KZ"}, sources(t, reading)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMediumThatTheTextNamesStandsAlone(t *testing.T) {
	reading := found(t, "a")
	reading.Report.Publisher = "ALATAU.KZ"
	reading.Referents = append(reading.Referents, civic.Referent{ID: "n4", Type: civic.TypeOrganization, Props: civic.Props{Kind: "MEDIA"},
		Names: []civic.Name{{Text: "Жетісу", Language: civic.Kazakh, Kind: civic.NameFull}}})
	claim := located("r")
	claim.Type, claim.Object, claim.Basis = civic.ReportedBy, "n4", civic.Explicit
	reading.Claims = append(reading.Claims, claim)
	if diff := cmp.Diff([]string{"EXPLICIT Жетісу"}, sources(t, reading)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPublisherAndMentionAreOne has a text that speaks of its medium, but not as its
// source.
func TestPublisherAndMentionAreOne(t *testing.T) {
	reading := found(t, "a")
	reading.Report.Publisher = "ЖЕТІСУ"
	reading.Referents = append(reading.Referents, civic.Referent{ID: "n4", Type: civic.TypeOrganization, Props: civic.Props{Kind: "MEDIA"},
		Names: []civic.Name{{Text: "Жетісу", Language: civic.Kazakh, Kind: civic.NameFull}}})
	if diff := cmp.Diff([]string{"BACKGROUND Жетісу"}, sources(t, reading)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

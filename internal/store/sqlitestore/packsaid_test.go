package sqlitestore

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/civic"
)

func TestSaid(t *testing.T) {
	claims := []testimony{
		{Claim: civic.ClaimID(civic.Leads, "pe_a", "co_b"), Basis: "EXPLICIT", Props: civic.EdgeProps{Role: "HEAD"},
			Evidence: []civic.Evidence{{Span: civic.Span{Start: 3, End: 700}}, {Gazetteer: "KATO 1"}}},
		{Claim: "an id that spells no bytes"}, {Claim: ""},
	}
	for name, body := range map[string][]byte{"packed": saidBody(claims, packTestimonies), "version 1": []byte(encode(claims))} {
		got, err := readSaid(body, packTestimonies)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(claims, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if _, err := readSaid(saidBody(claims, packTestimonies)[:9], packTestimonies); err == nil {
		t.Error("a body that is cut off was read")
	}
}

func TestArchive(t *testing.T) {
	a, err := newArchive()
	if err != nil {
		t.Fatal(err)
	}
	defer a.close()
	want := &civic.Reading{Report: civic.Report{ID: "re_a", Title: "Кездесу"}}
	plain, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{"packed": a.pack(want), "version 1": plain} {
		got, err := a.unpack(body)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
	if _, err := a.unpack([]byte("neither")); err == nil {
		t.Error("what is no reading was unpacked")
	}
}

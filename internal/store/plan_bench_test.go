package store

import (
	"fmt"
	"testing"

	"civicgraph/internal/civic"
)

// reading makes a resolved reading of n actors that all take part in one meeting.
func reading(n int) *civic.Reading {
	const text = "Жиын\nЖиын болды."
	report := civic.Report{ID: civic.NodeID(civic.TypeReport, "bench"), Source: "bench", Title: "Жиын", Text: text, PublishedAt: "2024-01-02"}
	r := &civic.Reading{Report: report, Sentences: []civic.Span{{Start: 0, End: 8}, {Start: 9, End: len(text)}}}
	add := func(t civic.NodeType, key string, props civic.Props) civic.ID {
		id := civic.ReferentID(report.ID, t, key)
		r.Referents = append(r.Referents, civic.Referent{ID: id, Type: t, Key: key, Entity: civic.NodeID(t, key), Props: props,
			Names: []civic.Name{{Text: key, Language: civic.Kazakh, Kind: civic.NameFull}}, Mentions: []civic.Span{{Start: 9, End: 17}}})
		return id
	}
	add(civic.TypeReport, report.Source, civic.Props{})
	meeting := add(civic.TypeMeeting, "жиын", civic.Props{Kind: "MEETING", Date: &civic.Date{Latest: "2024-01-02", Precision: civic.PrecisionNotStated}})
	for i := range n {
		who := add(civic.TypePerson, fmt.Sprintf("Ержан Алтаев %d", i), civic.Props{GivenName: "Ержан", FamilyName: "Алтаев"})
		r.Claims = append(r.Claims, civic.Claim{ID: civic.ClaimID(civic.ParticipatedIn, who, meeting), Type: civic.ParticipatedIn,
			Subject: who, Object: meeting, Basis: civic.Explicit, Props: civic.EdgeProps{Role: civic.RoleAttendee},
			Evidence: []civic.Evidence{{Span: civic.Span{Start: 9, End: 17}}}})
	}
	return r
}

// BenchmarkPlan plans the first write of a report with 60 participants.
func BenchmarkPlan(b *testing.B) {
	r := reading(60)
	if err := Check(r); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Plan(nil, r, State{})
	}
}

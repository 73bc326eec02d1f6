package extract

import (
	"fmt"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

// TestEvents reads made-up reports under testdata/events: the report, then its
// events with who took part, where, when and about what, and what was said.
func TestEvents(t *testing.T) {
	compareDocuments(t, "events", listEvents)
}

// listEvents prints the events, groups and statements of a reading, each with the
// claims about it indented.
func listEvents(r civic.Reading) string {
	var b strings.Builder
	for _, ref := range r.Referents {
		switch ref.Type {
		case civic.TypeMeeting, civic.TypeVisit:
			fmt.Fprintf(&b, "%s %s %s %s: %s%s\n", ref.Type, ref.Props.Kind, ref.Props.Status, days(*ref.Props.Date), ref.Names[0].Text, many(" | attendance ", ref.Props.Attendance))
		case civic.TypeGroup:
			fmt.Fprintf(&b, "Group: %s%s\n", ref.Names[0].Text, many(" | ", ref.Props.Count))
		case civic.TypeStatement:
			fmt.Fprintf(&b, "Statement %s: %s\n", ref.Props.Voice, ref.Names[0].Text)
		default:
			continue
		}
		listClaims(&b, r, ref)
	}
	return b.String()
}

// listClaims prints what a reading says about one of its referents.
func listClaims(b *strings.Builder, r civic.Reading, ref civic.Referent) {
	for _, c := range r.Claims {
		switch {
		case c.Type == civic.ParticipatedIn && c.Object == ref.ID:
			fmt.Fprintf(b, "  %s %s%s\n", c.Props.Role, nameOf(r, c.Subject), in(c.Props.Capacity))
		case c.Subject == ref.ID && c.Type != civic.ParticipatedIn:
			fmt.Fprintf(b, "  %s %s%s\n", c.Type, nameOf(r, c.Object), in(c.Props.PlaceRole+c.Props.Relation+c.Props.Capacity))
		}
	}
}

func in(words string) string {
	if words == "" {
		return ""
	}
	return " (" + words + ")"
}

// days prints the bounds of a date.
func days(d civic.Date) string {
	if d.Earliest == d.Latest {
		return string(d.Earliest)
	}
	return string(d.Earliest) + ".." + string(d.Latest)
}

func many(label string, c *civic.Count) string {
	if c == nil {
		return ""
	}
	return fmt.Sprintf("%s%s = %d %s", label, c.Raw, c.Value, c.Qualifier)
}

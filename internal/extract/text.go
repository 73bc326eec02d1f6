package extract

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// WriteText prints a reading for people: the report with what it speaks of in
// brackets, then the referents with their names, then the claims with their rules
// and the words that they rest on.
func WriteText(w io.Writer, r civic.Reading) error {
	var b strings.Builder
	writeMarked(&b, r)
	b.WriteString("\n")
	for _, ref := range r.Referents[min(1, len(r.Referents)):] {
		fmt.Fprintf(&b, "%-4s %s%s: %s\n", ref.ID, ref.Type, kindOf(ref), namesOf(ref))
	}
	b.WriteString("\n")
	for _, c := range r.Claims {
		writeClaim(&b, r, c)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing a reading: %w", err)
	}
	return nil
}

// mark is a bracket to be set into the text.
type mark struct {
	at, length int
	text       string
}

// writeMarked prints the text with the mentions of named things in brackets.
func writeMarked(b *strings.Builder, r civic.Reading) {
	var marks []mark
	for _, ref := range r.Referents {
		if !ref.Type.IsNamed() {
			continue
		}
		for _, m := range ref.Mentions {
			marks = append(marks, mark{m.Start, -m.Len(), "["}, mark{m.End, m.Len(), "|" + string(ref.ID) + "]"})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(-sign(a.length), -sign(b.length)), cmp.Compare(a.length, b.length))
	})
	at := 0
	for _, m := range marks {
		b.WriteString(r.Report.Text[at:m.at] + m.text)
		at = m.at
	}
	b.WriteString(strings.TrimRight(r.Report.Text[at:], "\n") + "\n")
}

// sign tells closing marks, which come first, from opening ones.
func sign(n int) int { return cmp.Compare(n, 0) }

func kindOf(r civic.Referent) string {
	var parts []string
	for _, part := range []string{r.Props.Kind, r.Props.Level, r.Props.KatoCode, r.Props.Status} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, " ") + ")"
}

func namesOf(r civic.Referent) string {
	var names []string
	for _, n := range r.Names {
		names = append(names, n.Text)
	}
	return strings.Join(names, " | ")
}

func writeClaim(b *strings.Builder, r civic.Reading, c civic.Claim) {
	fmt.Fprintf(b, "%s %s → %s [%s, %s]", c.Type, nameOf(r, c.Subject), nameOf(r, c.Object), c.Basis, c.Rule)
	for _, prop := range []string{c.Props.Role, c.Props.RoleRaw, c.Props.TitleRaw, c.Props.CapacityRaw, c.Props.PlaceRole, c.Props.Status} {
		if prop != "" {
			b.WriteString(" " + prop + ";")
		}
	}
	b.WriteString("\n")
	for _, e := range c.Evidence {
		fmt.Fprintf(b, "     %s\n", e.Span.In(r.Report.Text))
	}
}

func nameOf(r civic.Reading, id civic.ID) string {
	for _, ref := range r.Referents {
		if ref.ID == id {
			return ref.Names[0].Text
		}
	}
	return string(id)
}

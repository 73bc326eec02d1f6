package extract

import (
	"fmt"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

// TestNames reads made-up reports under testdata/names: the report, then the named
// things in it with their names, and who leads, holds, belongs to and lies in what.
func TestNames(t *testing.T) {
	compareDocuments(t, "names", listNames)
}

// listNames prints the named referents of a reading and the claims between them.
func listNames(r civic.Reading) string {
	var b strings.Builder
	for _, ref := range r.Referents {
		if ref.Type.IsNamed() {
			fmt.Fprintf(&b, "%s%s: %s\n", ref.Type, kindOf(ref), namesOf(ref))
		}
	}
	for _, c := range r.Claims {
		switch c.Type {
		case civic.Leads, civic.HoldsPosition, civic.MemberOf, civic.LocatedIn, civic.ReportedBy:
			fmt.Fprintf(&b, "%s %s → %s [%s] %s\n", c.Type, nameOf(r, c.Subject), nameOf(r, c.Object), c.Basis, c.Props.RoleRaw+c.Props.TitleRaw+c.Props.CapacityRaw)
		}
	}
	return b.String()
}

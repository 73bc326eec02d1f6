package extract

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/civic"

	"golang.org/x/tools/txtar"
)

// TestNames reads made-up reports under testdata/names: the report, then the named
// things in it with their names, and who leads, holds, belongs to and lies in what.
func TestNames(t *testing.T) {
	paths, err := filepath.Glob("testdata/names/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no reports under testdata/names")
	}
	x := newExtractor(t)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) == 0 {
				t.Fatalf("%s holds no report: %v", path, err)
			}
			report := archive.Files[0]
			archive.Files = []txtar.File{report, {Name: "names", Data: []byte(listNames(x.Extract(layout(string(report.Data)))))}}
			compareFile(t, path, string(txtar.Format(archive)))
		})
	}
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

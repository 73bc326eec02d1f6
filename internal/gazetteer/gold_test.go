package gazetteer

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// annotated is a place that a careful reader found in a report.
type annotated struct {
	Type, Name string
	Aliases    []string
	Props      struct{ Kind, KatoCode string }
}

// TestAnnotatedPlaces resolves the places of annotated reports, each with the regions
// and districts of its report as the context.
func TestAnnotatedPlaces(t *testing.T) {
	files, err := filepath.Glob("../../../shared/gold/dev/*.gold.json")
	if err != nil || len(files) == 0 {
		t.Skip("the material beside the repository is missing: no reports in shared/gold/dev")
	}
	g := New()
	for _, file := range files {
		var gold struct{ Nodes []annotated }
		content, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(content, &gold)
		}
		if err != nil {
			t.Fatal(file, err)
		}
		context := wide(gold.Nodes)
		for _, n := range gold.Nodes {
			if n.Type == "Place" && n.Props.KatoCode != "" {
				checkAnnotated(t, g, n, context)
			}
		}
	}
}

// wide are the codes of the regions and districts among the nodes.
func wide(nodes []annotated) []string {
	var codes []string
	for _, n := range nodes {
		if n.Props.KatoCode != "" && (n.Props.Kind == Region || n.Props.Kind == District) {
			codes = append(codes, n.Props.KatoCode)
		}
	}
	return codes
}

func checkAnnotated(t *testing.T, g *Gazetteer, n annotated, context []string) {
	t.Helper()
	for _, name := range append(n.Aliases, n.Name) {
		if p, ok := g.Resolve(name, n.Props.Kind, context); p.Code != n.Props.KatoCode {
			t.Errorf("Resolve(%q, %s, %q) = %s %q %v, want %s", name, n.Props.Kind, context, p.Code, p.Name, ok, n.Props.KatoCode)
		}
	}
	p, ok := g.ByCode(n.Props.KatoCode)
	if !ok || p.Kind != n.Props.Kind {
		t.Errorf("ByCode(%q) = %+v, want kind %s", n.Props.KatoCode, p, n.Props.Kind)
	}
}

package graph_test

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/graph"
)

// walker writes selections of everything that the schema has.
type walker struct {
	schema    *ast.Schema
	arguments func(field *ast.FieldDefinition) string // in brackets, or empty
}

func newWalker(arguments func(*ast.FieldDefinition) string) *walker {
	return &walker{(&graph.Resolver{}).Schema().Schema(), arguments}
}

// isEntity reports whether a type is an entity or an interface of entities.
func (w *walker) isEntity(d *ast.Definition) bool {
	return d.Name == "Entity" || d.Name == "Node" || d.IsCompositeType() && contains(d.Interfaces, "Entity")
}

func contains(list []string, s string) bool {
	for _, t := range list {
		if t == s {
			return true
		}
	}
	return false
}

// everything selects all fields of a type: of the entities under them only what is
// no entity and has none.
func (w *walker) everything(d *ast.Definition, within bool) string {
	var b strings.Builder
	b.WriteString("{ __typename ")
	for _, f := range d.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		under := w.schema.Types[f.Type.Name()]
		switch {
		case under.IsLeafType():
			fmt.Fprintf(&b, "%s%s ", f.Name, w.arguments(f))
		case !within || !w.isEntity(d):
			fmt.Fprintf(&b, "%s%s %s ", f.Name, w.arguments(f), w.everything(under, within || w.isEntity(d)))
		}
	}
	b.WriteString("}")
	return b.String()
}

// all lists the fields of all types but those of mutations, as Type.field.
func (w *walker) all() map[string]bool {
	fields := map[string]bool{}
	for _, d := range w.schema.Types {
		if d.Kind != ast.Object || d.BuiltIn || strings.HasPrefix(d.Name, "__") || strings.HasSuffix(d.Name, "Payload") || d.Name == "Mutation" {
			continue
		}
		for _, f := range d.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				fields[d.Name+"."+f.Name] = true
			}
		}
	}
	return fields
}

// strike takes the fields that a query selects out of a set. A field of an
// interface stands for those of its types.
func (w *walker) strike(fields map[string]bool, set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			delete(fields, s.ObjectDefinition.Name+"."+s.Name)
			w.strike(fields, s.SelectionSet)
		case *ast.InlineFragment:
			w.strike(fields, s.SelectionSet)
		}
	}
}

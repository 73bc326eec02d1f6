package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
)

// everyField asks for every field of the schema: of entities of each type, of an
// edge of each type, and of the root.
func everyField(t testing.TB, s *server, c *cast) string {
	w := newWalker(c.someArguments)
	left := w.all()
	var answers strings.Builder
	ask := func(query string) {
		operation, errs := gqlparser.LoadQueryWithRules(w.schema, query, nil)
		if errs != nil {
			t.Fatalf("%v in\n%s", errs, query)
		}
		w.strike(left, operation.Operations[0].SelectionSet)
		answers.WriteString(s.query(query, nil))
	}
	for _, name := range []string{"Person", "Coalition", "Organization", "Place", "Meeting", "Visit", "Group", "Topic", "Statement", "Report"} {
		ask(fmt.Sprintf("{ entities(types: [%s], first: 2) { nodes { ... on %s %s } } }",
			strings.ToUpper(name), name, w.everything(w.schema.Types[name], false)))
	}
	ask(fmt.Sprintf("{ nodes(ids: %s) { ... on Relation %s } }", c.edgeIDs(), w.everything(w.schema.Types["Relation"], false)))
	for _, f := range w.schema.Query.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			ask(w.root(f))
		}
	}
	for field := range left {
		t.Errorf("no query asked for %s", field)
	}
	return answers.String()
}

func (w *walker) root(f *ast.FieldDefinition) string {
	return fmt.Sprintf("{ %s%s %s }", f.Name, w.arguments(f), w.everything(w.schema.Types[f.Type.Name()], true))
}

// someArguments are arguments for every field that has any.
func (c *cast) someArguments(f *ast.FieldDefinition) string {
	places, people := c.ids(civic.TypePlace), c.ids(civic.TypePerson)
	switch f.Name {
	case "node":
		if f.Arguments.ForName("id") == nil {
			return ""
		}
		return fmt.Sprintf("(id: %q)", places[0])
	case "nodes":
		if f.Arguments.ForName("ids") != nil {
			return fmt.Sprintf("(ids: [%q, %[1]q])", places[1])
		}
	case "search":
		return fmt.Sprintf("(query: %q, first: 2)", c.of[civic.TypePerson][0].Name)
	case "paths":
		return fmt.Sprintf("(from: %q, to: %q)", people[0], people[1])
	case "timeline":
		return "(interval: MONTH)"
	case "dateMatch":
		return `(from: "2026-02-01", to: "2026-07-01")`
	}
	if f.Arguments.ForName("first") != nil {
		return "(first: 1)"
	}
	return ""
}

// edgeIDs lists the edges, in the order of their types.
func (c *cast) edgeIDs() string {
	var ids []string
	for _, kind := range civic.EdgeTypes {
		if id := c.edges[kind]; id != "" {
			ids = append(ids, quote(id))
		}
	}
	return "[" + strings.Join(ids, ", ") + "]"
}

package graph_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/storetest"
)

const seededQueries = 200

// seeded asks random queries, the same for every store: lists in both directions
// with filters, searches, paths, nodes. Each list goes on after its first page's end
// or before its beginning.
func seeded(t testing.TB, s *server) string {
	c := &chance{Rand: rand.New(rand.NewPCG(7, 7))}
	w := newWalker(c.arguments)
	var answers strings.Builder
	for range seededQueries {
		field := c.root(w)
		args, selection := c.arguments(field), c.selection(w, w.schema.Types[field.Type.Name()], 2)
		answer := s.response(s.Context(), fmt.Sprintf("{ list: %s%s %s }", field.Name, args, selection), nil)
		fmt.Fprintf(&answers, "%s%s\n%s %v\n", field.Name, args, answer.Data, answer.Errors)
		if next := c.turn(answer.Data, args); next != "" {
			answer := s.response(s.Context(), fmt.Sprintf("{ %s%s %s }", field.Name, next, selection), nil)
			fmt.Fprintf(&answers, "%s %v\n", answer.Data, answer.Errors)
		}
	}
	return answers.String()
}

// turn is the arguments of the page after or before a page; empty where there is none.
func (c *chance) turn(page json.RawMessage, args string) string {
	var answer struct {
		List struct {
			PageInfo struct{ StartCursor, EndCursor *string }
		}
	}
	if json.Unmarshal(page, &answer) != nil || answer.List.PageInfo.EndCursor == nil {
		return ""
	}
	info, head := answer.List.PageInfo, strings.TrimSuffix(args, ")")
	return c.one(fmt.Sprintf("%s, after: %q)", head, *info.EndCursor), fmt.Sprintf("%s, before: %q)", head, *info.StartCursor))
}

type chance struct{ *rand.Rand }

func (c *chance) root(w *walker) *ast.FieldDefinition {
	for {
		if f := w.schema.Query.Fields[c.IntN(len(w.schema.Query.Fields))]; !strings.HasPrefix(f.Name, "__") {
			return f
		}
	}
}

// selection selects some fields of a type, to a depth.
func (c *chance) selection(w *walker, d *ast.Definition, depth int) string {
	var b strings.Builder
	b.WriteString("{ __typename ")
	for _, f := range d.Fields {
		under := w.schema.Types[f.Type.Name()]
		switch {
		case strings.HasPrefix(f.Name, "__"):
		case f.Name == "pageInfo":
			b.WriteString("pageInfo { startCursor endCursor hasNextPage hasPreviousPage } ")
		case under.IsLeafType():
			if c.IntN(3) > 0 {
				fmt.Fprintf(&b, "%s%s ", f.Name, c.arguments(f))
			}
		case f.Name == "nodes" || f.Name == "node" || f.Name == "edges" && d.Fields.ForName("pageInfo") != nil:
			fmt.Fprintf(&b, "%s %s ", f.Name, c.selection(w, under, depth))
		case depth > 0 && c.IntN(8) == 0:
			fmt.Fprintf(&b, "%s%s %s ", f.Name, c.arguments(f), c.selection(w, under, depth-1))
		}
	}
	b.WriteString("}")
	return b.String()
}

// arguments are random ones for a field, in brackets.
func (c *chance) arguments(f *ast.FieldDefinition) string {
	var args []string
	for _, a := range f.Arguments {
		if value := c.argument(f, a); value != "" {
			args = append(args, a.Name+": "+value)
		}
	}
	if len(args) == 0 {
		return ""
	}
	return "(" + strings.Join(args, ", ") + ")"
}

func (c *chance) argument(f *ast.FieldDefinition, a *ast.ArgumentDefinition) string {
	switch a.Name {
	case "first":
		if f.Arguments.ForName("last") == nil || c.IntN(2) == 0 {
			return fmt.Sprint(1 + c.IntN(4))
		}
		return "null, last: " + fmt.Sprint(1+c.IntN(6))
	case "filter":
		return c.filter(f.Name)
	case "orderBy":
		return c.one("NAME", "NAME_REVERSED", "NEWEST", "OLDEST", "MOST_REPORTED")
	case "query":
		return fmt.Sprintf("%q", c.one(people...)+" "+c.one("", "лига", "kezdesu"))
	case "interval":
		return c.one("DAY", "WEEK", "MONTH", "YEAR")
	case "id", "from", "to":
		if a.Type.Name() == "Date" {
			return fmt.Sprintf(`"2026-0%d-11"`, 1+c.IntN(6))
		}
		return c.id()
	case "ids":
		return "[" + c.id() + ", " + c.id() + "]"
	case "roles":
		return c.one("", "[ATTENDEE]", "[ORGANIZER, SPEAKER]")
	case "direction":
		return c.one("", "IN", "OUT")
	}
	return ""
}

// filter is a random filter of a list.
func (c *chance) filter(list string) string {
	conditions := []string{"", "reports: [" + quote(storetest.ReportID("аңғар-1")) + "]"}
	switch list {
	case "meetings", "timeline":
		conditions = append(conditions, `date: { from: "2026-03-01", to: "2026-05-15", match: `+c.one("LIKELY", "POSSIBLE", "CERTAIN")+" }",
			"places: ["+quote(storetest.NamedID(civic.TypePlace, above))+"]", "minAttendance: 200", "participants: ["+c.person()+"]", `text: "кездесу"`)
	case "people":
		conditions = append(conditions, "coalitions: ["+quote(storetest.NamedID(civic.TypeCoalition, c.one(coalitions...)))+"]", `text: "`+c.one(people...)+`"`)
	case "reports":
		return ""
	}
	return "{ " + c.one(conditions...) + " }"
}

func (c *chance) person() string { return quote(storetest.NamedID(civic.TypePerson, c.one(people...))) }

func (c *chance) id() string {
	return c.one(c.person(), quote(storetest.NamedID(civic.TypePlace, c.one(venues...))), quote(storetest.NamedID(civic.TypeTopic, c.one(topics...))))
}

func (c *chance) one(of ...string) string { return of[c.IntN(len(of))] }

func quote(id civic.ID) string { return fmt.Sprintf("%q", string(id)) }

package graph_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/internal/civic"
)

// seeded asks n random queries, the same for every store: lists in both directions
// with filters, searches, paths, nodes. Each list goes on after its first page's end
// or before its beginning.
func seeded(n int) interview {
	return func(_ testing.TB, s *server, known *cast) string {
		c := &chance{rand.New(rand.NewPCG(7, 7)), known}
		w := newWalker(c.arguments)
		var answers strings.Builder
		for range n {
			c.ask(w, s, &answers)
		}
		return answers.String()
	}
}

func (c *chance) ask(w *walker, s *server, answers *strings.Builder) {
	field := c.root(w)
	args, selection := c.arguments(field), c.selection(w, w.schema.Types[field.Type.Name()], 2)
	answer := s.response(s.Context(), fmt.Sprintf("{ list: %s%s %s }", field.Name, args, selection), nil)
	fmt.Fprintf(answers, "%s%s\n%s %v\n", field.Name, args, answer.Data, answer.Errors)
	if next := c.turn(answer.Data, args); next != "" {
		answer := s.response(s.Context(), fmt.Sprintf("{ %s%s %s }", field.Name, next, selection), nil)
		fmt.Fprintf(answers, "%s %v\n", answer.Data, answer.Errors)
	}
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

// chance draws queries about a cast.
type chance struct {
	*rand.Rand
	*cast
}

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
		return c.words()
	case "interval":
		return c.one("DAY", "WEEK", "MONTH", "YEAR")
	case "id", "from", "to":
		if a.Type.Name() == "Date" {
			return fmt.Sprintf("%q", c.day())
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
	conditions := []string{"", "reports: [" + c.id(civic.TypeReport) + "]"}
	switch list {
	case "meetings", "timeline":
		from := c.day()
		conditions = append(conditions, fmt.Sprintf("date: { from: %q, to: %q, match: %s }", from, from.Add(45), c.one("LIKELY", "POSSIBLE", "CERTAIN")),
			"places: ["+c.id(civic.TypePlace)+"]", "minAttendance: 200", "participants: ["+c.id(civic.TypePerson)+"]", `text: "кездесу"`)
	case "people":
		conditions = append(conditions, "coalitions: ["+c.id(civic.TypeCoalition)+"]", "text: "+c.words())
	case "reports":
		return ""
	}
	return "{ " + c.one(conditions...) + " }"
}

// words are what somebody may search for: one or two words of a name, as they stand
// or in Latin letters' small case, or a kind of thing.
func (c *chance) words() string {
	kind := civic.NodeTypes[c.IntN(len(civic.NodeTypes))]
	words := append(strings.Fields(c.someone(kind).Name), "kezdesu", "лига")
	some := c.one(words...)
	if c.IntN(2) == 0 {
		some += " " + c.one(words...)
	}
	return fmt.Sprintf("%q", strings.ToLower(some))
}

// day is a day about which the reports speak.
func (c *chance) day() civic.Day {
	return c.someone(civic.TypeReport).Source.PublishedAt.Add(c.IntN(30) - 15)
}

// someone is one of the cast of a type, or a report if there is none.
func (c *chance) someone(kind civic.NodeType) *civic.Entity {
	some := c.of[kind]
	if len(some) == 0 {
		some = c.of[civic.TypeReport]
	}
	return some[c.IntN(len(some))]
}

// id is the id of one of the cast of a type, or of a few types, in quotes.
func (c *chance) id(kinds ...civic.NodeType) string {
	if len(kinds) == 0 {
		kinds = []civic.NodeType{civic.TypePerson, civic.TypePlace, civic.TypeTopic, civic.TypeMeeting}
	}
	return quote(c.someone(kinds[c.IntN(len(kinds))]).ID)
}

func (c *chance) one(of ...string) string { return of[c.IntN(len(of))] }

func quote(id civic.ID) string { return fmt.Sprintf("%q", string(id)) }

package sqlitestore

import (
	"embed"
	"encoding/json"
	"strings"
)

// files holds one statement or fragment each, opened by a comment that says what
// its parameters are, in their order.
//
//go:embed query/*.sql
var files embed.FS

// text is an embedded statement or fragment without the comment at its head and the
// semicolon at its end: a driver prepares one statement at a time.
func text(name string) string {
	raw, err := files.ReadFile("query/" + name + ".sql")
	if err != nil {
		panic("sqlitestore: a query without its file: " + err.Error())
	}
	lines := strings.Split(string(raw), "\n")
	for len(lines) > 0 && strings.HasPrefix(lines[0], "--") {
		lines = lines[1:]
	}
	return strings.TrimSuffix(strings.TrimSpace(strings.Join(lines, "\n")), ";")
}

// query is a statement with the values of its parameters.
type query struct {
	text string
	args []any
}

// composer puts a query together out of fragments.
type composer struct {
	text strings.Builder
	args []any
}

func (c *composer) add(fragment string, args ...any) {
	c.text.WriteString(fragment)
	c.text.WriteByte('\n')
	c.args = append(c.args, args...)
}

// list is the JSON array of some strings, as json_each reads it.
func list[T ~string](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	var b strings.Builder
	for _, v := range values {
		b.WriteByte(',')
		b.WriteString(quoted(string(v)))
	}
	return "[" + b.String()[1:] + "]"
}

// quoted is a JSON string.
func quoted(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return encode(s)
		}
	}
	return `"` + s + `"`
}

// encode is the JSON of plain data.
func encode(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("sqlitestore: plain data: " + err.Error())
	}
	return string(raw)
}

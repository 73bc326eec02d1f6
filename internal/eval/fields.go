package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// fields takes typed fields out of parsed JSON and collects complaints instead of
// stopping at the first.
type fields struct {
	where    string   // the file, with the line if it has several records
	problems []string // what makes the file unusable
	notes    []string // what is worth a look
}

func (f *fields) complain(path, message string, args ...any) {
	f.problems = append(f.problems, f.where+": "+path+": "+fmt.Sprintf(message, args...))
}

func (f *fields) remark(path, message string, args ...any) {
	f.notes = append(f.notes, f.where+": "+path+": "+fmt.Sprintf(message, args...))
}

// err is everything complained of so far as one error, nil if nothing is.
func (f *fields) err(most int) error {
	if len(f.problems) == 0 {
		return nil
	}
	return malformed(strings.Join(f.problems[:min(most, len(f.problems))], "\n"))
}

// under is the path of a field within that of its record.
func under(path, name string) string { return strings.TrimPrefix(path+"."+name, ".") }

// take is a field that must be there; null counts as absent. What is missing or of
// another kind is complained of, and empty.
func take[T any](f *fields, record object, path, name string) T {
	if record[name] == nil {
		f.complain(under(path, name), "missing")
	}
	return takeIf[T](f, record, path, name)
}

// takeIf is a field that may be absent, and is empty then.
func takeIf[T any](f *fields, record object, path, name string) T {
	var none T
	if record[name] == nil {
		return none
	}
	return as[T](f, record[name], under(path, name))
}

// as is a value that must be of a kind.
func as[T any](f *fields, value any, path string) T {
	taken, ok := value.(T)
	if !ok {
		f.complain(path, "expected %s, got %s", kindName(taken), shown(value))
	}
	return taken
}

// offset is a field that must be a whole number.
func (f *fields) offset(record object, path, name string) int {
	if record[name] == nil {
		f.complain(under(path, name), "missing")
		return 0
	}
	if number, ok := record[name].(json.Number); ok {
		if n, err := number.Int64(); err == nil {
			return int(n)
		}
	}
	f.complain(under(path, name), "expected an integer, got %s", shown(record[name]))
	return 0
}

func kindName(value any) string {
	switch value.(type) {
	case string:
		return "a string"
	case []any:
		return "a list"
	case bool:
		return "true or false"
	}
	return "an object"
}

// item is an element of a list, with its path.
type item[T any] struct {
	path  string
	value T
}

// items are the elements of a list that are of a kind; others are complained of.
func items[T any](f *fields, list []any, path string) []item[T] {
	var all []item[T]
	for i, value := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		if _, ok := value.(T); ok {
			all = append(all, item[T]{at, value.(T)})
		} else {
			as[T](f, value, at)
		}
	}
	return all
}

// each are the elements of a list that may be absent.
func each[T any](f *fields, record object, path, name string) []item[T] {
	return items[T](f, takeIf[[]any](f, record, path, name), under(path, name))
}

// oneOf complains about a value outside a closed list.
func oneOf[T ~string](f *fields, path string, value T, allowed []T) {
	if !slices.Contains(allowed, value) {
		f.complain(path, "%s is not one of %s", quoted(string(value)), listed(allowed))
	}
}

// listed joins the values of a closed list.
func listed[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}

// shown is the beginning of a value, as JSON.
func shown(value any) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "something that is not JSON"
	}
	text := []rune(strings.TrimSpace(b.String()))
	return string(text[:min(40, len(text))])
}

func quoted(s string) string { return "'" + s + "'" }

// parse reads one JSON object.
func parse(data []byte, where string) (object, error) {
	if !utf8.Valid(data) {
		return nil, malformed(where + ": not JSON in UTF-8: it holds bytes that are not UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, malformed(fmt.Sprintf("%s: not JSON in UTF-8: %v at byte %d", where, err, decoder.InputOffset()))
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, malformed(fmt.Sprintf("%s: not JSON in UTF-8: more than one value, at byte %d", where, decoder.InputOffset()))
	}
	record, ok := value.(object)
	if !ok {
		return nil, malformed(where + ": expected an object")
	}
	return record, nil
}

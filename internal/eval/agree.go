package eval

import (
	"encoding/json"
	"reflect"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// isEmpty reports whether a value says nothing.
func isEmpty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case object:
		return len(v) == 0
	}
	return false
}

// isNothing reports whether a value is empty, false or zero.
func isNothing(value any) bool {
	if number, ok := value.(json.Number); ok {
		f, err := number.Float64()
		return err == nil && f == 0
	}
	return isEmpty(value) || value == false
}

// said is a property by its dotted name, nil where nothing is said.
func (o owner) said(name string) any {
	value := any(o.props)
	if name == "kind" {
		value = object{"kind": o.kind}
	}
	for part := range strings.SplitSeq(name, ".") {
		inside, _ := value.(object)
		value = inside[part]
	}
	if isEmpty(value) {
		return nil
	}
	return value
}

// verdict is how a property that was found stands to the gold's; empty where there is
// nothing to compare.
type verdict string

const (
	right  verdict = "right"
	wrong  verdict = "wrong"
	absent verdict = "absent"
)

// judge compares a property of the gold with the one found.
func judge(name string, gold owner, wanted, got any) verdict {
	if name == "status" && isNothing(got) {
		got = civic.Held
	}
	switch {
	case wanted == nil && got != nil && ruledOut(name, gold, got):
		return wrong
	case wanted == nil:
		return ""
	case got == nil:
		return absent
	case agree(name, wanted, got):
		return right
	}
	return wrong
}

// ruledOut reports whether gold, by saying nothing of a property, says that it is not so.
func ruledOut(name string, gold owner, got any) bool {
	switch name {
	case "status":
		return got != any(civic.Held)
	case "date.earliest":
		return gold.said("date") != nil
	case "attendance.value":
		return len(gold.props) > 0
	}
	return false
}

// agree reports whether two values of a property are the same, or of raw words one
// contains the other.
func agree(name string, wanted, got any) bool {
	if name != "titleRaw" && name != "roleRaw" {
		return equal(wanted, got)
	}
	w, g := foldedText(wanted), foldedText(got)
	return w != "" && g != "" && (strings.Contains(w, g) || strings.Contains(g, w))
}

func foldedText(value any) string {
	s, _ := value.(string)
	return kaz.Fold(s)
}

// equal compares JSON values; numbers by their value, however they are written.
func equal(a, b any) bool {
	x, isNumber := a.(json.Number)
	y, areBoth := b.(json.Number)
	if !isNumber || !areBoth {
		return reflect.DeepEqual(a, b)
	}
	m, err := x.Float64()
	n, other := y.Float64()
	return x == y || err == nil && other == nil && m == n
}

// plain is a value as lists show it.
func plain(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case string:
		return v
	}
	return shown(value)
}

// repr is a value as complaints show it.
func repr(value any) string {
	if s, ok := value.(string); ok {
		return quoted(s)
	}
	return shown(value)
}

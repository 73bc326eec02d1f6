package graph

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"civicgraph/internal/civic"
)

// MarshalText writes a string of the domain, where the empty one means that
// nothing is stated: null.
func MarshalText(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// UnmarshalText reads a string or an enum's value.
func UnmarshalText(v any) (string, error) { return graphql.UnmarshalString(v) }

// Words are a string that may be empty without being null.
type Words string

// MarshalGQL writes the words.
func (w Words) MarshalGQL(out io.Writer) { graphql.MarshalString(string(w)).MarshalGQL(out) }

// UnmarshalGQL reads the words.
func (w *Words) UnmarshalGQL(v any) error {
	s, err := graphql.UnmarshalString(v)
	*w = Words(s)
	return err
}

// EntityType is a node type by its name in the schema, in capitals.
type EntityType civic.NodeType

// MarshalGQL writes the type's name in the schema.
func (t EntityType) MarshalGQL(out io.Writer) {
	graphql.MarshalString(strings.ToUpper(string(t))).MarshalGQL(out)
}

// UnmarshalGQL reads the type's name in the schema.
func (t *EntityType) UnmarshalGQL(v any) error {
	s, err := graphql.UnmarshalString(v)
	if err != nil {
		return err
	}
	return t.UnmarshalText([]byte(s))
}

// UnmarshalText reads the type's name in the schema. The error wraps civic.ErrBadInput.
func (t *EntityType) UnmarshalText(text []byte) error {
	i := slices.IndexFunc(civic.NodeTypes, func(n civic.NodeType) bool { return strings.EqualFold(string(n), string(text)) })
	if i < 0 {
		return fmt.Errorf("%w: %.40q is not a type of entity", civic.ErrBadInput, text)
	}
	*t = EntityType(civic.NodeTypes[i])
	return nil
}

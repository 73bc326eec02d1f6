package server

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"civicgraph/graph"
)

// Limits bound what one request may ask for. They are always on; a limit that is
// zero is the default one.
type Limits struct {
	Body       int64         // bytes of a request
	EditorBody int64         // bytes of a request with an editor's token, which may carry a report
	Tokens     int           // tokens of a query
	Depth      int           // selections within selections, fragments spread out
	Aliases    int           // aliases in a query
	Directives int           // directives in a query
	Repeats    int           // of one name in a query: every two fields of a name may be compared
	Cost       int           // fields in an answer, as far as the query tells
	Time       time.Duration // for one operation
	Queries    int           // operations at the same time
	Sockets    int           // websocket connections at the same time
	Init       time.Duration // for a websocket to say who it is, and to answer a ping
	Wait       time.Duration // for another operation to end, when there are too many
}

// DefaultLimits leave room for whole pages of people with their meetings and the
// places of these, and for the queries that playgrounds make of a schema.
var DefaultLimits = Limits{
	Body: 1 << 20, EditorBody: 32 << 20, Tokens: 5000, Depth: 20, Aliases: 100, Directives: 100, Repeats: 150, Cost: 30_000,
	Time: 10 * time.Second, Queries: 64, Sockets: 256, Init: 10 * time.Second, Wait: time.Second,
}

func (l Limits) orDefault() Limits {
	return Limits{
		Body: cmp.Or(l.Body, DefaultLimits.Body), EditorBody: cmp.Or(l.EditorBody, DefaultLimits.EditorBody),
		Tokens: cmp.Or(l.Tokens, DefaultLimits.Tokens), Depth: cmp.Or(l.Depth, DefaultLimits.Depth),
		Aliases: cmp.Or(l.Aliases, DefaultLimits.Aliases), Directives: cmp.Or(l.Directives, DefaultLimits.Directives),
		Repeats: cmp.Or(l.Repeats, DefaultLimits.Repeats), Cost: cmp.Or(l.Cost, DefaultLimits.Cost), Time: cmp.Or(l.Time, DefaultLimits.Time),
		Queries: cmp.Or(l.Queries, DefaultLimits.Queries), Wait: cmp.Or(l.Wait, DefaultLimits.Wait),
		Sockets: cmp.Or(l.Sockets, DefaultLimits.Sockets), Init: cmp.Or(l.Init, DefaultLimits.Init),
	}
}

// limitBody refuses a request that is longer than its sender may make it.
func (c Config) limitBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := c.Limits.Body
		if graph.MayEdit(r.Context()) == nil {
			limit = c.Limits.EditorBody
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		next.ServeHTTP(w, r)
	})
}

// scan looks over the tokens of a query before it is parsed, and stops at the first
// limit that it breaks: what comes after it costs nothing.
func (l Limits) scan(query string) *gqlerror.Error {
	tokens, seen := lexer.New(&ast.Source{Input: query}), tally{names: map[string]int{}}
	for {
		token, err := tokens.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return nil // a token that is none is the parser's to tell
		}
		seen.count(token)
		if err := seen.check(l); err != nil {
			return err
		}
	}
}

// tally is what a scan has seen so far.
type tally struct {
	tokens, depth, brackets, aliases, directives, repeats int

	names map[string]int // outside arguments
	last  lexer.Type
}

func (t *tally) count(token lexer.Token) {
	t.tokens++
	switch token.Kind {
	case lexer.ParenL:
		t.brackets++
	case lexer.ParenR:
		t.brackets--
	case lexer.At:
		t.directives++
	case lexer.BraceL:
		t.depth++
	case lexer.BraceR:
		t.depth--
	}
	switch {
	case t.brackets > 0:
	case token.Kind == lexer.Colon && t.last == lexer.Name:
		t.aliases++
	case token.Kind == lexer.Name:
		t.names[token.Value]++
		t.repeats = max(t.repeats, t.names[token.Value])
	}
	t.last = token.Kind
}

func (t *tally) check(l Limits) *gqlerror.Error {
	switch {
	case t.tokens > l.Tokens:
		return tooComplex("tokens", l.Tokens)
	case t.depth > l.Depth:
		return tooComplex("levels of selections", l.Depth)
	case t.aliases > l.Aliases:
		return tooComplex("aliases", l.Aliases)
	case t.directives > l.Directives:
		return tooComplex("directives", l.Directives)
	case t.repeats > l.Repeats:
		return tooComplex("repetitions of one name", l.Repeats)
	}
	return nil
}

func tooComplex(what string, limit int) *gqlerror.Error {
	return &gqlerror.Error{
		Message:    fmt.Sprintf("the query has more than %d %s; ask for less at once", limit, what),
		Extensions: map[string]any{"code": graph.TooComplex},
	}
}

// isTooLong reports whether a request was longer than its limit.
func isTooLong(err error) bool {
	var tooLong *http.MaxBytesError
	return errors.As(err, &tooLong)
}

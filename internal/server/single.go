package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"civicgraph/graph"
	"civicgraph/internal/civic"
)

// The media types of answers. The first says by its status whether the request was
// one; the second is for clients that know only it, and then its status is 200.
const (
	mediaResponse = "application/graphql-response+json"
	mediaJSON     = "application/json"
)

// single is the transport of one operation in, one answer out, over GET or POST, as
// the GraphQL-over-HTTP specification has it.
type single struct{ problems graph.Errors }

var _ graphql.Transport = single{}

// Supports takes GET, and POST of JSON.
func (single) Supports(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodPost && isJSON(r)
}

func isJSON(r *http.Request) bool {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && media == mediaJSON
}

// Do answers the request.
func (s single) Do(w http.ResponseWriter, r *http.Request, e graphql.GraphExecutor) {
	ctx := r.Context()
	a := answer{w, mediaFor(r.Header.Get("Accept"))}
	params, err := paramsOf(r)
	if err != nil {
		a.refuse(statusOf(err), s.problems.Of(ctx, err))
		return
	}
	operation, errs := e.CreateOperationContext(ctx, params)
	if errs != nil {
		presented := e.DispatchError(graphql.WithOperationContext(ctx, operation), errs).Errors
		a.refuse(a.statusOf(presented), presented...)
		return
	}
	if r.Method == http.MethodGet && operation.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		a.refuse(http.StatusMethodNotAllowed, s.problems.Of(ctx, errGet))
		return
	}
	respond, ctx := e.DispatchOperation(ctx, operation)
	a.give(respond(ctx))
}

var errGet = fmt.Errorf("%w: GET is for queries; send mutations by POST", civic.ErrBadInput)

// paramsOf reads the operation that a request asks for. The error wraps
// civic.ErrBadInput.
func paramsOf(r *http.Request) (*graphql.RawParams, error) {
	start := graphql.Now()
	params, err := &graphql.RawParams{}, error(nil)
	if r.Method == http.MethodGet {
		err = readURL(r, params)
	} else {
		err = readBody(r, params)
	}
	if err == nil && params.Query == "" && params.Extensions["persistedQuery"] == nil {
		err = fmt.Errorf("%w: the request has no query", civic.ErrBadInput)
	}
	params.Headers, params.ReadTime = r.Header, graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, err
}

func readURL(r *http.Request, params *graphql.RawParams) error {
	values := r.URL.Query()
	params.Query, params.OperationName = values.Get("query"), values.Get("operationName")
	for name, into := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
		if err := decode(strings.NewReader(values.Get(name)), into); err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%w: the parameter %s is not a JSON object", civic.ErrBadInput, name)
		}
	}
	return nil
}

func readBody(r *http.Request, params *graphql.RawParams) error {
	err := decode(r.Body, params)
	switch {
	case isTooLong(err):
		return fmt.Errorf("%w: the request is too long", civic.ErrTooComplex)
	case err != nil:
		return fmt.Errorf("%w: the body is not a JSON object with query, variables, operationName and extensions", civic.ErrBadInput)
	}
	return nil
}

// readable is a transport of answers in many parts. It hears only of requests that
// can be read: gqlgen's own would send the body of others back.
type readable struct {
	graphql.Transport
	problems graph.Errors
}

// Do answers the request.
func (t readable) Do(w http.ResponseWriter, r *http.Request, e graphql.GraphExecutor) {
	var body bytes.Buffer
	copied := *r
	copied.Body = io.NopCloser(io.TeeReader(r.Body, &body))
	if _, err := paramsOf(&copied); err != nil {
		answer{w, mediaJSON}.refuse(statusOf(err), t.problems.Of(r.Context(), err))
		return
	}
	r.Body = io.NopCloser(&body)
	t.Transport.Do(w, r, e)
}

func decode(r io.Reader, into any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	return d.Decode(into)
}

// answer is where an answer goes, and in which media type.
type answer struct {
	http.ResponseWriter
	media string
}

// mediaFor is the first media type of an Accept header that this server speaks.
func mediaFor(accept string) string {
	for part := range strings.SplitSeq(accept, ",") {
		media, _, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		switch media {
		case mediaResponse, mediaJSON:
			return media
		case "*/*", "application/*":
			return mediaJSON
		}
	}
	return mediaJSON
}

// statusOf is the status of an answer to a request that is not executed.
func (a answer) statusOf(errs gqlerror.List) int {
	for _, err := range errs {
		switch err.Extensions["code"] {
		case graph.TooComplex:
			return http.StatusBadRequest
		case graph.PersistedQueryNotFound:
			return http.StatusOK
		}
	}
	if a.media == mediaJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}

func statusOf(err error) int {
	if errors.Is(err, civic.ErrTooComplex) {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}

// mostErrors is how many errors one request is told of.
const mostErrors = 20

// refuse answers a request that is not executed: errors without data.
func (a answer) refuse(status int, errs ...*gqlerror.Error) {
	errs = errs[:min(len(errs), mostErrors)]
	body, err := json.Marshal(struct {
		Errors []*gqlerror.Error `json:"errors"`
	}{errs})
	if err != nil {
		panic(fmt.Sprintf("server: errors are plain data: %v", err))
	}
	a.write(status, body)
}

// give answers with the result of an operation. The data is JSON already and is not
// looked at again.
func (a answer) give(response *graphql.Response) {
	if response.Data == nil {
		a.Header().Set("Retry-After", "1")
		a.refuse(http.StatusTooManyRequests, response.Errors...)
		return
	}
	data := response.Data
	response.Data = nil
	rest, err := json.Marshal(response)
	if err != nil {
		panic(fmt.Sprintf("server: errors are plain data: %v", err))
	}
	before, after, _ := bytes.Cut(rest, []byte(`"data":null`))
	a.write(http.StatusOK, before, []byte(`"data":`), data, after)
}

func (a answer) write(status int, parts ...[]byte) {
	a.Header().Set("Content-Type", a.media+"; charset=utf-8")
	a.WriteHeader(status)
	for _, part := range parts {
		if _, err := a.Write(part); err != nil {
			return // the client is gone
		}
	}
}

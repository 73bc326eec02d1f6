// Package server is the product as one http.Handler: GraphQL, the web pages,
// health checks, with the limits, the access control and the logs around them.
package server

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/rs/cors"
	"github.com/vektah/gqlparser/v2/ast"

	"civicgraph/graph"
	"civicgraph/internal/explorer"
	"civicgraph/internal/store"
)

// Config says what a server serves.
type Config struct {
	Store       store.Store
	Ingest      graph.Ingest
	EditorToken string   // bearer token of the role editor; mutations are off without one
	Origins     []string // of web pages on other hosts that may ask, as https://example.org
	Limits      Limits   // DefaultLimits, where zero
	Log         *slog.Logger
}

const (
	cachedQueries    = 500 // parsed queries that are kept
	persistedQueries = 500 // queries that clients may call by their hash
	keepAlive        = 10 * time.Second
)

// New makes the handler of all paths.
func New(c Config) http.Handler {
	c.Limits = c.Limits.orDefault()
	c.Log = slog.New(withRequestID{c.Log.Handler()})
	mux := http.NewServeMux()
	mux.Handle("/graphql", crossOrigin(c.Origins, c.authorize(c.limitBody(c.graphQL()))))
	mux.HandleFunc("GET /healthz", healthy)
	mux.HandleFunc("GET /readyz", c.ready)
	mux.Handle("/", explorer.Handler())
	return requestID(c.logAccess(c.recoverPanic(mux)))
}

// graphQL is the GraphQL server. The order of its transports matters: an event
// stream and a multipart answer are asked for by a POST as well, which the plain
// transport would take.
func (c Config) graphQL() http.Handler {
	problems := graph.Errors{Log: c.Log}
	resolver := &graph.Resolver{Reader: c.Store, Writer: c.Store, Ingest: c.Ingest}
	s := handler.New(resolver.Schema())
	s.AddTransport(newSockets(c.Limits, c.Origins))
	s.AddTransport(transport.Options{AllowedMethods: []string{http.MethodOptions, http.MethodGet, http.MethodPost}})
	s.AddTransport(readable{transport.SSE{KeepAlivePingInterval: keepAlive}, problems})
	s.AddTransport(readable{transport.MultipartMixed{}, problems})
	s.AddTransport(single{problems})
	s.SetErrorPresenter(problems.Present)
	s.SetRecoverFunc(problems.Recover)
	s.SetQueryCache(lru.New[*ast.QueryDocument](cachedQueries))
	s.SetParserTokenLimit(c.Limits.Tokens)
	s.Use(extension.Introspection{})
	s.Use(extension.AutomaticPersistedQuery{Cache: lru.New[string](persistedQueries)})
	s.Use(newGuard(c.Limits))
	s.Use(graph.Planner{Reader: c.Store})
	return s
}

// crossOrigin lets pages of the origins ask. Credentials are never allowed: a
// token is sent in a header that the page itself must know.
func crossOrigin(origins []string, next http.Handler) http.Handler {
	if len(origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Accept", "Authorization", "Content-Type"},
	}).Handler(next)
}

// healthy says that the process lives.
func healthy(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok\n")) }

// ready says whether the store answers.
func (c Config) ready(w http.ResponseWriter, r *http.Request) {
	if err := c.Store.Ready(r.Context()); err != nil {
		c.Log.WarnContext(r.Context(), "not ready", "error", err)
		http.Error(w, "the store does not answer", http.StatusServiceUnavailable)
		return
	}
	w.Write([]byte("ok\n"))
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"strings"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/ingest"
	"civicgraph/internal/samples"
	"civicgraph/internal/server"
	"civicgraph/internal/store"
)

// editorToken names the secret in the environment; it never stands in a flag.
const editorToken = "CIVICGRAPH_EDITOR_TOKEN"

type serveCommand struct {
	storeFlag
	Listen          string        `help:"Address to listen on." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Samples         string        `help:"Ingest the shipped sample reports: auto does if the default store is empty, never into a store that was named." enum:"auto,always,never" default:"auto"`
	CORSOrigin      []string      `name:"cors-origin" help:"Origin of web pages on other hosts that may ask, as https://example.org; may be repeated." placeholder:"ORIGIN"`
	EditorTokenFile string        `help:"File with the token that mutations need; or the token in CIVICGRAPH_EDITOR_TOKEN. Mutations are off without one." placeholder:"FILE"`
	MaxBody         int64         `help:"Most bytes of a request." default:"1048576"`
	MaxDepth        int           `help:"Most levels of selections in a query." default:"20"`
	MaxTokens       int           `help:"Most tokens of a query." default:"5000"`
	MaxAliases      int           `help:"Most aliases in a query." default:"100"`
	MaxDirectives   int           `help:"Most directives in a query." default:"100"`
	MaxRepeats      int           `help:"Most uses of one name in a query." default:"150"`
	MaxCost         int           `help:"Most fields that an answer may have, as far as the query tells." default:"30000"`
	MaxQueries      int           `help:"Most operations at the same time." default:"64"`
	MaxSockets      int           `help:"Most websocket connections at the same time." default:"256"`
	Timeout         time.Duration `help:"Longest that an operation may take." default:"10s"`
}

// Help shows examples.
func (serveCommand) Help() string {
	return `Examples:
  civicgraph serve
  civicgraph serve --listen :8080 --cors-origin https://news.example.org
  CIVICGRAPH_EDITOR_TOKEN=secret civicgraph serve --store neo4j://localhost

SIGINT and SIGTERM end it once the running requests are answered.`
}

// Run serves until the context ends.
func (c *serveCommand) Run(ctx context.Context, std streams, log *slog.Logger) error {
	token, err := c.token()
	if err != nil {
		return err
	}
	if err := c.checkOrigins(); err != nil {
		return err
	}
	s, err := c.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(c.serve(ctx, std, log, s, token), s.Close())
}

func (c *serveCommand) serve(ctx context.Context, std streams, log *slog.Logger, s store.Store, token string) error {
	pipeline, err := newPipeline(s)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w; name another address with --listen", err)
	}
	defer listener.Close()
	if err := c.ingestSamples(ctx, s, pipeline, std.err); err != nil {
		return err
	}
	handler := server.New(server.Config{Store: s, Ingest: pipeline.Ingest, EditorToken: token, Origins: c.CORSOrigin,
		Limits: c.limits(), Log: log})
	invite(std.err, listener.Addr(), c.Store)
	return server.Serve(ctx, listener, handler)
}

func (c *serveCommand) limits() server.Limits {
	return server.Limits{Body: c.MaxBody, Tokens: c.MaxTokens, Depth: c.MaxDepth, Aliases: c.MaxAliases, Directives: c.MaxDirectives,
		Repeats: c.MaxRepeats, Cost: c.MaxCost, Queries: c.MaxQueries, Sockets: c.MaxSockets, Time: c.Timeout}
}

// token is the editor's token, from the file or the environment; empty for none.
func (c *serveCommand) token() (string, error) {
	if c.EditorTokenFile == "" {
		return os.Getenv(editorToken), nil
	}
	raw, err := os.ReadFile(c.EditorTokenFile)
	if err != nil {
		return "", fmt.Errorf("the editor's token: %w", err)
	}
	token := strings.TrimSpace(string(raw))
	if token == "" {
		return "", fmt.Errorf("the editor's token: %s is empty", c.EditorTokenFile)
	}
	return token, nil
}

// checkOrigins refuses what is not an origin; * would let every page of the web ask.
func (c *serveCommand) checkOrigins() error {
	for _, origin := range c.CORSOrigin {
		u, err := url.Parse(origin)
		if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || strings.Contains(origin, "*") || origin != u.Scheme+"://"+u.Host {
			return fmt.Errorf("%w: --cors-origin %q is not an origin, as in https://news.example.org", errUsage, origin)
		}
	}
	return nil
}

// ingestSamples ingests the shipped reports where that was asked for.
func (c *serveCommand) ingestSamples(ctx context.Context, s store.Store, pipeline *ingest.Pipeline, w io.Writer) error {
	wanted, err := c.wantsSamples(ctx, s)
	if err != nil || !wanted {
		return err
	}
	var failed error
	summary, err := pipeline.Run(ctx, samples.All(), 0, func(r ingest.Result) { failed = errors.Join(failed, r.Err) })
	if err := errors.Join(err, failed); err != nil {
		return fmt.Errorf("the sample reports: %w", err)
	}
	fmt.Fprintf(w, "sample reports: %s\n", sumUp(summary))
	return nil
}

func (c *serveCommand) wantsSamples(ctx context.Context, s store.Store) (bool, error) {
	if c.Samples != "auto" {
		return c.Samples == "always", nil
	}
	if !c.isDefault() {
		return false, nil
	}
	n, err := s.Count(ctx, []civic.NodeType{civic.TypeReport}, civic.Filter{})
	return n == 0, err
}

// invite says what to open.
func invite(w io.Writer, at net.Addr, storeURL string) {
	host := at.String()
	if tcp, ok := at.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		host = fmt.Sprintf("localhost:%d", tcp.Port)
	}
	fmt.Fprintf(w, `civicgraph serves %s

  playground  http://%[2]s/playground
  GraphQL     http://%[2]s/graphql
  health      http://%[2]s/healthz, http://%[2]s/readyz

Stop it with Ctrl-C.
`, redacted(storeURL), host)
}

// redacted is a store's URL without a password that somebody may have put there.
func redacted(storeURL string) string {
	if u, err := url.Parse(storeURL); err == nil && u.User != nil {
		return u.Redacted()
	}
	return storeURL
}

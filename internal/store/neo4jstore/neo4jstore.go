// Package neo4jstore keeps the graph in Neo4j 5.26 or later, for many replicas
// of the API, graph tools and clusters.
//
// What reports say is kept as
//
//	(:Report)-[:HAS_SENTENCE]->(:Sentence)
//	(:Report)-[:SPEAKS_OF]->(:Referent)-[:ASSIGNED_TO]->(:Entity)
//	(:Referent)-[:MENTIONED_IN]->(:Sentence)
//	(:Referent)<-[:SUBJECT]-(:Claim)-[:OBJECT]->(:Referent)
//	(:Claim)-[:RESTS_ON]->(:Evidence)-[:IN]->(:Sentence)
//
// and what they add up to as (:Entity:Person {…})-[:LEADS {…}]->(:Entity:Coalition {…}):
// one label for each node type, one relationship type for each edge type. A
// report is an entity too. The properties that lists sort and filter by stand on
// nodes and relationships; the rest is JSON in their body, as is the tally from
// which the next write goes on.
//
// Every query is a commented template in the folder cypher. The index to begin at is
// named: Neo4j plans by what the graph holds, and what is planned over an empty
// graph is a scan. Where every index is named a plan never grows old (replan=skip):
// to plan takes a hundred times longer than to answer. For the same reason there
// are few texts: values are always parameters; only labels, types and the presence
// of conditions are composed, and those come from package civic.
package neo4jstore

import (
	"cmp"
	"context"
	"net/url"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/log"

	"civicgraph/internal/store"
)

// Config says where the graph is and how long to wait for it.
type Config struct {
	URL      string        // bolt://HOST:PORT, neo4j:// for a cluster, +s for encryption
	Username string        // empty where the server asks for none
	Password string        //
	Database string        // empty for the user's home database
	Timeout  time.Duration // longest that a read may take on the server; 30 s if 0
}

// Option changes how a store is opened.
type Option func(*Store)

// WithTrace lets trace see the text of every query that is sent, retries
// included. Queries may run at the same time.
func WithTrace(trace func(cypher string)) Option {
	return func(s *Store) { s.logger = tracer(trace) }
}

const (
	retryTime      = 5 * time.Second // for deadlocks between replicas and a change of leader
	acquireTime    = 4 * time.Second // for a connection, free or new
	connectTime    = 3 * time.Second
	defaultTimeout = 30 * time.Second
	writeTimeout   = 5 * time.Minute // a write can be of hundreds of reports
)

// Store is a graph in Neo4j. It implements [store.Store].
type Store struct {
	driver  neo4j.DriverWithContext
	address string // for messages, without credentials
	config  Config
	logger  log.BoltLogger // nil where nobody listens
	commits commits
}

var _ store.Store = (*Store)(nil)

// Open connects to the server and makes sure that it takes the credentials. It
// does not look at what the database holds: see Migrate.
func Open(ctx context.Context, c Config, options ...Option) (*Store, error) {
	c.Timeout = cmp.Or(c.Timeout, defaultTimeout)
	s := &Store{address: redacted(c.URL), config: c}
	for _, option := range options {
		option(s)
	}
	auth := neo4j.NoAuth()
	if c.Username != "" {
		auth = neo4j.BasicAuth(c.Username, c.Password, "")
	}
	if s.address == "" {
		return nil, errBadURL
	}
	driver, err := neo4j.NewDriverWithContext(c.URL, auth, configure)
	if err != nil {
		return nil, errBadURL
	}
	s.driver = driver
	if err := driver.VerifyConnectivity(ctx); err != nil {
		driver.Close(ctx)
		return nil, s.translate(ctx, err)
	}
	return s, nil
}

func configure(c *config.Config) {
	c.MaxTransactionRetryTime = retryTime
	c.ConnectionAcquisitionTimeout = acquireTime
	c.SocketConnectTimeout = connectTime
	c.FetchSize = neo4j.FetchAll // every answer is bounded, and one batch is one round trip
	c.TelemetryDisabled = true
	c.UserAgent = "civicgraph"
}

// redacted is a URL without the credentials and the query that it may hold; empty
// for one without a host.
func redacted(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// Close ends the connections. Calls that still run fail.
func (s *Store) Close() error {
	return s.driver.Close(context.Background())
}

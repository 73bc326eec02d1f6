package neo4jstore

import (
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/log"
)

// tracer hears every message that the driver sends and passes on the queries: no
// other place knows of the driver's own retries.
type tracer func(cypher string)

var _ log.BoltLogger = tracer(nil)

// LogClientMessage implements log.BoltLogger. The first argument of a RUN is its query.
func (t tracer) LogClientMessage(_, message string, args ...any) {
	if !strings.HasPrefix(message, "RUN ") || len(args) == 0 {
		return
	}
	if cypher, ok := args[0].(string); ok {
		t(cypher)
	}
}

// LogServerMessage implements log.BoltLogger.
func (t tracer) LogServerMessage(_, _ string, _ ...any) {}

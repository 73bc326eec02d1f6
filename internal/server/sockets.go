package server

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"
)

// sockets is the transport of operations over websockets, so many at a time. A client
// must say connection_init soon and answer pings, else its connection is closed.
type sockets struct {
	transport.Websocket
	slots chan struct{} // one for each connection
}

var _ graphql.Transport = sockets{}

func newSockets(l Limits, origins []string) sockets {
	return sockets{transport.Websocket{
		Implementation:   transport.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{OriginPatterns: hosts(origins)}},
		PingPongInterval: l.Init,
		InitTimeout:      l.Init,
		PayloadReadLimit: &l.Body,
	}, make(chan struct{}, l.Sockets)}
}

// Do serves a connection until it ends, or refuses it if there are too many.
func (s sockets) Do(w http.ResponseWriter, r *http.Request, e graphql.GraphExecutor) {
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
		s.Websocket.Do(w, r, e)
	default:
		w.Header().Set("Retry-After", "10")
		answer{w, mediaJSON}.refuse(http.StatusServiceUnavailable, busy())
	}
}

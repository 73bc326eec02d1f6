package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"civicgraph/internal/server"
)

// message is one of the protocol graphql-transport-ws.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// socket is a client's connection.
type socket struct {
	*testing.T
	*websocket.Conn
}

// connect opens a connection and leaves the rest to the test.
func connect(t *testing.T, h *httptest.Server, origin string) (*socket, *http.Response, error) {
	t.Helper()
	c, response, err := websocket.Dial(t.Context(), h.URL+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {origin}}})
	if err != nil {
		return nil, response, err
	}
	t.Cleanup(func() { c.CloseNow() })
	return &socket{t, c}, response, nil
}

// open opens a connection that is acknowledged.
func open(t *testing.T, h *httptest.Server) *socket {
	t.Helper()
	s, _, err := connect(t, h, h.URL)
	if err != nil {
		t.Fatal(err)
	}
	s.send(message{Type: "connection_init"})
	if m := s.next(); m.Type != "connection_ack" {
		t.Fatalf("connection_init was answered by %+v", m)
	}
	return s
}

func (s *socket) send(m message) {
	s.Helper()
	if err := wsjson.Write(s.Context(), s.Conn, m); err != nil {
		s.Fatal(err)
	}
}

// next is the next message that is no ping; pings are answered.
func (s *socket) next() message {
	s.Helper()
	ctx, cancel := context.WithTimeout(s.Context(), 10*time.Second)
	defer cancel()
	for {
		var m message
		if err := wsjson.Read(ctx, s.Conn, &m); err != nil {
			s.Fatal(err)
		}
		if m.Type != "ping" {
			return m
		}
		s.send(message{Type: "pong"})
	}
}

// ask subscribes to an operation and returns the messages that answer it, by type.
func (s *socket) ask(id, operation string) map[string]string {
	s.Helper()
	s.send(message{ID: id, Type: "subscribe", Payload: json.RawMessage(query(operation))})
	answers := map[string]string{}
	for answers["complete"] == "" && answers["error"] == "" {
		m := s.next()
		if m.ID != id {
			s.Fatalf("a message for another operation: %+v", m)
		}
		answers[m.Type] += string(m.Payload) + "."
	}
	return answers
}

func TestSocket(t *testing.T) {
	s := open(t, newServer(t, nil))
	for _, c := range []struct{ operation, says string }{
		{`{ stats { claims } }`, `{"data":{"stats":{"claims":1}}}`},
		{`{ people { nodes { name } } }`, "Тұрар"},
		{`{ stats { nothing } }`, "nothing"},
		{`{`, "Expected Name"},
		{strings.Repeat("{ stats ", 30) + strings.Repeat("}", 30), "QUERY_TOO_COMPLEX"},
		{`mutation { deleteReport(id: "re_a") { deletedReportId } }`, "FORBIDDEN"},
	} {
		if got := s.ask(c.says, c.operation); !strings.Contains(got["next"], c.says) {
			t.Errorf("%s was answered by %v, not %s", c.operation, got, c.says)
		}
	}
}

// TestSocketWithoutInit closes a connection on which nobody says who he is.
func TestSocketWithoutInit(t *testing.T) {
	s, _, err := connect(t, newServer(t, func(c *server.Config) { c.Limits.Init = 50 * time.Millisecond }), "")
	if err != nil {
		t.Fatal(err)
	}
	var m message
	for err == nil {
		err = wsjson.Read(t.Context(), s.Conn, &m)
	}
	if websocket.CloseStatus(err) == -1 {
		t.Errorf("the connection ended with %v, not a close", err)
	}
}

func TestSocketThatIsTooLong(t *testing.T) {
	s := open(t, newServer(t, func(c *server.Config) { c.Limits.Body = 1000 }))
	s.send(message{ID: "long", Type: "subscribe", Payload: json.RawMessage(query("{ # " + strings.Repeat("x", 2000)))})
	var m message
	if err := wsjson.Read(t.Context(), s.Conn, &m); err == nil && m.Type == "next" {
		t.Errorf("a message of 2,000 bytes was answered by %+v", m)
	}
}

// TestSocketsThatAreRefused: pages of other hosts, and more connections than there
// may be, until one of them ends.
func TestSocketsThatAreRefused(t *testing.T) {
	h := newServer(t, func(c *server.Config) { c.Limits.Sockets = 1 })
	if _, response, err := connect(t, h, "https://elsewhere.example"); err == nil || response.StatusCode != http.StatusForbidden {
		t.Errorf("a page of another host: %v", err)
	}
	first := open(t, h)
	if _, response, err := connect(t, h, h.URL); err == nil || response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one connection too many: %v", err)
	}
	first.Close(websocket.StatusNormalClosure, "")
	for deadline := time.Now().Add(5 * time.Second); ; {
		if second, _, err := connect(t, h, h.URL); err == nil {
			second.CloseNow()
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the place of a connection that ended was not given to another")
		}
	}
}

// TestEvents reads an answer as an event stream, event by event.
func TestEvents(t *testing.T) {
	got := post(t, newServer(t, nil), query(`{ stats { claims } }`), "Accept", "text/event-stream")
	if !strings.HasPrefix(got.header.Get("Content-Type"), "text/event-stream") {
		t.Errorf("Content-Type %q", got.header.Get("Content-Type"))
	}
	next := strings.Index(got.body, "event: next\ndata: {\"data\":{\"stats\":{\"claims\":1}}}\n\n")
	if complete := strings.Index(got.body, "event: complete\n"); next < 0 || complete < next {
		t.Errorf("the stream is %q", got.body)
	}
}

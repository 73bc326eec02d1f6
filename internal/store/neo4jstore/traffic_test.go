package neo4jstore_test

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/storetest"
)

// TestRoundTrips counts queries: a read is one however wide, a write no more for
// many reports than for one.
func TestRoundTrips(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	var sent atomic.Int64
	s := open(t, neo4jtest.Open(t), neo4jstore.WithTrace(func(string) { sent.Add(1) }))
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	count := func(call func() error) int64 {
		sent.Store(0)
		if err := call(); err != nil {
			t.Error(err)
		}
		return sent.Load()
	}
	write := func(from, n int) func() error {
		return func() error { _, err := s.Write(t.Context(), articles(from, n)...); return err }
	}
	if one, many := count(write(0, 1)), count(write(1, 20)); many > 12 || one > 12 {
		t.Errorf("one report took %d queries, 20 took %d", one, many)
	}
	for name, read := range reads(t.Context(), s) {
		if n := count(read); n != 1 {
			t.Errorf("%s took %d queries", name, n)
		}
	}
}

func reads(ctx context.Context, s *neo4jstore.Store) map[string]func() error {
	reports := []civic.ID{storetest.ReportID("https://example.org/0"), storetest.ReportID("https://example.org/1")}
	nodes := []civic.ID{hub, storetest.NamedID(civic.TypePlace, "Ел"), reports[0]}
	q := civic.PassageQuery{Of: nodes, Page: first(20)}
	people := []civic.NodeType{civic.TypePerson, civic.TypePlace}
	return map[string]func() error{
		"Entities": func() error { _, err := s.Entities(ctx, nodes); return err },
		"Edges":    func() error { _, err := s.Edges(ctx, nodes); return err },
		"Neighbors": func() error {
			_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: nodes, Page: first(20)})
			return err
		},
		"Links":    func() error { _, err := s.Links(ctx, nodes, nil, 1000); return err },
		"Evidence": func() error { _, err := s.Evidence(ctx, q); return err },
		"Mentions": func() error { _, err := s.Mentions(ctx, q); return err },
		"Texts":    func() error { _, err := s.Texts(ctx, reports); return err },
		"Stats":    func() error { _, err := s.Stats(ctx); return err },
		"Count":    func() error { _, err := s.Count(ctx, people, civic.Filter{Reports: reports}); return err },
		"List": func() error {
			_, err := s.List(ctx, civic.ListQuery{Types: people, Order: civic.ByName, Page: first(20)})
			return err
		},
	}
}

// TestReplicas lets two stores write about the same entities, in batches that name
// them in different orders: neither fails, and nothing is lost or doubled.
func TestReplicas(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	replicas := []*neo4jstore.Store{open(t, server), open(t, server)}
	if err := replicas[0].Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	const reports = 24
	var writers sync.WaitGroup
	for i := range 4 {
		writers.Go(func() {
			for n := i; n < reports; n += 4 {
				if _, err := replicas[i%2].Write(t.Context(), article(n), article((n+5)%reports)); err != nil {
					t.Errorf("writer %d: %v", i, err)
				}
			}
		})
	}
	writers.Wait()
	country, err := replicas[0].Entities(t.Context(), []civic.ID{storetest.NamedID(civic.TypePlace, "Ел")})
	if err != nil || country[0] == nil || country[0].Reports != reports {
		t.Errorf("the country is %+v (%v), of %d reports", country[0], err, reports)
	}
}

// TestLongNames writes names that no index takes whole.
func TestLongNames(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	s := open(t, neo4jtest.Open(t))
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	d := storetest.NewDraft("https://example.org/long", "2026-01-01")
	for _, last := range []string{"б", "а"} {
		d.Refer(civic.TypeTopic, strings.Repeat("ұзақ ", 20_000)+last)
	}
	if _, err := s.Write(t.Context(), d.Reading()); err != nil {
		t.Fatal(err)
	}
	q := civic.ListQuery{Types: []civic.NodeType{civic.TypeTopic}, Order: civic.ByName, Page: first(1)}
	one, err := s.List(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	q.Page.After = &one.Items[0].Cursor
	two, err := s.List(t.Context(), q)
	if err != nil || len(two.Items) != 1 || two.Items[0].Value.ID == one.Items[0].Value.ID {
		t.Errorf("after %v: %+v, %v", one.Items, two, err)
	}
}

// TestLostServer cuts the connections of a store that is open.
func TestLostServer(t *testing.T) {
	if !neo4jtest.On(t) {
		return
	}
	server := neo4jtest.Open(t)
	c := config(server)
	url, cut := cable(t, server.URL)
	c.URL = url
	s, err := neo4jstore.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	cut()
	if _, err := s.Stats(t.Context()); !errors.Is(err, civic.ErrUnavailable) {
		t.Errorf("Stats: %v", err)
	}
}

// cable lets a server be reached under another URL until it is cut.
func cable(t *testing.T, url string) (other string, cut func()) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	context.AfterFunc(ctx, func() { listener.Close() })
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", strings.TrimPrefix(url, "bolt://"))
			if err != nil {
				near.Close()
				continue
			}
			context.AfterFunc(ctx, func() { near.Close(); far.Close() })
			go io.Copy(far, near)
			go io.Copy(near, far)
		}
	}()
	return "bolt://" + listener.Addr().String(), cancel
}

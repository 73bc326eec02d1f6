package neo4jstore_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/neo4jstore/neo4jtest"
	"civicgraph/internal/store/storetest"
)

var crowd = flag.Int("reports", 1000, "reports in the graph that benchmarks read")

// hub is whom most reports of the benchmarks speak of.
var hub = storetest.NamedID(civic.TypePerson, word("Адам", 0))

// article makes up the n-th report: five meetings, each with five people who hold
// a post, at a place of one country. Who and where follows a power law.
func article(n int) *civic.Reading {
	random := rand.New(rand.NewPCG(uint64(n), 1))
	d := storetest.NewDraft(fmt.Sprintf("https://example.org/%d", n), civic.FirstDay.Add(365*2020+n%2000))
	known := map[string]*civic.Referent{}
	pick := func(t civic.NodeType, stem string, of int) *civic.Referent {
		name := word(stem, int(float64(of)*math.Pow(random.Float64(), 3)))
		if known[name] == nil {
			known[name] = d.Refer(t, name)
		}
		return known[name]
	}
	claimed := map[civic.ID]bool{}
	claim := func(t civic.EdgeType, a, b *civic.Referent) {
		if id := civic.ClaimID(t, a.ID, b.ID); !claimed[id] {
			claimed[id] = true
			d.Claim(t, a, b)
		}
	}
	country := d.Refer(civic.TypePlace, "Ел")
	for i := range 5 {
		meeting := d.Refer(civic.TypeMeeting, word("Кездесу", i))
		place := pick(civic.TypePlace, "Ауыл", 1000)
		claim(civic.HeldAt, meeting, place)
		claim(civic.LocatedIn, place, country)
		claim(civic.Discussed, meeting, pick(civic.TypeTopic, "Мәселе", 3000))
		for range 5 {
			person := pick(civic.TypePerson, "Адам", 20000)
			claim(civic.ParticipatedIn, person, meeting)
			claim(civic.HoldsPosition, person, pick(civic.TypeOrganization, "Мекеме", 5000))
		}
	}
	return d.Reading()
}

// word is a made-up name, the n-th of its stem.
func word(stem string, n int) string {
	name := stem + " "
	for range 4 {
		name += string([]rune("бгдзклмнпрст")[n%12]) + string([]rune("аеиоу")[n/12%5])
		n /= 60
	}
	return name
}

func articles(from, n int) []*civic.Reading {
	readings := make([]*civic.Reading, n)
	for i := range readings {
		readings[i] = article(from + i)
	}
	return readings
}

// fill opens a graph that holds the crowd's reports.
func fill(b *testing.B) *neo4jstore.Store {
	b.Helper()
	if !neo4jtest.On(b) {
		b.SkipNow()
	}
	s := open(b, neo4jtest.Open(b))
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	for n := 0; n < *crowd; n += 50 {
		if _, err := s.Write(b.Context(), articles(n, min(50, *crowd-n))...); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkRead(b *testing.B) {
	s := fill(b)
	people := ids(b, s, civic.TypePerson)
	meetings := []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}
	attended := []civic.EdgeType{civic.ParticipatedIn}
	at := func(place civic.ID, inside bool) civic.Filter {
		return civic.Filter{Relations: []civic.Relation{{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.Out,
			Nodes: []civic.ID{place}, Inside: inside}}}
	}
	village, country := storetest.NamedID(civic.TypePlace, word("Ауыл", 0)), storetest.NamedID(civic.TypePlace, "Ел")
	for _, c := range []struct {
		name string
		read func() error
	}{
		{"Node", func() error { _, err := s.Entities(b.Context(), people[:1]); return err }},
		{"Nodes100", func() error { _, err := s.Entities(b.Context(), people); return err }},
		{"Neighbors20OfHub", neighbors(b, s, civic.NeighborQuery{Nodes: []civic.ID{hub}, Types: attended, Page: first(20)})},
		{"Neighbors20OfHubAllTypes", neighbors(b, s, civic.NeighborQuery{Nodes: []civic.ID{hub}, Page: first(20)})},
		{"First10Of100", neighbors(b, s, civic.NeighborQuery{Nodes: people, Types: attended, Page: first(10)})},
		{"First10Of100AllTypes", neighbors(b, s, civic.NeighborQuery{Nodes: people, Page: first(10)})},
		{"Links1000OfHub", func() error { _, err := s.Links(b.Context(), []civic.ID{hub}, nil, 1000); return err }},
		{"LinksOf100", func() error { _, err := s.Links(b.Context(), people, nil, 10_000); return err }},
		{"Match", match(b, s, word("адам", 0))},
		{"MatchCommon", match(b, s, "адам")},
		{"List20Newest", list(b, s, civic.ListQuery{Types: meetings, Order: civic.ByDay, Page: first(20)})},
		{"ListInVillage", list(b, s, civic.ListQuery{Types: meetings, Filter: at(village, false), Order: civic.ByDay, Page: first(20)})},
		{"ListInCountry", list(b, s, civic.ListQuery{Types: meetings, Filter: at(country, true), Order: civic.ByDay, Page: first(20)})},
		{"Mentions20OfHub", func() error {
			_, err := s.Mentions(b.Context(), civic.PassageQuery{Of: []civic.ID{hub}, Page: first(20)})
			return err
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func first(n int) civic.Page { return civic.Page{First: n} }

func neighbors(b *testing.B, s *neo4jstore.Store, q civic.NeighborQuery) func() error {
	return func() error { _, err := s.Neighbors(b.Context(), q); return err }
}

func list(b *testing.B, s *neo4jstore.Store, q civic.ListQuery) func() error {
	return func() error { _, err := s.List(b.Context(), q); return err }
}

func match(b *testing.B, s *neo4jstore.Store, words string) func() error {
	q := civic.TermQuery{Limit: 50}
	for _, term := range kaz.SearchTerms(words) {
		q.Groups = append(q.Groups, []civic.Term{{Text: term, Prefix: true}})
	}
	return func() error { _, _, err := s.Match(b.Context(), q); return err }
}

func ids(b *testing.B, s *neo4jstore.Store, t civic.NodeType) []civic.ID {
	b.Helper()
	found, err := s.List(b.Context(), civic.ListQuery{Types: []civic.NodeType{t}, Order: civic.ByName, Page: first(civic.MaxPage)})
	if err != nil {
		b.Fatal(err)
	}
	var all []civic.ID
	for _, item := range found.Items {
		all = append(all, item.Value.ID)
	}
	return all
}

// BenchmarkWrite writes a report an operation, in transactions of one and of fifty.
func BenchmarkWrite(b *testing.B) {
	s := fill(b)
	n := *crowd
	for _, batch := range []int{1, 50} {
		b.Run(fmt.Sprint(batch), func(b *testing.B) {
			for left := b.N; left > 0; left -= batch {
				b.StopTimer()
				readings := articles(n, min(left, batch))
				n += len(readings)
				b.StartTimer()
				if _, err := s.Write(b.Context(), readings...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

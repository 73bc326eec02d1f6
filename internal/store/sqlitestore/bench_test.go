package sqlitestore_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/store/storetest"
)

var crowd = flag.Int("reports", 1000, "reports in the store that benchmarks read")

// article makes up the n-th report, of about 60 referents and 80 claims. Whom and
// what it names is drawn by a power law, so that there are hubs.
func article(n int) *civic.Reading {
	random := rand.New(rand.NewPCG(uint64(n), 1))
	pick := func(t civic.NodeType, stem string, of int) *civic.Referent {
		return &civic.Referent{Type: t, Names: []civic.Name{{Text: fmt.Sprintf("%s %s", stem, letters(int(float64(of)*math.Pow(random.Float64(), 3))))}}}
	}
	d := storetest.NewDraft(fmt.Sprintf("https://example.org/%d", n), civic.FirstDay.Add(365*2020+n%2000))
	have := map[string]*civic.Referent{}
	refer := func(r *civic.Referent) *civic.Referent {
		if have[r.Names[0].Text] == nil {
			have[r.Names[0].Text] = d.Refer(r.Type, r.Names[0].Text)
		}
		return have[r.Names[0].Text]
	}
	country := d.Background(civic.TypePlace, "Қиыр ел")
	var places []*civic.Referent
	for range 8 {
		places = append(places, refer(pick(civic.TypePlace, "Ауыл", 1000)))
	}
	claimed := map[civic.ID]bool{}
	claim := func(t civic.EdgeType, a, b *civic.Referent) {
		if id := civic.ClaimID(t, a.ID, b.ID); !claimed[id] {
			claimed[id] = true
			d.Claim(t, a, b)
		}
	}
	for i, p := range places {
		if id := civic.ClaimID(civic.LocatedIn, p.ID, country.ID); i%2 == 0 && !claimed[id] {
			claimed[id] = true
			d.Known(civic.LocatedIn, p, country, "KATO 1")
		}
	}
	for i := range 5 {
		meeting := d.Refer(civic.TypeMeeting, fmt.Sprintf("Кездесу %s", letters(i)))
		meeting.Props.Date = &civic.Date{Latest: civic.FirstDay.Add(365*2020 + n%2000), Basis: civic.DatePublicationBound}
		claim(civic.HeldAt, meeting, places[i])
		claim(civic.Discussed, meeting, refer(pick(civic.TypeTopic, "Мәселе", 3000)))
		for range 5 {
			person, office := refer(pick(civic.TypePerson, "Азамат", 20000)), refer(pick(civic.TypeOrganization, "Мекеме", 5000))
			claim(civic.ParticipatedIn, person, meeting)
			claim(civic.HoldsPosition, person, office)
			claim(civic.ParticipatedIn, office, meeting)
		}
	}
	for i := range 3 {
		statement := d.Refer(civic.TypeStatement, fmt.Sprintf("Сөз %s", letters(i)))
		claim(civic.MadeBy, statement, refer(pick(civic.TypePerson, "Азамат", 20000)))
	}
	return d.Reading()
}

// letters is a made-up word for a number.
func letters(n int) string {
	const vowels, consonants = "аеиоу", "бгдзклмнпрст"
	word := ""
	for range 4 {
		word += string([]rune(consonants)[n%12]) + string([]rune(vowels)[n/12%5])
		n /= 60
	}
	return word
}

// fill opens a store that holds the reports.
func fill(b *testing.B) *sqlitestore.Store {
	b.Helper()
	s, err := sqlitestore.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	began := processor()
	for n := 0; n < *crowd; n += 32 {
		if _, err := s.Write(b.Context(), articles(n, min(32, *crowd-n))...); err != nil {
			b.Fatal(err)
		}
		if n%1024 == 0 {
			b.Logf("%d reports after %v of processor time", n, processor()-began)
		}
	}
	return s
}

func hub() civic.ID { return storetest.NamedID(civic.TypePerson, "Азамат "+letters(0)) }

func crowdOf(b *testing.B, s *sqlitestore.Store, t civic.NodeType) []civic.ID {
	found, err := s.List(b.Context(), civic.ListQuery{Types: []civic.NodeType{t}, Order: civic.ByName, Page: civic.Page{First: civic.MaxPage}})
	if err != nil {
		b.Fatal(err)
	}
	var ids []civic.ID
	for _, item := range found.Items {
		ids = append(ids, item.Value.ID)
	}
	return ids
}

func first(n int) civic.Page { return civic.Page{First: n} }

func measure(b *testing.B, name string, do func(ctx context.Context) error) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		began := processor()
		for b.Loop() {
			if err := do(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64((processor()-began).Nanoseconds())/1000/float64(b.N), "cpu-µs/op")
	})
}

func BenchmarkRead(b *testing.B) {
	s := fill(b)
	people := crowdOf(b, s, civic.TypePerson)
	measure(b, "Node", func(ctx context.Context) error {
		_, err := s.Entities(ctx, people[:1])
		return err
	})
	measure(b, "Neighbors20OfHub", func(ctx context.Context) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: []civic.ID{hub()}, Types: []civic.EdgeType{civic.ParticipatedIn}, Page: first(20)})
		return err
	})
	measure(b, "Neighbors20OfHubAllTypes", func(ctx context.Context) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: []civic.ID{hub()}, Page: first(20)})
		return err
	})
	measure(b, "First10Of100", func(ctx context.Context) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: people, Page: first(10)})
		return err
	})
	measure(b, "First10Of100OneType", func(ctx context.Context) error {
		_, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: people, Types: []civic.EdgeType{civic.ParticipatedIn}, Page: first(10)})
		return err
	})
	measure(b, "ThreeHops", func(ctx context.Context) error { return hops(ctx, s, 3) })
	measure(b, "Match", func(ctx context.Context) error {
		_, _, err := s.Match(ctx, civic.TermQuery{Groups: termsOf("Азамат бабаб"), Limit: 50})
		return err
	})
	measure(b, "MatchCommon", func(ctx context.Context) error {
		_, _, err := s.Match(ctx, civic.TermQuery{Groups: termsOf("Азамат"), Limit: 50})
		return err
	})
	measure(b, "List20Newest", func(ctx context.Context) error {
		_, err := s.List(ctx, civic.ListQuery{Types: []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}, Order: civic.ByDay, Page: first(20)})
		return err
	})
	place := crowdOf(b, s, civic.TypePlace)
	inside := civic.Filter{Relations: []civic.Relation{{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.Out, Nodes: place[:1]}}}
	measure(b, "ListByPlace", func(ctx context.Context) error {
		_, err := s.List(ctx, civic.ListQuery{Types: []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}, Filter: inside, Order: civic.ByDay, Page: first(20)})
		return err
	})
	everywhere := civic.Filter{Relations: []civic.Relation{{Types: []civic.EdgeType{civic.HeldAt}, Direction: civic.Out,
		Nodes: []civic.ID{storetest.NamedID(civic.TypePlace, "Қиыр ел")}, Inside: true}}}
	measure(b, "ListByCountry", func(ctx context.Context) error {
		_, err := s.List(ctx, civic.ListQuery{Types: []civic.NodeType{civic.TypeMeeting, civic.TypeVisit}, Filter: everywhere, Order: civic.ByDay, Page: first(20)})
		return err
	})
	measure(b, "Mentions20OfHub", func(ctx context.Context) error {
		_, err := s.Mentions(ctx, civic.PassageQuery{Of: []civic.ID{hub()}, Page: first(20)})
		return err
	})
	measure(b, "Links1000OfHub", func(ctx context.Context) error {
		_, err := s.Links(ctx, []civic.ID{hub()}, nil, 1000)
		return err
	})
}

func termsOf(words string) [][]civic.Term {
	var groups [][]civic.Term
	for _, group := range kaz.QueryTerms(words) {
		var terms []civic.Term
		for _, t := range group {
			terms = append(terms, civic.Term{Text: t.Text, Prefix: t.Prefix})
		}
		groups = append(groups, terms)
	}
	return groups
}

// hops walks from the hub to five neighbours, to five of each, to five of each.
func hops(ctx context.Context, s *sqlitestore.Store, n int) error {
	nodes := []civic.ID{hub()}
	for range n {
		found, err := s.Neighbors(ctx, civic.NeighborQuery{Nodes: nodes, Page: first(5)})
		if err != nil {
			return err
		}
		nodes = nil
		for _, slice := range found {
			for _, item := range slice.Items {
				nodes = append(nodes, item.Value.Far.ID)
			}
		}
	}
	return nil
}

// BenchmarkWrite writes one report an operation, in transactions of 1 and of 32.
func BenchmarkWrite(b *testing.B) {
	s := fill(b)
	n := *crowd
	for _, batch := range []int{1, 32} {
		b.Run(fmt.Sprint(batch), func(b *testing.B) {
			b.ReportAllocs()
			cpu := processor()
			for left := b.N; left > 0; left -= batch {
				b.StopTimer()
				paused := processor()
				readings := articles(n, min(left, batch))
				cpu += processor() - paused
				b.StartTimer()
				if _, err := s.Write(b.Context(), readings...); err != nil {
					b.Fatal(err)
				}
				n += len(readings)
			}
			b.ReportMetric(float64((processor()-cpu).Microseconds())/float64(b.N), "cpu-µs/op")
		})
	}
}

func articles(from, n int) []*civic.Reading {
	readings := make([]*civic.Reading, n)
	for i := range readings {
		readings[i] = article(from + i)
	}
	return readings
}

// processor is the processor time that this process has used.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

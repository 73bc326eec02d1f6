package storetest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// world is all views over some readings.
type world struct {
	readings []*civic.Reading // by report id
	nodes    map[civic.ID]*node
	edges    map[civic.ID]*edge
}

// node is an entity, with what the readings say of it.
type node struct {
	civic.Entity
	edges []*edge // by id
	said  []saying
}

// saying is a referent of a reading.
type saying struct {
	in  *civic.Reading
	ref *civic.Referent
}

// edge is an edge, with its claims.
type edge struct {
	civic.Edge
	from, to *node
	claims   []claim
}

// claim is a claim of a reading.
type claim struct {
	in *civic.Reading
	*civic.Claim
}

func newWorld(readings []*civic.Reading) *world {
	w := &world{readings: readings, nodes: map[civic.ID]*node{}, edges: map[civic.ID]*edge{}}
	for _, r := range readings {
		w.read(r)
	}
	for _, n := range w.nodes {
		n.fold()
	}
	for _, id := range slices.Sorted(maps.Keys(w.edges)) {
		e := w.edges[id]
		e.fold()
		e.from.edges, e.to.edges = append(e.from.edges, e), append(e.to.edges, e)
	}
	for _, n := range w.nodes {
		n.countDegrees()
		w.findDuplicate(n)
	}
	return w
}

// read files a reading's referents and claims under their nodes and edges.
func (w *world) read(r *civic.Reading) {
	ends := map[civic.ID]*node{}
	for i := range r.Referents {
		ref := &r.Referents[i]
		n := w.nodes[ref.Entity]
		if n == nil {
			n = &node{Entity: civic.Entity{ID: ref.Entity, Type: ref.Type}}
			w.nodes[ref.Entity] = n
		}
		n.said = append(n.said, saying{r, ref})
		ends[ref.ID] = n
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		from, to := ends[c.Subject], ends[c.Object]
		id := civic.EdgeID(c.Type, from.ID, to.ID)
		if w.edges[id] == nil {
			w.edges[id] = &edge{Edge: civic.Edge{ID: id, Type: c.Type, From: from.ID, To: to.ID}, from: from, to: to}
		}
		w.edges[id].claims = append(w.edges[id].claims, claim{r, c})
	}
}

// fold works an entity out from what is said of it.
func (n *node) fold() {
	var props []civic.Props
	mentioned := map[civic.ID]bool{}
	n.FirstSeen = civic.LastDay
	for _, s := range n.said {
		props = append(props, s.ref.Props)
		if len(s.ref.Mentions) > 0 || n.Type == civic.TypeReport {
			mentioned[s.in.Report.ID] = true
		}
		n.FirstSeen, n.LastSeen = min(n.FirstSeen, s.in.Report.PublishedAt), max(n.LastSeen, s.in.Report.PublishedAt)
		n.own(s.in)
	}
	n.Props = mostSaid(props, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	n.Reports = len(mentioned)
	n.Names = countNames(n.said)
	n.Name = shownName(n.Names)
}

// own marks what belongs to the report that speaks of it.
func (n *node) own(r *civic.Reading) {
	switch n.Type {
	case civic.TypeMeeting, civic.TypeVisit, civic.TypeGroup, civic.TypeStatement:
		n.ReportID = r.Report.ID
	case civic.TypeReport:
		n.Source = &civic.Source{Source: r.Report.Source, PublishedAt: r.Report.PublishedAt, Publisher: r.Report.Publisher,
			Language: r.Report.Language, URL: r.Report.URL, SHA256: r.Report.SHA256, Extractor: r.Report.Extractor, Sample: r.Report.Sample}
	}
}

// mostSaid takes each property from those who say what is said best by an order
// over groups of speakers who agree; of equals the least as JSON.
func mostSaid[T any](said []T, order func(a, b []int) int) T {
	var most T
	for field := range reflect.TypeFor[T]().NumField() {
		camps := map[string][]int{}
		for i := range said {
			if value := reflect.ValueOf(said[i]).Field(field); !value.IsZero() {
				raw, _ := json.Marshal(value.Interface())
				camps[string(raw)] = append(camps[string(raw)], i)
			}
		}
		if len(camps) > 0 {
			best := slices.MinFunc(slices.Collect(maps.Keys(camps)), func(a, b string) int {
				return cmp.Or(order(camps[a], camps[b]), strings.Compare(a, b))
			})
			reflect.ValueOf(&most).Elem().Field(field).Set(reflect.ValueOf(said[camps[best][0]]).Field(field))
		}
	}
	return most
}

func countNames(said []saying) []civic.NameCount {
	reports := map[civic.Name]map[civic.ID]bool{}
	for _, s := range said {
		for _, name := range s.ref.Names {
			if reports[name] == nil {
				reports[name] = map[civic.ID]bool{}
			}
			reports[name][s.in.Report.ID] = true
		}
	}
	var names []civic.NameCount
	for name, in := range reports {
		names = append(names, civic.NameCount{Name: name, Reports: len(in)})
	}
	slices.SortFunc(names, func(a, b civic.NameCount) int {
		return cmp.Or(b.Reports-a.Reports, strings.Compare(a.Text, b.Text), cmp.Compare(a.Language, b.Language), cmp.Compare(a.Kind, b.Kind))
	})
	return names
}

// shownName is the most reported name of the worthiest kind, in Kazakh if it has one.
func shownName(names []civic.NameCount) string {
	for _, kind := range []civic.NameKind{civic.NameRegistered, civic.NameFull, civic.NameDescribed, civic.NameShort, ""} {
		kazakh, all := map[string]int{}, map[string]int{}
		for _, name := range names {
			if name.Kind == kind {
				all[name.Text] += name.Reports
			}
			if name.Kind == kind && name.Language == civic.Kazakh {
				kazakh[name.Text] += name.Reports
			}
		}
		for _, counts := range []map[string]int{kazakh, all} {
			if len(counts) > 0 {
				return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b string) int {
					return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
				})
			}
		}
	}
	return ""
}

// fold works an edge out from its claims.
func (e *edge) fold() {
	var props []civic.EdgeProps
	reports := map[civic.ID]bool{}
	for _, c := range e.claims {
		props = append(props, c.Props)
		reports[c.in.Report.ID] = true
		e.Evidence += len(c.Evidence)
		e.Day = max(e.Day, c.in.Report.PublishedAt)
		if e.Basis == "" || slices.Index(civic.Bases, c.Basis) < slices.Index(civic.Bases, e.Basis) {
			e.Basis = c.Basis
		}
	}
	e.Reports = len(reports)
	e.Props = mostSaid(props, e.better)
	if e.to.Type.IsEvent() {
		e.Day = e.to.knownDay()
	} else if e.from.Type.IsEvent() {
		e.Day = e.from.knownDay()
	}
}

// better orders groups of claims that agree: the larger, the newer, the one with
// the smallest id.
func (e *edge) better(a, b []int) int {
	newest := func(camp []int) (day civic.Day) {
		for _, i := range camp {
			day = max(day, e.claims[i].in.Report.PublishedAt)
		}
		return day
	}
	least := func(camp []int) civic.ID {
		id := e.claims[camp[0]].ID
		for _, i := range camp {
			id = min(id, e.claims[i].ID)
		}
		return id
	}
	return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(newest(b), newest(a)), cmp.Compare(least(a), least(b)))
}

func (n *node) date() civic.Date {
	if n.Props.Date == nil {
		return civic.Date{}
	}
	return *n.Props.Date
}

// knownDay is the day by which an event is sorted.
func (n *node) knownDay() civic.Day { return n.date().Known(n.LastSeen) }

func (n *node) countDegrees() {
	for _, t := range civic.EdgeTypes {
		out, in := 0, 0
		for _, e := range n.edges {
			if e.Type == t && e.from == n {
				out++
			} else if e.Type == t {
				in++
			}
		}
		for _, d := range []civic.Degree{{Type: t, Direction: civic.Out, Count: out}, {Type: t, Direction: civic.In, Count: in}} {
			if d.Count > 0 {
				n.Degrees = append(n.Degrees, d)
			}
		}
	}
}

func (w *world) findDuplicate(n *node) {
	if n.Type != civic.TypeReport {
		return
	}
	for _, r := range w.readings { // by id: the first is the smallest
		if r.Report.SHA256 == n.Source.SHA256 {
			if r.Report.ID != n.ID {
				n.Source.DuplicateOf = r.Report.ID
			}
			return
		}
	}
}

// key is the entity's sort key in an order of lists.
func (n *node) key(o civic.Order) string {
	switch o {
	case civic.ByName, civic.ByNameReversed:
		return kaz.SortKey(n.Name)
	case civic.ByReports:
		return fmt.Sprintf("%08d", 99_999_999-n.Reports)
	}
	if n.Type.IsEvent() {
		return n.knownDay().NewestFirst()
	}
	return n.LastSeen.NewestFirst()
}

// terms are what a search finds the entity by.
func (n *node) terms() []string {
	if n.Reports == 0 {
		return nil
	}
	var terms []string
	for _, name := range n.Names {
		terms = append(terms, kaz.SearchTerms(name.Text)...)
	}
	return terms
}

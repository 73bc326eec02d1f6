package store

import (
	"fmt"
	"maps"
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// State is what a store holds of the entities and edges that a write touches.
// Those that it does not hold are absent.
type State struct {
	Entities map[civic.ID]EntityState
	Edges    map[civic.ID]EdgeTally // of edges that the old version touched: made anew without its claims
}

// EntityState is an entity's tally and the publication days of the oldest and
// newest report that refer to it, not counting the old version of the report
// that is written: empty where no other does. Terms are those of its row, which
// spares making them anew while its names stay; a store may leave them out.
type EntityState struct {
	Tally          EntityTally
	Oldest, Newest civic.Day
	Terms          []string
}

// Touched lists, sorted, the entities and edges whose views a write changes when
// it puts one reading in the place of another; either may be nil.
func Touched(old, new *civic.Reading) (entities, edges []civic.ID) {
	inEntities, inEdges := map[civic.ID]bool{}, map[civic.ID]bool{}
	for _, r := range []*civic.Reading{old, new} {
		if r == nil {
			continue
		}
		for i := range r.Referents {
			inEntities[r.Referents[i].Entity] = true
		}
		for _, e := range edgesOf(r) {
			inEdges[e.id] = true
		}
	}
	return slices.Sorted(maps.Keys(inEntities)), slices.Sorted(maps.Keys(inEdges))
}

// Change is what a write does to the views, sorted by id. What the report itself
// holds (its sentences, referents, claims, evidence) is replaced whole beside it.
type Change struct {
	Entities     []EntityRow
	GoneEntities []civic.ID
	Edges        []EdgeRow
	GoneEdges    []civic.ID
}

// EntityRow is an entity as it is kept: itself, its tally, and what lists sort and
// filter by.
type EntityRow struct {
	civic.Entity
	Tally         EntityTally
	NameKey       string    // sort key of civic.ByName and its reverse
	DayKey        string    // of civic.ByDay and its reverse
	ReportsKey    string    // of civic.ByReports
	Terms         []string  // what a search finds it by; none until a report mentions it
	PossibleFirst civic.Day // bounds of an event by match; empty for everything else
	PossibleLast  civic.Day
	LikelyFirst   civic.Day
	LikelyLast    civic.Day
	Certain       bool // PossibleFirst and PossibleLast are both stated
	Attendance    int  // least number who attended an event by the report, 0 if not stated
}

// EdgeRow is an edge as it is kept: itself, its tally and its place in lists.
type EdgeRow struct {
	civic.Edge
	Tally  EdgeTally
	DayKey string // newest first
	Role   string // Props.Role
}

// Plan works out the change of views when new takes the place of old, either of
// which may be nil, over the state of what Touched named.
func Plan(old, new *civic.Reading, state State) Change {
	p := planner{old: old, new: new, state: state}
	p.tallyEntities()
	change := Change{}
	p.tallyEdges(&change)
	p.viewEntities(&change)
	return change
}

type planner struct {
	old, new *civic.Reading
	state    State
	tallies  map[civic.ID]*EntityTally
	renamed  map[civic.ID]bool // forms of their names came or went
	types    map[civic.ID]civic.NodeType
}

func (p *planner) tallyEntities() {
	p.tallies, p.renamed, p.types = map[civic.ID]*EntityTally{}, map[civic.ID]bool{}, map[civic.ID]civic.NodeType{}
	for n, r := range map[int]*civic.Reading{-1: p.old, 1: p.new} {
		for id, portrait := range portraits(r) {
			if p.tally(id).count(portrait, n) {
				p.renamed[id] = true
			}
		}
		for i := range referents(r) {
			p.types[r.Referents[i].Entity] = r.Referents[i].Type
		}
	}
}

func (p *planner) tally(id civic.ID) *EntityTally {
	if p.tallies[id] == nil {
		t := p.state.Entities[id].Tally
		p.tallies[id] = &t
	}
	return p.tallies[id]
}

func (p *planner) tallyEdges(change *Change) {
	stood, stands := byID(edgesOf(p.old)), byID(edgesOf(p.new))
	all := maps.Clone(stood)
	maps.Copy(all, stands)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		tally, held := p.state.Edges[id]
		_, stoodByOld := stood[id]
		tally.Add(stands[id].claims...)
		p.turn(all[id], held || stoodByOld, tally.Reports > 0)
		if tally.Reports > 0 {
			change.Edges = append(change.Edges, edgeRow(all[id], tally))
		} else {
			change.GoneEdges = append(change.GoneEdges, id)
		}
	}
}

func byID(edges []edge) map[civic.ID]edge {
	m := make(map[civic.ID]edge, len(edges))
	for _, e := range edges {
		m[e.id] = e
	}
	return m
}

// turn keeps the degrees of an edge's ends when it comes or goes.
func (p *planner) turn(e edge, before, after bool) {
	n := 0
	if after {
		n++
	}
	if before {
		n--
	}
	if n != 0 {
		p.tally(e.from).turn(e.kind, 0, n)
		p.tally(e.to).turn(e.kind, 1, n)
	}
}

func (p *planner) viewEntities(change *Change) {
	for _, id := range slices.Sorted(maps.Keys(p.tallies)) {
		if p.tallies[id].Reports == 0 {
			change.GoneEntities = append(change.GoneEntities, id)
			continue
		}
		s := p.state.Entities[id]
		if p.new != nil && referenced(p.new, id) {
			s.Oldest = earlier(s.Oldest, p.new.Report.PublishedAt)
			s.Newest = max(s.Newest, p.new.Report.PublishedAt)
		}
		if p.renamed[id] {
			s.Terms = nil
		}
		s.Tally = *p.tallies[id]
		change.Entities = append(change.Entities, EntityRowOf(id, p.types[id], s, p.new))
	}
}

func earlier(a, b civic.Day) civic.Day {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func referenced(r *civic.Reading, id civic.ID) bool {
	return slices.ContainsFunc(r.Referents, func(ref civic.Referent) bool { return ref.Entity == id })
}

// EntityRowOf makes an entity's row from its state, all reports counted. The
// reading is one that owns the entity if it is a report, event, group or
// statement; for others it is not looked at.
func EntityRowOf(id civic.ID, t civic.NodeType, s EntityState, owner *civic.Reading) EntityRow {
	row := EntityRow{Tally: s.Tally, Entity: civic.Entity{
		ID: id, Type: t, Name: s.Tally.name(), Names: s.Tally.names(), Props: s.Tally.props(),
		Reports: s.Tally.Mentioned, FirstSeen: s.Oldest, LastSeen: s.Newest, Degrees: s.Tally.degrees(),
	}}
	if owner != nil && ownedByReport(t) {
		row.ReportID = owner.Report.ID
	}
	if owner != nil && t == civic.TypeReport {
		row.Source = SourceOf(&owner.Report)
	}
	row.sort()
	row.bound()
	row.Terms = s.Terms
	if len(s.Terms) == 0 || len(s.Terms) == mostTerms || row.Reports == 0 {
		row.Terms = termsOf(&row.Entity)
	}
	return row
}

func ownedByReport(t civic.NodeType) bool {
	return t.IsEvent() || t == civic.TypeGroup || t == civic.TypeStatement
}

// SourceOf is what a report's entity shows of it. DuplicateOf is the store's to find.
func SourceOf(r *civic.Report) *civic.Source {
	return &civic.Source{Source: r.Source, PublishedAt: r.PublishedAt, Publisher: r.Publisher, Language: r.Language,
		URL: r.URL, SHA256: r.SHA256, Extractor: r.Extractor, Sample: r.Sample}
}

const mostReports = 99_999_999 // bound of a sort key's width

func (row *EntityRow) sort() {
	row.NameKey = kaz.SortKey(row.Name)
	row.ReportsKey = fmt.Sprintf("%08d", mostReports-min(row.Reports, mostReports))
	row.DayKey = row.LastSeen.NewestFirst()
	if row.Type.IsEvent() {
		row.DayKey = dateOf(row.Props).Known(row.LastSeen).NewestFirst()
	}
}

func dateOf(props civic.Props) civic.Date {
	if props.Date == nil {
		return civic.Date{}
	}
	return *props.Date
}

func (row *EntityRow) bound() {
	if !row.Type.IsEvent() {
		return
	}
	date := dateOf(row.Props)
	row.PossibleFirst, row.PossibleLast, _ = date.Bounds(civic.MatchPossible, row.LastSeen)
	row.LikelyFirst, row.LikelyLast, _ = date.Bounds(civic.MatchLikely, row.LastSeen)
	_, _, row.Certain = date.Bounds(civic.MatchCertain, row.LastSeen)
	if a := row.Props.Attendance; a != nil && a.Qualifier != civic.AtMost {
		row.Attendance = a.Value
	}
}

const mostTerms = 64 // of one entity: a statement can be long

func termsOf(e *civic.Entity) []string {
	if e.Reports == 0 {
		return nil
	}
	seen := map[string]bool{}
	var terms []string
	for _, name := range e.Names {
		for _, term := range kaz.SearchTerms(name.Text) {
			if !seen[term] && len(terms) < mostTerms {
				seen[term] = true
				terms = append(terms, term)
			}
		}
	}
	slices.Sort(terms)
	return terms
}

// portraits is what a reading says of each entity.
func portraits(r *civic.Reading) map[civic.ID]*portrait {
	byEntity := map[civic.ID]*portrait{}
	for i := range referents(r) {
		ref := &r.Referents[i]
		if byEntity[ref.Entity] == nil {
			byEntity[ref.Entity] = &portrait{names: map[civic.Name]bool{}}
		}
		byEntity[ref.Entity].add(ref)
	}
	return byEntity
}

func referents(r *civic.Reading) []civic.Referent {
	if r == nil {
		return nil
	}
	return r.Referents
}

// edge is an edge that a reading speaks of, with its claims there.
type edge struct {
	id       civic.ID
	kind     civic.EdgeType
	from, to civic.ID
	event    civic.Day // known day of the event at an end; empty if neither is one
	claims   []Testimony
}

// edgesOf lists the edges that a reading speaks of, in the order of its claims.
func edgesOf(r *civic.Reading) []edge {
	if r == nil {
		return nil
	}
	refs := make(map[civic.ID]*civic.Referent, len(r.Referents))
	for i := range r.Referents {
		refs[r.Referents[i].ID] = &r.Referents[i]
	}
	at := map[civic.ID]int{}
	var edges []edge
	for _, c := range r.Claims {
		subject, object := refs[c.Subject], refs[c.Object]
		id := civic.EdgeID(c.Type, subject.Entity, object.Entity)
		if _, ok := at[id]; !ok {
			at[id] = len(edges)
			edges = append(edges, edge{id: id, kind: c.Type, from: subject.Entity, to: object.Entity, event: eventDay(r, subject, object)})
		}
		edges[at[id]].claims = append(edges[at[id]].claims, Testimony{Claim: c.ID, Report: r.Report.ID,
			Published: r.Report.PublishedAt, Basis: c.Basis, Props: c.Props, Evidence: len(c.Evidence)})
	}
	return edges
}

// eventDay is the known day of the event at the object's end, else at the subject's.
func eventDay(r *civic.Reading, subject, object *civic.Referent) civic.Day {
	for _, ref := range []*civic.Referent{object, subject} {
		if ref.Type.IsEvent() {
			return dateOf(ref.Props).Known(r.Report.PublishedAt)
		}
	}
	return ""
}

func edgeRow(e edge, t EdgeTally) EdgeRow {
	row := EdgeRow{Tally: t, Edge: civic.Edge{ID: e.id, Type: e.kind, From: e.from, To: e.to, Props: t.props(),
		Basis: t.basis(), Day: t.Newest, Reports: t.Reports, Evidence: t.Evidence}}
	if e.event != "" {
		row.Day = e.event
	}
	row.DayKey, row.Role = row.Day.NewestFirst(), row.Props.Role
	return row
}

package graph

import (
	"cmp"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/search"
)

// Filter is what all filters of the schema can say; each offers the part that its
// entities have. An empty list sets no condition.
type Filter struct {
	Places, Participants, Organizers, Topics []civic.ID
	Coalitions, Organizations, PositionAt    []civic.ID
	Leaders, Members, Events, Inside, Of     []civic.ID
	Speakers, About, Publishers, Reports     []civic.ID
	Kinds                                    []string
	Status, Text                             string
	Date                                     *DateRange
	MinAttendance                            int
}

// DateRange is a range of days, both included; an absent bound is open.
type DateRange struct {
	From, To civic.Day
	Match    civic.Match
}

// condition is an edge that an entity must have to the nodes that a filter names:
// to one of them, or to each.
type condition struct {
	nodes    func(*Filter) []civic.ID
	relation civic.Relation
	each     bool
}

func to(nodes func(*Filter) []civic.ID, types ...civic.EdgeType) condition {
	return condition{nodes: nodes, relation: civic.Relation{Types: types, Direction: civic.Out}}
}

func from(nodes func(*Filter) []civic.ID, types ...civic.EdgeType) condition {
	return condition{nodes: nodes, relation: civic.Relation{Types: types, Direction: civic.In}}
}

func (c condition) inside() condition { c.relation.Inside = true; return c }
func (c condition) as(role string) condition {
	c.relation.Roles = []string{role}
	return c
}
func (c condition) all() condition { c.each = true; return c }

func placesOf(f *Filter) []civic.ID        { return f.Places }
func participantsOf(f *Filter) []civic.ID  { return f.Participants }
func organizersOf(f *Filter) []civic.ID    { return f.Organizers }
func topicsOf(f *Filter) []civic.ID        { return f.Topics }
func coalitionsOf(f *Filter) []civic.ID    { return f.Coalitions }
func organizationsOf(f *Filter) []civic.ID { return f.Organizations }
func positionsOf(f *Filter) []civic.ID     { return f.PositionAt }
func leadersOf(f *Filter) []civic.ID       { return f.Leaders }
func membersOf(f *Filter) []civic.ID       { return f.Members }
func eventsOf(f *Filter) []civic.ID        { return f.Events }

// conditions are what filters say about the edges of each type of entity.
var conditions = map[civic.NodeType][]condition{
	civic.TypeMeeting: eventConditions,
	civic.TypeVisit:   eventConditions,
	civic.TypePerson: {
		to(coalitionsOf, civic.Leads, civic.MemberOf),
		to(organizationsOf, civic.Leads, civic.MemberOf, civic.HoldsPosition),
		to(positionsOf, civic.HoldsPosition),
		to(eventsOf, civic.ParticipatedIn),
	},
	civic.TypeCoalition:    bodyConditions,
	civic.TypeOrganization: bodyConditions,
	civic.TypePlace:        {to(func(f *Filter) []civic.ID { return f.Inside }, civic.LocatedIn).inside()},
	civic.TypeGroup: {
		to(func(f *Filter) []civic.ID { return f.Of }, civic.GroupOf),
		to(eventsOf, civic.ParticipatedIn),
	},
	civic.TypeTopic: {from(eventsOf, civic.Discussed)},
	civic.TypeStatement: {
		to(func(f *Filter) []civic.ID { return f.Speakers }, civic.MadeBy),
		to(eventsOf, civic.MadeAt),
		to(func(f *Filter) []civic.ID { return f.About }, civic.About),
	},
	civic.TypeReport: {to(func(f *Filter) []civic.ID { return f.Publishers }, civic.ReportedBy)},
}

var (
	eventConditions = []condition{
		to(placesOf, civic.HeldAt).inside(),
		from(participantsOf, civic.ParticipatedIn).all(),
		from(organizersOf, civic.ParticipatedIn).as(civic.RoleOrganizer).all(),
		to(topicsOf, civic.Discussed),
	}
	bodyConditions = []condition{
		to(placesOf, civic.LocatedIn).inside(),
		from(leadersOf, civic.Leads),
		from(membersOf, civic.MemberOf),
		to(eventsOf, civic.ParticipatedIn),
	}
)

// read is the filter in the words of the store, for entities of a type. The error
// wraps civic.ErrBadInput.
func (f *Filter) read(t civic.NodeType) (civic.Filter, error) {
	wanted := civic.Filter{Reports: f.Reports, MinAttendance: f.MinAttendance, Kinds: f.Kinds, Status: f.Status}
	for _, c := range conditions[t] {
		wanted.Relations = append(wanted.Relations, c.read(c.nodes(f))...)
	}
	if err := checkIDs(wanted); err != nil {
		return wanted, err
	}
	var err error
	if wanted.Days, err = f.Date.read(); err != nil {
		return wanted, err
	}
	wanted.Terms, err = terms(f.Text)
	return wanted, err
}

func (c condition) read(nodes []civic.ID) []civic.Relation {
	switch {
	case len(nodes) == 0:
		return nil
	case !c.each:
		relation := c.relation
		relation.Nodes = nodes
		return []civic.Relation{relation}
	}
	relations := make([]civic.Relation, len(nodes))
	for i := range nodes {
		relations[i] = c.relation
		relations[i].Nodes = nodes[i : i+1]
	}
	return relations
}

func checkIDs(f civic.Filter) error {
	lists := [][]civic.ID{f.Reports}
	for _, r := range f.Relations {
		lists = append(lists, r.Nodes)
	}
	for _, ids := range lists {
		for _, id := range ids {
			if _, err := civic.ParseID(string(id)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *DateRange) read() (*civic.DayRange, error) {
	if r == nil {
		return nil, nil
	}
	for _, day := range []civic.Day{r.From, r.To} {
		if day == "" {
			continue
		}
		if _, err := civic.ParseDay(string(day)); err != nil {
			return nil, err
		}
	}
	return &civic.DayRange{From: r.From, To: r.To, Match: cmp.Or(r.Match, civic.MatchLikely)}, nil
}

// terms are what names must hold to match a text; none for none.
func terms(text string) ([][]civic.Term, error) {
	groups := search.Terms(text)
	if text != "" && len(groups) == 0 {
		return nil, fmt.Errorf("%w: %.40q holds no word to look for", civic.ErrBadInput, text)
	}
	return groups, nil
}

package graph

import (
	"maps"

	"civicgraph/internal/civic"
)

// relation is the edges of the graph that a field follows from an entity.
type relation struct {
	types     []civic.EdgeType
	direction civic.Direction
	list      string           // item type of the connection that the field returns
	far       []civic.NodeType // of the far end, where the edges lead to more types than the field shows
}

// The types that some edges lead to beside others.
var (
	meetings = []civic.NodeType{civic.TypeMeeting}
	visits   = []civic.NodeType{civic.TypeVisit}
	places   = []civic.NodeType{civic.TypePlace}
	bodies   = []civic.NodeType{civic.TypeOrganization, civic.TypeCoalition}
)

func out(list string, t civic.EdgeType, far ...civic.NodeType) relation {
	return relation{[]civic.EdgeType{t}, civic.Out, list, far}
}

func in(list string, t civic.EdgeType, far ...civic.NodeType) relation {
	return relation{[]civic.EdgeType{t}, civic.In, list, far}
}

// Fields that several types share.
var (
	actorFields = map[string]relation{
		"meetings":   out("Meeting", civic.ParticipatedIn, meetings...),
		"visits":     out("Visit", civic.ParticipatedIn, visits...),
		"memberOf":   out("Actor", civic.MemberOf),
		"statements": in("Statement", civic.MadeBy),
	}
	bodyFields = with(actorFields, map[string]relation{
		"leaders":   in("Person", civic.Leads),
		"members":   in("Actor", civic.MemberOf),
		"officers":  in("Person", civic.HoldsPosition),
		"locatedIn": out("Place", civic.LocatedIn),
		"hosted":    in("Event", civic.HeldAt),
		"groups":    in("Group", civic.GroupOf),
		"published": in("Report", civic.ReportedBy),
	})
	eventFields = map[string]relation{
		"places":       out("Entity", civic.HeldAt),
		"participants": in("Actor", civic.ParticipatedIn),
		"topics":       out("Topic", civic.Discussed),
		"partOf":       out("Event", civic.SubEventOf),
		"subEvents":    in("Event", civic.SubEventOf),
		"statements":   in("Statement", civic.MadeAt),
	}
)

// relations says which edges each field of an entity follows, by type and field.
// A field that is not here follows none.
var relations = map[civic.NodeType]map[string]relation{
	civic.TypePerson: with(actorFields, map[string]relation{
		"leads":     out("Actor", civic.Leads),
		"positions": out("Entity", civic.HoldsPosition),
	}),
	civic.TypeCoalition:    bodyFields,
	civic.TypeOrganization: bodyFields,
	civic.TypeGroup: with(actorFields, map[string]relation{
		"groupOf":    out("Entity", civic.GroupOf),
		"subgroupOf": out("Group", civic.SubgroupOf),
		"subgroups":  in("Group", civic.SubgroupOf),
		"members":    in("Actor", civic.MemberOf),
	}),
	civic.TypePlace: {
		"inside":        in("Place", civic.LocatedIn, places...),
		"organizations": in("Actor", civic.LocatedIn, bodies...),
		"meetings":      in("Meeting", civic.HeldAt, meetings...),
		"visits":        in("Visit", civic.HeldAt, visits...),
		"officers":      in("Person", civic.HoldsPosition),
		"groups":        in("Group", civic.GroupOf),
	},
	civic.TypeMeeting: eventFields,
	civic.TypeVisit:   eventFields,
	civic.TypeTopic: {
		"meetings": in("Meeting", civic.Discussed, meetings...),
		"visits":   in("Visit", civic.Discussed, visits...),
	},
	civic.TypeStatement: {
		"madeBy": out("Actor", civic.MadeBy),
		"madeAt": out("Event", civic.MadeAt),
		"about":  out("Entity", civic.About),
	},
}

// firsts are the fields that show one far end alone, the newest.
var firsts = map[civic.NodeType]map[string]relation{
	civic.TypePlace:  {"parent": out("Place", civic.LocatedIn)},
	civic.TypeReport: {"publisher": out("Organization", civic.ReportedBy, civic.TypeOrganization)},
}

func with(a, b map[string]relation) map[string]relation {
	both := maps.Clone(a)
	maps.Copy(both, b)
	return both
}

// neighborArguments are those of a field that follows edges.
type neighborArguments struct {
	pageArguments
	Types     []civic.EdgeType
	Direction civic.Direction
	Roles     []string
}

// askRelation is what a field of an entity's type asks about its edges; nil for a
// field that follows none.
func askRelation(t civic.NodeType, field string, args arguments) (question, error) {
	if first, ok := firsts[t][field]; ok {
		return nearest{civic.NeighborQuery{Types: first.types, Direction: first.direction, FarTypes: first.far, Page: civic.Page{First: 1}}}, nil
	}
	r, ok := relations[t][field]
	if !ok && field != "edges" {
		return nil, nil
	}
	var a neighborArguments
	if err := args.into(&a); err != nil {
		return nil, err
	}
	page, err := a.page()
	if err != nil {
		return nil, err
	}
	if field == "edges" {
		r = relation{types: a.Types, direction: a.Direction, list: "Entity"}
	}
	return neighbors{r.list, civic.NeighborQuery{Types: r.types, Direction: r.direction, FarTypes: r.far, Roles: a.Roles, Page: page}}, nil
}

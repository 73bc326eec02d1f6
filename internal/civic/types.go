package civic

import "slices"

// NodeType says what kind of thing a node is.
type NodeType string

// The node types, in the order in which lists of types are shown.
const (
	TypeReport       NodeType = "Report"
	TypePerson       NodeType = "Person"
	TypeCoalition    NodeType = "Coalition"
	TypeOrganization NodeType = "Organization"
	TypePlace        NodeType = "Place"
	TypeMeeting      NodeType = "Meeting"
	TypeVisit        NodeType = "Visit"
	TypeGroup        NodeType = "Group"
	TypeTopic        NodeType = "Topic"
	TypeStatement    NodeType = "Statement"
)

// NodeTypes lists every node type.
var NodeTypes = []NodeType{TypeReport, TypePerson, TypeCoalition, TypeOrganization, TypePlace,
	TypeMeeting, TypeVisit, TypeGroup, TypeTopic, TypeStatement}

// IsEvent reports whether nodes of the type happen at a time: Meeting and Visit.
func (t NodeType) IsEvent() bool { return t == TypeMeeting || t == TypeVisit }

// IsActor reports whether nodes of the type can take part in events.
func (t NodeType) IsActor() bool {
	return t == TypePerson || t == TypeOrganization || t == TypeCoalition || t == TypeGroup
}

// IsNamed reports whether nodes of the type bear a name of their own that
// several reports can share.
func (t NodeType) IsNamed() bool {
	return t == TypePerson || t == TypeOrganization || t == TypeCoalition || t == TypePlace
}

// IsShared reports whether any number of reports can speak of one node of the type:
// of all but reports and what a single report tells of.
func (t NodeType) IsShared() bool { return t.IsNamed() || t == TypeTopic }

// Valid reports whether t is one of NodeTypes.
func (t NodeType) Valid() bool { return slices.Contains(NodeTypes, t) }

// EdgeType says how two nodes are related.
type EdgeType string

// The edge types; Signatures says what each may connect.
const (
	Leads          EdgeType = "LEADS"
	MemberOf       EdgeType = "MEMBER_OF"
	HoldsPosition  EdgeType = "HOLDS_POSITION"
	ParticipatedIn EdgeType = "PARTICIPATED_IN"
	HeldAt         EdgeType = "HELD_AT"
	SubEventOf     EdgeType = "SUB_EVENT_OF"
	Discussed      EdgeType = "DISCUSSED"
	GroupOf        EdgeType = "GROUP_OF"
	SubgroupOf     EdgeType = "SUBGROUP_OF"
	LocatedIn      EdgeType = "LOCATED_IN"
	ReportedBy     EdgeType = "REPORTED_BY"
	MadeBy         EdgeType = "MADE_BY"
	MadeAt         EdgeType = "MADE_AT"
	About          EdgeType = "ABOUT"
)

// EdgeTypes lists every edge type, in the order in which counts are shown.
var EdgeTypes = []EdgeType{Leads, MemberOf, HoldsPosition, ParticipatedIn, HeldAt, SubEventOf, Discussed,
	GroupOf, SubgroupOf, LocatedIn, ReportedBy, MadeBy, MadeAt, About}

var (
	organizations = []NodeType{TypeOrganization, TypeCoalition}
	actors        = []NodeType{TypePerson, TypeGroup, TypeOrganization, TypeCoalition}
	events        = []NodeType{TypeMeeting, TypeVisit}
)

// Signature is what an edge type may connect.
type Signature struct{ From, To []NodeType }

// Signatures holds the signature of every edge type.
var Signatures = map[EdgeType]Signature{
	Leads:          {[]NodeType{TypePerson}, organizations},
	MemberOf:       {actors, []NodeType{TypeOrganization, TypeCoalition, TypeGroup}},
	HoldsPosition:  {[]NodeType{TypePerson}, []NodeType{TypeOrganization, TypeCoalition, TypePlace}},
	ParticipatedIn: {actors, events},
	HeldAt:         {events, []NodeType{TypeOrganization, TypeCoalition, TypePlace}},
	SubEventOf:     {events, events},
	Discussed:      {events, []NodeType{TypeTopic}},
	GroupOf:        {[]NodeType{TypeGroup}, []NodeType{TypeOrganization, TypeCoalition, TypePlace}},
	SubgroupOf:     {[]NodeType{TypeGroup}, []NodeType{TypeGroup}},
	LocatedIn:      {[]NodeType{TypeOrganization, TypeCoalition, TypePlace}, []NodeType{TypePlace}},
	ReportedBy:     {[]NodeType{TypeReport}, organizations},
	MadeBy:         {[]NodeType{TypeStatement}, actors},
	MadeAt:         {[]NodeType{TypeStatement}, events},
	About:          {[]NodeType{TypeStatement}, NodeTypes},
}

// Valid reports whether t is one of EdgeTypes.
func (t EdgeType) Valid() bool { return slices.Contains(EdgeTypes, t) }

// Allows reports whether an edge of type t may lead from a node of one type to
// a node of another.
func (t EdgeType) Allows(from, to NodeType) bool {
	s := Signatures[t]
	return slices.Contains(s.From, from) && slices.Contains(s.To, to)
}

// Direction is the side of an edge on which a node stands.
type Direction string

// The directions of an edge as seen from a node.
const (
	Out Direction = "OUT" // the node is the edge's source
	In  Direction = "IN"  // the node is the edge's target
)

// Language is the language of a text, by its ISO 639-1 code.
type Language string

// The languages that reports are read in.
const (
	Kazakh  Language = "kk"
	Russian Language = "ru"
)

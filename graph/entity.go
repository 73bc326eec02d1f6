package graph

import (
	"fmt"

	"civicgraph/internal/civic"
)

// Node is anything that has an id of its own: an entity or a relation.
type Node interface {
	object
	isNode()
}

// Entity is a node of the graph as an answer shows it.
type Entity interface {
	Node
	entity() *civic.Entity
}

// Actor is an entity that can take part in events.
type Actor interface {
	Entity
	isActor()
}

// Event is a meeting or a visit.
type Event interface {
	Entity
	isEvent()
}

// Person, Coalition and the others are the schema's types of entities.
type (
	Person       struct{ actor }
	Coalition    struct{ actor }
	Organization struct{ actor }
	Group        struct{ actor }
	Meeting      struct{ event }
	Visit        struct{ event }
	Place        struct{ node }
	Topic        struct{ node }
	Statement    struct{ node }
	Report       struct{ node }
)

// node is what all types of entities have in common. Its methods serve the fields
// of all of them: one method for each type of answer, since the plan knows which
// field asked (see relation.go).
type node struct {
	*civic.Entity
	*civic.Props
	answers
}

type actor struct{ node }

type event struct{ node }

func (*node) isNode()                 {}
func (*actor) isActor()               {}
func (*event) isEvent()               {}
func (n *node) entity() *civic.Entity { return n.Entity }
func (n *node) identity() civic.ID    { return n.Entity.ID }
func (n *node) implements() []string  { return entityTypes[n.Type] }
func (n *node) inner(string) []object { return nil }

// entityTypes are the schema's names of each type and of its interfaces.
var entityTypes = map[civic.NodeType][]string{
	civic.TypePerson:       personImplementors,
	civic.TypeCoalition:    coalitionImplementors,
	civic.TypeOrganization: organizationImplementors,
	civic.TypePlace:        placeImplementors,
	civic.TypeMeeting:      meetingImplementors,
	civic.TypeVisit:        visitImplementors,
	civic.TypeGroup:        groupImplementors,
	civic.TypeTopic:        topicImplementors,
	civic.TypeStatement:    statementImplementors,
	civic.TypeReport:       reportImplementors,
}

func (n *node) ask(field string, args arguments) (question, error) {
	switch field {
	case "mentions":
		return askPassages(true, args)
	case "report", "duplicateOf":
		return reference{field}, nil
	case "text":
		if n.Type == civic.TypeReport {
			return text{}, nil
		}
	}
	return askRelation(n.Type, field, args)
}

func (n *node) refer(field string) (Entity, civic.ID) {
	if field == "report" {
		return nil, n.ReportID
	}
	return nil, n.Source.DuplicateOf
}

// newEntity is an entity as an answer shows it; nil for nil.
func newEntity(e *civic.Entity) Entity {
	if e == nil {
		return nil
	}
	n := node{Entity: e, Props: &e.Props}
	switch e.Type {
	case civic.TypePerson:
		return &Person{actor{n}}
	case civic.TypeCoalition:
		return &Coalition{actor{n}}
	case civic.TypeOrganization:
		return &Organization{actor{n}}
	case civic.TypeGroup:
		return &Group{actor{n}}
	case civic.TypeMeeting:
		return &Meeting{event{n}}
	case civic.TypeVisit:
		return &Visit{event{n}}
	case civic.TypePlace:
		return &Place{n}
	case civic.TypeTopic:
		return &Topic{n}
	case civic.TypeStatement:
		return &Statement{n}
	case civic.TypeReport:
		return &Report{n}
	}
	panic(fmt.Sprintf("graph: a store gave an entity of type %q", e.Type))
}

package eval

import (
	"encoding/json"
	"regexp"
	"slices"

	"civicgraph/internal/civic"
)

// blocks are the properties that are objects, with their parts.
var blocks = map[string][]string{
	"date":       {"earliest", "latest", "precision", "basis", "raw"},
	"attendance": {"raw", "value", "qualifier"},
	"count":      {"raw", "value", "qualifier"},
}

// modelProps are the properties that the model knows, by type of node or edge.
var modelProps = map[string][]string{
	"Report":          {"title", "text", "publishedAt", "publisher", "language", "url", "sha256"},
	"Person":          {"name", "givenName", "familyName", "patronymic"},
	"Coalition":       {"name", "shortName", "level", "kind", "legalForm"},
	"Organization":    {"name", "kind", "legalForm"},
	"Place":           {"name", "kind", "katoCode", "lat", "lon"},
	"Meeting":         {"name", "kind", "status", "date", "attendance", "isSeries"},
	"Visit":           {"name", "status", "date", "attendance"},
	"Group":           {"name", "count"},
	"Topic":           {"name", "kind"},
	"Statement":       {"text", "verb", "voice"},
	"LEADS":           {"role", "roleRaw", "status"},
	"MEMBER_OF":       {"capacity", "capacityRaw"},
	"HOLDS_POSITION":  {"titleRaw", "status"},
	"PARTICIPATED_IN": {"role", "capacity", "capacityRaw", "count"},
	"HELD_AT":         {"placeRole"},
	"GROUP_OF":        {"relation"},
	"MADE_BY":         {"capacity"},
}

var (
	statuses   = []string{civic.Planned, civic.Held}
	tenures    = []string{civic.Current, civic.Former}
	capacities = []string{"MEMBERS", "REPRESENTATIVES", "STAFF", "DEPUTIES", "PARTICIPANTS", "STUDENTS"}
)

// modelValues are the closed lists of values, by type and property, or by the part of
// a block.
var modelValues = map[string][]string{
	"Coalition.level": {"NATIONAL", "REGIONAL", "DISTRICT", "CITY", "UNKNOWN"},
	"Organization.kind": {"COMPANY", "MEDIA", "LEGISLATURE", "LEGISLATIVE_CHAMBER", "LOCAL_COUNCIL", "GOVERNMENT", "COURT",
		"PARTY", "NGO", "COUNCIL", "COMMISSION", "CHAMBER_OF_COMMERCE", "EDUCATION", "HEALTH", "CULTURE", "PROJECT", "OTHER"},
	"Place.kind":               {"COUNTRY", "REGION", "DISTRICT", "CITY", "SETTLEMENT", "VENUE"},
	"Meeting.kind":             {"PUBLIC_MEETING", "MEETING", "GATHERING", "FORUM", "SESSION", "MEETING_SERIES"},
	"Meeting.status":           statuses,
	"Visit.status":             statuses,
	"Topic.kind":               {"LEGAL_DRAFT", "POLICY_ISSUE", "OTHER"},
	"Statement.voice":          {"REPORTED", "PASSIVE", "HEADLINE"},
	"LEADS.status":             tenures,
	"HOLDS_POSITION.status":    tenures,
	"MEMBER_OF.capacity":       capacities,
	"PARTICIPATED_IN.capacity": capacities,
	"MADE_BY.capacity":         capacities,
	"PARTICIPATED_IN.role":     {civic.RoleOrganizer, civic.RoleVisitor, civic.RoleCounterpart, civic.RoleAttendee, civic.RoleSpeaker},
	"HELD_AT.placeRole":        {"VENUE", "AREA", "DESTINATION"},
	"precision":                {"DAY", "MONTH", "YEAR", "NOT_STATED"},
	"basis":                    {"STATED", "RELATIVE", "PUBLICATION_BOUND"},
	"qualifier":                {"EXACT", "APPROXIMATE", "AT_LEAST", "AT_MOST"},
}

// hasForm reports whether a value has the form that its property asks for, by the
// keys of modelValues; those that are not named here may be anything.
func hasForm(name string, value any) bool {
	switch name {
	case "earliest", "latest":
		return isDay(value)
	case "value":
		return isCount(value)
	case "Place.katoCode":
		code, ok := value.(string)
		return ok && katoCode.MatchString(code)
	case "Meeting.isSeries":
		_, ok := value.(bool)
		return ok
	case "raw", "LEADS.roleRaw", "HOLDS_POSITION.titleRaw", "MEMBER_OF.capacityRaw", "PARTICIPATED_IN.capacityRaw":
		_, ok := value.(string)
		return ok
	}
	return true
}

var katoCode = regexp.MustCompile(`^[0-9]{9}$`)

// isDay reports whether a value is a day of the calendar.
func isDay(value any) bool {
	s, ok := value.(string)
	if !ok {
		return false
	}
	_, err := civic.ParseDay(s)
	return err == nil
}

// isCount reports whether a value is a whole number from 0.
func isCount(value any) bool {
	number, ok := value.(json.Number)
	if !ok {
		return false
	}
	n, err := number.Int64()
	return err == nil && n >= 0
}

// comparedProps are the properties that are scored, by type of node or edge, «Event»
// for Meeting and Visit, in the order of the table.
var comparedProps = []struct {
	owner string
	names []string
}{
	{"Event", []string{"kind", "status", "date.earliest", "date.latest", "date.precision", "attendance.value", "attendance.qualifier"}},
	{"Place", []string{"katoCode"}},
	{"Organization", []string{"kind"}},
	{"PARTICIPATED_IN", []string{"role", "capacity", "count.value", "count.qualifier"}},
	{"HOLDS_POSITION", []string{"titleRaw"}},
	{"LEADS", []string{"roleRaw"}},
}

// propsOf are the scored properties of an owner.
func propsOf(owner string) []string {
	for _, p := range comparedProps {
		if p.owner == owner {
			return p.names
		}
	}
	return nil
}

// propertyRows are the rows of the table of properties: «Event.kind».
func propertyRows() []string {
	var rows []string
	for _, p := range comparedProps {
		for _, name := range p.names {
			rows = append(rows, p.owner+"."+name)
		}
	}
	return rows
}

// modelHas reports whether the model knows a property, or a part of a block.
func modelHas(typ, owner, part string) bool {
	return slices.Contains(modelProps[typ], owner) && (part == "" || slices.Contains(blocks[owner], part))
}

package civic

import "slices"

// Entity is a node of the graph: what the referents assigned to it add up to.
// Its id never changes by a rename.
type Entity struct {
	ID        ID
	Type      NodeType
	Name      string      // the form to show; of a Statement its text shortened, of a Report its title
	Names     []NameCount // all forms, the most reported first, then by the alphabet
	Props     Props
	Reports   int      // reports that mention it; 0 for a place known only as above another
	FirstSeen Day      // publication of the oldest report that refers to it
	LastSeen  Day      // publication of the newest
	Degrees   []Degree // edges by type and direction, in the order of EdgeTypes, Out before In; none that is 0
	Source    *Source  // of a Report its source; nil for everything else
	ReportID  ID       // report of an event, group or statement, which belong to one; empty otherwise
}

// NameCount is a form of a name and the number of reports that use it.
type NameCount struct {
	Name
	Reports int `json:"reports"`
}

// Degree is the number of a node's edges of one type and direction.
type Degree struct {
	Type      EdgeType  `json:"type"`
	Direction Direction `json:"direction"`
	Count     int       `json:"count"`
}

// Degree is the number of the entity's edges of the types (all types, if none
// is named) in the direction.
func (e *Entity) Degree(d Direction, types ...EdgeType) int {
	n := 0
	for _, degree := range e.Degrees {
		if degree.Direction == d && (len(types) == 0 || slices.Contains(types, degree.Type)) {
			n += degree.Count
		}
	}
	return n
}

// Source is a Report's own properties, without its text.
type Source struct {
	Source      string   `json:"source"`
	PublishedAt Day      `json:"publishedAt"`
	Publisher   string   `json:"publisher,omitempty"`
	Language    Language `json:"language"`
	URL         string   `json:"url,omitempty"`
	SHA256      string   `json:"sha256"`
	Extractor   string   `json:"extractor"`
	Sample      bool     `json:"sample,omitempty"`
	DuplicateOf ID       `json:"duplicateOf,omitempty"` // the report with the smallest id that has the same text; empty if it is this one
}

// Edge is the view of all claims of one type from one entity to another.
type Edge struct {
	ID       ID
	Type     EdgeType
	From, To ID
	Props    EdgeProps // what most claims say, then the newest, then the smaller id; field by field
	Basis    Basis     // the strongest of its claims
	Day      Day       // of an edge to or from an event the event's known day, else its newest report's publication
	Reports  int       // reports behind it
	Evidence int       // pieces of evidence behind it
}

// Neighbor is an edge as seen from a node, with the entity at its far end.
type Neighbor struct {
	Edge
	Direction Direction // of the edge as seen from the node that was asked about
	Far       *Entity
}

// Link is what walking the graph needs to know of an edge.
type Link struct {
	Type      EdgeType
	Near      ID        // the end that was asked about; a link between two such ends comes once for each
	Direction Direction // of the edge as seen from there
	Far       FarEnd
	Evidence  int
}

// ID is the id of the edge.
func (l Link) ID() ID {
	if l.Direction == In {
		return EdgeID(l.Type, l.Far.ID, l.Near)
	}
	return EdgeID(l.Type, l.Near, l.Far.ID)
}

// FarEnd is what walking the graph needs to know of the node that it may enter. Kind
// and Degree are told of shared types alone; what one report tells of has few edges.
type FarEnd struct {
	ID     ID
	Type   NodeType
	Kind   string // Props.Kind
	Degree int    // number of its edges, both directions
}

// Passage is a piece of evidence or a mention with the sentence around it:
// Before + Match + After is the sentence.
type Passage struct {
	ID        ID
	Report    *Entity // of type Report; nil for a gazetteer's record
	Before    string
	Match     string
	After     string
	Start     int    // code points of the report's text
	End       int    // code points of the report's text, exclusive
	Sentence  int    // number of the sentence in the report, the title being 0
	Gazetteer string // a gazetteer's record, for evidence of basis BACKGROUND; then all else but ID is empty
	Basis     Basis  // of the claim that it supports; empty for a mention
}

// Stats is what the graph holds.
type Stats struct {
	Nodes    map[NodeType]int
	Edges    map[EdgeType]int
	Claims   int
	Evidence int
}

// DayCount is the number of events with the same two bounds, either of which may be absent.
type DayCount struct {
	Earliest, Latest Day
	Count            int
}

package civic

// MaxPage is the most items that one page may have.
const MaxPage = 100

// MaxIDs is the most ids that one call of the store may ask for: one level of a
// query is one call, and far wider than a page.
const MaxIDs = 10_000

// DefaultPage is the size of a page for which none is given.
const DefaultPage = 20

// Cursor is a place in a sorted list: after or before the item with that sort key
// and id. It stays good when items come and go, that one included.
type Cursor struct {
	Key string
	ID  ID
}

// Page asks for a part of a sorted list. First items after After, or Last items
// before Before: one of First and Last is positive, the other 0. Both cursors
// narrow either kind.
type Page struct {
	First, Last   int
	After, Before *Cursor
}

// Limit is the number of items asked for.
func (p Page) Limit() int { return max(p.First, p.Last) }

// Backward reports whether the page is asked for from the end.
func (p Page) Backward() bool { return p.Last > 0 }

// Slice is a page of a list, in the list's order, whichever end it was asked from.
type Slice[T any] struct {
	Items       []Item[T]
	HasPrevious bool
	HasNext     bool
}

// Item is an item of a page with its place in the list.
type Item[T any] struct {
	Cursor Cursor
	Value  T
}

// Order is what a list of entities is sorted by; ties go by id.
type Order string

// The orders.
const (
	ByName         Order = "NAME"          // by the Kazakh alphabet
	ByDay          Order = "NEWEST"        // newest first: an event's known day, else when it was last reported
	ByReports      Order = "MOST_REPORTED" // by the number of reports that mention it, most first
	ByNameReversed Order = "NAME_REVERSED"
	ByDayReversed  Order = "OLDEST"
)

// ListQuery asks for the entities of some types that a filter lets through.
type ListQuery struct {
	Types  []NodeType // at least one
	Filter Filter
	Order  Order
	Page   Page
}

// Filter says which entities of a list are wanted: those that meet all of its
// conditions. The zero Filter lets everything through.
type Filter struct {
	Relations     []Relation // edges that it must have, each of them
	Reports       []ID       // reports one of which must mention it
	Days          *DayRange  // when an event must be
	MinAttendance int        // an event's least stated attendance
	Kinds         []string   // Props.Kind must be one of them
	Status        string     // Props.Status of an event; HELD includes none stated
	Terms         [][]Term   // its names must match, as in TermQuery
}

// Relation is an edge that an entity must have: of one of the types, leading in
// the direction as seen from the entity, to one of the nodes.
type Relation struct {
	Types     []EdgeType
	Direction Direction
	Nodes     []ID
	Inside    bool     // a place that lies in one of the nodes, by any number of LOCATED_IN edges, serves too
	Roles     []string // EdgeProps.Role must be one of them; any, if empty
}

// DayRange is a range of days, both included; an absent bound is open.
type DayRange struct {
	From, To Day
	Match    Match
}

// NeighborQuery asks for the edges of many nodes at once, a page for each node.
// Edges are sorted by Edge.Day, newest first, then by id.
type NeighborQuery struct {
	Nodes     []ID
	Types     []EdgeType // all, if empty
	Direction Direction  // both, if empty
	FarTypes  []NodeType // of the far end; all, if empty
	Roles     []string   // EdgeProps.Role; all, if empty
	Page      Page       // the same for each node
}

// PassageQuery asks for the evidence of many edges or the mentions of many
// entities at once, a page for each: the newest report first, then by report id
// and place in the text.
type PassageQuery struct {
	Of   []ID
	Page Page
}

// Term is a word of a search as the stores index it; Prefix lets it match the
// beginning of an indexed term.
type Term struct {
	Text   string
	Prefix bool
}

// TermQuery asks for entities whose names hold a term of every group.
type TermQuery struct {
	Groups [][]Term // one group for each word searched for: alternatives
	Types  []NodeType
	Limit  int // most candidates to return, by the number of reports, then by id
}

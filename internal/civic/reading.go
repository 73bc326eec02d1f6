package civic

// Report is one article and its source.
type Report struct {
	ID          ID       `json:"id"`
	Source      string   `json:"source"` // URL, source name, absolute path, sample:NAME or sha256:HASH; the identity
	Title       string   `json:"title"`
	Text        string   `json:"text"` // the report as it is, in UTF-8; all spans are offsets into it
	PublishedAt Day      `json:"publishedAt"`
	Publisher   string   `json:"publisher,omitempty"`
	Language    Language `json:"language"`
	URL         string   `json:"url,omitempty"`
	SHA256      string   `json:"sha256"`    // of Text, in lower-case hexadecimal
	Extractor   string   `json:"extractor"` // version of the extractor that read it
	Sample      bool     `json:"sample,omitempty"`
}

// Reading is what one extraction of one report yields. It refers to nothing
// outside its report but by the assignments of its referents to entities.
type Reading struct {
	Report    Report
	Sentences []Span // of Report.Text, in order, not overlapping; the title is the first
	Referents []Referent
	Claims    []Claim
}

// Referent is one thing that a report speaks of, whatever the number of its mentions.
// The report itself is the referent of type Report, so that edges can start at it.
type Referent struct {
	ID       ID // see ReferentID; before resolution any name that is unique in the reading
	Type     NodeType
	Key      string // identity key; empty before resolution
	Entity   ID     // assigned entity; empty before resolution
	Names    []Name // the form to show first; at least one
	Props    Props
	Mentions []Span // in the order of the text; of events and statements the asserting clause first
	Rule     string // name of the rule that made it
}

// Name is one form of a name.
type Name struct {
	Text     string   `json:"text"`
	Language Language `json:"language,omitempty"`
	Kind     NameKind `json:"kind,omitempty"`
}

// NameKind says what a form of a name is.
type NameKind string

// The kinds of name.
const (
	NameFull       NameKind = "FULL"       // the fullest form that the report has
	NameShort      NameKind = "SHORT"      // a shorter form: surname, acronym, words without quotes
	NameDescribed  NameKind = "DESCRIBED"  // a description rather than a name: «өңірлік коалиция»
	NameRegistered NameKind = "REGISTERED" // as the gazetteer has it
)

// Basis says how a claim follows from the report.
type Basis string

// The bases, the strongest first.
const (
	Explicit   Basis = "EXPLICIT"   // the clause says it
	Implied    Basis = "IMPLIED"    // the same report lets one conclude it
	Background Basis = "BACKGROUND" // known from a gazetteer or the report's source, not from the text
)

// Bases lists the bases, the strongest first.
var Bases = []Basis{Explicit, Implied, Background}

// Claim is one assertion of a report between two of its referents.
type Claim struct {
	ID       ID // see ClaimID; empty before resolution
	Type     EdgeType
	Subject  ID // a referent of the same reading
	Object   ID // a referent of the same reading
	Props    EdgeProps
	Basis    Basis
	Evidence []Evidence // at least one; the first is the one to cite
	Rule     string     // name of the rule that made it
}

// Evidence is what a claim rests on: words of the report or, for Background
// alone, a record: a gazetteer's, or what the source says of the report.
type Evidence struct {
	Span      Span   // within one sentence; empty for a record
	Gazetteer string // «KATO 314800000», «publisher BAQ.KZ»; empty for words
}

// Props are the properties of a node, by type; those that do not apply or are
// not stated are absent.
type Props struct {
	Kind       string   `json:"kind,omitempty"`       // Organization, Place, Meeting, Topic
	Level      string   `json:"level,omitempty"`      // Coalition: NATIONAL, REGIONAL, DISTRICT, CITY, UNKNOWN
	ShortName  string   `json:"shortName,omitempty"`  // Coalition
	LegalForm  string   `json:"legalForm,omitempty"`  // Organization
	GivenName  string   `json:"givenName,omitempty"`  // Person
	FamilyName string   `json:"familyName,omitempty"` // Person
	Patronymic string   `json:"patronymic,omitempty"` // Person
	KatoCode   string   `json:"katoCode,omitempty"`   // Place
	Lat        float64  `json:"lat,omitempty"`        // Place, degrees north
	Lon        float64  `json:"lon,omitempty"`        // Place, degrees east
	Status     string   `json:"status,omitempty"`     // Meeting, Visit: HELD, PLANNED
	Date       *Date    `json:"date,omitempty"`       // Meeting, Visit
	Attendance *Count   `json:"attendance,omitempty"` // Meeting, Visit
	IsSeries   bool     `json:"isSeries,omitempty"`   // Meeting
	Count      *Count   `json:"count,omitempty"`      // Group
	Verb       string   `json:"verb,omitempty"`       // Statement
	Voice      string   `json:"voice,omitempty"`      // Statement: REPORTED, PASSIVE, HEADLINE
	Text       string   `json:"text,omitempty"`       // Statement, in full
	Language   Language `json:"language,omitempty"`   // Report
}

// EdgeProps are the properties of a claim or edge, by type; those that do not
// apply or are not stated are absent.
type EdgeProps struct {
	Role        string `json:"role,omitempty"`        // LEADS: LEADER, HEAD; PARTICIPATED_IN: ORGANIZER, VISITOR, …
	RoleRaw     string `json:"roleRaw,omitempty"`     // LEADS
	TitleRaw    string `json:"titleRaw,omitempty"`    // HOLDS_POSITION
	Status      string `json:"status,omitempty"`      // LEADS, HOLDS_POSITION: CURRENT, FORMER
	Capacity    string `json:"capacity,omitempty"`    // MEMBER_OF, PARTICIPATED_IN, MADE_BY
	CapacityRaw string `json:"capacityRaw,omitempty"` // MEMBER_OF, PARTICIPATED_IN
	Count       *Count `json:"count,omitempty"`       // PARTICIPATED_IN
	PlaceRole   string `json:"placeRole,omitempty"`   // HELD_AT: VENUE, AREA, DESTINATION
	Relation    string `json:"relation,omitempty"`    // GROUP_OF: RESIDENTS, STAFF, …
}

// The statuses of an event and of a post.
const (
	Held    = "HELD"
	Planned = "PLANNED"
	Current = "CURRENT"
	Former  = "FORMER"
)

// The roles of a participant, the first that fits.
const (
	RoleOrganizer   = "ORGANIZER"
	RoleVisitor     = "VISITOR"
	RoleCounterpart = "COUNTERPART"
	RoleSpeaker     = "SPEAKER"
	RoleAttendee    = "ATTENDEE"
)

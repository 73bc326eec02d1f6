package storetest

import "civicgraph/internal/civic"

// The names of the town, whose three reports have something for every filter.
const (
	village   = "Көктерек ауылы"
	district  = "Самал ауданы"
	region    = "Дала облысы"
	city      = "Балжан қаласы"
	office    = "Самал әкімдігі"        // "the akimat of Samal"
	meeting   = "Тұрғындармен кездесу"  // "a meeting with residents": 8 March, about 500 people
	planned   = "Жоспарланған жиын"     // "a planned gathering": from 20 March on, at most 900
	visit     = "Жұмыс сапары"          // "a working trip": until 11 March
	forum     = "Өңірлік форум"         // "a regional forum": no date, 120 people
	youth     = "Жастар"                // "young people"
	water     = "Ауыз су"               // "drinking water"
	statement = "Су таза болуы керек"   // "water has to be clean"
	record    = "KATO 000000000 (made)" // of no gazetteer
)

// town is the reports town-1 to town-3.
func town() []*Draft { return []*Draft{townMeeting(), townPlans(), townForum()} }

func townMeeting() *Draft {
	d := NewDraft("town-1", "2026-03-10")
	where := d.places()
	coalition, leader, speaker := d.Refer(civic.TypeCoalition, league), d.Refer(civic.TypePerson, alia), d.Refer(civic.TypePerson, bolat)
	d.Claim(civic.Leads, leader, coalition).Props = civic.EdgeProps{Role: "LEADER", Status: civic.Current}
	d.Claim(civic.LocatedIn, d.Refer(civic.TypeOrganization, office), where)
	m := d.Refer(civic.TypeMeeting, meeting)
	m.Props = civic.Props{Kind: "PUBLIC_MEETING", Attendance: &civic.Count{Raw: "500-ге жуық", Value: 500, Qualifier: civic.Approximate},
		Date: &civic.Date{Earliest: "2026-03-08", Latest: "2026-03-08", Precision: civic.PrecisionDay, Basis: civic.DateStated}}
	d.Claim(civic.HeldAt, m, where).Props.PlaceRole = "AREA"
	d.takePart(leader, m, civic.RoleOrganizer)
	d.takePart(speaker, m, civic.RoleSpeaker)
	d.takePart(d.Refer(civic.TypeGroup, youth), m, civic.RoleAttendee)
	d.Claim(civic.Discussed, m, d.Refer(civic.TypeTopic, water))
	return d
}

// places is the village, in the district, in the region: the two above from a gazetteer.
func (d *Draft) places() *civic.Referent {
	low, middle, high := d.Refer(civic.TypePlace, village), d.Background(civic.TypePlace, district), d.Background(civic.TypePlace, region)
	low.Props.Kind, middle.Props.Kind, high.Props.Kind = "VILLAGE", "DISTRICT", "REGION"
	d.Known(civic.LocatedIn, low, middle, record)
	d.Known(civic.LocatedIn, middle, high, record)
	return low
}

func (d *Draft) takePart(who, event *civic.Referent, role string) *civic.Claim {
	c := d.Claim(civic.ParticipatedIn, who, event)
	c.Props.Role = role
	return c
}

func townPlans() *Draft {
	d := NewDraft("town-2", "2026-03-12")
	where, area := d.Refer(civic.TypePlace, region), d.Refer(civic.TypePlace, district)
	where.Props.Kind, area.Props.Kind = "REGION", "DISTRICT"
	d.Known(civic.LocatedIn, area, where, record)
	who := d.Refer(civic.TypePerson, bolat)
	m := d.Refer(civic.TypeMeeting, planned)
	m.Props = civic.Props{Kind: "GATHERING", Status: civic.Planned, Date: &civic.Date{Earliest: "2026-03-20", Precision: civic.PrecisionNotStated},
		Attendance: &civic.Count{Value: 900, Qualifier: civic.AtMost}}
	v := d.Refer(civic.TypeVisit, visit)
	v.Props = civic.Props{Status: civic.Held, Date: &civic.Date{Latest: "2026-03-11", Basis: civic.DatePublicationBound}}
	d.Claim(civic.HeldAt, m, where)
	d.Claim(civic.HeldAt, v, area)
	d.takePart(who, m, civic.RoleOrganizer)
	d.takePart(who, v, civic.RoleVisitor)
	said := d.Refer(civic.TypeStatement, statement)
	d.Claim(civic.MadeBy, said, d.Refer(civic.TypePerson, alia))
	d.Claim(civic.MadeAt, said, v)
	d.Claim(civic.About, said, d.Refer(civic.TypeTopic, water))
	return d
}

func townForum() *Draft {
	d := NewDraft("town-3", "2026-03-12")
	d.Source().Language = civic.Russian
	where := d.Refer(civic.TypePlace, city)
	where.Props.Kind = "CITY"
	m := d.Refer(civic.TypeMeeting, forum)
	m.Props = civic.Props{Kind: "FORUM", Attendance: &civic.Count{Value: 120, Qualifier: civic.Exact}}
	d.Claim(civic.HeldAt, m, where)
	guest, leader := d.Refer(civic.TypePerson, alia), d.Refer(civic.TypePerson, bolat)
	d.takePart(guest, m, civic.RoleAttendee)
	former := d.Claim(civic.Leads, leader, d.Refer(civic.TypeCoalition, league))
	former.Props = civic.EdgeProps{Role: "HEAD", Status: civic.Former}
	d.Support(former, "Ол лигаға ұзақ басшылық еткен.") // "He led the league for long."
	d.Claim(civic.ReportedBy, d.Report(), d.Refer(civic.TypeOrganization, "Арна"))
	return d
}

// writeTown writes the town into the store under test.
func (s *subject) writeTown() {
	s.Helper()
	for _, d := range town() {
		s.write(d.Reading())
	}
}

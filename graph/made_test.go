package graph_test

import (
	"fmt"
	"math/rand/v2"

	"civicgraph/internal/civic"
	"civicgraph/internal/store/storetest"
)

// The made-up valley: names that the reports share.
var (
	people     = names("Тұрар", "Айман", "Бекет", "Гүлім", "Дәурен", "Еркеғали", "Жанат", "Зере", "Илья", "Күләш", "Лашын", "Мирас", "Назым", "Орал", "Перизат", "Рысбек", "Сабира", "Талғат", "Ұлжан", "Фарида")
	coalitions = names("Таза өзен лигасы", "Жарық көше одағы", "Береке қозғалысы")
	bodies     = names("Алқап әкімдігі", "Сары қайың ЖШС", "Аңғар жаршысы", "Ардагерлер кеңесі")
	venues     = names("Аңғар алаңы", "Көк қақпа ауылы", "Шыңырау кенті", "Тасөткел қаласы")
	topics     = names("Жол жөндеу", "Ауыз су", "Мектеп құрылысы")
	crowds     = names("Жастар", "Тұрғындар")
	above      = "Аңғар ауданы" // the district of all places, which a gazetteer knows
)

func names(list ...string) []string { return list }

// valley makes up n readings in which every type of node and edge occurs, the same
// for the same seed.
func valley(seed uint64, n int) []*civic.Reading {
	random := rand.New(rand.NewPCG(seed, 1))
	readings := make([]*civic.Reading, n)
	for i := range readings {
		published := civic.Day("2026-01-01").Add(random.IntN(200))
		readings[i] = (&maker{random, storetest.NewDraft(fmt.Sprintf("аңғар-%d", i), published), published,
			map[string]*civic.Referent{}, map[civic.ID]*civic.Claim{}}).reading()
	}
	return readings
}

// maker makes one reading. It says each thing once.
type maker struct {
	*rand.Rand
	draft     *storetest.Draft
	published civic.Day
	referents map[string]*civic.Referent
	claims    map[civic.ID]*civic.Claim
}

// the is the referent of a type and name.
func (m *maker) the(t civic.NodeType, name string) *civic.Referent {
	key := string(t) + name
	if m.referents[key] == nil {
		m.referents[key] = m.draft.Refer(t, name)
	}
	return m.referents[key]
}

// say is the claim of a type between two referents.
func (m *maker) say(t civic.EdgeType, subject, object *civic.Referent) *civic.Claim {
	id := civic.ClaimID(t, subject.ID, object.ID)
	if m.claims[id] == nil {
		m.claims[id] = m.draft.Claim(t, subject, object)
	}
	return m.claims[id]
}

func (m *maker) reading() *civic.Reading {
	d := m.draft
	d.Source().URL = "https://anghar.example/" + d.Source().Source
	medium := m.refer(civic.TypeOrganization, bodies[2:3])
	medium.Props.Kind = "MEDIA"
	m.say(civic.ReportedBy, d.Report(), medium)
	where := m.place()
	coalition, leader := m.refer(civic.TypeCoalition, coalitions), m.refer(civic.TypePerson, people)
	coalition.Props = civic.Props{Level: "REGIONAL", ShortName: "Лига"}
	leader.Props = civic.Props{GivenName: leader.Names[0].Text, FamilyName: "Аңғаров", Patronymic: "Аңғарұлы"}
	m.say(civic.Leads, leader, coalition).Props = civic.EdgeProps{Role: "LEADER", RoleRaw: "жетекшісі", Status: civic.Current}
	m.say(civic.LocatedIn, coalition, where)
	visit := m.event(civic.TypeVisit, fmt.Sprintf("Сапар %s", d.Source().Source), where)
	visit.Props.Kind, visit.Props.IsSeries = "", false
	for i := range 1 + m.IntN(3) {
		meeting := m.event(civic.TypeMeeting, fmt.Sprintf("Кездесу %s %d", d.Source().Source, i), where)
		m.say(civic.SubEventOf, meeting, visit)
		m.participants(meeting, coalition, leader)
		m.say(civic.Discussed, meeting, m.topic())
		m.statement(meeting, leader)
	}
	m.say(civic.ParticipatedIn, leader, visit).Props.Role = civic.RoleVisitor
	m.say(civic.Discussed, visit, m.topic())
	return d.Reading()
}

func (m *maker) refer(t civic.NodeType, from []string) *civic.Referent {
	return m.the(t, from[m.IntN(len(from))])
}

func (m *maker) topic() *civic.Referent {
	topic := m.refer(civic.TypeTopic, topics)
	topic.Props.Kind = "POLICY_ISSUE"
	return topic
}

// place is a venue or village in the valley, which a gazetteer knows.
func (m *maker) place() *civic.Referent {
	low, high := m.refer(civic.TypePlace, venues), m.draft.Background(civic.TypePlace, above)
	low.Props = civic.Props{Kind: "SETTLEMENT", KatoCode: "000000000", Lat: 43.5, Lon: 71.25}
	high.Props.Kind = "DISTRICT"
	m.draft.Known(civic.LocatedIn, low, high, "KATO 000000000 (made)")
	return low
}

func (m *maker) event(t civic.NodeType, name string, where *civic.Referent) *civic.Referent {
	e := m.the(t, name)
	e.Props = civic.Props{Kind: "PUBLIC_MEETING", Status: civic.Held, IsSeries: m.IntN(4) == 0, Date: m.date(),
		Attendance: &civic.Count{Raw: "шамамен", Value: 10 * (1 + m.IntN(50)), Qualifier: civic.Approximate}}
	m.say(civic.HeldAt, e, where).Props.PlaceRole = "AREA"
	if m.IntN(2) == 0 {
		m.say(civic.HeldAt, e, m.the(civic.TypeOrganization, bodies[0])).Props.PlaceRole = "VENUE"
	}
	return e
}

// date is a day, a bound, or nothing.
func (m *maker) date() *civic.Date {
	switch day := m.published.Add(-m.IntN(10)); m.IntN(3) {
	case 0:
		return &civic.Date{Earliest: day, Latest: day, Precision: civic.PrecisionDay, Basis: civic.DateStated, Raw: "сол күні"}
	case 1:
		return &civic.Date{Latest: m.published, Precision: civic.PrecisionNotStated, Basis: civic.DatePublicationBound}
	}
	return nil
}

func (m *maker) participants(event, coalition, leader *civic.Referent) {
	m.say(civic.ParticipatedIn, coalition, event).Props = civic.EdgeProps{Role: civic.RoleOrganizer, Capacity: "MEMBERS", CapacityRaw: "мүшелері"}
	m.say(civic.ParticipatedIn, leader, event).Props.Role = civic.RoleSpeaker
	for range 1 + m.IntN(4) {
		guest, body := m.refer(civic.TypePerson, people), m.refer(civic.TypeOrganization, bodies)
		body.Props = civic.Props{Kind: "COMPANY", LegalForm: "ЖШС"}
		if guest == leader {
			continue
		}
		m.say(civic.ParticipatedIn, guest, event).Props.Role = civic.RoleAttendee
		m.say(civic.HoldsPosition, guest, body).Props = civic.EdgeProps{TitleRaw: "төрағасы", Status: civic.Former}
		m.say(civic.MemberOf, guest, coalition).Props = civic.EdgeProps{Capacity: "PARTICIPANTS", CapacityRaw: "қатысушысы"}
	}
	m.crowd(event)
}

func (m *maker) crowd(event *civic.Referent) {
	crowd, all := m.the(civic.TypeGroup, crowds[0]), m.the(civic.TypeGroup, crowds[1])
	crowd.Props.Count = &civic.Count{Raw: "отыз", Value: 30, Qualifier: civic.Exact}
	m.say(civic.ParticipatedIn, crowd, event).Props = civic.EdgeProps{Role: civic.RoleAttendee, Count: crowd.Props.Count}
	m.say(civic.SubgroupOf, crowd, all)
	m.say(civic.MemberOf, crowd, all)
	m.say(civic.GroupOf, all, m.the(civic.TypeOrganization, bodies[0])).Props.Relation = "RESIDENTS"
}

func (m *maker) statement(event, speaker *civic.Referent) {
	said := m.the(civic.TypeStatement, fmt.Sprintf("Су таза болады %d", m.IntN(1000)))
	said.Props = civic.Props{Text: said.Names[0].Text, Verb: "деді", Voice: "REPORTED"}
	m.say(civic.MadeBy, said, speaker).Props.Capacity = "DEPUTIES"
	m.say(civic.MadeAt, said, event)
	m.say(civic.About, said, m.topic())
}

package extract

import (
	"slices"

	"civicgraph/internal/civic"
)

// conclude makes referents and claims of the events that were told of.
func (a *account) conclude() {
	a.events = slices.DeleteFunc(a.events, func(h *happening) bool { return h.cancelled })
	for _, h := range a.events {
		a.setAside(h)
		a.lendVisitors(h)
		a.settleDate(h)
		h.referent = a.d.addReferent(a.eventReferent(h))
	}
	for _, t := range a.named {
		a.topicReferent(t)
	}
	for _, h := range a.events {
		a.claims(h)
	}
	for _, s := range a.said {
		a.d.addClaim(civic.MadeAt, s.statement, s.event.referent, civic.Claim{Basis: civic.Implied, Evidence: evidence(s.span), Rule: "said at the event at hand"})
	}
}

// trip is the visit that the event was a part of, or nil.
func (h *happening) trip() *happening {
	for p := h.parent; p != nil; p = p.parent {
		if p.typ == civic.TypeVisit {
			return p
		}
	}
	return nil
}

// setAside takes a meeting out of a trip to another region than the one where it was: who
// spoke at it, did so as anybody.
func (a *account) setAside(h *happening) {
	trip := h.trip()
	if trip == nil || trip != h.parent || h.typ != civic.TypeMeeting {
		return
	}
	here, there := a.regionsOf(h), a.regionsOf(trip)
	if len(here) == 0 || len(there) == 0 {
		return
	}
	for region := range here {
		if there[region] {
			return
		}
	}
	h.parent = nil
	for i := range h.participants {
		if p := &h.participants[i]; p.role == civic.RoleVisitor && p.spoke {
			p.role = civic.RoleSpeaker
		}
	}
}

// regionsOf are the codes of the regions in which an event was by its places.
func (a *account) regionsOf(h *happening) map[string]bool {
	regions := map[string]bool{}
	for _, l := range h.places {
		if code := a.d.referents[l.referent].Props.KatoCode; len(code) > regionDigits {
			regions[code[:regionDigits]] = true
		}
	}
	return regions
}

// regionDigits is the number of digits by which a code of the register tells its region.
const regionDigits = 2

// lendVisitors lets those who travel take part in the meetings of their trip that
// name nobody else on their side.
func (a *account) lendVisitors(h *happening) {
	trip := h.trip()
	if trip == nil || !h.held && !h.guests && slices.ContainsFunc(h.participants, func(p participation) bool {
		return !p.spoke && (p.role == civic.RoleOrganizer || p.role == civic.RoleVisitor)
	}) {
		return
	}
	visitors := trip.with(civic.RoleVisitor)
	if parties := slices.DeleteFunc(slices.Clone(visitors), func(r int) bool { return a.d.referents[r].Type == civic.TypePerson }); len(parties) > 0 {
		visitors = parties
	}
	role := civic.RoleVisitor
	if h.held {
		role = civic.RoleOrganizer
	}
	for _, r := range visitors {
		h.join(participation{referent: r, role: role, basis: civic.Implied, span: h.span})
	}
}

// settleDate gives an event without a date of its own that of the event it was part
// of, or the bound that the publication sets.
func (a *account) settleDate(h *happening) {
	if h.date.Precision == "" && h.parent != nil {
		h.date = h.parent.date
	}
	if h.date.Precision != "" {
		return
	}
	h.date = civic.Date{Precision: civic.PrecisionNotStated, Basis: civic.DatePublicationBound}
	if h.planned {
		h.date.Earliest = a.d.report.PublishedAt
	} else {
		h.date.Latest = a.d.report.PublishedAt
	}
}

// eventReferent is the event as the product knows it.
func (a *account) eventReferent(h *happening) civic.Referent {
	date := h.date
	props := civic.Props{Date: &date, Status: civic.Held}
	if h.planned {
		props.Status = civic.Planned
	}
	if h.typ == civic.TypeMeeting {
		props.Kind, props.Attendance, props.IsSeries = h.meetingKind(), h.attendance, h.plural
	}
	return civic.Referent{
		Type: h.typ, Names: []civic.Name{{Text: h.name, Language: a.d.sentences[h.sentence].lang, Kind: civic.NameDescribed}},
		Props: props, Mentions: h.mentions, Rule: h.rule,
	}
}

// meetingKind is the kind of a meeting by its noun and those met.
func (h *happening) meetingKind() string {
	switch {
	case h.plural && h.kind == "MEETING":
		return "MEETING_SERIES"
	case h.kind == "MEETING" && h.public:
		return "PUBLIC_MEETING"
	}
	return h.kind
}

// claims makes the claims about one event.
func (a *account) claims(h *happening) {
	for _, p := range h.participants {
		a.d.addClaim(civic.ParticipatedIn, p.referent, h.referent, civic.Claim{
			Basis: p.basis, Evidence: evidence(p.span), Rule: "participant",
			Props: civic.EdgeProps{Role: p.role, Capacity: p.capacity, CapacityRaw: p.capacityRaw, Count: p.count},
		})
	}
	for _, p := range h.places {
		a.d.addClaim(civic.HeldAt, h.referent, p.referent, civic.Claim{Basis: p.basis, Evidence: evidence(p.span), Props: civic.EdgeProps{PlaceRole: p.role}, Rule: "place of an event"})
	}
	if h.parent != nil {
		a.d.addClaim(civic.SubEventOf, h.referent, h.parent.referent, civic.Claim{Basis: civic.Implied, Evidence: evidence(h.parentSpan), Rule: "meeting within a trip"})
	}
	for _, t := range h.topics {
		a.d.addClaim(civic.Discussed, h.referent, a.topicReferent(t), civic.Claim{Basis: civic.Explicit, Evidence: evidence(t.span), Rule: "topic"})
	}
}

// topicReferent is the referent of a topic, one for each name.
func (a *account) topicReferent(t discussion) int {
	key := a.d.words.fold(t.name)
	if r, ok := a.topics[key]; ok {
		return r
	}
	kind := "POLICY_ISSUE"
	if t.draft {
		kind = "LEGAL_DRAFT"
	}
	a.topics[key] = a.d.addReferent(civic.Referent{
		Type: civic.TypeTopic, Names: []civic.Name{{Text: t.name, Kind: civic.NameFull}}, Props: civic.Props{Kind: kind},
		Mentions: []civic.Span{t.span}, Rule: "topic",
	})
	return a.topics[key]
}

package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// here are the places that a clause spoke of last, for «мұнда» behind it.
type here struct {
	parts    []part
	sentence int
}

// lookAround remembers the places of a clause to which, or in which, something is.
func (a *account) lookAround(p sentenceParts, c clause) {
	if p.s.lang != civic.Kazakh {
		return
	}
	var found []part
	for _, q := range c.parts {
		seat := q.is(civic.TypeOrganization) && q.capacity == "" && (q.kase == kaz.Dat || q.kase == kaz.Loc)
		if q.mention == nil || q.mention.referent < 0 || !q.is(civic.TypePlace) && !seat {
			continue
		}
		if q.near || q.kase == kaz.Loc || q.kase == kaz.Dat {
			found = []part{q}
		}
	}
	if len(found) > 0 {
		a.here = here{found, p.n}
	}
}

// placeHere puts an event that the clause tells of by «мұнда» where the clause before, of
// this sentence or the last, was.
func (a *account) placeHere(p sentenceParts, c clause, h *happening) {
	if len(h.places) > 0 || h.sentence != p.n || h.typ != civic.TypeMeeting || a.here.sentence < p.n-1 || !p.pointsThere(c) {
		return
	}
	for _, q := range a.here.parts {
		role := "AREA"
		if q.is(civic.TypeOrganization) || q.mention.kind == "VENUE" {
			role = "VENUE"
		}
		h.at(placing{q.mention.referent, role, civic.Implied, a.d.sentences[a.here.sentence].spanOf(q.first, q.last)})
	}
}

// pointsThere reports whether a clause says «мұнда», «сол жерде».
func (p sentenceParts) pointsThere(c clause) bool {
	return p.holds(c, func(i int) bool {
		return p.s.in(i, there) || p.s.in(i, circumstance) && p.s.in(i-1, pointing)
	})
}

// takeAudience records the people for whom an event was made: «кәсіпкерлер үшін тренинг»,
// «оқушыларға арналған семинар».
func (a *account) takeAudience(p sentenceParts, c clause, h *happening, noun *part) {
	if noun == nil || h.typ != civic.TypeMeeting || p.s.lang != civic.Kazakh || noun.kase != kaz.Nom && noun.kase != kaz.Acc {
		return
	}
	for _, q := range append(slices.Clone(a.extra[noun.event].parts), c.parts...) {
		made := q.kase == kaz.Nom && p.s.in(q.last+1, benefit) || q.kase == kaz.Dat && p.s.in(q.last+1, devotedTo)
		if q.group != nil && q.last < noun.event.phrase.first && made {
			a.joinPart(h, q, civic.RoleAttendee, civic.Explicit, a.clauseSpan(p, c))
		}
	}
}

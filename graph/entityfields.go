package graph

import (
	"context"

	"civicgraph/internal/civic"
)

// The lists of entities. Several fields of the schema bind to each, by gqlgen.yml.

// Entities serves lists of any type.
func (n *node) Entities(ctx context.Context) (*EntityConnection, error) {
	return answerTo[*EntityConnection](ctx, &n.answers)
}

// Actors serves lists of whoever can take part in events.
func (n *node) Actors(ctx context.Context) (*ActorConnection, error) {
	return answerTo[*ActorConnection](ctx, &n.answers)
}

// Events serves lists of meetings and visits.
func (n *node) Events(ctx context.Context) (*EventConnection, error) {
	return answerTo[*EventConnection](ctx, &n.answers)
}

// People serves lists of persons.
func (n *node) People(ctx context.Context) (*PersonConnection, error) {
	return answerTo[*PersonConnection](ctx, &n.answers)
}

// Places serves lists of places.
func (n *node) Places(ctx context.Context) (*PlaceConnection, error) {
	return answerTo[*PlaceConnection](ctx, &n.answers)
}

// Meetings serves lists of meetings.
func (n *node) Meetings(ctx context.Context) (*MeetingConnection, error) {
	return answerTo[*MeetingConnection](ctx, &n.answers)
}

// Visits serves lists of visits.
func (n *node) Visits(ctx context.Context) (*VisitConnection, error) {
	return answerTo[*VisitConnection](ctx, &n.answers)
}

// Groups serves lists of groups.
func (n *node) Groups(ctx context.Context) (*GroupConnection, error) {
	return answerTo[*GroupConnection](ctx, &n.answers)
}

// Topics serves lists of topics.
func (n *node) Topics(ctx context.Context) (*TopicConnection, error) {
	return answerTo[*TopicConnection](ctx, &n.answers)
}

// Statements serves lists of statements.
func (n *node) Statements(ctx context.Context) (*StatementConnection, error) {
	return answerTo[*StatementConnection](ctx, &n.answers)
}

// ReportList serves lists of reports.
func (n *node) ReportList(ctx context.Context) (*ReportConnection, error) {
	return answerTo[*ReportConnection](ctx, &n.answers)
}

// Mentions are where reports mention the entity.
func (n *node) Mentions(ctx context.Context) (*PassageConnection, error) {
	return answerTo[*PassageConnection](ctx, &n.answers)
}

// Report is the report that tells of an event, a group or a statement.
func (n *node) Report(ctx context.Context) (*Report, error) {
	return answerTo[*Report](ctx, &n.answers)
}

// Parent is the place in which a place lies; nil where it is not known.
func (p *Place) Parent(ctx context.Context) (*Place, error) {
	return answerTo[*Place](ctx, &p.answers)
}

// Latitude is in degrees north; ok if it is known.
func (p *Place) Latitude() (degrees float64, ok bool) { return p.Lat, p.located() }

// Longitude is in degrees east; ok if it is known.
func (p *Place) Longitude() (degrees float64, ok bool) { return p.Lon, p.located() }

func (p *Place) located() bool { return p.Lat != 0 || p.Lon != 0 }

// DateMatch is the strictest sense in which the event lies within a range of days,
// either end of which may be open; empty if in none.
func (e *event) DateMatch(from, to civic.Day) civic.Match {
	var date civic.Date
	if e.Date != nil {
		date = *e.Date
	}
	for _, m := range []civic.Match{civic.MatchCertain, civic.MatchLikely, civic.MatchPossible} {
		first, last, ok := date.Bounds(m, e.LastSeen)
		if ok && matches(m, first, last, from, to) {
			return m
		}
	}
	return ""
}

func matches(m civic.Match, first, last, from, to civic.Day) bool {
	if to == "" {
		to = civic.LastDay
	}
	if m == civic.MatchCertain {
		return from <= first && last <= to
	}
	return first <= to && from <= last
}

// Text is the report's text as it was read.
func (r *Report) Text(ctx context.Context) (string, error) { return answerTo[string](ctx, &r.answers) }

// Publisher is the medium that published the report; nil where it does not name it.
func (r *Report) Publisher(ctx context.Context) (*Organization, error) {
	return answerTo[*Organization](ctx, &r.answers)
}

// DuplicateOf is the first report with the same text; nil if it is this one.
func (r *Report) DuplicateOf(ctx context.Context) (*Report, error) {
	return answerTo[*Report](ctx, &r.answers)
}

// PublishedAt is the day of publication.
func (r *Report) PublishedAt() civic.Day { return r.Entity.Source.PublishedAt }

// PublisherName is the publisher as it was told; empty if it was not.
func (r *Report) PublisherName() string { return r.Entity.Source.Publisher }

// Language is the language of most sentences.
func (r *Report) Language() civic.Language { return r.Entity.Source.Language }

// URL is the address of the article; empty if it has none.
func (r *Report) URL() string { return r.Entity.Source.URL }

// Source is what identifies the report.
func (r *Report) Source() string { return r.Entity.Source.Source }

// SHA256 is the hash of the text, in lower-case hexadecimal.
func (r *Report) SHA256() string { return r.Entity.Source.SHA256 }

// Extractor is the version of the extractor that read the report.
func (r *Report) Extractor() string { return r.Entity.Source.Extractor }

// IsSample says whether the program ships the report.
func (r *Report) IsSample() bool { return r.Entity.Source.Sample }

package graph

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"civicgraph/internal/civic"
	"civicgraph/internal/report"
	"civicgraph/internal/store"
)

// mutations resolves the root fields of mutations.
type mutations struct{ *Resolver }

// IngestReportInput is a report as a client hands it in.
type IngestReportInput struct {
	Text                          string
	Format                        string
	Date                          civic.Day
	Title, Source, URL, Publisher string
}

// IngestReportPayload is what became of a report that was handed in.
type IngestReportPayload struct {
	answers
	Report  *Report
	Outcome string
}

// DeleteReportPayload is what was deleted.
type DeleteReportPayload struct{ DeletedReportID civic.ID }

// IngestReport reads a report into the graph.
func (m mutations) IngestReport(ctx context.Context, input IngestReportInput) (*IngestReportPayload, error) {
	if err := MayEdit(ctx); err != nil {
		return nil, err
	}
	r, err := input.draft().Report()
	if err != nil {
		return nil, err
	}
	outcome, err := m.Ingest(ctx, r)
	if err != nil {
		return nil, err
	}
	held, err := m.Reader.Entities(ctx, []civic.ID{r.ID})
	if err != nil {
		return nil, err
	}
	if held[0] == nil {
		return nil, fmt.Errorf("%w: the report was deleted as soon as it was written", civic.ErrConflict)
	}
	payload := &IngestReportPayload{Report: newEntity(held[0]).(*Report), Outcome: outcomeName(outcome)}
	return payload, runPlan(ctx, m.Reader, payload, graphql.GetFieldContext(ctx).Field.Selections)
}

// outcomeName is an outcome as the schema writes it: RE-READ has no hyphen there.
func outcomeName(o store.Outcome) string {
	return strings.ToUpper(strings.ReplaceAll(string(o), "-", ""))
}

func (i IngestReportInput) draft() report.Draft {
	d := report.Draft{Source: i.Source, Text: i.Text, Layout: report.Dated, Date: i.Date, Title: i.Title, Publisher: i.Publisher, URL: i.URL}
	switch i.Format {
	case "TEXT":
		d.Layout = report.Plain
	case "HTML":
		d.Layout = report.Page
	}
	return d
}

func (*IngestReportPayload) implements() []string { return ingestReportPayloadImplementors }

func (*IngestReportPayload) ask(string, arguments) (question, error) { return nil, nil }

func (p *IngestReportPayload) inner(field string) []object {
	if field == "report" {
		return []object{p.Report}
	}
	return nil
}

// DeleteReport takes a report out of the graph.
func (m mutations) DeleteReport(ctx context.Context, id civic.ID) (*DeleteReportPayload, error) {
	if err := MayEdit(ctx); err != nil {
		return nil, err
	}
	if _, err := civic.ParseID(string(id)); err != nil {
		return nil, err
	}
	return &DeleteReportPayload{id}, m.Writer.Delete(ctx, id)
}

type editorKey struct{}

// WithEditor tells the mutations of a request whether its sender may edit: err is
// nil, or says why not.
func WithEditor(ctx context.Context, err error) context.Context {
	return context.WithValue(ctx, editorKey{}, editor{err})
}

type editor struct{ err error }

// MayEdit is nil if the sender of a request may edit, else says why not.
func MayEdit(ctx context.Context) error {
	e, ok := ctx.Value(editorKey{}).(editor)
	if !ok {
		return fmt.Errorf("%w: nobody was asked whether you may edit", civic.ErrForbidden)
	}
	return e.err
}

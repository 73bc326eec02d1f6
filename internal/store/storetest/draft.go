package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// Draft makes up a resolved reading: every referent and claim writes the sentence
// that it rests on. What Refer and Claim return may be changed until Reading.
type Draft struct {
	report    civic.Report
	text      strings.Builder
	sentences []civic.Span
	referents []*civic.Referent
	claims    []*civic.Claim
}

// NewDraft begins a report with a source, which is its identity, and a publication
// day. The source is its title too.
func NewDraft(source string, published civic.Day) *Draft {
	d := &Draft{report: civic.Report{ID: ReportID(source), Source: source, Title: source, PublishedAt: published,
		Publisher: "made up", Language: civic.Kazakh, Extractor: "draft/1"}}
	d.Sentence(source)
	d.referents = []*civic.Referent{{
		ID: civic.ReferentID(d.report.ID, civic.TypeReport, source), Type: civic.TypeReport, Key: source,
		Entity: d.report.ID, Names: []civic.Name{{Text: source, Language: civic.Kazakh, Kind: civic.NameFull}},
	}}
	return d
}

// ReportID is the id of the report with a source.
func ReportID(source string) civic.ID { return civic.NodeID(civic.TypeReport, source) }

// NamedID is the id of the Person, Organization, Coalition, Place or Topic of a name.
func NamedID(t civic.NodeType, name string) civic.ID { return civic.NodeID(t, kaz.Fold(name)) }

// OwnID is the id of the event, Group or Statement of a name in the report with a source.
func OwnID(source string, t civic.NodeType, name string) civic.ID {
	return civic.NodeID(t, ownKey(ReportID(source), name))
}

func ownKey(report civic.ID, name string) string { return string(report) + " " + kaz.Fold(name) }

// Report is the report's own referent.
func (d *Draft) Report() *civic.Referent { return d.referents[0] }

// Source lets the report's own properties be set. Text and hash are the draft's.
func (d *Draft) Source() *civic.Report { return &d.report }

// Sentence writes a sentence and returns its place.
func (d *Draft) Sentence(text string) civic.Span {
	if d.text.Len() > 0 {
		d.text.WriteByte('\n')
	}
	start := d.text.Len()
	d.text.WriteString(text)
	span := civic.Span{Start: start, End: d.text.Len()}
	d.sentences = append(d.sentences, span)
	return span
}

// Refer adds a referent that is mentioned once, in a sentence of its own.
func (d *Draft) Refer(t civic.NodeType, name string) *civic.Referent {
	ref := d.Background(t, name)
	d.Mention(ref)
	return ref
}

// Background adds a referent that no word of the report mentions.
func (d *Draft) Background(t civic.NodeType, name string) *civic.Referent {
	key := kaz.Fold(name)
	if t.IsEvent() || t == civic.TypeGroup || t == civic.TypeStatement {
		key = ownKey(d.report.ID, name)
	}
	ref := &civic.Referent{ID: civic.ReferentID(d.report.ID, t, key), Type: t, Key: key, Entity: civic.NodeID(t, key),
		Names: []civic.Name{{Text: name, Language: civic.Kazakh, Kind: civic.NameFull}}, Rule: "draft"}
	d.referents = append(d.referents, ref)
	return ref
}

// Mention mentions a referent once more, in a sentence of its own.
func (d *Draft) Mention(ref *civic.Referent) {
	const before, after = "Мұнда ", " аталды." // "Here … was named."
	s := d.Sentence(before + ref.Names[0].Text + after)
	ref.Mentions = append(ref.Mentions, civic.Span{Start: s.Start + len(before), End: s.End - len(after)})
}

// Claim adds a claim with one piece of evidence, a sentence of its own.
func (d *Draft) Claim(t civic.EdgeType, subject, object *civic.Referent) *civic.Claim {
	c := &civic.Claim{ID: civic.ClaimID(t, subject.ID, object.ID), Type: t, Subject: subject.ID, Object: object.ID,
		Basis: civic.Explicit, Rule: "draft"}
	d.claims = append(d.claims, c)
	d.Support(c, subject.Names[0].Text+" – "+string(t)+" – "+object.Names[0].Text+".")
	return c
}

// Support adds a piece of evidence to a claim: a whole sentence.
func (d *Draft) Support(c *civic.Claim, sentence string) {
	c.Evidence = append(c.Evidence, civic.Evidence{Span: d.Sentence(sentence)})
}

// Known adds a BACKGROUND claim that rests on a gazetteer's record.
func (d *Draft) Known(t civic.EdgeType, subject, object *civic.Referent, record string) *civic.Claim {
	c := &civic.Claim{ID: civic.ClaimID(t, subject.ID, object.ID), Type: t, Subject: subject.ID, Object: object.ID,
		Basis: civic.Background, Evidence: []civic.Evidence{{Gazetteer: record}}, Rule: "draft"}
	d.claims = append(d.claims, c)
	return c
}

// Reading is the reading of all that was written so far.
func (d *Draft) Reading() *civic.Reading {
	r := &civic.Reading{Report: d.report, Sentences: append([]civic.Span(nil), d.sentences...)}
	r.Report.Text = d.text.String()
	sum := sha256.Sum256([]byte(r.Report.Text))
	r.Report.SHA256 = hex.EncodeToString(sum[:])
	for _, ref := range d.referents {
		r.Referents = append(r.Referents, *ref)
	}
	for _, c := range d.claims {
		r.Claims = append(r.Claims, *c)
	}
	return r
}

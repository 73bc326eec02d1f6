package extract

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// The format in which a reading leaves the program: one JSON object a line, with
// offsets in code points of the report's text.
const format = "civic-extract/1"

type (
	extractLine struct {
		Format string        `json:"format"`
		File   string        `json:"file"`
		Text   string        `json:"text,omitempty"`
		Nodes  []extractNode `json:"nodes"`
		Edges  []extractEdge `json:"edges"`
	}
	extractNode struct {
		ID       civic.ID       `json:"id"`
		Type     civic.NodeType `json:"type"`
		Kind     string         `json:"kind"`
		Name     string         `json:"name"`
		Aliases  []string       `json:"aliases"`
		Props    any            `json:"props"`
		Mentions []civic.Span   `json:"mentions"`
	}
	extractEdge struct {
		Type     civic.EdgeType  `json:"type"`
		From     civic.ID        `json:"from"`
		To       civic.ID        `json:"to"`
		Basis    civic.Basis     `json:"basis"`
		Rule     string          `json:"rule,omitempty"`
		Props    civic.EdgeProps `json:"props"`
		Evidence []civic.Span    `json:"evidence"`
	}
	reportProps struct {
		PublishedAt civic.Day      `json:"publishedAt"`
		Language    civic.Language `json:"language"`
	}
)

// WriteJSON prints a reading of the file as one line of civic-extract/1.
func WriteJSON(w io.Writer, file string, r civic.Reading) error {
	return writeLine(w, extractLine{File: file}, r)
}

// WriteJSONText does the same with the report's text, for a file that is not itself
// the text which the offsets count.
func WriteJSONText(w io.Writer, file string, r civic.Reading) error {
	return writeLine(w, extractLine{File: file, Text: r.Report.Text}, r)
}

func writeLine(w io.Writer, line extractLine, r civic.Reading) error {
	count := newRuneCounter(r.Report.Text)
	line.Format, line.Nodes, line.Edges = format, []extractNode{}, []extractEdge{}
	for _, ref := range r.Referents {
		line.Nodes = append(line.Nodes, nodeOf(r.Report, ref, count))
	}
	for _, c := range r.Claims {
		edge := extractEdge{Type: c.Type, From: c.Subject, To: c.Object, Basis: c.Basis, Rule: c.Rule, Props: c.Props, Evidence: []civic.Span{}}
		for _, e := range c.Evidence {
			edge.Evidence = append(edge.Evidence, count.span(e.Span))
		}
		line.Edges = append(line.Edges, edge)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(line); err != nil {
		return fmt.Errorf("writing the reading of %s: %w", line.File, err)
	}
	return nil
}

func nodeOf(report civic.Report, r civic.Referent, count runeCounter) extractNode {
	n := extractNode{ID: r.ID, Type: r.Type, Kind: r.Props.Kind, Props: r.Props, Aliases: []string{}, Mentions: []civic.Span{}}
	for i, name := range r.Names {
		if i == 0 {
			n.Name = name.Text
		} else {
			n.Aliases = append(n.Aliases, name.Text)
		}
	}
	for _, m := range r.Mentions {
		n.Mentions = append(n.Mentions, count.span(m))
	}
	if r.Type == civic.TypeReport {
		n.Props = reportProps{report.PublishedAt, report.Language}
	}
	return n
}

// runeCounter holds the number of code points before every byte of a text.
type runeCounter []int32

func newRuneCounter(text string) runeCounter {
	count := make(runeCounter, len(text)+1)
	n := int32(0)
	for i := range len(text) {
		count[i] = n
		if utf8.RuneStart(text[i]) {
			count[i] = n
			n++
		}
	}
	count[len(text)] = n
	return count
}

func (c runeCounter) span(s civic.Span) civic.Span {
	return civic.Span{Start: int(c[s.Start]), End: int(c[s.End])}
}

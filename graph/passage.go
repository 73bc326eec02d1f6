package graph

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Passage is words of a report as an answer shows them.
type Passage struct {
	*civic.Passage
	answers
	report *Report // nil for a gazetteer's record
}

// PassageConnection is a page of passages.
type PassageConnection struct {
	answers
	Edges []*PassageEdge
	page  PageInfo
}

// PassageEdge is a passage on a page.
type PassageEdge struct {
	answers
	Node   *Passage
	cursor civic.Cursor
}

func newPassages(page civic.Slice[*civic.Passage]) *PassageConnection {
	c := &PassageConnection{Edges: make([]*PassageEdge, len(page.Items)), page: infoOf(page)}
	for i, item := range page.Items {
		p := &Passage{Passage: item.Value}
		if item.Value.Report != nil {
			p.report = newEntity(item.Value.Report).(*Report)
		}
		c.Edges[i] = &PassageEdge{Node: p, cursor: item.Cursor}
	}
	return c
}

// Nodes are the page's passages alone.
func (c *PassageConnection) Nodes() []*Passage {
	nodes := make([]*Passage, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// PageInfo says where the page lies in its list.
func (c *PassageConnection) PageInfo() *PageInfo { return &c.page }

// Cursor is the passage's place in the list.
func (e *PassageEdge) Cursor() string { return store.EncodeCursor(e.cursor) }

// Report is the report that has the words; nil for a gazetteer's record.
func (p *Passage) Report() *Report { return p.report }

// Before is what stands before the words in their sentence.
func (p *Passage) Before() Words { return Words(p.Passage.Before) }

// Match is the words themselves.
func (p *Passage) Match() Words { return Words(p.Passage.Match) }

// After is what stands after the words in their sentence.
func (p *Passage) After() Words { return Words(p.Passage.After) }

func (*PassageConnection) implements() []string { return passageConnectionImplementors }
func (*PassageEdge) implements() []string       { return passageEdgeImplementors }
func (*Passage) implements() []string           { return passageImplementors }

func (*PassageConnection) ask(string, arguments) (question, error) { return nil, nil }
func (*PassageEdge) ask(string, arguments) (question, error)       { return nil, nil }
func (*Passage) ask(string, arguments) (question, error)           { return nil, nil }

func (c *PassageConnection) inner(field string) []object {
	return pageOf(field, c.Edges, c.Nodes)
}

func (e *PassageEdge) inner(field string) []object {
	if field == "node" {
		return []object{e.Node}
	}
	return nil
}

func (p *Passage) inner(field string) []object {
	if field == "report" && p.report != nil {
		return []object{p.report}
	}
	return nil
}

// askPassages is what a field with a page of passages asks.
func askPassages(mentions bool, args arguments) (question, error) {
	var a pageArguments
	if err := args.into(&a); err != nil {
		return nil, err
	}
	page, err := a.page()
	return passages{mentions, page}, err
}

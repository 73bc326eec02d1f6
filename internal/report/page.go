package report

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"civicgraph/internal/civic"
)

// maxPage is the most bytes that a page of HTML may have; the pages of news sites
// have a tenth of it.
const maxPage = 8 << 20

// maxElements is the most elements that a page may have; the pages of news sites
// have a tenth of it. Readability's work grows faster than their number.
const maxElements = 30_000

// article draws the article out of a page: its text is the title, then a paragraph
// a line. What the draft was told counts before what the page says, but for the day.
func (d Draft) article() (Draft, error) {
	if len(d.Text) > maxPage {
		return d, fmt.Errorf("%w: the page has more than %d MiB; hand in its text", civic.ErrBadInput, maxPage>>20)
	}
	doc, err := html.Parse(strings.NewReader(d.Text))
	if err != nil {
		return d, fmt.Errorf("%w: the page cannot be read as HTML: %v", civic.ErrBadInput, err)
	}
	base, _ := url.Parse(cmp.Or(d.Fetched, d.URL))
	m := metadataOf(doc, base)
	title, body, err := readable(doc, base)
	if err != nil {
		return d, err
	}
	d.Title = cmp.Or(oneLine(d.Title), m.withoutSite(cmp.Or(oneLine(m.headline), oneLine(title))))
	body = below(d.Title, body)
	d.Text = joined(d.Title, body)
	d.Date = cmp.Or(m.day, d.Date)
	d.Publisher = cmp.Or(d.Publisher, m.publisher)
	d.Language = cmp.Or(d.Language, m.language)
	d.URL = cmp.Or(d.URL, m.address(base), d.Fetched)
	switch {
	case d.Title == "":
		return d, fmt.Errorf("%w: the page has no title; hand its text in with --input-format text", civic.ErrBadInput)
	case len(body) == 0:
		return d, fmt.Errorf("%w: no article was found in the page; hand its text in with --input-format text", civic.ErrBadInput)
	case d.Date == "":
		return d, fmt.Errorf("%w: the page does not say when it was published; say --date DAY", civic.ErrBadInput)
	}
	return d, nil
}

// shortArticle is how many characters readability takes for an article without
// trying what it holds for margins. A brief of an agency has two hundred.
const shortArticle = 150

// readable is the title and the paragraphs of a page's article.
func readable(doc *html.Node, base *url.URL) (string, []string, error) {
	remove(doc, marginal)
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.CharThresholds = shortArticle
	parser.DisableJSONLD = true // read by metadataOf
	article, err := parser.ParseAndMutate(doc, base)
	if err != nil {
		return "", nil, fmt.Errorf("%w: the page cannot be read: %v; hand in its text", civic.ErrBadInput, err)
	}
	if article.Node == nil {
		return article.Title(), nil, nil
	}
	prune(article.Node)
	return article.Title(), paragraphs(render.InnerText(article.Node)), nil
}

// prune takes out of an article what is not its text: captions, marks of time that
// stand alone, and paragraphs that are but links to other articles.
func prune(root *html.Node) {
	remove(root, func(n *html.Node) bool { return beside(n) || block(n) && onlyLinks(n) })
}

// remove takes the elements out of which a condition holds.
func remove(root *html.Node, condition func(*html.Node) bool) {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && condition(n) {
			out = append(out, n)
		}
	}
	for _, n := range out {
		n.Parent.RemoveChild(n)
	}
}

// marginal reports whether an element is, by its name or role, a margin of a page.
// The <header> of an article may have its lead.
func marginal(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Select, atom.Dialog, atom.Noscript, atom.Template:
		return true
	case atom.Header:
		return around(n, atom.Article) == nil && around(n, atom.Main) == nil
	}
	return slices.Contains([]string{"navigation", "banner", "complementary", "contentinfo", "search"}, attribute(n, "role"))
}

func beside(n *html.Node) bool {
	return n.DataAtom == atom.Figcaption || n.DataAtom == atom.Time && n.Parent.DataAtom != atom.P
}

// block reports whether an element is a paragraph: it holds no other.
func block(n *html.Node) bool {
	return slices.Contains([]atom.Atom{atom.P, atom.Li, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote}, n.DataAtom)
}

// onlyLinks reports whether at least four fifths of an element's letters are links:
// «Тағы оқыңыз: …» is navigation.
func onlyLinks(n *html.Node) bool {
	all, linked := 0, 0
	for t := range n.Descendants() {
		if t.Type == html.TextNode {
			letters := utf8.RuneCountInString(strings.Join(strings.Fields(t.Data), ""))
			all += letters
			if within(t, n, atom.A) {
				linked += letters
			}
		}
	}
	return all > 0 && linked*5 >= all*4
}

// within reports whether an element of a kind stands around n, inside of root.
func within(n, root *html.Node, kind atom.Atom) bool {
	for ; n != root; n = n.Parent {
		if n.DataAtom == kind && n.Type == html.ElementNode {
			return true
		}
	}
	return false
}

// fragment is the text of a piece of HTML; what has no mark-up is text already.
func fragment(s string) []string {
	if !strings.ContainsAny(s, "<&") {
		return paragraphs(s)
	}
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	nodes, err := html.ParseFragment(strings.NewReader(s), body)
	if err != nil {
		return nil // nested deeper than any text
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	prune(body)
	return paragraphs(render.InnerText(body))
}

// paragraphs are the lines of a text that hold words.
func paragraphs(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = oneLine(line); strings.ContainsFunc(line, wordy) {
			lines = append(lines, line)
		}
	}
	return lines
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// oneLine is a text with single spaces and without characters that are not seen.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff', r == 0:
			return -1 // soft hyphen, zero-width spaces
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// maxCrumbs is the most paragraphs that stand above the title: the way to it.
const maxCrumbs = 5

// below is what stands below the title, where that is among the first paragraphs.
func below(title string, body []string) []string {
	for i, line := range body[:min(maxCrumbs, len(body))] {
		if strings.EqualFold(line, title) {
			return body[i+1:]
		}
	}
	return body
}

// joined is the text of a report: its title, then its paragraphs, a line each.
func joined(title string, body []string) string {
	return strings.Join(append([]string{title}, body...), "\n") + "\n"
}

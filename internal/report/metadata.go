package report

import (
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"civicgraph/internal/civic"
)

// metadata is what a page says of its article, apart from the text.
type metadata struct {
	headline  string
	publisher string
	canonical *url.URL // nil if none is stated, or none that names an article
	language  civic.Language
	day       civic.Day
}

// head is what stands in a page for machines, each thing by its name in small
// letters, the first of a name.
type head struct {
	meta      map[string]string // <meta>, by property, name or itemprop
	article   ldArticle         // JSON-LD
	canonical string            // <link rel=canonical>
	language  string            // <html lang>
	times     []markedTime      // <time>, in their order
	articles  int               // number of <article>
	headed    *html.Node        // the <article> around the first <h1>; nil if there is none
}

// metadataOf reads a page: JSON-LD before OpenGraph and the like before the
// elements of the page. An address in it may be relative to base.
func metadataOf(doc *html.Node, base *url.URL) metadata {
	h := head{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			h.read(n)
		}
	}
	return metadata{
		headline:  cmp.Or(h.article.headline, h.first("og:title")),
		publisher: siteName(cmp.Or(h.article.publisher, h.first("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name"))),
		canonical: h.address(base),
		language:  languageOf(h.article.language, h.first("og:locale", "dc.language"), h.language),
		day:       h.day(),
	}
}

func (h *head) read(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		h.language = cmp.Or(h.language, attribute(n, "lang"))
	case atom.Meta:
		name := strings.ToLower(cmp.Or(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
		h.meta[name] = cmp.Or(h.meta[name], strings.TrimSpace(attribute(n, "content")))
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			h.canonical = cmp.Or(h.canonical, attribute(n, "href"))
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attribute(n, "type")), "application/ld+json") && n.FirstChild != nil {
			h.article = h.article.or(linkedArticle(n.FirstChild.Data))
		}
	case atom.Article:
		h.articles++
	case atom.H1:
		h.headed = cmp.Or(h.headed, around(n, atom.Article))
	case atom.Time:
		h.times = append(h.times, timeOf(n))
	default:
		if strings.EqualFold(attribute(n, "itemprop"), "datePublished") {
			h.meta["datepublished"] = cmp.Or(h.meta["datepublished"], attribute(n, "content"), ownText(n))
		}
	}
}

// around is the nearest element of a kind around n; nil if there is none.
func around(n *html.Node, kind atom.Atom) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != kind; n = n.Parent {
	}
	return n
}

// ownText is the text with which an element begins.
func ownText(n *html.Node) string {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode {
		return ""
	}
	return n.FirstChild.Data
}

// first is the first of some names that a <meta> states.
func (h *head) first(names ...string) string {
	for _, name := range names {
		if h.meta[name] != "" {
			return h.meta[name]
		}
	}
	return ""
}

// address is where the page says that its article stands; nil if it does not, or
// names no article but the site.
func (h *head) address(base *url.URL) *url.URL {
	for _, stated := range []string{h.canonical, h.meta["og:url"]} {
		u, err := url.Parse(strings.TrimSpace(stated))
		if err != nil || stated == "" {
			continue
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		if isWeb(u) && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "") {
			u.Fragment = ""
			return u
		}
	}
	return nil
}

// address is the article's own address. One on another site than the page was
// fetched from is not believed: any page could claim another's place.
func (m metadata) address(fetched *url.URL) string {
	if m.canonical == nil || fetched != nil && fetched.Host != "" && !sameSite(m.canonical, fetched) {
		return ""
	}
	return m.canonical.String()
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil
}

func sameSite(a, b *url.URL) bool {
	return strings.TrimPrefix(strings.ToLower(a.Hostname()), "www.") == strings.TrimPrefix(strings.ToLower(b.Hostname()), "www.")
}

// languageOf is the first of some language tags that is of Kazakh or Russian;
// «kz», the country, is often written for Kazakh.
func languageOf(tags ...string) civic.Language {
	for _, tag := range tags {
		primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
		switch primary {
		case "kk", "kz", "kaz":
			return civic.Kazakh
		case "ru", "rus":
			return civic.Russian
		}
	}
	return ""
}

// maxSiteWords is the most words that the name of a medium has; more are a slogan.
const maxSiteWords = 6

// separators stand between the name of a site or an article and what is said of it.
var separators = []string{" | ", " – ", " — ", " - ", " :: ", " • ", " » "}

// siteName is the name of a medium without the slogan behind it; empty if it is
// nothing but one.
func siteName(s string) string {
	s = oneLine(s)
	for _, separator := range separators {
		s, _, _ = strings.Cut(s, separator)
	}
	if len(strings.Fields(s)) > maxSiteWords || !strings.ContainsFunc(s, wordy) {
		return ""
	}
	return s
}

// withoutSite is a title without the site's name behind it: «Title | BAQ.KZ».
func (m metadata) withoutSite(title string) string {
	for _, separator := range separators {
		if i := strings.LastIndex(title, separator); i > 0 && m.publisher != "" && strings.EqualFold(strings.TrimSpace(title[i+len(separator):]), m.publisher) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// ldArticle is an article as JSON-LD describes it.
type ldArticle struct{ headline, published, publisher, language string }

// or is what the first says, and the second where the first says nothing.
func (a ldArticle) or(b ldArticle) ldArticle {
	return ldArticle{cmp.Or(a.headline, b.headline), cmp.Or(a.published, b.published), cmp.Or(a.publisher, b.publisher), cmp.Or(a.language, b.language)}
}

// linkedArticle finds the first article in a block of JSON-LD.
func linkedArticle(block string) ldArticle {
	var value any
	if json.Unmarshal([]byte(block), &value) != nil {
		return ldArticle{}
	}
	article, _ := findArticle(value)
	return article
}

func findArticle(value any) (ldArticle, bool) {
	switch v := value.(type) {
	case []any:
		for _, each := range v {
			if article, ok := findArticle(each); ok {
				return article, true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return ldArticle{html.UnescapeString(textAt(v, "headline")), textAt(v, "datePublished"), html.UnescapeString(textAt(v, "publisher")), textAt(v, "inLanguage")}, true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if article, ok := findArticle(v[key]); ok {
				return article, true
			}
		}
	}
	return ldArticle{}, false
}

// isArticle reports whether a @type, or one of several, is of an article.
func isArticle(kind any) bool {
	if kinds, ok := kind.([]any); ok {
		return slices.ContainsFunc(kinds, isArticle)
	}
	name, _ := kind.(string)
	return strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "BlogPosting") || name == "Report"
}

// textAt is a text, or the name of the thing or the first of the things, at a key.
func textAt(object map[string]any, key string) string {
	value := object[key]
	if list, ok := value.([]any); ok && len(list) > 0 {
		value = list[0]
	}
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		name, _ := v["name"].(string)
		return strings.TrimSpace(name)
	}
	return ""
}

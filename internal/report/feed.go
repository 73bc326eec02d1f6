package report

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"civicgraph/internal/civic"
)

// maxFeed is the most bytes that a feed may have; feeds have a hundredth of it. It is
// held in memory as a whole.
const maxFeed = 16 << 20

// feed reads RSS and Atom: each item is a report of its own, the n-th named by its
// number.
func (r *reader) feed(p place, content io.Reader) bool {
	if r.Source != "" {
		return r.fail(p.name, errManySources)
	}
	limited := &io.LimitedReader{R: content, N: maxFeed + 1}
	parser := gofeed.NewParser()
	parser.RSSTranslator = &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	feed, err := parser.Parse(limited)
	switch {
	case limited.N <= 0:
		return r.fail(p.name, fmt.Errorf("%w: the feed has more than %d MiB", civic.ErrBadInput, maxFeed>>20))
	case err != nil:
		return r.fail(p.name, feedError(err))
	case len(feed.Items) == 0:
		return r.fail(p.name, fmt.Errorf("%w: the feed has no items", civic.ErrBadInput))
	}
	base := baseOf(p.address, feed.Link)
	for n, entry := range feed.Items {
		report, err := r.entry(feed, entry, base).finish()
		if err == nil {
			err = r.entryError(report)
		}
		if !r.yield(Item{Name: fmt.Sprintf("%s:%d", p.name, n+1), Report: report, Err: err, Drawn: true}) {
			return false
		}
	}
	return true
}

func feedError(err error) error {
	if wrapped := pathError(err); wrapped == err {
		return err
	}
	return fmt.Errorf("%w: it cannot be read as RSS or Atom: %v", civic.ErrBadInput, err)
}

// baseOf is what the addresses in a feed are relative to: the first absolute one.
func baseOf(addresses ...string) *url.URL {
	for _, address := range addresses {
		if u, err := url.Parse(strings.TrimSpace(address)); err == nil && isWeb(u) {
			return u
		}
	}
	return nil
}

// entry is the draft of a feed's item: its full content, else its description. Its
// link is its source, else what the feed calls it by.
func (r *reader) entry(feed *gofeed.Feed, entry *gofeed.Item, base *url.URL) Draft {
	d := Draft{
		Title:     strings.Join(fragment(entry.Title), " "),
		Date:      cmp.Or(dayOf(entry.PublishedParsed), dayOf(entry.UpdatedParsed), dayIn(entry.Published), r.Date),
		Publisher: publisherOf(feed, entry),
		Language:  languageOf(feed.Language),
		URL:       linkOf(entry, base),
	}
	body := fragment(cmp.Or(strings.TrimSpace(entry.Content), entry.Description))
	if d.Title == "" && len(body) > 0 {
		d.Title = body[0]
	}
	if d.Title != "" {
		d.Text = joined(d.Title, below(d.Title, body))
	}
	if d.URL == "" {
		d.Source = strings.TrimSpace(entry.GUID)
	}
	return d
}

func (r *reader) entryError(report civic.Report) error {
	if report.PublishedAt == "" {
		return fmt.Errorf("%w: the item «%.80s» has no date; say --date DAY", civic.ErrBadInput, report.Title)
	}
	return nil
}

func dayOf(t *time.Time) civic.Day {
	if t == nil {
		return ""
	}
	return localDay(*t)
}

// publisherOf is the medium as Dublin Core names it, else as the feed is called.
func publisherOf(feed *gofeed.Feed, entry *gofeed.Item) string {
	if entry.DublinCoreExt != nil && len(entry.DublinCoreExt.Publisher) > 0 {
		return siteName(entry.DublinCoreExt.Publisher[0])
	}
	if feed.DublinCoreExt != nil && len(feed.DublinCoreExt.Publisher) > 0 {
		return siteName(feed.DublinCoreExt.Publisher[0])
	}
	return siteName(feed.Title)
}

// linkOf is the absolute address of an item; empty if it has none.
func linkOf(entry *gofeed.Item, base *url.URL) string {
	for _, link := range []string{entry.Link, entry.GUID} {
		u, err := url.Parse(strings.TrimSpace(link))
		if err != nil || link == "" {
			continue
		}
		if base != nil && link == entry.Link {
			u = base.ResolveReference(u)
		}
		if isWeb(u) {
			u.Fragment = ""
			return u.String()
		}
	}
	return ""
}

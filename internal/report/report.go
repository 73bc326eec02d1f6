// Package report turns what people hand in (files, folders, streams, web pages,
// feeds) into reports with their sources. It prefers refusing an input with a
// sentence to guessing.
package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// MaxBytes is the most that the text of one report may have. The longest article of
// a newspaper is a hundredth of it.
const MaxBytes = 4 << 20

// Layout is how one report is written down.
type Layout string

// The layouts.
const (
	// Dated is the report layout: a first line of «date 2006-01-02 title», perhaps
	// after a space, then one paragraph a line.
	Dated Layout = "report"
	// Plain is text whose first line is the title; its day is told from outside.
	Plain Layout = "text"
	// Page is a page of HTML. The report's text is drawn out of it: the title, then
	// one paragraph of the article a line.
	Page Layout = "html"
)

// Draft is a report as handed in, before it is checked. What identifies it is its
// Source, else its URL, else its Path, else the hash of its text.
type Draft struct {
	Source    string // source name, sample:NAME, …
	Path      string // absolute, of the file that holds it
	Text      string // in its layout; kept as it is, but for a Page
	Layout    Layout
	Date      civic.Day      // of Plain text, and of a Page that does not say it; of Dated text the day in its first line counts
	Title     string         // overrides the text's own
	Publisher string         // overrides the page's own
	URL       string         // of the article; overrides the page's own
	Fetched   string         // address that a Page came from; its URL where the page names no better one
	Language  civic.Language // counts where the text itself shows none
	Sample    bool
}

// Report checks the draft and makes a report of it. The error wraps
// civic.ErrBadInput and says what to mend.
func (d Draft) Report() (civic.Report, error) {
	if d.Layout == Page {
		article, err := d.article()
		if err != nil {
			return civic.Report{}, err
		}
		return article.finish()
	}
	if err := checkText(d.Text); err != nil {
		return civic.Report{}, err
	}
	var err error
	if d.Date, d.Title, err = d.heading(); err != nil {
		return civic.Report{}, err
	}
	return d.report(), nil
}

// finish checks the text of a draft whose day and title are known, and makes a
// report of it.
func (d Draft) finish() (civic.Report, error) {
	if err := checkText(d.Text); err != nil {
		return civic.Report{}, err
	}
	return d.report(), nil
}

func (d Draft) report() civic.Report {
	sum := sha256.Sum256([]byte(d.Text))
	hash := hex.EncodeToString(sum[:])
	source := cmp.Or(d.Source, d.URL, d.Path, "sha256:"+hash)
	return civic.Report{
		ID: civic.NodeID(civic.TypeReport, source), Source: source, Title: d.Title, Text: d.Text,
		PublishedAt: d.Date, Publisher: d.Publisher, Language: d.language(), URL: d.URL,
		SHA256: hash, Sample: d.Sample,
	}
}

// language is what the text shows; what is told of it counts where it shows nothing.
func (d Draft) language() civic.Language {
	language, shown := kaz.ShownLanguage(d.Text)
	if !shown && d.Language != "" {
		return d.Language
	}
	return language
}

func checkText(text string) error {
	switch {
	case strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) == "":
		return fmt.Errorf("%w: the report is empty", civic.ErrBadInput)
	case len(text) > MaxBytes:
		return fmt.Errorf("%w: the report has more than %d MiB; split it into its articles", civic.ErrBadInput, MaxBytes>>20)
	case !utf8.ValidString(text):
		return fmt.Errorf("%w: the report is not UTF-8; convert it first, for example with iconv -f cp1251 -t utf-8", civic.ErrBadInput)
	case strings.ContainsRune(text, 0):
		return fmt.Errorf("%w: the report holds a zero byte; it is no text", civic.ErrBadInput)
	}
	return nil
}

// heading is the report's day and title.
func (d Draft) heading() (civic.Day, string, error) {
	day, title, dated, err := splitHeading(d.Text)
	if err != nil {
		return "", "", err
	}
	switch {
	case d.Layout == Dated && !dated:
		return "", "", fmt.Errorf("%w: the first line has no date; begin it with «date 2006-01-02 Title», or say --input-format text --date DAY", civic.ErrBadInput)
	case !dated && d.Date == "":
		return "", "", fmt.Errorf("%w: plain text has no date of its own; say --date DAY", civic.ErrBadInput)
	case !dated:
		day = d.Date
	}
	title = cmp.Or(oneLine(d.Title), title)
	if oneLine(title) == "" {
		return "", "", fmt.Errorf("%w: the report has no title", civic.ErrBadInput)
	}
	return day, title, nil
}

const datePrefix = "date "

// splitHeading reads a first line of the report layout; without a date in it the
// title is the first line that has words.
func splitHeading(text string) (day civic.Day, title string, dated bool, err error) {
	text = strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), " \r\n\t")
	line := text
	if end := strings.IndexAny(text, "\r\n"); end >= 0 { // some write a return alone
		line = text[:end]
	}
	line = strings.TrimSpace(line)
	rest, ok := strings.CutPrefix(line, datePrefix)
	if !ok {
		return "", line, false, nil
	}
	word, title, _ := strings.Cut(strings.TrimSpace(rest), " ")
	day, err = civic.ParseDay(word)
	if err != nil {
		return "", "", true, fmt.Errorf("first line: %w", err)
	}
	return day, strings.TrimSpace(title), true, nil
}

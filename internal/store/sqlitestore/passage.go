package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// testimony is what one report says of one edge by one claim; a row keeps a list
// of them.
type testimony struct {
	Claim    civic.ID         `json:"claim"` // the names that version 1 wrote
	Basis    civic.Basis      `json:"basis"`
	Props    civic.EdgeProps  `json:"props,omitzero"`
	Evidence []civic.Evidence `json:"evidence"`
}

// mentions is where one report mentions one entity by one referent; a row keeps a
// list of them.
type mentions struct {
	Referent civic.ID     `json:"referent"`
	Spans    []civic.Span `json:"spans"`
}

// saying is a row of claim or appearance.
type saying struct {
	of     civic.ID
	dayKey string
	report civic.ID
	body   []byte
}

// article is what passages show of a report.
type article struct {
	entity    *civic.Entity
	text      string
	sentences []civic.Span
}

// quote is a passage before its report is known.
type quote struct {
	civic.Evidence
	id    civic.ID
	basis civic.Basis
}

var (
	queryEvidence = text("evidence")
	queryMentions = text("mentions")
)

// Evidence implements store.Reader.
func (s *Store) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return s.passages(ctx, queryEvidence, q, quoteClaims)
}

// Mentions implements store.Reader.
func (s *Store) Mentions(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return s.passages(ctx, queryMentions, q, quoteMentions)
}

func quoteClaims(body []byte) ([]quote, error) {
	claims, err := readSaid(body, packTestimonies)
	var quotes []quote
	for _, c := range claims {
		for n, e := range c.Evidence {
			quotes = append(quotes, quote{e, civic.EvidenceID(c.Claim, n), c.Basis})
		}
	}
	return quotes, err
}

func quoteMentions(body []byte) ([]quote, error) {
	all, err := readSaid(body, packMentions)
	var quotes []quote
	for _, m := range all {
		for n, span := range m.Spans {
			quotes = append(quotes, quote{civic.Evidence{Span: span}, civic.EvidenceID(m.Referent, n), ""})
		}
	}
	return quotes, err
}

// passages reads the reports that a page can touch, then cuts the page out of what
// they say: a cursor stands within a report.
func (s *Store) passages(ctx context.Context, text string, q civic.PassageQuery, quotes func([]byte) ([]quote, error)) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	if err := store.CheckPassages(q); err != nil {
		return nil, err
	}
	ids, p := distinct(q.Of), page{Page: q.Page}
	var sayings []saying
	articles := map[civic.ID]*article{}
	err := s.readers.each(ctx, passageQuery(text, ids, p), func(rows *sql.Rows) error {
		return scanSaying(rows, &sayings, articles)
	})
	found := make(map[civic.ID][]civic.Item[*civic.Passage], len(ids))
	for _, row := range sayings {
		all, err := quotes(row.body)
		if err != nil {
			return nil, fmt.Errorf("report %s on %s: %w", row.report, row.of, err)
		}
		for _, quote := range all {
			if item := row.item(quote, articles[row.report]); p.holds(item.Cursor) {
				found[row.of] = append(found[row.of], item)
			}
		}
	}
	return paginate(ids, found, p), err
}

// placeDigits is the width of a place in the text at the end of a passage's key.
const placeDigits = 8

func passageQuery(text string, ids []civic.ID, p page) query {
	var c composer
	if p.After != nil {
		day, report := placeOf(p.After.Key)
		c.add("AND (one.day_key, one.report) >= (?, ?)", day, report)
	}
	if p.Before != nil {
		day, report := placeOf(p.Before.Key)
		c.add("AND (one.day_key, one.report) <= (?, ?)", day, report)
	}
	args := append([]any{list(ids)}, c.args...)
	// Each report has a passage at least, but those in which a cursor stands.
	return query{p.put(text, &c), append(args, p.Limit()+2)}
}

// placeOf takes the key of a passage apart: a day newest first, a report, a place.
func placeOf(key string) (day, report string) {
	key = key[:max(0, len(key)-placeDigits)]
	n := len(civic.Day("").NewestFirst())
	if len(key) > 0 && key[0] >= '0' && key[0] <= '9' {
		n = len(civic.FirstDay)
	}
	n = min(n, len(key))
	return key[:n], key[n:]
}

func (p page) holds(c civic.Cursor) bool {
	forward := page{Page: civic.Page{First: 1}}
	return (p.After == nil || forward.compare(c, *p.After) > 0) && (p.Before == nil || forward.compare(c, *p.Before) < 0)
}

func scanSaying(rows *sql.Rows, sayings *[]saying, articles map[civic.ID]*article) error {
	var row saying
	var text string
	var sentences, body sql.RawBytes
	var original sql.NullString
	if err := rows.Scan(&row.of, &row.dayKey, &row.report, &body, &text, &sentences, &original); err != nil {
		return err
	}
	if row.of != "" {
		row.body = append(row.body, body...)
		*sayings = append(*sayings, row)
		return nil
	}
	entity, err := (&entityRow{id: row.report, kind: civic.TypeReport, body: body, original: original}).entity()
	if err != nil {
		return err
	}
	a := &article{entity: entity, text: text}
	articles[row.report] = a
	return unpack(sentences, func(p *packing) { packSpans(p, &a.sentences) })
}

func (row saying) item(q quote, a *article) civic.Item[*civic.Passage] {
	passage := &civic.Passage{ID: q.id, Gazetteer: q.Gazetteer, Basis: q.basis}
	if q.Gazetteer == "" {
		a.cut(passage, q.Span)
	}
	key := fmt.Sprintf("%s%s%0*d", row.dayKey, row.report, placeDigits, q.Span.Start)
	return civic.Item[*civic.Passage]{Cursor: civic.Cursor{Key: key, ID: q.id}, Value: passage}
}

// cut fills a passage with the sentence around a span.
func (a *article) cut(p *civic.Passage, s civic.Span) {
	n, _ := store.SentenceOf(a.sentences, s)
	sentence, runes := a.sentences[n], s.Runes(a.text)
	p.Report, p.Sentence, p.Start, p.End = a.entity, n, runes.Start, runes.End
	p.Before, p.Match, p.After = a.text[sentence.Start:s.Start], s.In(a.text), a.text[s.End:sentence.End]
}

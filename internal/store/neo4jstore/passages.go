package neo4jstore

import (
	"context"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// Evidence implements store.Reader.
func (s *Store) Evidence(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return s.passages(ctx, "evidence.cypher", q)
}

// Mentions implements store.Reader.
func (s *Store) Mentions(ctx context.Context, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	return s.passages(ctx, "mentions.cypher", q)
}

func (s *Store) passages(ctx context.Context, file string, q civic.PassageQuery) (map[civic.ID]civic.Slice[*civic.Passage], error) {
	if err := store.CheckPassages(q); err != nil {
		return nil, err
	}
	params := bounds(q.Page, false)
	params["ids"] = distinct(q.Of)
	records, err := s.read(ctx, query(file, struct{ Order string }{order(q.Page, false)}), params)
	if err != nil {
		return nil, err
	}
	pages := make(map[civic.ID][]civic.Item[*civic.Passage], len(records))
	for _, r := range records {
		if pages[civic.ID(text(r.Values[0]))], err = decodePassages(list(r.Values[1])); err != nil {
			return nil, err
		}
	}
	return paginate(pages, q.Of, q.Page), nil
}

// decodePassages reads rows of [place, start, end, number, start and text of the
// sentence, report, its twin] and, of evidence, [basis, gazetteer].
func decodePassages(rows []any) ([]civic.Item[*civic.Passage], error) {
	items := make([]civic.Item[*civic.Passage], len(rows))
	for i, row := range rows {
		columns := list(row)
		cursor := cursorOf(text(columns[0]))
		p := &civic.Passage{ID: cursor.ID}
		if len(columns) > 8 {
			p.Basis, p.Gazetteer = civic.Basis(text(columns[8])), text(columns[9])
		}
		if p.Gazetteer == "" {
			if err := decodeWords(p, columns); err != nil {
				return nil, err
			}
		}
		items[i] = civic.Item[*civic.Passage]{Cursor: cursor, Value: p}
	}
	return items, nil
}

func decodeWords(p *civic.Passage, columns []any) (err error) {
	p.Start, p.End, p.Sentence = number(columns[1]), number(columns[2]), number(columns[3])
	start, sentence := number(columns[4]), text(columns[5])
	from, to := byteOffset(sentence, p.Start-start), byteOffset(sentence, p.End-start)
	p.Before, p.Match, p.After = sentence[:from], sentence[from:to], sentence[to:]
	p.Report, err = decodeEntity(columns[6], columns[7])
	return err
}

// byteOffset is where the n-th code point of s begins.
func byteOffset(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

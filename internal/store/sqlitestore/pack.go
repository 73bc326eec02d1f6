package sqlitestore

import (
	"encoding/binary"
	"errors"
	"math"

	"civicgraph/internal/civic"
)

// packing is the bytes of a row's body on their way in or out. One function for
// each kind of body, pack…, names its fields in their order and so both writes and
// reads it: numbers as varints, strings with their length before them. Bodies are
// read far oftener than anything else in the store; JSON takes five times as long.
// A change of the order or the number of fields is a new schema version.
type packing struct {
	reading bool
	out     []byte
	in      string // strings that are read share its memory
	broken  bool
}

var errBroken = errors.New("a row's body is cut off or of another version; the file is damaged")

// unpack reads a body by its pack function.
func unpack(body []byte, pack func(*packing)) error {
	p := packing{reading: true, in: string(body)}
	if pack(&p); p.broken || p.in != "" {
		return errBroken
	}
	return nil
}

func (p *packing) number(n *int) {
	if !p.reading {
		p.out = binary.AppendVarint(p.out, int64(*n))
		return
	}
	// A varint of a short string is read in place: no copy of it is made.
	var value uint64
	for i, shift := 0, 0; ; i, shift = i+1, shift+7 {
		if i == len(p.in) || i == binary.MaxVarintLen64 {
			p.broken, p.in = true, ""
			return
		}
		value |= uint64(p.in[i]&0x7f) << shift
		if p.in[i] < 0x80 {
			*n, p.in = int(int64(value>>1)^-int64(value&1)), p.in[i+1:]
			return
		}
	}
}

func packText[T ~string](p *packing, s *T) {
	n := len(*s)
	p.number(&n)
	if !p.reading {
		p.out = append(p.out, *s...)
		return
	}
	if n < 0 || n > len(p.in) {
		p.broken, p.in, n = true, "", 0
	}
	*s, p.in = T(p.in[:n]), p.in[n:]
}

func (p *packing) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	p.number(&n)
	*b = n == 1
}

func (p *packing) fraction(f *float64) {
	bits := int(math.Float64bits(*f))
	p.number(&bits)
	*f = math.Float64frombits(uint64(bits))
}

// packList packs the length of a list, then its items; none are nil.
func packList[T any](p *packing, list *[]T, item func(*T)) {
	n := len(*list)
	p.number(&n)
	if p.reading && n > 0 && n <= len(p.in) {
		*list = make([]T, n)
	}
	for i := range *list {
		item(&(*list)[i])
	}
}

// packMaybe packs what may be absent.
func packMaybe[T any](p *packing, value **T, item func(*T)) {
	there := *value != nil
	p.flag(&there)
	if p.reading && there {
		*value = new(T)
	}
	if there {
		item(*value)
	}
}

// packEntity is the body of an entity: all but its id, its type and what report it
// is a duplicate of.
func packEntity(p *packing, e *civic.Entity) {
	packText(p, &e.Name)
	packList(p, &e.Names, func(n *civic.NameCount) {
		packText(p, &n.Text)
		packText(p, &n.Language)
		packText(p, &n.Kind)
		p.number(&n.Reports)
	})
	packProps(p, &e.Props)
	p.number(&e.Reports)
	packText(p, &e.FirstSeen)
	packText(p, &e.LastSeen)
	packList(p, &e.Degrees, func(d *civic.Degree) {
		packText(p, &d.Type)
		packText(p, &d.Direction)
		p.number(&d.Count)
	})
	packMaybe(p, &e.Source, func(s *civic.Source) { packSource(p, s) })
	packText(p, &e.ReportID)
}

func packProps(p *packing, props *civic.Props) {
	for _, s := range []*string{&props.Kind, &props.Level, &props.ShortName, &props.LegalForm, &props.GivenName,
		&props.FamilyName, &props.Patronymic, &props.KatoCode, &props.Status, &props.Verb, &props.Voice, &props.Text} {
		packText(p, s)
	}
	packText(p, &props.Language)
	p.fraction(&props.Lat)
	p.fraction(&props.Lon)
	p.flag(&props.IsSeries)
	packMaybe(p, &props.Date, func(d *civic.Date) {
		packText(p, &d.Earliest)
		packText(p, &d.Latest)
		packText(p, &d.Precision)
		packText(p, &d.Basis)
		packText(p, &d.Raw)
	})
	packMaybe(p, &props.Attendance, p.count)
	packMaybe(p, &props.Count, p.count)
}

func (p *packing) count(c *civic.Count) {
	packText(p, &c.Raw)
	p.number(&c.Value)
	packText(p, &c.Qualifier)
}

func packSource(p *packing, s *civic.Source) {
	packText(p, &s.Source)
	packText(p, &s.PublishedAt)
	packText(p, &s.Publisher)
	packText(p, &s.Language)
	packText(p, &s.URL)
	packText(p, &s.SHA256)
	packText(p, &s.Extractor)
	p.flag(&s.Sample)
}

// packEdge is the body of an edge: all but its id, its type and its ends.
func packEdge(p *packing, e *civic.Edge) {
	packEdgeProps(p, &e.Props)
	packText(p, &e.Basis)
	packText(p, &e.Day)
	p.number(&e.Reports)
	p.number(&e.Evidence)
}

func packEdgeProps(p *packing, props *civic.EdgeProps) {
	for _, s := range []*string{&props.Role, &props.RoleRaw, &props.TitleRaw, &props.Status,
		&props.Capacity, &props.CapacityRaw, &props.PlaceRole, &props.Relation} {
		packText(p, s)
	}
	packMaybe(p, &props.Count, p.count)
}

// packSpans is the sentences of a report, or where it mentions something.
func packSpans(p *packing, spans *[]civic.Span) {
	packList(p, spans, func(s *civic.Span) { packSpan(p, s) })
}

func packSpan(p *packing, s *civic.Span) {
	p.number(&s.Start)
	p.number(&s.End)
}

func entityBody(e *civic.Entity) []byte {
	p := packing{out: make([]byte, 0, 256)}
	packEntity(&p, e)
	return p.out
}

func edgeBody(e *civic.Edge) []byte {
	p := packing{out: make([]byte, 0, 64)}
	packEdge(&p, e)
	return p.out
}

func spansBody(spans []civic.Span) []byte {
	p := packing{out: make([]byte, 0, 4*len(spans))}
	packSpans(&p, &spans)
	return p.out
}

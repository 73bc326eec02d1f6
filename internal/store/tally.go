package store

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"civicgraph/internal/civic"
)

// EntityTally adds up what the reports say of one entity, so that a write need
// not read all of them again. It is kept beside the entity, as JSON; the zero
// tally is that of an entity nobody speaks of.
type EntityTally struct {
	Reports   int                                          `json:"reports"`   // that refer to it
	Mentioned int                                          `json:"mentioned"` // that mention it in words
	Names     map[civic.NameKind]map[civic.Language]ballot `json:"names,omitempty"`
	Props     map[string]ballot                            `json:"props,omitempty"`   // by property, JSON values
	Degrees   map[civic.EdgeType][2]int                    `json:"degrees,omitempty"` // out, in
}

// ballot counts reports by what they say.
type ballot map[string]int

// add adds n votes for a value and reports whether the value came or went.
func (b ballot) add(value string, n int) bool {
	before := b[value]
	if b[value] += n; b[value] <= 0 {
		delete(b, value)
	}
	return (b[value] > 0) != (before > 0)
}

// winner is the value of most reports, of equals the least.
func (b ballot) winner() string {
	best := ""
	for value, n := range b {
		if n > b[best] || n == b[best] && value < best {
			best = value
		}
	}
	return best
}

// portrait is what one report says of one entity, by all referents assigned to it.
type portrait struct {
	names     map[civic.Name]bool
	props     []map[string]json.RawMessage
	mentioned bool
}

func (p *portrait) add(ref *civic.Referent) {
	for _, name := range ref.Names {
		p.names[name] = true
	}
	p.props = append(p.props, fieldsOf(ref.Props))
	p.mentioned = p.mentioned || len(ref.Mentions) > 0 || ref.Type == civic.TypeReport
}

// count adds a report's portrait to the tally (n = 1) or takes it out (n = -1), and
// reports whether a form of the name came or went.
func (t *EntityTally) count(p *portrait, n int) (renamed bool) {
	t.Reports += n
	if p.mentioned {
		t.Mentioned += n
	}
	for name := range p.names {
		renamed = t.ballotOf(name).add(name.Text, n) || renamed
	}
	if t.Props == nil {
		t.Props = map[string]ballot{}
	}
	for _, fields := range p.props {
		countFields(t.Props, fields, n)
	}
	return renamed
}

func countFields(tally map[string]ballot, fields map[string]json.RawMessage, n int) {
	for field, value := range fields {
		if tally[field] == nil {
			tally[field] = ballot{}
		}
		tally[field].add(string(value), n)
		if len(tally[field]) == 0 {
			delete(tally, field)
		}
	}
}

func (t *EntityTally) ballotOf(name civic.Name) ballot {
	if t.Names == nil {
		t.Names = map[civic.NameKind]map[civic.Language]ballot{}
	}
	if t.Names[name.Kind] == nil {
		t.Names[name.Kind] = map[civic.Language]ballot{}
	}
	if t.Names[name.Kind][name.Language] == nil {
		t.Names[name.Kind][name.Language] = ballot{}
	}
	return t.Names[name.Kind][name.Language]
}

// turn adds n edges of a type at the entity's source side (side 0) or target side (1).
func (t *EntityTally) turn(e civic.EdgeType, side, n int) {
	if t.Degrees == nil {
		t.Degrees = map[civic.EdgeType][2]int{}
	}
	sides := t.Degrees[e]
	sides[side] += n
	t.Degrees[e] = sides
	if sides == [2]int{} {
		delete(t.Degrees, e)
	}
}

// nameRanks orders the kinds of names by their claim to be shown.
var nameRanks = []civic.NameKind{civic.NameRegistered, civic.NameFull, civic.NameDescribed, civic.NameShort, ""}

// name is the form to show: the gazetteer's, else the fullest; Kazakh before
// others; the most reported; the first by the alphabet.
func (t *EntityTally) name() string {
	for _, kind := range nameRanks {
		if kazakh := t.Names[kind][civic.Kazakh]; len(kazakh) > 0 {
			return kazakh.winner()
		}
		others := ballot{}
		for _, b := range t.Names[kind] {
			for text, n := range b {
				others[text] += n
			}
		}
		if len(others) > 0 {
			return others.winner()
		}
	}
	return ""
}

// names lists all forms, the most reported first.
func (t *EntityTally) names() []civic.NameCount {
	var names []civic.NameCount
	for kind, byLanguage := range t.Names {
		for language, b := range byLanguage {
			for text, n := range b {
				names = append(names, civic.NameCount{Name: civic.Name{Text: text, Language: language, Kind: kind}, Reports: n})
			}
		}
	}
	slices.SortFunc(names, func(a, b civic.NameCount) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Text, b.Text),
			cmp.Compare(a.Language, b.Language), cmp.Compare(a.Kind, b.Kind))
	})
	return names
}

func (t *EntityTally) props() civic.Props {
	winners := make(map[string]json.RawMessage, len(t.Props))
	for field, b := range t.Props {
		winners[field] = json.RawMessage(b.winner())
	}
	var props civic.Props
	assemble(winners, &props)
	return props
}

func (t *EntityTally) degrees() []civic.Degree {
	var degrees []civic.Degree
	for _, e := range civic.EdgeTypes {
		for side, direction := range []civic.Direction{civic.Out, civic.In} {
			if n := t.Degrees[e][side]; n > 0 {
				degrees = append(degrees, civic.Degree{Type: e, Direction: direction, Count: n})
			}
		}
	}
	return degrees
}

// EdgeTally adds up the claims of one edge. It is kept beside the edge, as JSON.
// Claims are only ever added: when a report goes, the tally is made anew from the
// claims that stay.
type EdgeTally struct {
	Reports  int                        `json:"reports"`
	Evidence int                        `json:"evidence"`
	Newest   civic.Day                  `json:"newest"` // publication of the newest report
	Bases    map[civic.Basis]int        `json:"bases"`
	Props    map[string]map[string]vote `json:"props,omitempty"` // by property, JSON values
}

// vote is how many claims give a property one value, the newest and the least of them.
type vote struct {
	Claims int       `json:"claims"`
	Newest civic.Day `json:"newest"`
	Least  civic.ID  `json:"least"`
}

func (v vote) beats(w vote) bool {
	return cmp.Or(cmp.Compare(v.Claims, w.Claims), cmp.Compare(v.Newest, w.Newest), cmp.Compare(w.Least, v.Least)) > 0
}

// Testimony is what an edge's tally keeps of a claim.
type Testimony struct {
	Claim     civic.ID
	Report    civic.ID
	Published civic.Day // of the report
	Basis     civic.Basis
	Props     civic.EdgeProps
	Evidence  int // number of pieces
}

// Add counts the claims of any number of whole reports, those of one report together.
func (t *EdgeTally) Add(claims ...Testimony) {
	seen := map[civic.ID]bool{}
	for _, c := range claims {
		if !seen[c.Report] {
			seen[c.Report] = true
			t.Reports++
		}
		t.add(c)
	}
}

func (t *EdgeTally) add(c Testimony) {
	if t.Bases == nil {
		t.Bases = map[civic.Basis]int{}
	}
	if t.Props == nil { // also of a tally that was kept without any
		t.Props = map[string]map[string]vote{}
	}
	t.Evidence += c.Evidence
	t.Newest = max(t.Newest, c.Published)
	t.Bases[c.Basis]++
	for field, value := range fieldsOf(c.Props) {
		if t.Props[field] == nil {
			t.Props[field] = map[string]vote{}
		}
		v := t.Props[field][string(value)]
		if v.Claims == 0 || c.Claim < v.Least {
			v.Least = c.Claim
		}
		v.Claims, v.Newest = v.Claims+1, max(v.Newest, c.Published)
		t.Props[field][string(value)] = v
	}
}

func (t *EdgeTally) basis() civic.Basis {
	for _, b := range civic.Bases {
		if t.Bases[b] > 0 {
			return b
		}
	}
	return ""
}

func (t *EdgeTally) props() civic.EdgeProps {
	winners := make(map[string]json.RawMessage, len(t.Props))
	for field, votes := range t.Props {
		var best vote
		for value, v := range votes {
			if v.beats(best) {
				best, winners[field] = v, json.RawMessage(value)
			}
		}
	}
	var props civic.EdgeProps
	assemble(winners, &props)
	return props
}

// fieldsOf takes a struct of plain data apart into its JSON properties.
func fieldsOf(props any) map[string]json.RawMessage {
	raw, err := json.Marshal(props)
	if err != nil {
		panic("store: properties are plain data: " + err.Error())
	}
	var fields map[string]json.RawMessage
	if string(raw) != "{}" {
		if err := json.Unmarshal(raw, &fields); err != nil {
			panic("store: just encoded: " + err.Error())
		}
	}
	return fields
}

// assemble is the inverse of fieldsOf.
func assemble(fields map[string]json.RawMessage, props any) {
	if len(fields) == 0 {
		return
	}
	raw, err := json.Marshal(fields)
	if err == nil {
		err = json.Unmarshal(raw, props)
	}
	if err != nil {
		panic("store: values of the same type: " + err.Error())
	}
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
)

// codesOf resolves the areas of all mentions, wide ones first.
func (d *document) codesOf(mentions []*mention) []string {
	var codes []string
	for _, kind := range []string{gazetteer.Region, gazetteer.District, gazetteer.City, gazetteer.Settlement} {
		for _, m := range mentions {
			if len(codes) == maxContext {
				return codes
			}
			if m.typ != civic.TypePlace || m.kind != kind || m.bare {
				continue
			}
			if p, ok := d.register(m, codes); ok && !slices.Contains(codes, p.Code) {
				codes = append(codes, p.Code)
			}
		}
	}
	return codes
}

// maxContext is the number of areas beyond which those that a report speaks of tell
// nothing of where it is set.
const maxContext = 100

// referent is the cluster in the vocabulary of the product.
func (id *identity) referent(c *cluster) civic.Referent {
	r := civic.Referent{Type: c.typ, Rule: c.mentions[0].rule}
	for _, m := range c.mentions {
		r.Mentions = append(r.Mentions, m.span)
	}
	switch {
	case c.typ == civic.TypePerson:
		c.names = append(c.person.forms(), c.names...)
		r.Props = civic.Props{GivenName: c.person.given, Patronymic: c.person.patronymic, FamilyName: c.person.family}
	case c.typ == civic.TypeCoalition:
		r.Props = coalitionProps(c)
	case c.isBody():
		c.names = c.bodyNames()
		r.Props = civic.Props{Kind: c.mentions[0].kind, LegalForm: c.mentions[0].legal}
	default:
		id.placeProps(c, &r)
	}
	r.Names = id.names(c)
	return r
}

// bodyNames are the names of a body; «мәслихат» alone, or with its level alone, comes behind
// what names its area too.
func (c *cluster) bodyNames() []string {
	for _, m := range c.mentions {
		if m.area != nil && !m.sole && c.mentions[0].area == nil && (c.mentions[0].sole || c.mentions[0].light) {
			return append(slices.Clone(m.names), c.names...)
		}
	}
	return c.names
}

// coalitionProps say how wide a coalition is and what it is called for short.
func coalitionProps(c *cluster) civic.Props {
	level := "UNKNOWN"
	for _, m := range c.mentions {
		if found := map[string]string{"COUNTRY": "NATIONAL", "REGION": "REGIONAL", "DISTRICT": "DISTRICT", "CITY": "CITY"}[m.level]; found != "" {
			level = found
			break
		}
	}
	props := civic.Props{Level: level}
	for _, name := range c.names[1:] {
		if len(name) > len(props.ShortName) && !strings.ContainsAny(name, "«»") && len(name) < len(c.names[0]) {
			props.ShortName = name
		}
	}
	return props
}

// placeProps are the register's facts of a place, or what the text says of it.
func (id *identity) placeProps(c *cluster, r *civic.Referent) {
	p, lang := c.place, id.d.report.Language
	if p.Code == "" {
		r.Props.Kind = c.mentions[0].kind
		c.names = append([]string{areaTitle(c.names[0], r.Props.Kind, lang)}, c.names...)
		return
	}
	r.Props = civic.Props{Kind: p.Kind, Lat: p.Lat, Lon: p.Lon}
	if p.Registered() {
		r.Props.KatoCode = p.Code
	}
	name := p.Name
	if lang == civic.Russian {
		name = p.Russian
	}
	written := c.names
	c.names = append([]string{name}, bareNames(c, p, lang)...)
	if p.Kind == gazetteer.Country {
		c.names = append(c.names, written...) // «Венгрия» for Мажарстан
	}
	if strings.HasPrefix(p.Russian, "область ") && lang == civic.Russian { // «область Улытау», as it is written
		for _, w := range written {
			c.names = append(c.names, "область "+strings.TrimPrefix(w, "область "))
		}
		c.names = append(c.names, p.Name)
	}
}

// bareNames are the other names of a registered place; the bare name of a region is
// its centre's as often, and left out.
func bareNames(c *cluster, p gazetteer.Place, lang civic.Language) []string {
	var names []string
	for _, name := range p.Aliases(lang) {
		if p.Kind != gazetteer.Region && (p.Kind != gazetteer.District || strings.Contains(name, " ")) {
			names = append(names, name)
		}
	}
	return names
}

// areaTitle is the name of an area that no register has.
func areaTitle(name, kind string, lang civic.Language) string {
	word := map[string]string{"REGION": "облысы", "DISTRICT": "ауданы", "SETTLEMENT": "ауылы"}[kind]
	if lang == civic.Russian || word == "" || strings.Contains(name, " ") {
		return name
	}
	return name + " " + word
}

// names are the cluster's names, the fullest first, none twice.
func (id *identity) names(c *cluster) []civic.Name {
	var names []civic.Name
	seen := map[string]bool{}
	for _, text := range c.names {
		key := id.d.words.fold(text)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		kind := civic.NameShort
		if len(names) == 0 {
			kind = civic.NameFull
		}
		names = append(names, civic.Name{Text: text, Language: id.d.report.Language, Kind: kind})
	}
	return names
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// locate draws from a report what lies in what: from one noun phrase, from the
// level that a body is named by, from the area that the text has led to.
func (x *Extractor) locate(d *document) {
	for _, m := range d.mentions {
		x.locateByPhrase(d, m)
	}
	for _, m := range d.mentions {
		x.locateByContext(d, m, d.besideLocal)
	}
	for _, m := range d.mentions {
		x.locateByLevel(d, m)
	}
	x.locatePlaces(d)
	for _, m := range d.mentions {
		x.locateByContext(d, m, d.setting)
	}
}

// locateByPhrase reads «Қордай ауданының Сортөбе ауылы», «Риддердегі зауыт», «школа
// в городе Есиль».
func (x *Extractor) locateByPhrase(d *document, m *mention) {
	if m.area != nil && m.area.referent >= 0 && m.referent >= 0 {
		x.located(d, m, m.area, civic.Explicit, m.span.Cover(m.area.span), "phrase")
		for _, other := range m.area.siblings {
			if len(m.siblings) == 0 && other.referent >= 0 && m.typ == civic.TypePlace {
				x.located(d, m, other, civic.Explicit, m.span.Cover(other.span), "phrase")
			}
		}
	}
	sc := x.rescan(d, m.sentence)
	if o := m.owner; o != nil && !sc.russian() && m.area == nil && o.area != nil && !o.near && o.area.referent >= 0 {
		x.located(d, m, o.area, civic.Implied, m.span.Cover(o.area.span), "owner") // «X облысы Ассамблеясының кеңесі»
	}
	next := sc.startingAt(m.last + 1)
	if next == nil && sc.russian() && sc.s.in(m.last+1, inside) && !m.bare {
		if next = sc.startingAt(m.last + 2); next != nil && isArea(next) && isBody(m) && !next.bare {
			x.located(d, m, next, civic.Explicit, m.span.Cover(next.span), "phrase")
		}
		return
	}
	if next == nil || !isArea(m) || !isArea(next) || m.bare || next.bare {
		return
	}
	if sc.russian() {
		m, next = next, m
	}
	if narrower(next.kind, m.kind) && (sc.russian() || m.kase == kaz.Gen || m.kase == kaz.Nom) {
		x.located(d, next, m, civic.Explicit, m.span.Cover(next.span), "phrase")
	}
}

// isArea reports whether a mention is of an area or settlement.
func isArea(m *mention) bool { return m.typ == civic.TypePlace && m.kind != "VENUE" }

// narrower reports whether places of the one kind lie in places of the other.
func narrower(a, b string) bool {
	order := []string{gazetteer.Country, gazetteer.Region, gazetteer.District, gazetteer.City, gazetteer.Settlement}
	return slices.Index(order, a) > slices.Index(order, b)
}

// mayContain reports whether nothing that the register knows speaks against a place
// lying in another.
func (x *Extractor) mayContain(wider, place referent) bool {
	code := place.Props.KatoCode
	switch {
	case code == "" || wider.Type != civic.TypePlace:
		return true
	case wider.Props.Kind == gazetteer.Country:
		return slices.ContainsFunc(wider.Names, func(n civic.Name) bool { return sameCountry(x.gazetteer, n.Text) })
	case wider.Props.KatoCode == "":
		return true
	}
	return slices.ContainsFunc(x.gazetteer.Parents(code), func(p gazetteer.Place) bool { return p.Code == wider.Props.KatoCode })
}

// sameCountry reports whether a name is that of the country of the register.
func sameCountry(g *gazetteer.Gazetteer, name string) bool {
	p, ok := g.Resolve(name, gazetteer.Country, nil)
	return ok && p.Code == "KZ"
}

// located records that what one mention names lies in what the other names.
func (x *Extractor) located(d *document, m, area *mention, basis civic.Basis, span civic.Span, rule string) {
	if m.referent < 0 || area.referent < 0 || !x.mayContain(d.referents[area.referent], d.referents[m.referent]) {
		return
	}
	d.addClaim(civic.LocatedIn, m.referent, area.referent, civic.Claim{Basis: basis, Evidence: evidence(span), Rule: rule})
}

// locateByLevel reads «облыстық мәслихат» as the council of the region at hand.
func (x *Extractor) locateByLevel(d *document, m *mention) {
	if m.level == "" || m.level == gazetteer.Country || m.area != nil || m.referent < 0 || m.typ == civic.TypePlace && m.kind != "VENUE" {
		return
	}
	if d.located[m.referent] {
		return
	}
	if area := d.areaAtHand(m, m.level); area != nil {
		d.addClaim(civic.LocatedIn, m.referent, area.referent, civic.Claim{Basis: civic.Implied, Evidence: evidence(m.span, area.span), Rule: "level"})
	}
}

// areaAtHand is the mention of the area of a kind that the text has led to: the last
// before in the same sentence, else the first of the report.
func (d *document) areaAtHand(m *mention, kind string) *mention {
	areas := d.index.areas[kind]
	if len(areas) == 0 {
		return nil
	}
	if last := lastOf(before(areas, m.span.Start)); last != nil && last.sentence == m.sentence {
		return last
	}
	return areas[0]
}

// locatePlaces ties every registered place to the wider ones that the report names too.
func (x *Extractor) locatePlaces(d *document) {
	coded := map[string]int{}
	for i, r := range slices.Backward(d.referents) {
		coded[r.Props.KatoCode] = i
	}
	for i, r := range d.referents {
		if r.Type != civic.TypePlace || r.Props.KatoCode == "" {
			continue
		}
		for _, wider := range x.gazetteer.Parents(r.Props.KatoCode) {
			j, named := coded[wider.Code]
			if !named || !wider.Registered() {
				continue
			}
			if _, claimed := d.claimed[claimKey{civic.LocatedIn, i, j}]; !claimed {
				d.addClaim(civic.LocatedIn, i, j, civic.Claim{Basis: civic.Implied, Evidence: evidence(r.Mentions[0], d.referents[j].Mentions[0]), Rule: "register"})
			}
		}
	}
}

// locateByContext ties a venue, a school, a hospital or a plant where something
// happens to the place that the text has led to.
func (x *Extractor) locateByContext(d *document, m *mention, place func(*mention) *mention) {
	if m.referent < 0 || m.bare || m.inside || m.staffed || !stands(m) || !d.isLocal(m) && (m.tail.none() || m.kind == "COMPANY") || d.located[m.referent] {
		return
	}
	if town, ok := d.calledAfter(m); ok {
		if town != nil {
			d.addClaim(civic.LocatedIn, m.referent, town.referent, civic.Claim{Basis: civic.Implied, Evidence: evidence(m.span), Rule: "adjective"})
		}
		return
	}
	if area := place(m); area != nil {
		d.addClaim(civic.LocatedIn, m.referent, area.referent, civic.Claim{Basis: civic.Implied, Evidence: evidence(m.span, area.span), Rule: "context"})
	}
}

// calledAfter reports whether a Russian name begins with an adjective made of a
// place's name, and which town or village of the report that is, if any:
// «Кокшетауский университет».
func (d *document) calledAfter(m *mention) (town *mention, ok bool) {
	s := &d.sentences[m.sentence]
	if s.lang != civic.Russian || m.kind == "VENUE" || len(m.names) == 0 {
		return nil, false
	}
	word, _, _ := strings.Cut(m.names[0], " ")
	stem, _, _ := s.classes().cut(townAdjective, foldWord(word))
	if !s.classes().has(townStem, stem) || !s.capital(m.first) || s.opening(m.first) {
		return nil, false
	}
	for _, other := range d.mentions {
		if !isArea(other) || other.bare || other.referent < 0 || other.kind != gazetteer.City && other.kind != gazetteer.Settlement {
			continue
		}
		name := foldWord(other.names[0])
		root := strings.TrimRight(name, s.classes().first(townVowels))
		suffix, known := strings.CutPrefix(stem, root)
		if len(root) >= 8 && (stem == name || stem == name+s.classes().first(townSuffix) || known && slices.Contains(s.classes().words(townSuffix), suffix)) {
			return other, true
		}
	}
	return nil, true
}

// stands reports whether a body is of the kind that stands in one place.
func stands(m *mention) bool {
	return m.kind == "VENUE" || m.kind == "EDUCATION" || m.kind == "HEALTH" || m.kind == "CULTURE" || m.kind == "COMPANY"
}

// besideLocal is the mention of a place in a local case that stands last before m in
// the same sentence, else in the sentence before within the paragraph.
func (d *document) besideLocal(m *mention) *mention {
	for n := m.sentence; n >= max(0, m.sentence-1); n-- {
		for _, other := range slices.Backward(before(d.index.inSentence[n], m.span.Start+1)) {
			if isArea(other) && !other.bare && !other.inside && other.referent >= 0 && d.isLocal(other) && d.sameParagraph(other, m) {
				return other
			}
		}
	}
	return nil
}

// sameParagraph reports whether no line ends between two mentions.
func (d *document) sameParagraph(a, b *mention) bool {
	return !strings.Contains(d.report.Text[a.span.Start:b.span.Start], "\n")
}

// isLocal reports whether a place stands where one says where something happens.
func (d *document) isLocal(m *mention) bool {
	s := &d.sentences[m.sentence]
	if s.lang == civic.Russian {
		return s.in(m.first-1, locative) || isArea(m) && s.joint(m.first-1)
	}
	if isBody(m) && s.isWord(m.last+1) && (m.kase == kaz.Nom || m.kase == kaz.Gen) && s.readings(m.last + 1)[0].kase == kaz.Loc {
		return !s.attributive(m.last + 1) // «кешені аумағында»
	}
	return (m.kase == kaz.Loc || m.kase == kaz.Dat) && !s.attributive(m.last)
}

// attributive reports whether token i is a locative that describes the next noun:
// «ауылындағы».
func (s *sentence) attributive(i int) bool {
	return s.in(i, locating)
}

// setting is the place where the report as a whole is set: the narrowest of those
// that its title and lead put in a local case, else the first area it names.
func (d *document) setting(m *mention) *mention {
	if m.sentence > leadEnd && d.index.setting != nil {
		return d.index.setting
	}
	var best *mention
	for n := 0; n <= min(leadEnd, len(d.sentences)-1); n++ {
		for _, other := range before(d.index.inSentence[n], m.span.Start+1) {
			if !isArea(other) || other.bare || other.referent < 0 {
				continue
			}
			if best == nil || d.isLocal(other) && (!d.isLocal(best) || narrower(other.kind, best.kind)) {
				best = other
			}
		}
	}
	if m.sentence > leadEnd {
		d.index.setting = best
	}
	return best
}

// leadEnd is the last sentence of title and lead.
const leadEnd = 2

package extract

import (
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// rescan is the scan of a sentence whose mentions are known, which they are from
// identify on; those of all sentences are made at once.
func (x *Extractor) rescan(d *document, n int) *scan {
	if d.scans == nil {
		for i := range d.sentences {
			d.scans = append(d.scans, newScan(x, d, i))
		}
		d.fillScans()
		d.index = newIndex(d)
	}
	return d.scans[n]
}

// fillScans gives the scans the mentions of their sentences.
func (d *document) fillScans() {
	for _, m := range d.mentions {
		sc := d.scans[m.sentence]
		sc.found = append(sc.found, m)
		for i := m.first; i <= m.last; i++ {
			if old := sc.owner[i]; old == nil || old.inside {
				sc.owner[i] = m
			}
		}
	}
}

// findTitles attaches to every person what the words beside the name say of them.
func (sc *scan) findTitles() {
	if sc.russian() {
		for i := range sc.s.tokens {
			sc.russianTitle(i)
		}
		return
	}
	for _, m := range sc.found {
		if m.typ == civic.TypePerson {
			sc.kazakhTitles(m)
		}
	}
}

// kazakhTitles reads the titles before a person's name, the nearest first: «коалиция
// мүшесі, Мәжіліс депутаты».
func (sc *scan) kazakhTitles(m *mention) {
	end := m.first - 1
	if sc.s.is(end, "–", "—", "-") {
		end--
	}
	for end >= 0 {
		t := sc.titleEndingAt(end)
		if t == nil {
			sc.titleBeforeApposition(m, end)
			return
		}
		m.titles = append(m.titles, t)
		if p, ok := sc.titles.endingAt(sc.s, t.last); ok && p.reading.plural {
			sc.shareTitle(t, m)
		}
		first := t.first
		if t.body != nil && t.body.first < first {
			first = t.body.first
		}
		if !sc.s.is(first-1, ",") && !sc.s.in(first-1, additive) {
			if t.body == nil {
				sc.titleBeforeApposition(m, first-1)
			}
			return
		}
		end = first - 2
		if p, ok := sc.titles.endingAt(sc.s, end); !ok || !p.reading.possessive && sc.endingAt(p.first-1) == nil {
			return
		}
	}
}

// titleBeforeApposition reads the post before a comma and what else is told there of its
// holder, up to token end: «кеңес төрағасы, екі наубайхананың иесі X», «қордың
// құрылтайшысы, ұзақ жыл ұстаз болған зейнеткер X».
func (sc *scan) titleBeforeApposition(m *mention, end int) {
	i := end
	for ; i > max(0, end-longTold) && !sc.s.is(i, ","); i-- {
		verb := sc.s.in(i, finite) && !sc.s.in(i, subordinate)
		if sc.s.tokens[i].Kind == kaz.Punct && sc.s.tokens[i].pair < 0 || verb || sc.owner[i] != nil && sc.owner[i].typ == civic.TypePerson || sc.s.in(i, coordinate) {
			return
		}
	}
	if i == end || !sc.s.is(i, ",") {
		return
	}
	if t := sc.titleEndingAt(i - 1); t != nil && t.body != nil {
		m.titles = append(m.titles, t)
	}
}

// longTold is the number of tokens within which what is told of somebody between their
// post and their name ends.
const longTold = 14

// shareTitle gives a title in the plural to the persons listed behind the first.
func (sc *scan) shareTitle(t *title, m *mention) {
	for sc.s.joint(m.last + 1) {
		if m = sc.personAtToken(m.last + 2); m == nil {
			return
		}
		m.titles = append(m.titles, t)
	}
}

// titleEndingAt reads the title that ends with token i and the body that it is held
// in: «облыс әкімінің бірінші орынбасары».
func (sc *scan) titleEndingAt(i int) *title {
	p, ok := sc.titles.endingAt(sc.s, i)
	if !ok || p.reading.kase != kaz.Nom {
		return nil
	}
	t := &title{first: p.first, last: p.last, rule: p.attr}
	own := sc.singularTitle(p)
	if p.last > p.first {
		own = strings.ToLower(sc.words(p.first, p.last-1)) + " " + own
		if sc.s.capital(p.first) && !sc.s.opening(p.first) {
			own = sc.words(p.first, p.last-1) + " " + sc.singularTitle(p)
		}
	}
	t.raw = own
	sc.extendTitle(t)
	t.span = sc.s.spanOf(t.first, t.last)
	return t
}

// twoPosts takes in the first of two posts that a dash makes one: «басқарма төрағасы –
// ректор».
func (sc *scan) twoPosts(t *title, dash int) bool {
	p, ok := sc.titles.endingAt(sc.s, dash-1)
	if !ok || dash != t.first-1 || !sc.s.is(dash, "–", "—", "-") || !p.reading.possessive || p.reading.kase != kaz.Nom {
		return false
	}
	t.raw, t.first = sc.d.text(civic.Span{Start: sc.s.tokens[p.first].Start, End: sc.s.tokens[t.first].Start})+t.raw, p.first
	return true
}

// singularTitle is the last word of a title in the nominative singular.
func (sc *scan) singularTitle(p phrase) string {
	if !p.reading.plural {
		return p.reading.uncased
	}
	for _, form := range kaz.Inflect(p.reading.base, false, 3, kaz.Nom) {
		if p.reading.possessive && lastLetter(form) == lastLetter(p.reading.uncased) {
			return form
		}
	}
	return p.reading.base
}

// extendTitle takes in what stands before a title: its rank, the title of whom it
// serves, the body.
func (sc *scan) extendTitle(t *title) {
	skipped := 0
	for i := t.first - 1; i >= 0 && skipped < 5; i = i - 1 {
		switch {
		case sc.s.in(i, former):
			t.former, t.first = true, i
			continue
		case sc.twoPosts(t, i):
			i = t.first
			continue
		case sc.s.in(i, possessive) && skipped == 0:
			if t.body = sc.chiefsBody(t, i); t.body == nil {
				t.body = sc.bodyBefore(i)
			}
			return
		case sc.s.is(i, ")") && sc.s.tokens[i].pair >= 0:
			i = sc.s.tokens[i].pair
			continue
		case sc.whereabouts(sc.owner[i], i) && strings.Contains(t.rule, "AREA"):
			i = sc.owner[i].first // «Польшаның Қазақстандағы елшісі»
			continue
		case sc.owner[i] != nil:
			sc.titleBody(t, sc.owner[i], skipped)
			return
		}
		if p, ok := sc.titles.endingAt(sc.s, i); ok && skipped == 0 && (p.reading.kase == kaz.Gen || p.reading.possessive) {
			t.raw = sc.d.text(civic.Span{Start: sc.s.tokens[p.first].Start, End: sc.s.tokens[t.first].Start}) + t.raw
			t.rule, t.first = servedRule(t.rule, p.attr), p.first
			i = p.first
			continue
		}
		if sc.s.in(i, rank) && skipped == 0 {
			t.raw, t.first = sc.words(i, i)+" "+t.raw, i
			continue
		}
		if !sc.s.isWord(i) || sc.s.capital(i) || sc.s.in(i, subordinate) {
			return
		}
		if skipped == 0 && sc.s.in(i, dealing) && strings.HasPrefix(t.rule, "HEAD") {
			t.rule = "POST" // «өндіріс жөніндегі директор» heads nothing
		}
		skipped++
	}
}

// chiefsBody is what the person named right before «оның» at token i heads, for the title
// of a deputy: «облыс әкімі X, оның орынбасары Y».
func (sc *scan) chiefsBody(t *title, i int) *mention {
	m := sc.endingAt(sc.beforeJoint(i - 1))
	if t.rule != "DEPUTY" || m == nil || m.typ != civic.TypePerson {
		return nil
	}
	return sc.headOf(m)
}

// whereabouts reports whether a mention that ends with token i is a place in which what
// follows is: «Қазақстандағы».
func (sc *scan) whereabouts(m *mention, i int) bool {
	return m != nil && m.last == i && m.typ == civic.TypePlace && m.kase == kaz.Loc && sc.s.attributive(i)
}

// bodyBefore is the body mentioned last before token i of the sentence, else the
// first of the sentence before, or nil.
func (sc *scan) bodyBefore(i int) *mention {
	var last *mention
	for n := sc.n - 1; n >= max(0, sc.n-bodyReach) && last == nil; n-- {
		for _, m := range sc.d.index.inSentence[n] {
			if last == nil && isBody(m) && m.typ != civic.TypePlace && !m.inside {
				last = m
			}
		}
	}
	for _, m := range sc.found {
		if isBody(m) && m.typ != civic.TypePlace && !m.inside && m.last < i {
			last = m
		}
	}
	return last
}

// bodyReach is the number of sentences within which a body is at hand.
const bodyReach = 2

// servedRule is what follows from a title held with another: a deputy of an akim and
// an akim's secretary belong to the area as the akim does.
func servedRule(own, served string) string {
	if strings.HasPrefix(served, "AKIM") || strings.HasPrefix(served, "HEAD") {
		return "SERVES " + served
	}
	return own
}

// titleBody ties a title to the body or area before it, if grammar allows.
func (sc *scan) titleBody(t *title, m *mention, skipped int) {
	workplace := m.kase == kaz.Loc && sc.s.is(t.last+1, "болып")
	if m.typ == civic.TypePerson || m.kase != kaz.Gen && (m.kase != kaz.Nom || skipped > 0) && !workplace && !(m.kase == kaz.Acc && m.bare) {
		return
	}
	t.body, m.staffed = m, true
	t.first = min(t.first, t.last)
	if m.typ == civic.TypePlace && m.kind != "VENUE" && !(m.kind == gazetteer.Country && strings.Contains(t.rule, "AREA")) {
		t.raw = kindWord(m, sc) + " " + t.raw // «облыс әкімі», but «елші»
	}
}

// kindWord is the word for the kind of an area in a title: «облыс әкімі».
func kindWord(m *mention, sc *scan) string {
	if m.bare {
		return strings.ToLower(sc.words(m.first, m.last))
	}
	if p, ok := sc.areas.endingAt(sc.s, m.last); ok && m.sentence == sc.n && sc.kinds[sc.s.lang][p.text].titled != "" {
		return sc.kinds[sc.s.lang][p.text].titled // «кент әкімі»
	}
	return sc.kinds[sc.s.lang][m.kind].titled
}

// personAtToken is the person whose name begins at token i, or nil.
func (sc *scan) personAtToken(i int) *mention {
	if i < 0 || i >= len(sc.owner) || sc.owner[i] == nil || sc.owner[i].typ != civic.TypePerson || sc.owner[i].first != i {
		return nil
	}
	return sc.owner[i]
}

// giveTitle gives a title to a person, and one in the plural to those listed after.
func (sc *scan) giveTitle(t *title, m *mention, plural bool) {
	m.titles = append(m.titles, t)
	for plural {
		joint := m.last + 1
		if !sc.s.joint(joint) {
			return
		}
		if m = sc.personAtToken(joint + 1); m == nil {
			return
		}
		m.titles = append(m.titles, t)
	}
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// findSources finds the media that a report names as its source and that no head
// marks as an organisation: «деп хабарлайды BAQ.KZ», «сообщает Tengri».
func (sc *scan) findSources() {
	sc.latinDateline()
	if m := sc.dateline(); m != nil && m.kind == "GOVERNMENT" {
		m.kind = "MEDIA" // an agency
	}
	for i := range sc.s.tokens {
		sc.quotedMedium(i)
		p, ok := sc.newsAt(i)
		if !ok || p.attr != "BEFORE" {
			continue
		}
		first := sc.afterPreposition(p.last + 1)
		if m := sc.startingAt(first); m != nil && isBody(m) {
			if m.kind == "GOVERNMENT" && sc.s.classes().has(agency, m.head) {
				m.kind = "MEDIA"
			}
			continue
		}
		if first < len(sc.s.tokens) && sc.s.tokens[first].pair > first && sc.s.tokens[first].Text != "(" {
			sc.addMedia(first, sc.s.tokens[first].pair, sc.words(first+1, sc.s.tokens[first].pair-1))
		} else if last := sc.mediaName(first); last >= 0 {
			sc.addMedia(first, last, sc.words(first, last))
		}
	}
}

// dateline is the medium or agency that is all of one of the first sentences of a Kazakh
// report: «Көкшетау. «Көкше жаршысы» агенттігі. …».
func (sc *scan) dateline() *mention {
	if sc.russian() || sc.n == 0 || sc.n > 2 || len(sc.s.tokens) > maxName {
		return nil
	}
	last := len(sc.s.tokens) - 1
	m := sc.endingAt(last - 1)
	if m == nil || !isBody(m) || m.kase != kaz.Nom || !sc.s.is(last, ".") || m.kind != "MEDIA" && !sc.s.classes().has(agency, m.head) {
		return nil
	}
	for i := 0; i < m.first; i++ {
		if sc.s.isWord(i) && !sc.s.capital(i) {
			return nil
		}
	}
	return m
}

// latinDateline adds the medium whose Latin name is all of one of the first sentences of a
// Kazakh report, behind the place: «ҚОНАЕВ. Caspian Press. …».
func (sc *scan) latinDateline() {
	last := len(sc.s.tokens) - 1
	if sc.russian() || sc.n == 0 || sc.n > 2 || last < 1 || last > 4 || !sc.s.is(last, ".") || !sc.free(0, last-1) {
		return
	}
	for i := range last {
		if !sc.s.isWord(i) || !sc.s.capital(i) || !isLatin(sc.s.tokens[i].Text) {
			return
		}
	}
	sc.addMedia(0, last-1, sc.words(0, last-1))
}

// newsAt finds the words that begin at token i and introduce a source.
func (sc *scan) newsAt(i int) (phrase, bool) {
	p, ok := sc.news.startingAt(sc.s, i)
	if ok && !sc.russian() && p.first == p.last && i > 0 && sc.s.is(i-1, "деп") {
		return phrase{}, false // the longer phrase was found at «деп»
	}
	return p, ok
}

// afterPreposition passes over «в» of «сообщили в пресс-службе» and the colon of
// «Источник: X».
func (sc *scan) afterPreposition(i int) int {
	if sc.s.in(i, locative) || sc.s.is(i, ":") {
		i++
	}
	if sc.correspondent(i) {
		i++
	}
	return i
}

// correspondent reports whether token i is the Russian word for who reports for a
// medium: «передаёт корреспондент агентства X».
func (sc *scan) correspondent(i int) bool {
	return sc.s.in(i, reporter)
}

// quotedMedium adds the medium in quotes whose correspondent is spoken of at token
// i: «корреспондент «Иртышской недели»».
func (sc *scan) quotedMedium(i int) {
	first := i + 1
	if !sc.correspondent(i) || first >= len(sc.s.tokens) || sc.s.tokens[first].pair <= first || sc.s.tokens[first].Text == "(" || !sc.quotedName(first) {
		return
	}
	last := sc.s.tokens[first].pair
	if !sc.free(first, last) {
		return
	}
	sc.addMedia(first, last, sc.words(first+1, last-1))
	m := sc.found[len(sc.found)-1]
	forms := kaz.NominativesRussian(sc.words(first+1, last-1))
	for _, name := range forms {
		if strings.Contains(name, sc.s.classes().first(feminineAdjective)+" ") == sc.s.classes().has(feminineNoun, name) {
			m.names = append([]string{"«" + name + "»", name}, m.names...)
			return
		}
	}
}

// mediaName is the last token of the name that begins at token first: capitalised
// words, a site; a person is not a medium.
func (sc *scan) mediaName(first int) int {
	last := -1
	for i := first; i < len(sc.s.tokens) && sc.s.capital(i) && sc.owner[i] == nil && !sc.person[i]; i++ {
		last = i
	}
	if last == first && !isLatin(sc.s.tokens[first].Text) && sc.gazetteer.SurnameShape(sc.s.tokens[first].Text) {
		return -1
	}
	return last
}

func (sc *scan) addMedia(first, last int, name string) {
	m := sc.add(first, last, civic.TypeOrganization)
	m.kind, m.head, m.rule = "MEDIA", sc.s.classes().first(medium), "source"
	m.names = []string{strings.Trim(name, "«»“”\".")}
	if name != sc.words(first, last) {
		m.names = []string{"«" + name + "»", name}
	}
}

// claimSources records which bodies the report names as its source.
func (x *Extractor) claimSources(d *document) {
	for n := range d.sentences {
		sc := x.rescan(d, n)
		if m := sc.dateline(); m != nil && m.referent >= 0 {
			d.addClaim(civic.ReportedBy, 0, m.referent, civic.Claim{Basis: civic.Explicit, Evidence: evidence(m.span), Rule: "source"})
		}
		for i := range sc.s.tokens {
			p, ok := sc.newsAt(i)
			if !ok && sc.correspondent(i) && sc.s.readings(i)[0].kase == kaz.Nom {
				p, ok = phrase{first: i, last: i, attr: "BEFORE"}, true
			}
			if !ok {
				continue
			}
			m := sc.startingAt(sc.afterPreposition(p.last + 1))
			if p.attr == "AFTER" || m == nil && !sc.russian() {
				m = sc.endingAt(p.first - 1)
			}
			if m == nil || m.referent < 0 || !sc.isSource(m) {
				continue
			}
			span := sc.s.spanOf(p.first, p.last).Cover(m.span)
			d.addClaim(civic.ReportedBy, 0, m.referent, civic.Claim{Basis: civic.Explicit, Evidence: evidence(span), Rule: "source"})
		}
	}
}

// isSource reports whether a body can be where a report comes from: a medium, or a
// press service; others only say something.
func (sc *scan) isSource(m *mention) bool {
	return m.kind == "MEDIA" || sc.s.classes().has(press, m.head)
}

// ministries finds the ministry in the title of its minister: «энергетика министрі»,
// «министр энергетики». In Russian no word heads it, and «министерство» stands for another.
func (sc *scan) ministries() {
	ministry := sc.s.classes().first(ministryWord)
	for i := range sc.s.tokens {
		var m *mention
		if sc.russian() && sc.minister(i) && !sc.s.capital(i+1) && i+1 < len(sc.s.tokens) && sc.ofWhat(i+1) {
			b := &body{head: phrase{i, i, ministry, "GOVERNMENT", reading{}}, first: i, last: i, attrs: []string{"GOVERNMENT"}, levelAt: -1}
			sc.complementsAfter(b)
			m = sc.virtual(i+1, b.last)
			m.names = []string{capitalised(ministry) + " " + sc.words(i+1, b.last)}
		} else if !sc.russian() && sc.minister(i) && sc.possessed(i) {
			b := &body{head: phrase{i, i, ministry, "GOVERNMENT", reading{}}, first: i, last: i, attrs: []string{"GOVERNMENT"}, levelAt: -1, core: i}
			sc.modifiersBefore(b)
			if b.core == i {
				continue
			}
			m = sc.virtual(b.core, i-1)
			m.names = []string{capitalised(sc.nameText(b.core, i-1)) + " " + sc.s.classes().first(ministryOf)}
			m.head = ministry
		} else {
			continue
		}
		m.kind, m.rule, m.kase = "GOVERNMENT", "ministry", kaz.Gen
	}
}

// minister reports whether token i is the title of one minister.
func (sc *scan) minister(i int) bool {
	forms := sc.s.classes()[ministerWord]
	return sc.s.isWord(i) && forms != nil && slices.ContainsFunc(sc.s.readings(i), func(r reading) bool { return !r.plural && forms.has(r.base) })
}

// possessed reports whether token i can be read as possessed by the word before.
func (sc *scan) possessed(i int) bool {
	return slices.ContainsFunc(sc.s.readings(i), func(r reading) bool { return r.possessive && sc.s.classes().has(ministerWord, r.base) })
}

// fullMinistries gives a ministry that a title names by the first of its fields the name by
// which the report calls it in full: «экология министрі» for that of ecology and resources.
func (d *document) fullMinistries() {
	full := map[string]string{} // by the first word
	for _, m := range d.mentions {
		if m.rule == "ministry" && len(m.names) > 0 {
			if first, rest, _ := strings.Cut(m.names[0], " "); strings.Contains(rest, " ") {
				full[first] = m.names[0]
			}
		}
	}
	for _, m := range d.mentions {
		if m.rule != "ministry" || len(m.names) == 0 || d.sentences[m.sentence].lang != civic.Kazakh {
			continue
		}
		if first, rest, _ := strings.Cut(m.names[0], " "); !strings.Contains(rest, " ") && full[first] != "" {
			m.names = append([]string{full[first]}, m.names...)
		}
	}
}

// virtual records the words of a title that name a body.
func (sc *scan) virtual(first, last int) *mention { return sc.add(first, last, civic.TypeOrganization) }

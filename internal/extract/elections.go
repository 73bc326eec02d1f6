package extract

import "strings"

// electors are the kinds of bodies that elect those who head them.
func electors() []string {
	return []string{"COUNCIL", "LOCAL_COUNCIL", "NGO", "PARTY", "COMMISSION"}
}

// electorate is the body in which a Kazakh sentence lets somebody be elected to a post
// without saying in what: the one of which the report has spoken most, the first of them.
func (sc *scan) electorate(t *title, verb int) *mention {
	p, ok := sc.titles.endingAt(sc.s, t.last)
	post := strings.HasPrefix(t.rule, "HEAD") || t.rule == "DEPUTY"
	if !ok || !post || !sc.s.in(verb, electing) || p.reading.possessive && !sc.s.opening(t.first) {
		return nil
	}
	var best *mention
	most := 0
	for _, kind := range electors() {
		told := map[int]int{}
		for _, m := range recent(before(sc.d.index.bodies[kind], sc.s.tokens[t.first].Start)) {
			if told[m.referent]++; m.sentence > 0 && told[m.referent] > most {
				best, most = m, told[m.referent]
			}
		}
	}
	return best
}

// successor is the body whose head was spoken of right before «оның» at token i: «X төраға
// болып сайланды. Оның орынбасарлығына …».
func (sc *scan) successor(i int) *mention {
	if !sc.s.in(i, possessive) {
		return nil
	}
	if head := sc.topic(); head != nil {
		return sc.headOf(head)
	}
	return nil
}

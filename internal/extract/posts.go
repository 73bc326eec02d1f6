package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// postFinder finds the posts by which a sentence speaks of persons without their
// names: «облыс әкімі», «төраға», «министр».
type postFinder struct {
	titles lexicon
	bodies lexicon // words that stand for a body named before
	d      *document
	n      int
	s      *sentence
	cover  []*mention
	counts []counted
}

// posts are the parts of the sentence that stand for a person named before by a post.
func (f postFinder) posts() []part {
	var found []part
	for i := range f.s.tokens {
		p, ok := f.titles.endingAt(f.s, i)
		if !ok || f.cover[i] != nil || f.cover[p.first] != nil || p.reading.plural || f.serves(i) || f.s.lang == civic.Russian && f.s.in(i, softPlural) {
			continue
		}
		post := f.post(p)
		if f.many(post.first) {
			continue // «19 округ әкімі»
		}
		if m := f.holder(post); m != nil {
			for len(found) > 0 && found[len(found)-1].last >= post.first {
				found = found[:len(found)-1]
			}
			found = append(found, part{first: post.first, last: post.last, kase: f.kase(p), mention: m})
		}
	}
	return found
}

// many reports whether a number counts what begins at token i, or the word before it that
// says of what it is.
func (f postFinder) many(i int) bool {
	return slices.ContainsFunc(f.counts, func(c counted) bool {
		beside := c.last == i-1 || c.last == i-2 && f.s.lang == civic.Kazakh && f.s.isWord(i-1)
		return beside && c.count.Value > 1
	})
}

// kase is the case of the post; in Russian a preposition decides before the ending.
func (f postFinder) kase(p phrase) kaz.Case {
	if f.s.lang == civic.Russian {
		if q := (part{first: p.first, last: p.last, kase: p.reading.kase}); governed(f.s, q) != q.kase {
			return governed(f.s, q)
		}
		for _, r := range f.s.readings(p.last) {
			if r.kase == kaz.Nom && (r.plural || r.base == lastWord(p.text)) {
				return kaz.Nom
			}
		}
	}
	return p.reading.kase
}

// serves reports whether the post at i only says whom another one serves: «әкімінің
// орынбасары».
func (f postFinder) serves(i int) bool {
	next, ok := f.titles.startingAt(f.s, i+1)
	return ok && next.reading.possessive || i+1 < len(f.s.tokens) && f.cover[i+1] != nil && f.cover[i+1].typ == civic.TypePerson
}

// post is a post with what it says of whose it is.
type post struct {
	title       phrase
	first, last int      // tokens, of the whole phrase
	body        *mention // named beside it, or nil
	kinds       []string // what a word beside it or the post itself says of the body
}

// post takes in the body or area before a post, in Russian behind it.
func (f postFinder) post(p phrase) post {
	_, suits, _ := strings.Cut(p.attr, " ")
	whole := post{title: p, first: p.first, last: p.last, kinds: strings.Fields(suits)}
	if f.s.lang == civic.Russian {
		return f.russianPost(whole)
	}
	at := p.first - 1
	if at < 0 {
		return whole
	}
	if m := f.cover[at]; m != nil && m.typ != civic.TypePerson && m.last == at {
		whole.first, whole.body = m.first, m
	} else if word, ok := f.bodies.endingAt(f.s, at); ok {
		whole.first, whole.kinds = word.first, strings.Fields(word.attr)
	}
	return whole
}

func (f postFinder) russianPost(whole post) post {
	at := whole.last + 1
	if at == len(f.s.tokens) {
		return whole
	}
	if m := f.cover[at]; m != nil && m.typ != civic.TypePerson {
		whole.body = m
	} else if word, ok := f.bodies.startingAt(f.s, at); ok {
		whole.last, whole.kinds = word.last, strings.Fields(word.attr)
	}
	return whole
}

// holder is the last person named before who holds the post. The word itself must
// agree, or both must be words for a head; a body that is named must be the same.
func (f postFinder) holder(p post) *mention {
	titled := f.d.titled()
	if f.n > 0 {
		titled = before(titled, f.s.span.Start)
	}
	for _, m := range slices.Backward(recent(titled)) {
		if slices.ContainsFunc(m.titles, func(t *title) bool { return f.agrees(p, t) }) {
			return m
		}
	}
	return nil
}

// inChamber reports whether a body bears the name of a chamber.
func (f postFinder) inChamber(body *mention, chamber string) bool {
	return body.referent >= 0 && slices.ContainsFunc(f.d.referents[body.referent].Names, func(n civic.Name) bool { return kaz.Fold(n.Text) == kaz.Fold(chamber) })
}

// agrees reports whether the post may mean a title that somebody bears.
func (f postFinder) agrees(p post, t *title) bool {
	if t.former || t.raw == "" {
		return false
	}
	rule, _, _ := strings.Cut(t.rule, " ")
	called, chamber, _ := strings.Cut(p.title.attr, " ")
	if rule == "SEAT" && called == "SEAT" && chamber != "" && t.body != nil && f.inChamber(t.body, chamber) {
		return true // «сенатор» for «Сенат депутаты»
	}
	same := f.sameWord(p.title, t)
	switch {
	case same && rule != called && called != "CALLING" && rule != "":
		return false
	case !same && !(leads(rule) && leads(called) && (p.body != nil || len(p.kinds) > 0)):
		return false
	case p.body == nil:
		return same && p.alone() || p.suits(t)
	case t.body == nil:
		return false
	}
	return p.body.referent == t.body.referent || p.body.bare && p.body.head != "" && p.body.head == t.body.head
}

// sameWord reports whether a post is called as a title is.
func (f postFinder) sameWord(p phrase, t *title) bool {
	words := strings.Fields(foldWord(t.raw))
	head := words[len(words)-1]
	russian := f.s.lang == civic.Russian
	return strings.HasPrefix(head, p.text) || strings.HasPrefix(p.text, head) || russian && strings.HasPrefix(words[0], p.text) ||
		russian && strings.HasPrefix(t.rule, "SEAT") && strings.HasPrefix(p.attr, "SEAT") && f.s.classes().has(parliamentarian, lastWord(p.text))
}

func leads(rule string) bool { return rule == "HEAD" || rule == "AKIM" }

// alone reports whether nothing beside the post says whose it is.
func (p post) alone() bool { return p.first == p.title.first && p.last == p.title.last }

// suits reports whether a title is held in a body of a kind that the post can mean.
func (p post) suits(t *title) bool {
	if t.body == nil {
		return strings.HasPrefix(t.rule, "AKIM") && slices.ContainsFunc(p.kinds, func(kind string) bool { return narrower(kind, gazetteer.Country) })
	}
	return slices.Contains(p.kinds, t.body.kind)
}

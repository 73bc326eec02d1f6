package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// postFinder finds the posts by which a sentence speaks of persons without their
// names: «облыс әкімі», «төраға», «министр».
type postFinder struct {
	titles lexicon
	d      *document
	n      int
	s      *sentence
	cover  []*mention
}

// posts are the parts of the sentence that stand for a person named before by a post.
func (f postFinder) posts() []part {
	var found []part
	for i := range f.s.tokens {
		p, ok := f.titles.endingAt(f.s, i)
		if !ok || f.cover[i] != nil || f.cover[p.first] != nil || p.reading.plural || f.serves(i) || f.s.lang == civic.Russian && f.s.in(i, softPlural) {
			continue
		}
		first, body, near := f.body(p)
		if m := f.holder(p, body, near); m != nil {
			for len(found) > 0 && found[len(found)-1].last >= first {
				found = found[:len(found)-1]
			}
			found = append(found, part{first: first, last: i, kase: f.kase(p), mention: m})
		}
	}
	return found
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

// body is the mention of the body or area before a post, in Russian behind it, and
// where the whole phrase begins; «жаңа», «облыс» may stand between.
func (f postFinder) body(p phrase) (first int, body *mention, near string) {
	at := p.first - 1
	if f.s.lang == civic.Russian {
		at = p.last + 1
	}
	if at < 0 || at >= len(f.s.tokens) {
		return p.first, nil, ""
	}
	if m := f.cover[at]; m != nil && m.typ != civic.TypePerson && (m.last == at || f.s.lang == civic.Russian) {
		return min(p.first, m.first), m, ""
	}
	if f.s.in(at, homeland) {
		return at, nil, "REGION"
	}
	return p.first, nil, ""
}

// holder is the last person named before who holds the post. The word itself must
// agree, or both must be words for a head; a body that is named must be the same.
func (f postFinder) holder(p phrase, body *mention, near string) *mention {
	titled := f.d.titled()
	if f.n > 0 {
		titled = before(titled, f.s.span.Start)
	}
	for _, m := range slices.Backward(recent(titled)) {
		if slices.ContainsFunc(m.titles, func(t *title) bool { return f.agrees(p, body, near, t) }) {
			return m
		}
	}
	return nil
}

// inChamber reports whether a body bears the name of a chamber.
func (f postFinder) inChamber(body *mention, chamber string) bool {
	return body.referent >= 0 && slices.ContainsFunc(f.d.referents[body.referent].Names, func(n civic.Name) bool { return kaz.Fold(n.Text) == kaz.Fold(chamber) })
}

func (f postFinder) agrees(p phrase, body *mention, near string, t *title) bool {
	words := strings.Fields(foldWord(t.raw))
	if len(words) == 0 || t.former {
		return false
	}
	rule, _, _ := strings.Cut(t.rule, " ")
	post, _, _ := strings.Cut(p.attr, " ")
	head := words[len(words)-1]
	_, chamber, _ := strings.Cut(p.attr, " ")
	if seated := rule == "SEAT" && post == "SEAT" && chamber != "" && t.body != nil; seated && f.inChamber(t.body, chamber) {
		return true // «сенатор» for «Сенат депутаты»
	}
	same := strings.HasPrefix(head, p.text) || strings.HasPrefix(p.text, head) || f.s.lang == civic.Russian && strings.HasPrefix(words[0], p.text)
	if rule == "SEAT" && post == "SEAT" && f.s.lang == civic.Russian && f.s.classes().has(parliamentarian, lastWord(p.text)) {
		same = true
	}
	leads := func(rule string) bool { return rule == "HEAD" || rule == "AKIM" }
	if !same && !(leads(rule) && leads(post) && (body != nil || near != "")) {
		return false
	}
	if same && rule != post && post != "CALLING" && rule != "" {
		return false
	}
	if body == nil || t.body == nil {
		return body == nil && (near == "" || rule == "AKIM")
	}
	return body.referent == t.body.referent || body.bare && body.head != "" && body.head == t.body.head
}

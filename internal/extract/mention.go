package extract

import (
	"slices"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// mention is a place in the text where a named thing is spoken of.
type mention struct {
	span        civic.Span
	sentence    int
	first, last int // tokens of the sentence, both included
	typ         civic.NodeType
	referent    int      // index in document.referents, or -1 while it is not known
	kase        kaz.Case // of its last word
	names       []string // in the nominative, as they would head an index; the fullest first
	sole        bool     // a body there is one of, by its noun alone: «мәслихат», «Сенат»
	bare        bool     // a word that stands for what was named before: «коалиция», «аудан»
	inside      bool     // part of the name of something else
	rule        string

	loose   string // a part's name without its owner's: «облыстық филиалы»
	kind    string // of an organisation or a place
	head    string // base form of the noun that heads the name: «филиал», «аудан»
	noun    string // base form of the last word of the head: «қожалық» of «шаруа қожалығы»
	legal   string // legal form
	level   string // kind of the area that the name says it belongs to: «облыстық» is REGION, «ұлттық» COUNTRY
	light   bool   // nothing but a level and a head: «облыс Ассамблеясы»
	branch  bool   // a part of its owner: «партиясының филиалы»
	area    *mention
	near    bool     // area is where it stands, not what it is of: «Риддердегі зауыт»
	owner   *mention // the body it is a part of
	staffed bool     // spoken of as where somebody holds a post
	same    *mention // an earlier mention of the same thing, under its full name

	wider    *mention   // the area in whose name phrase an area stands: «Алматы облысының Жамбыл ауданы»
	siblings []*mention // those before it that share its last words: «Хромтау және Мәртөк аудандары»

	person personName
	titles []*title // what is said of a person beside the name
	tail   tail     // the people that stand for a body: «мүшелері», «ұжымымен»
}

// personName is the parts of a person's name in the nominative; those that are not
// there are empty. An initial is kept with its stop.
type personName struct{ given, patronymic, family string }

// title is a post or calling beside a person's name.
type title struct {
	span        civic.Span
	first, last int
	raw         string   // nominative singular: «аудан әкімінің орынбасары»
	rule        string   // what follows from it, see rules/kk/titles.txt: HEAD, AKIM, POST, …
	body        *mention // the body or area that it is held in, or nil
	former      bool
}

// tail is a metonymic tail: the words after a named body that say which of its
// people are meant.
type tail struct {
	first, last int    // tokens
	raw         string // «депутаттары»
	capacity    string // MEMBERS, REPRESENTATIVES, STAFF, DEPUTIES, PARTICIPANTS, STUDENTS
	kase        kaz.Case
}

// none reports whether there is no tail.
func (t tail) none() bool { return t.raw == "" }

// mentionsIn lists the mentions of a sentence, in the order of the text, those
// inside other names left out.
func (d *document) mentionsIn(sentence int) []*mention {
	return slices.DeleteFunc(slices.Clone(d.index.inSentence[sentence]), func(m *mention) bool { return m.inside })
}

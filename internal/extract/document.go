package extract

import (
	"strconv"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/kaz"
)

// document is a report on its way through the story: the steps of Extract add
// mentions, referents and claims to it, in this order.
type document struct {
	report    civic.Report
	sentences []sentence // the title is the first
	mentions  []*mention // of named things, in the order of the text, not overlapping but where one is inside another
	referents []referent // the report itself is the first
	claims    []civic.Claim
	words     *documentWords
	registry  *registry
	scans     []*scan          // of the sentences, once their mentions are known
	index     *index           // of the mentions, from the same time on
	groups    []groupMention   // where groups are spoken of, once all are
	claimed   map[claimKey]int // index in claims
	cited     map[citation]bool
	located   map[int]bool // referents that lie in something
}

// sentence is a sentence of the report with its tokens.
type sentence struct {
	span   civic.Span
	tokens []token
	lang   civic.Language
	title  bool
	words  *documentWords
	cut    bool        // part of what is no sentence but by its length
	own    wordClasses // those of its language, once they were asked for
}

// token is a word, number or mark of a sentence. Spans are offsets into the report.
type token struct {
	kaz.Token
	low    string // the stem as rules are written: lower case, ё as е
	depth  int    // quotes around it; the marks themselves stand inside
	pair   int    // the mark that closes or opens what this one opens or closes, or -1
	lexeme *lexeme
}

// newDocument finds the title, cuts the report into sentences and these into tokens.
func newDocument(report civic.Report, v *vocabulary, g *gazetteer.Gazetteer) *document {
	d := &document{report: report, claimed: map[claimKey]int{}, cited: map[citation]bool{}, located: map[int]bool{}, words: newDocumentWords(v), registry: newRegistry(g)}
	title := titleSpan(report)
	d.addSentence(title)
	for _, span := range kaz.Sentences(report.Text[title.End:]) {
		d.addSentence(civic.Span{Start: title.End + span.Start, End: title.End + span.End})
	}
	d.sentences[0].title = true
	d.addReferent(civic.Referent{
		Type: civic.TypeReport, Names: []civic.Name{{Text: title.In(report.Text), Language: report.Language, Kind: civic.NameFull}},
		Props: civic.Props{Language: report.Language}, Rule: "report",
	})
	return d
}

// titleSpan is where the title stands: the first line, without the words «date
// 2006-01-02» that the report layout puts before it.
func titleSpan(report civic.Report) civic.Span {
	line, _, _ := strings.Cut(report.Text, "\n")
	if i := strings.Index(line, report.Title); i >= 0 && report.Title != "" {
		return civic.Span{Start: i, End: i + len(report.Title)}
	}
	trimmed := strings.TrimSpace(line)
	start := strings.Index(line, trimmed)
	return civic.Span{Start: start, End: start + len(trimmed)}
}

// addSentence adds a sentence; of one that is no sentence but by its length, a list or a
// table, the pieces.
func (d *document) addSentence(span civic.Span) {
	tokens := kaz.Tokenize(span.In(d.report.Text))
	for cut := len(tokens) > maxSentence; ; {
		n := pieceEnd(tokens)
		d.addPiece(span.Start, tokens[:n], cut)
		if tokens = tokens[n:]; len(tokens) == 0 {
			return
		}
	}
}

// maxSentence is the number of tokens beyond which a sentence is cut; those of news
// have a hundred at the very most. It bounds the work for whatever else is read as one.
const maxSentence = 256

// pieceEnd is the number of tokens that are read as one sentence: all, or as many as
// end with the last mark before the bound.
func pieceEnd(tokens []kaz.Token) int {
	if len(tokens) <= maxSentence {
		return len(tokens)
	}
	for n := maxSentence; n > maxSentence/2; n-- {
		if strings.Contains(",;:.!?", tokens[n-1].Text) {
			return n
		}
	}
	return maxSentence
}

// addPiece adds tokens that count from offset as a sentence.
func (d *document) addPiece(offset int, tokens []kaz.Token, cut bool) {
	span := civic.Span{Start: offset, End: offset}
	if n := len(tokens); n > 0 {
		span = civic.Span{Start: offset + tokens[0].Start, End: offset + tokens[n-1].End}
	}
	s := sentence{span: span, lang: d.languageOf(span.In(d.report.Text)), words: d.words, cut: cut}
	s.tokens = make([]token, 0, len(tokens))
	for _, t := range tokens {
		t.Start, t.End = t.Start+offset, t.End+offset
		s.tokens = append(s.tokens, token{Token: t, low: foldWord(t.Stem), pair: -1})
	}
	s.pairMarks()
	d.sentences = append(d.sentences, s)
}

// shortText is the length in bytes below which a text shows its language poorly.
const shortText = 120

// languageOf is the language of a sentence; a short one, and one in a Russian report
// without a Kazakh word, is in the report's.
func (d *document) languageOf(text string) civic.Language {
	if d.report.Language != "" && (len(text) < shortText || d.report.Language == civic.Russian && !hasKazakhWord(text)) {
		return d.report.Language
	}
	return kaz.DetectLanguage(text)
}

// hasKazakhWord reports whether a word in small letters has a letter of Kazakh alone;
// names have them in either language.
func hasKazakhWord(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if word == kaz.Lower(word) && strings.ContainsAny(word, "әғқңөұүһі") {
			return true
		}
	}
	return false
}

// closing is the mark that closes what an opening mark opens.
var closing = map[string]string{"«": "»", "“": "”", "„": "“", `"`: `"`, "(": ")", "[": "]"}

// pairMarks joins every opening quote or bracket with what closes it, and counts
// the quotes around each token. A mark without its partner encloses nothing.
func (s *sentence) pairMarks() {
	var open []int
	for i, t := range s.tokens {
		if n := len(open); n > 0 && closing[s.tokens[open[n-1]].Text] == t.Text {
			s.tokens[i].pair, s.tokens[open[n-1]].pair = open[n-1], i
			open = open[:n-1]
		} else if closing[t.Text] != "" {
			open = append(open, i)
		}
	}
	s.pairCollapsed(open)
	depth := 0
	for i := range s.tokens {
		t := &s.tokens[i]
		opens := t.pair > i && t.Text != "(" && t.Text != "["
		if opens {
			depth++
		}
		t.depth = depth
		if t.pair >= 0 && t.pair < i && t.Text != ")" && t.Text != "]" {
			depth--
		}
	}
	s.uncoverAsides()
}

// uncoverAsides lets the words by which direct speech in quotes is broken stand outside of
// them: ««X, – дейді ол, – Y»».
func (s *sentence) uncoverAsides() {
	from, to, _ := s.aside(0)
	for i := from; i <= to; i++ {
		s.tokens[i].depth--
	}
}

// pairCollapsed closes outer quotes together with inner ones, where one mark stands
// for both: «Орталық «Үміт».
func (s *sentence) pairCollapsed(open []int) {
	for n := len(open) - 1; n >= 0; n-- {
		if s.tokens[open[n]].Text != "«" {
			continue
		}
		for i := open[n] + 1; i < len(s.tokens) && i < open[n]+maxName; i++ {
			if t := s.tokens[i]; t.Text == "»" && t.pair > open[n] {
				s.tokens[open[n]].pair, s.tokens[i].pair = i, open[n]
				break
			}
		}
	}
}

// text is the words of a span of the report.
func (d *document) text(span civic.Span) string { return span.In(d.report.Text) }

// spanOf covers the tokens first to last of a sentence, both included.
func (s *sentence) spanOf(first, last int) civic.Span {
	return civic.Span{Start: s.tokens[first].Start, End: s.tokens[last].End}
}

// referent is something that the report speaks of, with what coreference needs.
type referent struct {
	civic.Referent
	head string // base form of the noun that heads its name: «филиал», «аудан»
}

// addReferent gives a referent its id and returns its index.
func (d *document) addReferent(r civic.Referent) int {
	r.ID = "r"
	if len(d.referents) > 0 {
		r.ID = civic.ID("n" + strconv.Itoa(len(d.referents)))
	}
	d.referents = append(d.referents, referent{Referent: r})
	return len(d.referents) - 1
}

type claimKey struct {
	edge            civic.EdgeType
	subject, object int
}

// addClaim records that the report asserts an edge between two referents, given
// by index. A claim made before gains the evidence and what it left unsaid. A claim that
// its signature forbids, or of a thing with itself, is dropped.
func (d *document) addClaim(edge civic.EdgeType, subject, object int, claim civic.Claim) {
	if subject == object || !edge.Allows(d.referents[subject].Type, d.referents[object].Type) {
		return
	}
	key := claimKey{edge, subject, object}
	if i, ok := d.claimed[key]; ok {
		d.merge(i, claim)
		return
	}
	d.located[subject] = d.located[subject] || edge == civic.LocatedIn
	for _, e := range claim.Evidence {
		d.cited[citation{len(d.claims), e}] = true
	}
	claim.Type, claim.Subject, claim.Object = edge, d.referents[subject].ID, d.referents[object].ID
	d.claimed[key] = len(d.claims)
	d.claims = append(d.claims, claim)
}

// citation is a piece of evidence of a claim, given by its index.
type citation struct {
	claim    int
	evidence civic.Evidence
}

// merge adds the evidence of a second claim to one made before.
func (d *document) merge(i int, second civic.Claim) {
	first := &d.claims[i]
	for _, e := range second.Evidence {
		if !d.cited[citation{i, e}] {
			d.cited[citation{i, e}] = true
			first.Evidence = append(first.Evidence, e)
		}
	}
	if second.Basis == civic.Explicit {
		first.Basis = civic.Explicit
	}
}

// evidence cites spans of the report.
func evidence(spans ...civic.Span) []civic.Evidence {
	var cited []civic.Evidence
	for _, span := range spans {
		cited = append(cited, civic.Evidence{Span: span})
	}
	return cited
}

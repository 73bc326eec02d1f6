package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// reading is one way to understand a word as a form of a noun, an adjective or a name.
type reading struct {
	base       string // nominative singular in lower case: «аудан», «районный»
	uncased    string // in lower case, without its case alone: «аудандары»
	single     string // of a plural of something, one of it: «ауданы»; else empty
	kase       kaz.Case
	plural     bool
	possessive bool
}

// readings are the ways to understand token i, the likeliest first; the word as it
// stands is always among them.
func (s *sentence) readings(i int) []reading { return s.lexeme(i).readings }

// edges are the phrases that may begin or end with token i; nil for none.
func (s *sentence) edges(i int) *edges {
	if !s.isWord(i) {
		return nil
	}
	return s.lexeme(i).edges
}

// lexeme is token i as it is read in the language of the sentence. It is looked up
// once for a word of the document.
func (s *sentence) lexeme(i int) *lexeme {
	t := &s.tokens[i]
	if t.lexeme == nil {
		key := wordKey{s.lang, t.Text}
		found := s.words.known[key]
		if found == nil {
			found = s.words.vocabulary.lookup(s.lang, t)
			s.words.known[key] = found
		}
		t.lexeme = found
	}
	return t.lexeme
}

// soft is a loan word that takes soft endings against its own sound, and one of the
// sound that its endings show: «округі», «округінің».
const soft, softened = "округ", "өкрүг"

func readKazakh(t kaz.Token) []reading {
	word, stem := foldWord(t.Text), foldWord(t.Stem)
	if rest, ok := strings.CutPrefix(word, soft); ok && rest != "" {
		found := readKazakh(kaz.Token{Text: softened + rest, Stem: softened + rest})
		for i := range found {
			found[i].base = strings.Replace(found[i].base, softened, soft, 1)
			found[i].uncased = strings.Replace(found[i].uncased, softened, soft, 1)
		}
		return found
	}
	text := word
	if t.Ending != "" {
		text = t.Text // capitals show that a hyphen parts an ending: «СҚО-да»
	}
	var found []reading
	for _, a := range kaz.Analyze(text) {
		r := reading{base: foldWord(a.Base), uncased: word, kase: a.Case, plural: a.Plural, possessive: a.Possessive != 0}
		if a.Case != kaz.Nom && len(a.Suffixes) > 0 {
			r.uncased = strings.TrimRight(strings.TrimSuffix(word, a.Suffixes[len(a.Suffixes)-1]), "-‐‑")
		}
		if a.Plural && a.Possessive == 3 && len(r.base) <= longWord {
			r.single = single(r.base)
		}
		found = append(found, r)
	}
	return append(found, reading{base: stem, uncased: stem, kase: kaz.Nom})
}

// single is one of the things of a noun that somebody has: «үйі» of «үй».
func single(noun string) string {
	if forms := kaz.Inflect(noun, false, 3, kaz.Nom); len(forms) > 0 {
		return forms[0]
	}
	return ""
}

// readRussian finds the readings of a word in small letters, which had a capital or not,
// and says whether it is likely an adjective.
func readRussian(word string, capital bool) (found []reading, adjective bool) {
	analyses := kaz.AnalyzeRussian(word)
	for _, a := range analyses {
		nominative := foldWord(a.Base)
		if i := strings.LastIndex(nominative, "-"); i > 0 && i < len(word) {
			for _, first := range kaz.AnalyzeRussian(word[:strings.LastIndex(word, "-")]) { // школу-лицей
				found = append(found, reading{base: first.Base + nominative[i:], uncased: nominative, kase: a.Case, plural: a.Gender == kaz.Plural})
			}
		}
		for _, base := range russianBases(nominative, a) {
			found = append(found, reading{base: base, uncased: nominative, kase: a.Case, plural: a.Gender == kaz.Plural})
		}
	}
	if !capital {
		analyses = slices.DeleteFunc(analyses, func(a kaz.RussianAnalysis) bool { return a.Name })
	}
	return found, kaz.LikelyAdjective(analyses)
}

// russianBases are the words that can stand in a dictionary for a nominative: the
// masculine of an adjective, the singular of a noun.
func russianBases(nominative string, a kaz.RussianAnalysis) []string {
	bases := []string{nominative}
	if stem, ok := strings.CutSuffix(nominative, "ц"); ok && len(stem) > 6 {
		bases = append(bases, stem+"ец") // дворец, дворца
	}
	letters := []rune(nominative)
	if stem, ok := strings.CutSuffix(nominative, "к"); ok && len(stem) > 4 {
		bases = append(bases, stem+"ок") // a vowel that comes and goes: посёлок, посёлка
	}
	if n := len(letters); a.Adjective && n > 3 {
		stem := string(letters[:n-2])
		bases = append(bases, stem+"ый", stem+"ий", stem+"ой")
	} else if a.Gender == kaz.Plural && n > 2 {
		stem := string(letters[:n-1])
		bases = append(bases, stem, stem+"а", stem+"ь", stem+"я", stem+"й", stem+"о", stem+"е")
	}
	return bases
}

// isWord reports whether token i exists and is a word.
func (s *sentence) isWord(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].Kind == kaz.Word
}

// is reports whether token i exists and is one of the words or marks given.
func (s *sentence) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	for _, word := range words {
		if s.tokens[i].low == word {
			return true
		}
	}
	return false
}

// capital reports whether token i is a word that begins with a capital.
func (s *sentence) capital(i int) bool {
	return s.isWord(i) && startsUpper(s.tokens[i].Text)
}

// opening reports whether token i is the first word of its sentence or of a quote
// in it, where a capital says nothing.
func (s *sentence) opening(i int) bool {
	for i--; i >= 0; i-- {
		if s.tokens[i].Kind == kaz.Word || s.tokens[i].Kind == kaz.Number {
			return false
		}
	}
	return true
}

// adjective reports whether token i is likely a Russian adjective.
func (s *sentence) adjective(i int) bool {
	return s.lang == civic.Russian && s.isWord(i) && s.lexeme(i).adjective
}

// initial reports whether token i is a capital with a stop: «С.».
func (s *sentence) initial(i int) bool {
	if !s.capital(i) {
		return false
	}
	letter, dotted := strings.CutSuffix(s.tokens[i].Text, ".")
	return dotted && utf8.RuneCountInString(letter) <= 2
}

// acronym reports whether token i is made of two or more capitals: «ҚХА», «ТОО».
func (s *sentence) acronym(i int) bool {
	return s.isWord(i) && isAcronym(s.tokens[i].Stem)
}

func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		letters++
	}
	return letters >= 2
}

// isLatin reports whether a word is written in Latin letters.
func isLatin(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) >= 0
}

// startsUpper reports whether a word begins with a capital.
func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// capitalised is s with a capital at its start.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

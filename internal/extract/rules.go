package extract

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

//go:embed rules
var ruleFiles embed.FS

// Rules are the rule files that New reads, one folder a language. They hold
// everything that a linguist may change without Go: one phrase a line, in its base
// form, with what it means after an equals sign; # opens a comment.
func Rules() fs.FS {
	rules, err := fs.Sub(ruleFiles, "rules")
	if err != nil {
		panic("extract: " + err.Error()) // the name is a valid one
	}
	return rules
}

// lexicon is the content of rule files: phrases in lower case, their words
// separated by one space, each with the attribute that the file gives it.
type lexicon struct {
	attrs  map[string]string
	langs  map[string][]civic.Language // in whose files a phrase stands
	starts map[string]bool             // every beginning of a longer phrase, with a space after it
	firsts map[string]int              // of each word that begins phrases, the number of words in the longest
	lasts  map[string]int              // likewise of each word that ends phrases
	number int                         // by which lexemes know it, from 1
}

// readLexicon reads the files of one name in all language folders, e.g.
// "titles.txt" of kk and ru. A phrase without «=» has an empty attribute.
func readLexicon(rules fs.FS, name string) (lexicon, error) {
	paths, err := fs.Glob(rules, "*/"+name)
	if err != nil || len(paths) == 0 {
		return lexicon{}, fmt.Errorf("no rule file %s: %w", name, fs.ErrNotExist)
	}
	lex := lexicon{attrs: map[string]string{}, langs: map[string][]civic.Language{}, starts: map[string]bool{}, firsts: map[string]int{}, lasts: map[string]int{}}
	for _, path := range paths {
		lang, _, _ := strings.Cut(path, "/")
		err := eachLine(rules, path, func(line string) error {
			lex.add(civic.Language(lang), line)
			return nil
		})
		if err != nil {
			return lexicon{}, err
		}
	}
	return lex, nil
}

// eachLine hands the lines of a rule file on, until one is an error.
func eachLine(rules fs.FS, path string, add func(line string) error) error {
	file, err := rules.Open(path)
	if err != nil {
		return fmt.Errorf("reading rules: %w", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if err := add(lines.Text()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("reading rules %s: %w", path, err)
	}
	return nil
}

// eachLanguage reads the file of one name in the folder of each language, line by line,
// into a table of its own.
func eachLanguage[T ~map[K]V, K comparable, V any](rules fs.FS, name string, add func(table T, line string) error) (map[civic.Language]T, error) {
	all := map[civic.Language]T{}
	for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
		table := T{}
		if err := eachLine(rules, string(lang)+"/"+name, func(line string) error { return add(table, line) }); err != nil {
			return nil, err
		}
		all[lang] = table
	}
	return all, nil
}

// entry is the key and the value of a line «key separator value»; both are empty where it
// holds nothing but a comment.
func entry(line, separator string) (key, value string, err error) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, separator)
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if line = strings.TrimSpace(line); line != "" && (!ok || key == "") {
		return "", "", fmt.Errorf("%q is no line «key %s value»", line, separator)
	}
	return key, value, nil
}

func (l *lexicon) add(lang civic.Language, line string) {
	line, _, _ = strings.Cut(line, "#")
	phrase, attr, _ := strings.Cut(line, "=")
	words := strings.Fields(foldWord(phrase))
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, " ")
	l.attrs[text] = strings.TrimSpace(attr)
	l.langs[text] = append(l.langs[text], lang)
	l.firsts[words[0]] = max(l.firsts[words[0]], len(words))
	last := words[len(words)-1]
	l.lasts[last] = max(l.lasts[last], len(words))
	for i := 1; i < len(words); i++ {
		l.starts[strings.Join(words[:i], " ")+" "] = true
	}
}

// phrase is a place in a sentence where a phrase of a lexicon stands.
type phrase struct {
	first, last int // tokens
	text, attr  string
	reading     reading // of its last word in Kazakh, of its first noun in Russian
}

// endingAt finds the longest phrase that ends with token i.
func (l lexicon) endingAt(s *sentence, i int) (phrase, bool) {
	for n := min(l.endReach(s, i), i+1); n > 0; n-- {
		starts := []string{""}
		for j := i - n + 1; j < i && len(starts) > 0; j++ {
			starts = l.longer(starts, s, j)
		}
		if p, ok := l.closedBy(starts, s, i-n+1, i); ok {
			return p, true
		}
	}
	return phrase{}, false
}

// startingAt finds the longest phrase that begins with token i.
func (l lexicon) startingAt(s *sentence, i int) (phrase, bool) {
	return l.startingWithin(s, i, len(s.tokens)-1)
}

// startingWithin finds the longest phrase that begins with token i and ends with token
// last or before.
func (l lexicon) startingWithin(s *sentence, i, last int) (longest phrase, found bool) {
	last = min(last, i+l.startReach(s, i)-1)
	starts := []string{""}
	for j := i; j <= last && len(starts) > 0; j++ {
		if p, ok := l.closedBy(starts, s, i, j); ok {
			longest, found = p, true
		}
		if j < last {
			starts = l.longer(starts, s, j)
		}
	}
	return longest, found
}

// endReach is the number of words in the longest phrase that ends with a form of token i.
func (l lexicon) endReach(s *sentence, i int) int {
	if e := s.edges(i); e != nil {
		return int(e.ends[l.number])
	}
	return 0
}

// startReach is the number of words in the longest phrase that begins with a form of
// token i.
func (l lexicon) startReach(s *sentence, i int) int {
	if e := s.edges(i); e != nil {
		return int(e.begins[l.number])
	}
	return 0
}

// closedBy reads the token last as the last word of a phrase that begins with token
// first and of which starts are the words before: in Kazakh it alone may be inflected, in
// Russian every word. Kazakh inflects the words of either language, Russian its own alone:
// the surname «Ан» in a Russian sentence is no form of the Kazakh «ана».
func (l lexicon) closedBy(starts []string, s *sentence, first, last int) (phrase, bool) {
	if !s.isWord(last) {
		return phrase{}, false
	}
	for _, start := range starts {
		if attr, ok := l.attrs[start+s.tokens[last].low]; ok && s.lang == civic.Russian && first < last {
			return phrase{first, last, start + s.tokens[last].low, attr, s.leadingReading(first, last)}, true // «приём жителей»
		}
		for _, r := range s.readings(last) {
			for _, word := range [3]string{r.base, r.uncased, r.single} {
				if attr, ok := l.attrs[start+word]; ok && (word == s.tokens[last].low || s.lang == civic.Kazakh || slices.Contains(l.langs[start+word], s.lang)) {
					return phrase{first, last, start + word, attr, r}, true
				}
			}
		}
	}
	return phrase{}, false
}

// leadingReading is the reading of a Russian phrase whose last word stands as the rule
// has it: that of its first word, which if it is an adjective agrees with the last.
func (s *sentence) leadingReading(first, last int) reading {
	found := s.readings(first)
	for _, r := range found {
		if s.adjective(first) && slices.ContainsFunc(s.readings(last), func(n reading) bool { return n.kase == r.kase && n.plural == r.plural }) {
			return r
		}
	}
	return found[0]
}

// longer extends the beginnings of phrases by the forms that token i can have; none is
// left behind a token that is no word.
func (l lexicon) longer(starts []string, s *sentence, i int) []string {
	if !s.isWord(i) {
		return nil
	}
	var longer []string
	for _, start := range starts {
		longer = l.extend(longer, start, s.tokens[i].low)
		if s.lang != civic.Russian {
			continue
		}
		last := s.tokens[i].low
		for _, r := range s.readings(i) {
			if r.base != last { // many readings in a row share their base
				longer, last = l.extend(longer, start, r.base), r.base
			}
		}
	}
	return longer
}

// extend adds the beginning of a phrase that a word makes of another, if there is such.
func (l lexicon) extend(longer []string, start, word string) []string {
	if l.starts[start+word+" "] {
		return append(longer, start+word+" ")
	}
	return longer
}

// has reports whether the lexicon holds the phrase, in lower case.
func (l lexicon) has(phrase string) bool {
	_, ok := l.attrs[phrase]
	return ok
}

// foldWord is the form in which words are compared with rules: lower case, ё as е.
func foldWord(word string) string {
	return strings.ReplaceAll(kaz.Lower(word), "ё", "е")
}

package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// wordClasses are the classes of words of a language.
type wordClasses map[wordClass]*wordForms

// wordForms are the words of a class, whole or known by an end.
type wordForms struct {
	words      map[string]bool
	list       []string // the words, in their order
	beginnings []string
	endings    []string  // in the order of the file, the likelier first
	lasts      [256]bool // the bytes that end one of the endings: most words end in another
}

// few is how many words are sooner compared than looked up.
const few = 8

// whole reports whether a word is one of the whole words.
func (f *wordForms) whole(word string) bool {
	if len(f.list) <= few {
		return slices.Contains(f.list, word)
	}
	return f.words[word]
}

// readWordClasses reads the file of each language folder. A class that no rule asks for
// is an error.
func readWordClasses(rules fs.FS) (map[civic.Language]wordClasses, error) {
	return eachLanguage(rules, "wordclasses.txt", wordClasses.add)
}

// add reads a line «CLASS: word begin- -end».
func (c wordClasses) add(line string) error {
	name, words, err := entry(line, ":")
	if err != nil || name == "" {
		return err
	}
	class := wordClass(name)
	if !slices.Contains(wordClassNames, class) {
		return fmt.Errorf("no class of words %q", name)
	}
	if c[class] == nil {
		c[class] = &wordForms{words: map[string]bool{}}
	}
	for word := range strings.FieldsSeq(foldWord(words)) {
		c[class].add(word)
	}
	return nil
}

func (f *wordForms) add(word string) {
	if ending, ok := strings.CutPrefix(word, "-"); ok && ending != "" {
		f.endings = append(f.endings, ending)
		f.lasts[ending[len(ending)-1]] = true
		return
	}
	if beginning, ok := strings.CutSuffix(word, "-"); ok && beginning != "" {
		f.beginnings = append(f.beginnings, beginning)
		return
	}
	f.words[word] = true
	f.list = append(f.list, word)
}

// minStem is how many letters a word has before an ending.
const minStem = 2

// has reports whether a word, in lower case, is of a class.
func (c wordClasses) has(class wordClass, word string) bool {
	forms := c[class]
	return forms != nil && forms.has(word)
}

// has reports whether a word is one of the forms.
func (f *wordForms) has(word string) bool {
	if f.whole(word) {
		return true
	}
	for _, beginning := range f.beginnings {
		if strings.HasPrefix(word, beginning) {
			return true
		}
	}
	_, _, ok := f.cut(word)
	return ok
}

// cut takes the first ending of a class that a word has off it.
func (c wordClasses) cut(class wordClass, word string) (stem, ending string, ok bool) {
	forms := c[class]
	if forms == nil {
		return "", "", false
	}
	return forms.cut(word)
}

// cut takes the first ending that a word has off it.
func (f *wordForms) cut(word string) (stem, ending string, ok bool) {
	if word == "" || !f.lasts[word[len(word)-1]] {
		return "", "", false
	}
	for _, ending := range f.endings {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(stem) >= minStem {
			return stem, ending, true
		}
	}
	return "", "", false
}

// stems are what a word has before each of the endings of a class that it has.
func (c wordClasses) stems(class wordClass, word string) []string {
	forms := c[class]
	if forms == nil {
		return nil
	}
	var found []string
	for _, ending := range forms.endings {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(stem) > minStem {
			found = append(found, stem)
		}
	}
	return found
}

// words are the whole words of a class.
func (c wordClasses) words(class wordClass) []string {
	if forms := c[class]; forms != nil {
		return forms.list
	}
	return nil
}

// first is the first of the whole words of a class, the one that names are made with.
func (c wordClasses) first(class wordClass) string {
	if words := c.words(class); len(words) > 0 {
		return words[0]
	}
	return ""
}

// in reports whether token i is a word of a class of the sentence's language.
func (s *sentence) in(i int, class wordClass) bool {
	return s.isWord(i) && s.classes().has(class, s.tokens[i].low)
}

// classes are those of the sentence's language.
func (s *sentence) classes() wordClasses {
	if s.own == nil {
		s.own = s.words.vocabulary.classes[s.lang]
	}
	return s.own
}

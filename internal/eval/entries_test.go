package eval

import (
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// entry is what a list knows: a word or a phrase; of verbs, stems.
type entry struct {
	file   string
	lang   civic.Language
	phrase string
	verb   bool
	with   string // of a verb, how a word near it begins
}

// in reports whether the entry stands in a text.
func (e entry) in(r *reader) bool {
	if e.verb {
		return r.hasVerb(e.lang, kaz.Lower(e.phrase), e.with)
	}
	return r.hasPhrase(e.lang, e.phrase)
}

// reduced are the files of a list without the entries that are to go.
func reduced(t *testing.T, files fs.FS, goes func(entry) bool) fs.FS {
	t.Helper()
	rest := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if strings.HasSuffix(name, ".txt") {
			text = []byte(reducedText(name, string(text), goes))
		}
		rest[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return rest
}

func reducedText(name, text string, goes func(entry) bool) string {
	var rest strings.Builder
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "#")
		rest.WriteString(reducedLine(name, line, goes) + "\n")
	}
	return rest.String()
}

// reducedLine is a line of a list without the entries that are to go.
func reducedLine(name, line string, goes func(entry) bool) string {
	lang := civic.Language(path.Dir(name))
	gone := func(phrase string) bool { return goes(entry{file: name, lang: lang, phrase: phrase}) }
	switch path.Base(name) {
	case "verbs.txt":
		return reducedVerbs(name, lang, line, goes)
	case "given-names.txt":
		if strings.HasSuffix(line, ":") {
			return line
		}
		return without(strings.Fields(line), " ", gone)
	case "wordclasses.txt":
		class, words, ok := strings.Cut(line, ":")
		if !ok {
			return line
		}
		return class + ":" + without(strings.Fields(words), " ", gone)
	case "aliases.txt":
		code, names, _ := strings.Cut(line, "|")
		return code + "|" + without(strings.Split(names, ","), ",", func(alias string) bool {
			return goes(entry{file: name, lang: civic.Kazakh, phrase: alias}) && goes(entry{file: name, lang: civic.Russian, phrase: alias})
		})
	case "cities.txt":
		f := strings.Split(line, "|")
		if len(f) == 4 && goes(entry{file: name, lang: civic.Kazakh, phrase: f[1]}) && goes(entry{file: name, lang: civic.Russian, phrase: f[2]}) {
			return ""
		}
		return line
	case "countries.txt", "name-endings.txt", "type-words.txt":
		return line // ISO 3166, endings, and the register's own words
	}
	phrase, _, _ := strings.Cut(line, "=")
	if strings.TrimSpace(phrase) != "" && gone(strings.TrimSpace(phrase)) {
		return ""
	}
	return line
}

func reducedVerbs(name string, lang civic.Language, line string, goes func(entry) bool) string {
	phrases, class, ok := strings.Cut(line, "=")
	if !ok {
		return ""
	}
	phrases, with, plus := strings.Cut(phrases, "+")
	rest := without(strings.Split(phrases, ","), ",", func(phrase string) bool {
		return strings.TrimSpace(phrase) != "" && goes(entry{name, lang, strings.TrimSpace(phrase), true, strings.TrimSpace(with)})
	})
	if plus {
		rest += " + " + with
	}
	return rest + " = " + class
}

func without(words []string, separator string, gone func(string) bool) string {
	var rest []string
	for _, word := range words {
		if !gone(word) {
			rest = append(rest, word)
		}
	}
	return strings.Join(rest, separator)
}

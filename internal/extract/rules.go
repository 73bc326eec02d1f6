package extract

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// ruleFiles hold everything that a linguist may change without Go: one phrase a
// line, in its base form, with what it means after an equals sign; # opens a comment.
//
//go:embed rules
var ruleFiles embed.FS

// lexicon is the content of rule files: phrases in lower case, their words
// separated by one space, each with the attribute that the file gives it.
type lexicon struct {
	attrs   map[string]string
	longest int // words in the longest phrase
}

// readLexicon reads the files of one name in all language folders, e.g.
// "titles.txt" of rules/kk and rules/ru. A phrase without «=» has an empty attribute.
func readLexicon(name string) (lexicon, error) {
	paths, err := fs.Glob(ruleFiles, "rules/*/"+name)
	if err != nil || len(paths) == 0 {
		return lexicon{}, fmt.Errorf("no rule file %s: %w", name, fs.ErrNotExist)
	}
	lex := lexicon{attrs: map[string]string{}}
	for _, path := range paths {
		file, err := ruleFiles.Open(path)
		if err != nil {
			return lexicon{}, fmt.Errorf("reading rules: %w", err)
		}
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			lex.add(lines.Text())
		}
		file.Close()
		if err := lines.Err(); err != nil {
			return lexicon{}, fmt.Errorf("reading rules %s: %w", path, err)
		}
	}
	return lex, nil
}

func (l *lexicon) add(line string) {
	line, _, _ = strings.Cut(line, "#")
	phrase, attr, _ := strings.Cut(line, "=")
	words := strings.Fields(foldWord(phrase))
	if len(words) == 0 {
		return
	}
	l.attrs[strings.Join(words, " ")] = strings.TrimSpace(attr)
	l.longest = max(l.longest, len(words))
}

// has reports whether the lexicon holds the phrase, in lower case.
func (l lexicon) has(phrase string) bool {
	_, ok := l.attrs[phrase]
	return ok
}

// foldWord is the form in which words are compared with rules: lower case, ё as е.
func foldWord(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ё", "е")
}

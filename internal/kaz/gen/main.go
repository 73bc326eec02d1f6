// Command gen learns from running Kazakh text which base forms and which chains of
// suffixes are frequent, and writes the two tables that package kaz weighs the
// readings of a word with. The text has a token a line and an empty line between
// sentences, other columns are ignored.
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"

	"civicgraph/internal/kaz"
)

const source = `# Learnt by gen from the validation split of KazNERD (Yeshpanov, Khassanov and
# Varol, LREC 2022; IS2AI, Nazarbayev University; CC BY 4.0): counts only, no text.
`

func main() {
	in := flag.String("in", "", "the text, a token a line")
	out := flag.String("out", "data/kk", "the folder to write to")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(in, out string) error {
	counts, err := readWords(in)
	if err != nil {
		return err
	}
	m := learn(counts)
	if err := os.WriteFile(out+"/bases.txt", []byte(m.baseTable()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(out+"/chains.txt", []byte(m.chainTable()), 0o644)
}

// readWords counts the Cyrillic words of the text, in small letters. The last word of
// a sentence, most often a verb, is left out.
func readWords(name string) (map[string]int, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counts := map[string]int{}
	var sentence []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if fields := strings.Fields(lines.Text()); len(fields) == 0 {
			sentence = count(counts, sentence)
		} else if isWord(fields[0]) {
			sentence = append(sentence, strings.ToLower(fields[0]))
		}
	}
	count(counts, sentence)
	return counts, lines.Err()
}

// count adds all but the last word of a sentence and empties it.
func count(counts map[string]int, sentence []string) []string {
	for i := range len(sentence) - 1 {
		counts[sentence[i]]++
	}
	return sentence[:0]
}

// isWord reports whether s is made of Cyrillic letters, with hyphens between them.
func isWord(s string) bool {
	return strings.Trim(s, "-") == s && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) && r != '-' })
}

// baseTable lists the bases that more than one word bears witness to, or a frequent one.
func (m model) baseTable() string {
	var b strings.Builder
	b.WriteString(source + "# A base form and how often it stands in the text, in any form.\n")
	for _, base := range slices.SortedFunc(maps.Keys(m.bases), func(a, b string) int {
		return cmp.Or(cmp.Compare(m.bases[b], m.bases[a]), cmp.Compare(a, b))
	}) {
		if n := int(m.bases[base] + 0.5); n >= minCount {
			fmt.Fprintf(&b, "%s %d\n", base, n)
		}
	}
	return b.String()
}

// minCount is the least count with which a base is kept.
const minCount = 2

// chainTable lists the chains of suffixes by their features.
func (m model) chainTable() string {
	var b strings.Builder
	b.WriteString(source + "# singular or plural, the possessor's person or 0, the case, and how often.\n")
	for _, c := range slices.SortedFunc(maps.Keys(m.chains), func(a, b chain) int {
		return cmp.Or(cmp.Compare(m.chains[b], m.chains[a]), cmp.Compare(a.String(), b.String()))
	}) {
		fmt.Fprintf(&b, "%s %d\n", c, int(m.chains[c]+0.5))
	}
	return b.String()
}

// chain is what a reading adds to its base.
type chain struct {
	plural bool
	person int
	grade  kaz.Case
}

func (c chain) String() string {
	number := "singular"
	if c.plural {
		number = "plural"
	}
	return fmt.Sprintf("%s %d %s", number, c.person, c.grade)
}

package kaz

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Term is one way to find a query word: a term of the index, or the beginning of one.
type Term struct {
	Text   string // small ASCII letters and digits
	Prefix bool   // matches every term that begins with Text
}

// SearchTerms are the terms under which a name is indexed, in small ASCII letters
// and digits, none twice: each word's skeleton, which is the same in Cyrillic and
// in every Latin transcription, and those of its likely base forms.
func SearchTerms(name string) []string {
	var terms []string
	seen, read := map[string]bool{}, map[string]bool{}
	for word := range strings.FieldsSeq(Fold(name)) {
		if read[word] {
			continue
		}
		read[word] = true
		for _, spelling := range append([]string{word}, baseForms(word)...) {
			for _, term := range skeletons(spelling) {
				if !seen[term] {
					seen[term] = true
					terms = append(terms, term)
				}
			}
		}
	}
	return terms
}

// QueryTerms reads what somebody typed: a group for each word, of which any term
// may match; every group must. A word matches as the beginning of a term; its base
// forms, if it is inflected, match whole.
func QueryTerms(query string) [][]Term {
	var groups [][]Term
	read := map[string][]Term{}
	for word := range strings.FieldsSeq(Fold(query)) {
		if _, again := read[word]; !again {
			read[word] = queryGroup(word)
		}
		if group := read[word]; len(group) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

func queryGroup(word string) []Term {
	var group []Term
	texts := skeletons(word)
	for _, text := range texts {
		group = append(group, Term{text, true})
	}
	for _, base := range append(baseForms(word), russianBases(word)...) {
		for _, text := range skeletons(base) {
			if before := len(texts); len(appendNew(texts, text)) > before {
				texts = append(texts, text)
				group = append(group, Term{text, false})
			}
		}
	}
	return group
}

// Base forms are searched for if they are among the likeliest and not far behind.
const (
	maxBases  = 4
	maxBehind = 6 // in natural logarithms of the likelihood
)

// baseForms are the likeliest base forms of a folded word, other than itself.
func baseForms(word string) []string {
	var bases []string
	readings := Analyze(word)
	for _, a := range readings {
		if len(bases) == maxBases || a.likelihood < readings[0].likelihood-maxBehind {
			break
		}
		if a.Base != word && utf8.RuneCountInString(a.Base) > 2 {
			bases = appendNew(bases, a.Base)
		}
	}
	return bases
}

// russianBases are the likeliest nominatives of a folded word that can be Russian.
func russianBases(word string) []string {
	if strings.ContainsAny(word, "әғқңөұүһі") || !hasCyrillic(word) {
		return nil
	}
	var bases []string
	for _, a := range AnalyzeRussian(word) {
		if len(bases) < maxBases && a.Base != word {
			bases = appendNew(bases, a.Base)
		}
	}
	return bases
}

// letterGroups holds the rows of the skeleton table; at the start of a word a group
// with ^ goes first.
var letterGroups = sync.OnceValue(func() map[string]string {
	groups := map[string]string{}
	for _, row := range table("skeleton.txt") {
		groups[row[0]] = strings.TrimSuffix(row[1], "-")
	}
	return groups
})

// skeletons are the terms of a folded word: one, or for a Latin word that ends in a
// silent e («Senate») also the one without it. A word of letters that the table
// does not know has none.
func skeletons(word string) []string {
	term := skeleton(word)
	if term == "" {
		return nil
	}
	if cut, ok := strings.CutSuffix(term, "e"); ok && len(cut) > 4 && !hasCyrillic(word) {
		return []string{term, cut}
	}
	return []string{term}
}

// skeleton reduces a folded word to the term that all its spellings share.
func skeleton(word string) string {
	var b strings.Builder
	last := byte(0)
	for i := 0; i < len(word); {
		sound, n := letterGroup(word, i)
		for _, c := range []byte(sound) {
			if c != last {
				b.WriteByte(c)
			}
			last = c
		}
		i += n
	}
	return b.String()
}

// letterGroup is what the longest known group of letters at i is reduced to, and
// the group's length in bytes.
func letterGroup(word string, i int) (string, int) {
	if c := word[i]; c >= '0' && c <= '9' {
		return word[i : i+1], 1
	}
	groups := letterGroups()
	_, first := utf8.DecodeRuneInString(word[i:])
	for n := min(4, len(word)-i); n >= first; n-- {
		key := word[i : i+n]
		if i == 0 {
			if sound, ok := groups["^"+key]; ok {
				return sound, n
			}
		}
		if sound, ok := groups[key]; ok {
			return sound, n
		}
	}
	return "", first
}

package neo4jstore

import (
	"strings"
	"unicode"

	"civicgraph/internal/civic"
)

// The terms of an entity are one property: the words, with a space between two.
// The full-text index cuts it at white space and changes nothing else.

// lucene is the query of the full-text index for entities that have a term of
// every group. A group of nothing matches nothing.
func lucene(groups [][]civic.Term) string {
	var clauses []string
	for _, group := range groups {
		var alternatives []string
		for _, term := range group {
			if clause := luceneTerm(term); clause != "" {
				alternatives = append(alternatives, clause)
			}
		}
		if len(alternatives) == 0 {
			return "-*:*"
		}
		clauses = append(clauses, "+("+strings.Join(alternatives, " ")+")")
	}
	return strings.Join(clauses, " ")
}

// luceneTerm escapes whatever could mean something to the query parser, the
// beginnings of AND, OR and NOT included. Other letters stay bare: \u is an
// escape of the parser's own. A term that no word can be gives the empty string.
func luceneTerm(term civic.Term) string {
	if strings.ContainsFunc(term.Text, unicode.IsSpace) || term.Text == "" && !term.Prefix {
		return ""
	}
	var b strings.Builder
	for i, r := range term.Text {
		if i == 0 && strings.ContainsRune("AON", r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	if term.Prefix {
		b.WriteByte('*')
	}
	return b.String()
}

// needles are the groups as substrings of an entity's terms that have a space
// before and after them.
func needles(groups [][]civic.Term) [][]string {
	all := make([][]string, len(groups))
	for i, group := range groups {
		all[i] = []string{}
		for _, term := range group {
			if term.Prefix {
				all[i] = append(all[i], " "+term.Text)
			} else if term.Text != "" {
				all[i] = append(all[i], " "+term.Text+" ")
			}
		}
	}
	return all
}

// termsOf is the property that the full-text index reads.
func termsOf(terms []string) string { return strings.Join(terms, " ") }

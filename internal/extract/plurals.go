package extract

import (
	"io/fs"
	"strings"

	"civicgraph/internal/civic"
)

// pluralRules say how the nominative plural of Russian nouns for people ends, the first
// that fits first.
type pluralRules []pluralRule

// pluralRule is an ending of the singular and what stands for it in the plural; or a
// whole word of each.
type pluralRule struct {
	singular, plural string
	whole            bool
}

// readPlurals reads plurals.txt of Russian.
func readPlurals(rules fs.FS) (found pluralRules, err error) {
	err = eachLine(rules, string(civic.Russian)+"/plurals.txt", func(line string) error {
		line, _, _ = strings.Cut(line, "#")
		if singular, plural, ok := strings.Cut(foldWord(line), "="); ok {
			found = append(found, newPluralRule(strings.TrimSpace(singular), strings.TrimSpace(plural)))
		}
		return nil
	})
	return found, err
}

// newPluralRule is the rule of a line «singular = plural», of which both have a hyphen
// before them if they are endings.
func newPluralRule(singular, plural string) pluralRule {
	if ending, ok := strings.CutPrefix(singular, "-"); ok {
		return pluralRule{singular: ending, plural: strings.TrimPrefix(plural, "-")}
	}
	return pluralRule{singular, plural, true}
}

// own is the plural of a noun that has a rule of its own: «учителя».
func (r pluralRules) own(noun string) (plural string, ok bool) {
	for _, rule := range r {
		if rule.whole && rule.singular == noun {
			return rule.plural, true
		}
	}
	return "", false
}

// of is the nominative plural of a noun.
func (r pluralRules) of(noun string) string {
	for _, rule := range r {
		stem, ok := strings.CutSuffix(noun, rule.singular)
		if ok && (stem == "" || !rule.whole) {
			return stem + rule.plural
		}
	}
	return noun
}

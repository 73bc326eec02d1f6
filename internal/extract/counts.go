package extract

import (
	"io/fs"
	"math"
	"strconv"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// counted is a number of people in a sentence, with the words that hedge it.
type counted struct {
	first, last int // tokens
	count       civic.Count
}

// countRules are the words of numbers: numerals with their values and hedges with
// the qualifier.
type countRules struct{ numerals, hedges lexicon }

func readCountRules(rules fs.FS) (r countRules, err error) {
	if r.numerals, err = readLexicon(rules, "numerals.txt"); err != nil {
		return r, err
	}
	r.hedges, err = readLexicon(rules, "hedges.txt")
	return r, err
}

// counts finds the numbers of a sentence that may count something, in reading
// order; years, times, dates and ordinals are left out by what follows them.
func (r countRules) counts(d *document, s *sentence) []counted {
	var found []counted
	for i := 0; i < len(s.tokens); i++ {
		value, last, ok := r.number(s, i)
		if !ok || s.in(i-1, vague) {
			continue // «несколько сотен» are no hundred
		}
		c := counted{i, last, civic.Count{Value: value, Qualifier: civic.Exact}}
		if s.in(i-1, halfMore) {
			c.first, c.count.Value = i-1, value*3/2 // «полторы сотни»
		}
		if s.aboutSoMany(last) || s.in(last, aboutSo) {
			c.count.Qualifier = civic.Approximate
		}
		c = r.hedged(s, c)
		c.count.Raw = d.text(s.spanOf(c.first, c.last))
		found = append(found, c)
		i = c.last
	}
	return found
}

// aboutSoMany reports whether the number at token i has an ending that makes it «about so
// many»: 50-дей.
func (s *sentence) aboutSoMany(i int) bool {
	word := s.tokens[i].Text
	return strings.Contains(word, "-") && s.classes().has(aboutSo, foldWord(word))
}

// number reads the number that begins at token i: digits, perhaps in groups of
// three, with a word for thousands; or numerals in words.
func (r countRules) number(s *sentence, i int) (value, last int, ok bool) {
	if s.tokens[i].Kind == kaz.Number {
		digits := s.tokens[i].Stem
		if s.aboutSoMany(i) {
			digits, _, _ = strings.Cut(digits, "-")
		}
		f, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "."), 64)
		if err != nil || f < 0 || f > 1e7 {
			return 0, 0, false
		}
		last = i
		for s.digits(last+1, 3) && f < 1e6 && s.tokens[last].Ending == "" {
			group, _ := strconv.Atoi(s.tokens[last+1].Stem)
			f, last = f*1000+float64(group), last+1
		}
		if s.in(last+1, thousand) {
			f, last = f*1000, last+1
		}
		return int(math.Round(f)), last, f == math.Trunc(f)
	}
	return r.numeral(s, i)
}

// digits reports whether token i is a number of exactly n digits.
func (s *sentence) digits(i, n int) bool {
	if i >= len(s.tokens) || s.tokens[i].Kind != kaz.Number || len(s.tokens[i].Stem) != n {
		return false
	}
	_, err := strconv.Atoi(s.tokens[i].Stem)
	return err == nil
}

// numeral reads numerals in words: «екі жүз елу», «мыңнан».
func (r countRules) numeral(s *sentence, i int) (value, last int, ok bool) {
	total, current := 0, 0
	last = i - 1
	for last+1 < len(s.tokens) && s.isWord(last+1) {
		n, found := r.numeralAt(s, last+1)
		if !found {
			break
		}
		last++
		switch {
		case n == 1000:
			total, current = total+max(current, 1)*1000, 0
		case n == 100, n == 10 && 0 < current && current < 10: // «два десятка»
			current = max(current, 1) * n
		default:
			current += n
		}
	}
	return total + current, last, last >= i
}

func (r countRules) numeralAt(s *sentence, i int) (int, bool) {
	stem, _, _ := s.classes().cut(aboutSo, s.tokens[i].low) // жүздей, «about a hundred»
	for _, word := range []string{s.tokens[i].low, stem} {
		if attr, ok := r.numerals.attrs[word]; ok {
			n, err := strconv.Atoi(attr)
			return n, err == nil
		}
	}
	for _, reading := range s.readings(i) {
		if attr, ok := r.numerals.attrs[reading.base]; ok && !reading.possessive && !reading.plural {
			n, err := strconv.Atoi(attr)
			return n, err == nil
		}
	}
	return 0, false
}

// hedged adds the hedges around a number: «кемінде 60», «500-ге жуық», «более чем с 200».
func (r countRules) hedged(s *sentence, c counted) counted {
	if attr, n := r.hedgeFrom(s, c.last+1, "AFTER"); n > 0 {
		c.count.Qualifier, c.last = civic.Qualifier(attr), c.last+n
		return c
	}
	start := c.first
	if s.in(start-1, ofNumber) {
		start--
	}
	for n := 3; n > 0; n-- {
		if attr, got := r.hedgeFrom(s, start-n, "BEFORE"); got == n {
			c.count.Qualifier, c.first = civic.Qualifier(attr), start-n
			return c
		}
	}
	return c
}

// hedgeWords is the number of words in the longest hedge.
const hedgeWords = 3

// hedgeFrom finds a hedge that begins at token i and stands on the given side of
// its number: its qualifier and its length in tokens.
func (r countRules) hedgeFrom(s *sentence, i int, side string) (string, int) {
	phrase := ""
	attr, length := "", 0
	for n := 0; n < hedgeWords && i >= 0 && i+n < len(s.tokens); n++ {
		phrase = strings.TrimSpace(phrase + " " + s.tokens[i+n].low)
		if a, ok := r.hedges.attrs[phrase]; ok && strings.HasPrefix(a, side) {
			attr, length = strings.TrimSpace(strings.TrimPrefix(a, side)), n+1
		}
	}
	return attr, length
}

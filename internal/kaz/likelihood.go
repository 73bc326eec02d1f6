package kaz

import (
	"math"
	"strconv"
	"sync"
)

// frequencies is what is known of how often base forms and chains of suffixes occur.
type frequencies struct {
	bases   map[string]float64
	chains  map[features]float64 // logarithms
	letters *letterModel
}

// features are what a reading adds to its base.
type features struct {
	plural bool
	person int
	grade  Case
}

var learnt = sync.OnceValue(func() frequencies {
	f := frequencies{bases: map[string]float64{}, chains: map[features]float64{}}
	for _, row := range table("kk/bases.txt") {
		f.bases[row[0]] = number(row[1])
	}
	for _, row := range table("kk/chains.txt") {
		key := features{row[0] == "plural", int(row[1][0] - '0'), Case(row[2])}
		f.chains[key] = math.Log(number(row[3]) + 1)
	}
	f.letters = newLetterModel(f.bases)
	return f
})

// number reads a count from an embedded table, which holds nothing else there.
func number(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("kaz: " + err.Error())
	}
	return n
}

// likelihood is the logarithm of how likely a reading is, up to a constant: how often
// its base and its chain of suffixes occur. An unknown base is as likely as its letters.
func likelihood(a Analysis) float64 {
	f := learnt()
	unknown := newBase * math.Exp(f.letters.logProbability(a.Base))
	chain := f.chains[features{a.Plural, a.Possessive, a.Case}]
	if a.Plural {
		chain += pluralBonus
	}
	if len(a.Suffixes) == 0 {
		chain -= bareMalus
	}
	return math.Log(f.bases[a.Base]+unknown) + chain
}

const (
	newBase     = 3000 // how often all unknown bases together occur
	pluralBonus = 2.0  // a plural is a form of its singular, though often a word of the list
	bareMalus   = 0.5  // the text that the chains were counted in holds more than nouns
)

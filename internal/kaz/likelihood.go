package kaz

import "unicode/utf8"

// likelihood weighs a reading against the others of the same word.
func likelihood(a Analysis) float64 {
	score := caseWeight(a.Case)
	if a.Possessive == 3 {
		score += 1
	} else if a.Possessive != 0 {
		score -= 3
	}
	if n := utf8.RuneCountInString(a.Base); n < 3 {
		score -= 4
	}
	return score
}

func caseWeight(c Case) float64 {
	switch c {
	case Nom:
		return 0
	case Gen, Ins, Loc, Abl:
		return 2
	}
	return 1
}

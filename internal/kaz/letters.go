package kaz

import "math"

// letterModel says how likely a string of letters is as a base form: the logarithm
// of the probability of each letter after each two others.
type letterModel [letterKinds * letterKinds * letterKinds]float32

// letterKinds is the number of different letters: the boundary of a word, the Russian
// letters, the hyphen, the Kazakh letters, and one for all others.
const letterKinds = 48

// letterKind numbers a letter. 0 is the boundary of the word.
func letterKind(r rune) int {
	switch {
	case 'а' <= r && r <= 'я':
		return 1 + int(r-'а')
	case r == '-':
		return 33
	}
	for i, letter := range "әғқңөұүһіё" {
		if letter == r {
			return 34 + i/2 // each is two bytes long
		}
	}
	return letterKinds - 1
}

// newLetterModel learns from the bases given.
func newLetterModel(bases map[string]float64) *letterModel {
	var c letterCounts
	for base := range bases {
		c.see(base)
	}
	m := new(letterModel)
	for i := range m {
		m[i] = float32(math.Log(c.next(i/letterKinds/letterKinds, i/letterKinds%letterKinds, i%letterKinds)))
	}
	return m
}

// logProbability is the logarithm of the probability of a base, its end included.
func (m *letterModel) logProbability(base string) float64 {
	at, sum := 0, 0.0 // at: the two letters before
	for _, r := range base {
		at = at%(letterKinds*letterKinds)*letterKinds + letterKind(r)
		sum += float64(m[at])
	}
	return sum + float64(m[at%(letterKinds*letterKinds)*letterKinds])
}

// letterCounts counts letters after two others, after one, and anywhere; and the
// contexts themselves.
type letterCounts struct {
	three [letterKinds][letterKinds][letterKinds]float64
	two   [letterKinds][letterKinds]float64
	one   [letterKinds]float64
	pairs [letterKinds][letterKinds]float64
	all   float64
}

// see counts the letters of a base and its end.
func (c *letterCounts) see(base string) {
	x, y := 0, 0
	for _, r := range base + "\x00" {
		z := letterKind(r)
		if r == 0 {
			z = 0
		}
		c.three[x][y][z]++
		c.pairs[x][y]++
		c.two[y][z]++
		c.one[z]++
		c.all++
		x, y = y, z
	}
}

// next is the probability of z after x and y: what was seen after both, after y and
// anywhere, mixed; the more was seen after both, the more that counts.
func (c *letterCounts) next(x, y, z int) float64 {
	p := (c.one[z] + 0.1) / (c.all + 0.1*letterKinds)
	p = (c.two[y][z] + trust*p) / (c.one[y] + trust)
	return (c.three[x][y][z] + trust*p) / (c.pairs[x][y] + trust)
}

// trust is how many sightings of a context weigh as much as the shorter context.
const trust = 5

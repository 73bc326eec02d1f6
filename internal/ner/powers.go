package ner

// Step is what one unit of a model's weights counts: three hundredths lose nothing that
// can be measured.
const Step = 0.03

// stepDown is the exponential of -Step. Powers are products of it alone, which are the
// same to the last bit on every processor.
const stepDown = 0.9704455335485082

// lowest is how many steps down the powers go: what lies below counts as the lowest, so
// that no label is without any chance and no sum of chances is 0.
const lowest = 2000

// powers are the exponentials of steps below 0.
type powers [lowest + 1]float64

func newPowers() *powers {
	var p powers
	p[0] = 1
	for i := range p[1:] {
		p[i+1] = p[i] * stepDown
	}
	return &p
}

// down is the exponential of so many steps below 0.
func (p *powers) down(steps int32) float64 { return p[min(steps, lowest)] }

// of is the exponential of a number of steps, up or down, within bounds.
func (p *powers) of(steps int) float64 {
	if steps > 0 {
		return 1 / p[min(steps, lowest/2)]
	}
	return p[min(-steps, lowest/2)]
}

// farthestOdds is how many steps odds may be from even.
const farthestOdds = 300

// odds is the logarithm of a chance against its contrary, in steps.
func (p *powers) odds(chance float64) int {
	if chance > 0.5 {
		return -p.odds(1 - chance)
	}
	ratio := chance / (1 - chance)
	low, high := 0, farthestOdds
	for low < high {
		if middle := (low + high) / 2; p[middle] > ratio {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return -low
}

// chance is the chance of which these are the odds.
func (p *powers) chance(odds int) float64 {
	up := p.of(odds)
	return up / (1 + up)
}

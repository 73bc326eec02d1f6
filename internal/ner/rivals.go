package ner

import "cmp"

// How far from a candidate another may be to count.
const (
	farthestRival = 32 // words by which it begins earlier
	neighbourly   = 2  // words between the two
)

// company is what the other candidates are to one: the likeliest that overlaps, the
// chance of all of these, and the likeliest close by on both sides.
type company struct {
	rival         *candidate
	overlapping   float64
	before, after *candidate
}

// company looks at the other candidates around.
func (w *weigher) company() (k company) {
	c := &w.all[w.own]
	for i := w.own - 1; i >= 0 && w.all[i].start >= c.start-farthestRival; i-- {
		k.meet(c, &w.all[i])
	}
	for i := w.own + 1; i < len(w.all) && w.all[i].start <= c.end+neighbourly; i++ {
		k.meet(c, &w.all[i])
	}
	return k
}

// meet notes another candidate.
func (k *company) meet(c, other *candidate) {
	switch {
	case other.end <= c.start:
		if c.start-other.end <= neighbourly {
			k.before = likelier(k.before, other)
		}
	case other.start >= c.end:
		k.after = likelier(k.after, other)
	default:
		k.overlapping += other.chance
		k.rival = likelier(k.rival, other)
	}
}

func likelier(a, b *candidate) *candidate {
	if a == nil || b.chance > a.chance {
		return b
	}
	return a
}

// coarse is how many steps of odds count as the same.
const coarse = 16

// rivals tell of its own chance and of what else may be there.
func (w *weigher) rivals(p *powers, k *company) {
	c := &w.all[w.own]
	odds := func(template byte, chance float64) {
		w.note(w.say(template).rune(rune((p.odds(chance) + farthestOdds + coarse/2) / coarse)))
	}
	odds(ownOdds, c.chance)
	odds(oddsOfNothing, max(0, 1-c.chance-k.overlapping))
	beside, rival := w.say(rivalBeside), 0.0
	if r := k.rival; r != nil {
		rival = r.chance
		beside = beside.rune(rune(r.class + 1)).rune(side(r.start, c.start)).rune(side(r.end, c.end))
	}
	odds(oddsOfRival, rival)
	w.note(beside)
}

// side says which of two places comes first.
func side(a, b int) rune { return rune(1 + cmp.Compare(a, b)) }

// likely is the chance from which a candidate counts as a neighbour.
const likely = 0.3

// neighbours tell of the likely names close by.
func (w *weigher) neighbours(a, b int, k *company) {
	before, after := w.say(nameBefore), w.say(nameAfter)
	if n := k.before; n != nil && n.chance > likely {
		before = before.rune(rune(n.class + 1)).rune(rune(a - n.end))
	}
	if n := k.after; n != nil && n.chance > likely {
		after = after.rune(rune(n.class + 1)).rune(rune(n.start - b))
	}
	w.note(before)
	w.note(after)
}

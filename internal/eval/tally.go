package eval

import "math"

// undefined is a figure with nothing to divide by.
var undefined = math.NaN()

// ratio is a share of a whole.
func ratio(part, whole float64) float64 {
	if whole == 0 {
		return undefined
	}
	return part / whole
}

// tally counts nodes or edges of one row.
type tally struct {
	gold, found int
	matched     float64
}

func (t tally) precision() float64 { return ratio(t.matched, float64(t.found)) }
func (t tally) recall() float64    { return ratio(t.matched, float64(t.gold)) }
func (t tally) f1() float64        { return ratio(2*t.matched, float64(t.gold+t.found)) }

// agreement counts how often a property that gold states was found, rightly or
// wrongly. What gold does not state can add to the wrong.
type agreement struct{ stated, right, wrong, absent int }

func (a agreement) share() float64 { return ratio(float64(a.right), float64(a.right+a.wrong+a.absent)) }

func (a agreement) plus(b agreement) agreement {
	return agreement{a.stated + b.stated, a.right + b.right, a.wrong + b.wrong, a.absent + b.absent}
}

// The rows of sums.
const (
	namedRow    = "named"
	eventsRow   = "events"
	edgesRow    = "edges"
	explicitRow = "edges (explicit)"
)

// tallies are the counts of one report, or of many added up.
type tallies struct {
	rows         map[string]tally
	props        map[string]agreement
	matchedEdges int
	evidenced    int // matched edges that rest on the gold's words
	forbidden    []finding
}

// finding is something forbidden that was found.
type finding struct{ report, what, why string }

func newTallies() *tallies {
	return &tallies{rows: map[string]tally{}, props: map[string]agreement{}}
}

// count adds to some rows.
func (t *tallies) count(rows []string, more tally) {
	for _, row := range rows {
		sum := t.rows[row]
		t.rows[row] = tally{sum.gold + more.gold, sum.found + more.found, sum.matched + more.matched}
	}
}

// add adds the counts of another report.
func (t *tallies) add(other *tallies) {
	for row, more := range other.rows {
		t.count([]string{row}, more)
	}
	for row, more := range other.props {
		t.props[row] = t.props[row].plus(more)
	}
	t.matchedEdges += other.matchedEdges
	t.evidenced += other.evidenced
	t.forbidden = append(t.forbidden, other.forbidden...)
}

// allProps are all properties in one.
func (t *tallies) allProps() agreement {
	var sum agreement
	for _, a := range t.props {
		sum = sum.plus(a)
	}
	return sum
}

// evidence is the share of matched edges that rest on the gold's words.
func (t *tallies) evidence() float64 { return ratio(float64(t.evidenced), float64(t.matchedEdges)) }

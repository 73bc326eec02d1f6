package eval

import "math"

// bestAssignment pairs rows with columns so that the total weight is greatest: for
// each row its column, -1 for none. Weights are 0 or more. It is the Hungarian method,
// in which the rows come in one by one, each along the cheapest path; between equal
// totals the order of rows and columns decides, as in score.py.
func bestAssignment(weights [][]float64) []int {
	if len(weights) == 0 {
		return nil
	}
	a := newAssignment(weights)
	for row := 1; row <= len(weights); row++ {
		a.bring(row)
	}
	chosen := make([]int, len(weights))
	for i := range chosen {
		chosen[i] = -1
	}
	for column := 1; column <= len(weights[0]); column++ {
		if row := a.owner[column] - 1; row >= 0 && weights[row][column-1] > 0 {
			chosen[row] = column - 1
		}
	}
	return chosen
}

// assignment is the state of the method. Rows and columns count from 1. Each row has
// a worthless column of its own behind the real ones, so that it may stay single.
type assignment struct {
	weights     [][]float64
	columns     int
	rowPrice    []float64
	columnPrice []float64
	owner       []int     // of each column its row, 0 for none; of column 0 the row coming in
	slack       []float64 // of each column, how far it is from being reached
	from        []int     // of each column, that before it on the cheapest path
	done        []bool    // columns that were reached
}

func newAssignment(weights [][]float64) *assignment {
	columns := len(weights[0]) + len(weights)
	return &assignment{
		weights: weights, columns: columns,
		rowPrice: make([]float64, len(weights)+1), columnPrice: make([]float64, columns+1), owner: make([]int, columns+1),
	}
}

func (a *assignment) cost(row, column int) float64 {
	if w := a.weights[row-1]; column <= len(w) {
		return -w[column-1]
	}
	return 0
}

// bring gives a row a column, and moves others as that asks.
func (a *assignment) bring(row int) {
	a.slack, a.from, a.done = make([]float64, a.columns+1), make([]int, a.columns+1), make([]bool, a.columns+1)
	for j := range a.slack {
		a.slack[j] = math.Inf(1)
	}
	a.owner[0] = row
	column := 0
	for a.owner[column] != 0 {
		column = a.reach(column)
	}
	for column != 0 {
		a.owner[column] = a.owner[a.from[column]]
		column = a.from[column]
	}
}

// reach marks a column as reached and returns the nearest that is not.
func (a *assignment) reach(column int) int {
	a.done[column] = true
	row, nearest := a.owner[column], 0
	for j := 1; j <= a.columns; j++ {
		if a.done[j] {
			continue
		}
		if reduced := a.cost(row, j) - a.rowPrice[row] - a.columnPrice[j]; reduced < a.slack[j] {
			a.slack[j], a.from[j] = reduced, column
		}
		if nearest == 0 || a.slack[j] < a.slack[nearest] {
			nearest = j
		}
	}
	a.pay(a.slack[nearest])
	return nearest
}

// pay raises the prices of what was reached, by which the rest comes nearer.
func (a *assignment) pay(delta float64) {
	for j := range a.done {
		if a.done[j] {
			a.rowPrice[a.owner[j]] += delta
			a.columnPrice[j] -= delta
		} else {
			a.slack[j] -= delta
		}
	}
}

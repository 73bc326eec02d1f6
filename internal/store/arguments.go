package store

import (
	"fmt"
	"slices"

	"civicgraph/internal/civic"
)

// The checks of arguments that every backend makes first, so that all refuse the
// same. Their errors wrap civic.ErrBadInput.

// CheckIDs refuses more ids than one call may ask for: of Entities, Edges and Texts.
func CheckIDs(ids []civic.ID) error {
	if len(ids) > civic.MaxIDs {
		return fmt.Errorf("%w: at most %d ids may be asked for at once, not %d", civic.ErrBadInput, civic.MaxIDs, len(ids))
	}
	return nil
}

// CheckList refuses a ListQuery without types or with an order, a page or a filter
// that cannot be.
func CheckList(q civic.ListQuery) error {
	orders := []civic.Order{civic.ByName, civic.ByNameReversed, civic.ByDay, civic.ByDayReversed, civic.ByReports}
	if !slices.Contains(orders, q.Order) {
		return fmt.Errorf("%w: %q is not an order of lists", civic.ErrBadInput, q.Order)
	}
	if err := CheckPage(q.Page); err != nil {
		return err
	}
	return CheckFilter(q.Types, q.Filter)
}

// CheckFilter refuses what Count cannot count.
func CheckFilter(types []civic.NodeType, f civic.Filter) error {
	if len(types) == 0 {
		return fmt.Errorf("%w: a list is of at least one node type", civic.ErrBadInput)
	}
	if f.MinAttendance < 0 {
		return fmt.Errorf("%w: an attendance is not negative", civic.ErrBadInput)
	}
	if err := checkNodeTypes(types); err != nil {
		return err
	}
	if err := CheckIDs(f.Reports); err != nil {
		return err
	}
	for _, relation := range f.Relations {
		if err := checkRelation(relation); err != nil {
			return err
		}
	}
	return checkDays(f.Days)
}

func checkRelation(r civic.Relation) error {
	switch {
	case len(r.Types) == 0 || len(r.Nodes) == 0:
		return fmt.Errorf("%w: a relation names at least one edge type and one node", civic.ErrBadInput)
	case r.Direction == "":
		return fmt.Errorf("%w: a relation has a direction", civic.ErrBadInput)
	}
	if err := CheckIDs(r.Nodes); err != nil {
		return err
	}
	return checkEdges(r.Types, r.Direction)
}

func checkDays(r *civic.DayRange) error {
	switch {
	case r == nil:
		return nil
	case r.Match != civic.MatchPossible && r.Match != civic.MatchLikely && r.Match != civic.MatchCertain:
		return fmt.Errorf("%w: %q is not a match of days", civic.ErrBadInput, r.Match)
	case r.From != "" && r.To != "" && r.To < r.From:
		return fmt.Errorf("%w: a range of days ends (%s) before it begins (%s)", civic.ErrBadInput, r.To, r.From)
	}
	return nil
}

// CheckDays refuses types of which Days cannot tell when they were.
func CheckDays(types []civic.NodeType, f civic.Filter) error {
	for _, t := range types {
		if !t.IsEvent() {
			return fmt.Errorf("%w: only events have days, not %q", civic.ErrBadInput, t)
		}
	}
	return CheckFilter(types, f)
}

// CheckNeighbors refuses a NeighborQuery of too many nodes, unknown types or a
// page that cannot be.
func CheckNeighbors(q civic.NeighborQuery) error {
	if err := CheckIDs(q.Nodes); err != nil {
		return err
	}
	if err := checkNodeTypes(q.FarTypes); err != nil {
		return err
	}
	if err := checkEdges(q.Types, q.Direction); err != nil {
		return err
	}
	return CheckPage(q.Page)
}

// CheckLinks refuses too many nodes, unknown edge types and a limit that is not positive.
func CheckLinks(nodes []civic.ID, types []civic.EdgeType, limit int) error {
	if limit < 1 {
		return fmt.Errorf("%w: a limit of %d links", civic.ErrBadInput, limit)
	}
	if err := CheckIDs(nodes); err != nil {
		return err
	}
	return checkEdges(types, "")
}

// CheckPassages refuses a PassageQuery of too many ids or a page that cannot be.
func CheckPassages(q civic.PassageQuery) error {
	if err := CheckIDs(q.Of); err != nil {
		return err
	}
	return CheckPage(q.Page)
}

// CheckMatch refuses a TermQuery without words, of unknown types or without a limit.
func CheckMatch(q civic.TermQuery) error {
	if len(q.Groups) == 0 {
		return fmt.Errorf("%w: a search has at least one word", civic.ErrBadInput)
	}
	if q.Limit < 1 {
		return fmt.Errorf("%w: a limit of %d candidates", civic.ErrBadInput, q.Limit)
	}
	return checkNodeTypes(q.Types)
}

func checkNodeTypes(types []civic.NodeType) error {
	for _, t := range types {
		if !t.Valid() {
			return fmt.Errorf("%w: %q is not a node type", civic.ErrBadInput, t)
		}
	}
	return nil
}

// checkEdges refuses unknown edge types and directions; none are all.
func checkEdges(types []civic.EdgeType, d civic.Direction) error {
	for _, t := range types {
		if !t.Valid() {
			return fmt.Errorf("%w: %q is not an edge type", civic.ErrBadInput, t)
		}
	}
	if d != "" && d != civic.In && d != civic.Out {
		return fmt.Errorf("%w: %q is not a direction", civic.ErrBadInput, d)
	}
	return nil
}

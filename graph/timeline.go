package graph

import (
	"cmp"
	"context"
	"slices"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/store"
)

// TimelineBucket is the events of one interval; without days those of which no
// single interval is known.
type TimelineBucket struct {
	Start, End civic.Day
	Count      int
}

// timeline asks how many events a filter lets through in each interval.
type timeline struct {
	Filter   civic.Filter
	Interval string
}

func askTimeline(args arguments) (question, error) {
	var a struct {
		Filter   Filter
		Interval string
	}
	if err := args.into(&a); err != nil {
		return nil, err
	}
	filter, err := a.Filter.read(civic.TypeMeeting)
	return timeline{filter, a.Interval}, err
}

func (q timeline) put(ctx context.Context, r store.Reader, _ []object) (func(object) any, error) {
	days, err := r.Days(ctx, []civic.NodeType{civic.TypeMeeting}, q.Filter)
	return func(object) any { return buckets(days, q.Interval) }, err
}

// buckets adds up events by interval, in the order of time, those of which no
// single interval is known last.
func buckets(days []civic.DayCount, interval string) []*TimelineBucket {
	byStart := map[civic.Day]*TimelineBucket{}
	for _, d := range days {
		bucket := bucketOf(d, interval)
		if byStart[bucket.Start] == nil {
			byStart[bucket.Start] = bucket
		}
		byStart[bucket.Start].Count += d.Count
	}
	all := make([]*TimelineBucket, 0, len(byStart))
	for _, b := range byStart {
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b *TimelineBucket) int {
		return cmp.Compare(or(a.Start, civic.LastDay), or(b.Start, civic.LastDay))
	})
	return all
}

func or(d, fallback civic.Day) civic.Day {
	if d != "" {
		return d
	}
	return fallback
}

// bucketOf is the empty bucket of events with the same bounds.
func bucketOf(d civic.DayCount, interval string) *TimelineBucket {
	if d.Earliest == "" || d.Latest == "" {
		return &TimelineBucket{}
	}
	start, end := intervalOf(d.Earliest, interval)
	if d.Latest > end {
		return &TimelineBucket{}
	}
	return &TimelineBucket{Start: start, End: end}
}

// intervalOf is the first and the last day of the interval that holds a day.
func intervalOf(d civic.Day, interval string) (first, last civic.Day) {
	t := d.Time()
	switch interval {
	case "YEAR":
		return civic.DayOf(date(t.Year(), 1, 1)), civic.DayOf(date(t.Year(), 12, 31))
	case "MONTH":
		return civic.DayOf(date(t.Year(), t.Month(), 1)), civic.DayOf(date(t.Year(), t.Month()+1, 0))
	case "WEEK":
		monday := d.Add(-int(t.Weekday()+6) % 7)
		return monday, monday.Add(6)
	}
	return d, d
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

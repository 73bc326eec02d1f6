package inorder

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func numbers(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestResultsComeInTheOrderOfTheValues(t *testing.T) {
	want := slices.Collect(numbers(200))
	for _, workers := range []int{0, 1, 2, 9} {
		var got []int
		for n := range Map(t.Context(), numbers(200), workers, 4, func(n int) int { return n }) {
			got = append(got, n)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", workers, diff)
		}
	}
}

// TestALateResultIsWaitedFor holds the first value back until a later one is through.
func TestALateResultIsWaitedFor(t *testing.T) {
	through := make(chan struct{})
	var got []int
	for n := range Map(t.Context(), numbers(2), 2, 2, func(n int) int {
		if n == 0 {
			<-through
		} else {
			close(through)
		}
		return n
	}) {
		got = append(got, n)
	}
	if !slices.Equal(got, []int{0, 1}) {
		t.Errorf("results %v", got)
	}
}

// TestWorkersStayNear counts what is worked on while nobody receives.
func TestWorkersStayNear(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	const ahead, workers = 3, 2
	var most, received atomic.Int64
	out := Map(ctx, numbers(1000), workers, ahead, func(n int) int {
		// Two queues, one result between them, one value in hand.
		if far := int64(n) - received.Load(); far > most.Load() {
			most.Store(far)
		}
		return n
	})
	for range out {
		received.Add(1)
	}
	if limit := int64(2*ahead + 2 + workers); most.Load() > limit {
		t.Errorf("%d values ahead, want at most %d", most.Load(), limit)
	}
}

func TestEndOfTheContextClosesTheChannel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(int) bool) {
		for yield(0) {
		}
	}
	out := Map(ctx, endless, 2, 2, func(n int) int { return n })
	<-out
	cancel()
	for range out {
	}
}

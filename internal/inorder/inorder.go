// Package inorder does the same to many values at once, and hands the results on in
// the order of the values: neither the number of workers nor their pace shows.
package inorder

import (
	"context"
	"iter"
	"runtime"
)

// Map calls f on each value, from a number of workers (as many as there are
// processors, if 0), and sends the results in the order of the values. The workers
// run at most ahead values ahead of whoever receives. The channel is closed when
// all are through or the context has ended; who stops receiving must end it.
func Map[In, Out any](ctx context.Context, values iter.Seq[In], workers, ahead int, f func(In) Out) <-chan Out {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	tasks, order, out := make(chan task[In, Out]), make(chan (<-chan Out), ahead), make(chan Out, ahead)
	go feed(ctx, values, tasks, order)
	for range workers {
		go func() {
			for t := range tasks {
				t.slot <- f(t.value)
			}
		}()
	}
	go forward(ctx, order, out)
	return out
}

// task is a value with the place where its result is waited for, which has room for it.
type task[In, Out any] struct {
	value In
	slot  chan<- Out
}

func feed[In, Out any](ctx context.Context, values iter.Seq[In], tasks chan<- task[In, Out], order chan<- (<-chan Out)) {
	defer close(tasks)
	defer close(order)
	for value := range values {
		slot := make(chan Out, 1)
		select {
		case order <- slot:
		case <-ctx.Done():
			return
		}
		select {
		case tasks <- task[In, Out]{value, slot}:
		case <-ctx.Done():
			return
		}
	}
}

func forward[Out any](ctx context.Context, order <-chan (<-chan Out), out chan<- Out) {
	defer close(out)
	for slot := range order {
		select {
		case result := <-slot:
			select {
			case out <- result:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

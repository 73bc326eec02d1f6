// Package ingest is the one way into the graph, for the command line and the
// mutation alike: a report is read, resolved and written. A report is acknowledged
// once it is durable, never before.
package ingest

import (
	"context"
	"errors"
	"iter"

	"civicgraph/internal/civic"
	"civicgraph/internal/extract"
	"civicgraph/internal/inorder"
	"civicgraph/internal/report"
	"civicgraph/internal/resolve"
	"civicgraph/internal/store"
)

// Pipeline reads reports into a store. It may be used by many goroutines at once.
type Pipeline struct {
	extractor *extract.Extractor
	resolver  *resolve.Resolver
	store     store.Writer
}

// New makes a pipeline into a store.
func New(extractor *extract.Extractor, resolver *resolve.Resolver, into store.Writer) *Pipeline {
	return &Pipeline{extractor, resolver, into}
}

// Result is what became of one item: an outcome, or the error that kept it out.
type Result struct {
	Name    string // of the item: its path, or its source
	Report  civic.ID
	Outcome store.Outcome // Skipped for a file that is not read; empty with an error
	Err     error
}

// Skipped is the outcome of a file of a kind that is not read.
const Skipped store.Outcome = "skipped"

// Summary counts results.
type Summary struct {
	Outcomes map[store.Outcome]int
	Failed   int
}

// Ingest reads, resolves and writes one report.
func (p *Pipeline) Ingest(ctx context.Context, r civic.Report) (store.Outcome, error) {
	outcomes, err := p.store.Write(ctx, p.read(r))
	if err != nil {
		return "", err
	}
	return outcomes[0], nil
}

func (p *Pipeline) read(r civic.Report) *civic.Reading {
	r.Extractor = p.extractor.Version()
	return p.resolver.Resolve(p.extractor.Extract(r))
}

// Run ingests all items with a number of workers (as many as there are processors,
// if 0) and tells done of each, from one goroutine and after its commit. Items that
// fail are counted and the rest goes on, unless the store itself is gone: then Run
// ends with its error. Of two versions of a report the later one stays; beyond that
// the graph is the same whatever the order and the number of workers.
func (p *Pipeline) Run(ctx context.Context, items iter.Seq[report.Item], workers int, done func(Result)) (Summary, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	w := writer{pipeline: p, done: done, summary: Summary{Outcomes: map[store.Outcome]int{}}}
	err := w.drain(ctx, cancel, inorder.Map(ctx, items, workers, p.store.Batch(), p.job))
	if err == nil {
		err = context.Cause(ctx)
	}
	return w.summary, err
}

// job is an item on its way; reading is nil where there is nothing to write.
type job struct {
	item    report.Item
	reading *civic.Reading
}

// job reads an item; one that failed or is skipped stays as it is.
func (p *Pipeline) job(item report.Item) job {
	item = item.Complete()
	if item.Err != nil || item.Skipped {
		return job{item: item}
	}
	return job{item, p.read(item.Report)}
}

// writer takes jobs to the store and keeps count.
type writer struct {
	pipeline *Pipeline
	done     func(Result)
	summary  Summary
}

// drain writes jobs in batches of what is ready, until the channel closes. When
// the store is gone it cancels, lets the workers end and returns the error.
func (w *writer) drain(ctx context.Context, cancel context.CancelCauseFunc, jobs <-chan job) error {
	var failure error
	for first := range jobs {
		if failure != nil {
			continue
		}
		if failure = w.write(ctx, gather(first, jobs, w.pipeline.store.Batch())); failure != nil {
			cancel(failure)
		}
	}
	return failure
}

// gather adds to a job those that are ready, without waiting for more, up to a number.
func gather(first job, jobs <-chan job, most int) []job {
	ready := []job{first}
	for len(ready) < most {
		select {
		case j, ok := <-jobs:
			if !ok {
				return ready
			}
			ready = append(ready, j)
		default:
			return ready
		}
	}
	return ready
}

func (w *writer) write(ctx context.Context, jobs []job) error {
	var readings []*civic.Reading
	for _, j := range jobs {
		if j.reading != nil {
			readings = append(readings, j.reading)
		}
	}
	outcomes, err := w.pipeline.store.Write(ctx, readings...)
	if err == nil {
		w.acknowledge(jobs, outcomes)
		return nil
	}
	if gone(err) {
		return err
	}
	return w.oneByOne(ctx, jobs)
}

// oneByOne finds the reports of a refused batch that are at fault, and keeps the rest.
func (w *writer) oneByOne(ctx context.Context, jobs []job) error {
	for _, j := range jobs {
		var outcomes []store.Outcome
		if j.reading != nil {
			var err error
			if outcomes, err = w.pipeline.store.Write(ctx, j.reading); gone(err) {
				return err
			}
			j.item.Err = err
		}
		w.acknowledge([]job{j}, outcomes)
	}
	return nil
}

// gone reports whether an error is the store's rather than the report's.
func gone(err error) bool { return err != nil && !errors.Is(err, civic.ErrBadInput) }

func (w *writer) acknowledge(jobs []job, outcomes []store.Outcome) {
	for _, j := range jobs {
		r := Result{Name: j.item.Name, Report: j.item.Report.ID, Err: j.item.Err}
		switch {
		case r.Err != nil:
			w.summary.Failed++
		case j.item.Skipped:
			r.Outcome = Skipped
		default:
			r.Outcome, outcomes = outcomes[0], outcomes[1:]
		}
		if r.Err == nil {
			w.summary.Outcomes[r.Outcome]++
		}
		w.done(r)
	}
}

package neo4jstore

import (
	"context"
	"sync"
)

// Neo4j shows a commit bit by bit: a query that runs meanwhile may find a report's
// old edges gone and its new ones not yet there. So a read during which this
// store committed is made again. What another process commits at the very moment
// is not known here; that is the one place where half a report can be seen.

// readTries is how often a read is made at most, in spite of writes: a commit
// takes a few milliseconds.
const readTries = 8

// commits are those of one store. The zero value has none under way.
type commits struct {
	mu      sync.Mutex
	begun   uint64
	running int
	idle    chan struct{} // closed when the last one that runs ends; nil if none runs
}

// begin marks a commit as under way; done is to be called when it is over.
func (c *commits) begin() (done func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running == 0 {
		c.idle = make(chan struct{})
	}
	c.begun++
	c.running++
	return c.end
}

func (c *commits) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running--; c.running == 0 {
		close(c.idle)
		c.idle = nil
	}
}

// settled waits until no commit is under way, or the context ends, and returns
// how many there have been.
func (c *commits) settled(ctx context.Context) uint64 {
	c.mu.Lock()
	begun, idle := c.begun, c.idle
	c.mu.Unlock()
	if idle != nil {
		select {
		case <-idle:
		case <-ctx.Done():
		}
	}
	return begun
}

// since reports whether one has begun after settled returned begun.
func (c *commits) since(begun uint64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.begun != begun
}

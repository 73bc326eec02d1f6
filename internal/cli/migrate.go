package cli

import (
	"context"
	"errors"
	"fmt"
)

type migrateCommand struct{ storeFlag }

// Help shows examples.
func (migrateCommand) Help() string {
	return `Example:
  civicgraph migrate --store neo4j://localhost

It may be repeated. A store that a newer version has written is refused.`
}

// Run migrates the store.
func (c *migrateCommand) Run(ctx context.Context, std streams) error {
	s, err := c.open(ctx)
	if err != nil {
		return err
	}
	if err := errors.Join(s.Ready(ctx), s.Close()); err != nil {
		return err
	}
	fmt.Fprintln(std.err, "the store is up to date")
	return nil
}

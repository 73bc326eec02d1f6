package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

	"civicgraph/internal/synth"
)

type generateCommand struct {
	Reports int    `help:"Number of reports." required:"" placeholder:"N"`
	Seed    uint64 `help:"The same seed gives the same reports." default:"1"`
}

// Help shows an example.
func (generateCommand) Help() string {
	return "Example:\n  civicgraph generate --reports 1000 --seed 7 | civicgraph ingest --store memory: -"
}

// Run prints made-up reports as JSON Lines.
func (c *generateCommand) Run(ctx context.Context, std streams) error {
	if c.Reports < 0 {
		return fmt.Errorf("%w: --reports is a number from 0", errUsage)
	}
	out := bufio.NewWriter(std.out)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for line := range synth.New().Reports(c.Reports, c.Seed) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"

	"civicgraph/internal/eval"
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
)

type evalCommand struct {
	Predictions string   `help:"Score what stands in this file, civic-extract/1, a report a line (- for standard input), instead of reading the reports." placeholder:"FILE"`
	Min         []string `help:"Fail if a figure is lower: a row of the table (its F1; or with .P or .R), props, a property, evidence." placeholder:"FIGURE=NUMBER"`
	Detail      string   `help:"Show first what was matched, missed and invented in one report." placeholder:"NAME"`
	Check       bool     `help:"Look for faults in the gold itself, and score nothing."`
	Gold        string   `arg:"" name:"gold-dir" help:"Folder of reports NAME.txt, each with its gold NAME.gold.json, civic-gold/2."`
}

// Help shows examples.
func (evalCommand) Help() string {
	return `Examples:
  civicgraph eval gold/
  civicgraph eval --detail 2026-02-17-zhambyl gold/
  civicgraph eval --min named=0.9 --min kk.events.R=0.7 --min Event.date.earliest=0.8 gold/
  civicgraph extract gold/ > found.jsonl && civicgraph eval --predictions found.jsonl gold/
  civicgraph eval --check gold/

The last line is the score card. A figure with nothing to divide by is shown as - and reaches no minimum.`
}

// Run prints how well reports are read.
func (c *evalCommand) Run(std streams) error {
	if c.Check {
		return c.check(std)
	}
	gold, err := eval.ReadGold(c.Gold)
	if err != nil {
		return err
	}
	found, err := c.found(std, gold)
	if err != nil {
		return err
	}
	result := gold.Score(found)
	fallen, err := result.Shortfalls(c.Min)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	if err := c.print(std, result); err != nil {
		return err
	}
	for _, name := range found.Strangers {
		fmt.Fprintf(std.err, "note: no gold for %s\n", name)
	}
	for _, line := range fallen {
		fmt.Fprintln(std.err, line)
	}
	if len(fallen) > 0 {
		return errReported
	}
	return nil
}

// check tells what is wrong with the gold.
func (c *evalCommand) check(std streams) error {
	well, err := eval.CheckGold(std.out, c.Gold)
	if err == nil && !well {
		return errReported
	}
	return err
}

// found is what is to be scored.
func (c *evalCommand) found(std streams, gold *eval.Gold) (*eval.Predictions, error) {
	switch c.Predictions {
	case "":
		extractor, err := extract.New(gazetteer.New())
		if err != nil {
			return nil, err
		}
		return gold.Extract(extractor)
	case "-":
		return gold.ReadPredictions(std.in, "standard input")
	}
	file, err := os.Open(c.Predictions)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return gold.ReadPredictions(file, c.Predictions)
}

func (c *evalCommand) print(std streams, result *eval.Result) error {
	out := bufio.NewWriter(std.out)
	if c.Detail != "" {
		if err := result.WriteDetail(out, c.Detail); err != nil {
			return fmt.Errorf("%w: %w", errUsage, err)
		}
	}
	return errors.Join(result.WriteTable(out), out.Flush())
}

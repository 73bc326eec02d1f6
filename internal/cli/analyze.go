package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

type analyzeCommand struct {
	Word []string `arg:"" help:"Words, or - for a word a line from standard input."`
}

// Help shows examples.
func (analyzeCommand) Help() string {
	return `Examples:
  civicgraph analyze облысына мысығы
  civicgraph analyze - < words.txt

One JSON object a line: the form, its base forms (the likeliest first) and, for each of them, its suffixes.`
}

// analysis is a line of the output.
type analysis struct {
	Form     string     `json:"form"`
	Bases    []string   `json:"bases"`
	Suffixes [][]string `json:"suffixes"`
}

// Run prints the analysis of each word.
func (c *analyzeCommand) Run(std streams) error {
	out := bufio.NewWriter(std.out)
	for _, word := range c.Word {
		words := io.Reader(strings.NewReader(word))
		if word == "-" {
			words = std.in
		}
		if err := analyzeAll(out, words); err != nil {
			return err
		}
	}
	return out.Flush()
}

func analyzeAll(out io.Writer, words io.Reader) error {
	scanner, encoder := bufio.NewScanner(words), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for scanner.Scan() {
		word := strings.TrimSpace(scanner.Text())
		if word == "" {
			continue
		}
		if err := encoder.Encode(analyze(word)); err != nil {
			return err
		}
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("%w: reading words: %w", civic.ErrBadInput, err)
	}
	return nil
}

func analyze(word string) analysis {
	a := analysis{Form: word, Bases: []string{}, Suffixes: [][]string{}}
	for _, reading := range kaz.Analyze(word) {
		a.Bases = append(a.Bases, reading.Base)
		a.Suffixes = append(a.Suffixes, append([]string{}, reading.Suffixes...))
	}
	return a
}

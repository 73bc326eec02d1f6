package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"civicgraph/internal/civic"
	"civicgraph/internal/ner"
)

type tagCommand struct {
	File string `arg:"" help:"IOB2 file: a token a line, other columns ignored, an empty line between sentences; or - for standard input."`
}

// Help shows examples.
func (tagCommand) Help() string {
	return `Examples:
  civicgraph tag sentences.iob2
  printf 'Ерлан\nҚошанов\nАстанада\n.\n' | civicgraph tag -

Each token comes out with a tab and its tag (B-CLASS, I-CLASS or O), each empty line as it went in.`
}

// Run prints the tokens of the file with their tags.
func (c *tagCommand) Run(std streams) error {
	in := std.in
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return fmt.Errorf("%w: %w", civic.ErrBadInput, err)
		}
		defer file.Close()
		in = file
	}
	tagger, err := ner.Load()
	if err != nil {
		return err
	}
	if err := tagAll(tagger, std.out, in); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	return nil
}

// The bounds of what is kept in memory. A longer sentence, which nobody wrote, is
// tagged in pieces.
const (
	maxTokenLine      = 64 << 10
	maxSentenceTokens = 4096
)

// tagAll tags the sentences of a file one by one. What was read before an error is
// tagged and written.
func tagAll(tagger *ner.Tagger, out io.Writer, in io.Reader) error {
	t := tagging{tagger: tagger, out: bufio.NewWriter(out)}
	err := t.read(in)
	t.sentence()
	return errors.Join(err, t.out.Flush())
}

// tagging is the sentence that is being read.
type tagging struct {
	tagger *ner.Tagger
	out    *bufio.Writer
	words  []string
}

func (t *tagging) read(in io.Reader) error {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, maxTokenLine)
	line := 1
	for ; scanner.Scan(); line++ {
		text := scanner.Bytes()
		if line == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
		if !utf8.Valid(text) {
			return fmt.Errorf("%w: line %d is not UTF-8; convert the file first", civic.ErrBadInput, line)
		}
		t.line(text)
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%w: line %d has more than %d KiB; a line holds one token", civic.ErrBadInput, line, maxTokenLine>>10)
	case err != nil:
		return fmt.Errorf("%w: line %d: %w", civic.ErrBadInput, line, err)
	}
	return nil
}

// line takes the token of a line, its first column, or ends the sentence.
func (t *tagging) line(text []byte) {
	text = bytes.Trim(text, " \t\r")
	if len(text) == 0 {
		t.sentence()
		t.out.WriteByte('\n') // an error stays for Flush
		return
	}
	if end := bytes.IndexAny(text, " \t"); end >= 0 {
		text = text[:end]
	}
	t.words = append(t.words, string(text))
	if len(t.words) == maxSentenceTokens {
		t.sentence()
	}
}

// sentence writes the words so far with their tags.
func (t *tagging) sentence() {
	for i, tag := range t.tagger.Tag(t.words) {
		fmt.Fprintf(t.out, "%s\t%s\n", t.words[i], tag)
	}
	t.words = t.words[:0]
}

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"civicgraph/internal/ner"
)

// counts are the names found right, found wrong and missed.
type counts struct{ right, wrong, missed int }

func (c counts) precision() float64 { return percent(c.right, c.right+c.wrong) }
func (c counts) recall() float64    { return percent(c.right, c.right+c.missed) }
func (c counts) f1() float64        { return percent(2*c.right, 2*c.right+c.wrong+c.missed) }

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(1, whole)) }

// tally counts by class; the empty class is all of them.
type tally map[string]counts

// compare counts one sentence: a name is right if its class and both its ends are.
func (t tally) compare(gold, found []ner.Span) {
	for _, s := range found {
		if slices.Contains(gold, s) {
			t.add(s.Class, counts{right: 1})
		} else {
			t.add(s.Class, counts{wrong: 1})
		}
	}
	for _, s := range gold {
		if !slices.Contains(found, s) {
			t.add(s.Class, counts{missed: 1})
		}
	}
}

func (t tally) add(class string, c counts) {
	for _, k := range []string{class, ""} {
		sum := t[k]
		t[k] = counts{sum.right + c.right, sum.wrong + c.wrong, sum.missed + c.missed}
	}
}

// goldSpans are the names in IOB2 tags.
func goldSpans(tags []string) (spans []ner.Span) {
	for i, tag := range tags {
		switch tag[0] {
		case 'B':
			spans = append(spans, ner.Span{Start: i, End: i + 1, Class: tag[2:]})
		case 'I':
			spans[len(spans)-1].End = i + 1
		}
	}
	return spans
}

// table prints a tally, the most frequent class first.
func (t tally) table(out io.Writer) {
	fmt.Fprintf(out, "%-14s %9s %9s %9s %9s\n", "class", "precision", "recall", "F1", "names")
	names := func(class string) int { return t[class].right + t[class].missed }
	classes := slices.SortedFunc(maps.Keys(t), func(a, b string) int {
		return cmp.Or(cmp.Compare(names(b), names(a)), cmp.Compare(a, b))
	})
	for _, class := range classes {
		c := t[class]
		fmt.Fprintf(out, "%-14s %9.2f %9.2f %9.2f %9d\n", cmp.Or(class, "all"), c.precision(), c.recall(), c.f1(), names(class))
	}
}

// crossValidate prints how well models do on sentences that they have not seen.
func crossValidate(o options, sentences []sentence, out io.Writer) error {
	t := tally{}
	for fold := range o.folds {
		rest, held := split(sentences, fold)
		tagger := ner.New(train(o, take(rest, o.part), io.Discard))
		one := tally{}
		for _, s := range held {
			one.compare(goldSpans(s.tags), tagger.Spans(s.words))
			t.compare(goldSpans(s.tags), tagger.Spans(s.words))
		}
		fmt.Fprintf(os.Stderr, "fold %d: F1 %.2f\n", fold+1, one[""].f1())
		if o.errors != "" {
			writeErrors(fmt.Sprint(o.errors, fold), tagger, held)
		}
	}
	t.table(out)
	return nil
}

func writeErrors(name string, t *ner.Tagger, held []sentence) {
	f, _ := os.Create(name)
	w := bufio.NewWriter(f)
	for _, s := range held {
		p := t.Tag(s.words)
		if slices.Equal(p, s.tags) {
			continue
		}
		for i := range p {
			m := ""
			if p[i] != s.tags[i] {
				m = " <<<"
			}
			fmt.Fprintf(w, "%s\t%s\t%s%s\n", s.words[i], s.tags[i], p[i], m)
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	f.Close()
}

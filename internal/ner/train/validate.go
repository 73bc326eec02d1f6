package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"civicgraph/internal/ner"
)

// counts are the names found right, found wrong and missed.
type counts struct{ right, wrong, missed int }

func (c counts) names() int         { return c.right + c.missed }
func (c counts) precision() float64 { return percent(c.right, c.right+c.wrong) }
func (c counts) recall() float64    { return percent(c.right, c.names()) }
func (c counts) f1() float64        { return percent(2*c.right, 2*c.right+c.wrong+c.missed) }

func (c counts) plus(d counts) counts {
	return counts{c.right + d.right, c.wrong + d.wrong, c.missed + d.missed}
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(1, whole)) }

// result is how well a tagger did: counts by class, «all» for all of them, and the
// sentences that it got wrong.
type result struct {
	counts map[string]counts
	errors bytes.Buffer
}

const all = "all"

func newResult() *result { return &result{counts: map[string]counts{}} }

// judge tags sentences and counts. A name is right if its class and both its ends are.
func (r *result) judge(t *ner.Tagger, sentences []sentence) {
	for _, s := range sentences {
		gold, found := spansOf(s.tags), t.Spans(s.words)
		for _, span := range found {
			if slices.Contains(gold, span) {
				r.add(span.Class, counts{right: 1})
			} else {
				r.add(span.Class, counts{wrong: 1})
			}
		}
		for _, span := range gold {
			if !slices.Contains(found, span) {
				r.add(span.Class, counts{missed: 1})
			}
		}
		r.note(s, t.Tag(s.words))
	}
}

func (r *result) add(class string, c counts) {
	for _, k := range []string{class, all} {
		r.counts[k] = r.counts[k].plus(c)
	}
}

// note writes down a sentence that was tagged wrong: word, gold tag, tag.
func (r *result) note(s sentence, tags []string) {
	if slices.Equal(s.tags, tags) {
		return
	}
	for i, word := range s.words {
		fmt.Fprintf(&r.errors, "%s\t%s\t%s\n", word, s.tags[i], tags[i])
	}
	r.errors.WriteByte('\n')
}

// table prints the figures, the most frequent class first.
func (r *result) table(out io.Writer) {
	fmt.Fprintf(out, "%-14s %9s %9s %9s %9s\n", "class", "precision", "recall", "F1", "names")
	classes := slices.SortedFunc(maps.Keys(r.counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.counts[b].names(), r.counts[a].names()), cmp.Compare(a, b))
	})
	for _, class := range classes {
		c := r.counts[class]
		fmt.Fprintf(out, "%-14s %9.2f %9.2f %9.2f %9d\n", class, c.precision(), c.recall(), c.f1(), c.names())
	}
}

// crossValidate tells how well models do on sentences that they have not seen: each
// fold is judged by a model of the others.
func crossValidate(r recipe, sentences []sentence, folds int, log io.Writer) (results []*result) {
	for fold := range folds {
		rest, held := split(sentences, fold)
		one := newResult()
		one.judge(ner.New(r.train(rest, io.Discard)), held)
		fmt.Fprintf(log, "fold %d: F1 %.2f\n", fold+1, one.counts[all].f1())
		results = append(results, one)
	}
	return results
}

// total is the results of several folds as one.
func total(results []*result) *result {
	sum := newResult()
	for _, r := range results {
		for class, c := range r.counts {
			sum.counts[class] = sum.counts[class].plus(c)
		}
		sum.errors.Write(r.errors.Bytes())
	}
	return sum
}

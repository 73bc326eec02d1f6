package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/ner"
)

var update = flag.Bool("update", false, "cross-validate, which takes twenty minutes, and rewrite the quality file")

// corpus is KazNERD's validation split, where it is at hand.
func corpus(t *testing.T) []sentence {
	t.Helper()
	dir := filepath.FromSlash("../../../../shared/kaznerd")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("KazNERD is not beside the repository, in ../shared/kaznerd")
	}
	sentences, err := readCorpus(dir)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// TestQuality holds the embedded model to what the quality file says of it. The
// figures of the cross-validation there are made anew with -update alone.
func TestQuality(t *testing.T) {
	sentences := corpus(t)
	name := filepath.FromSlash("../testdata/quality.txt")
	if *update {
		writeQuality(t, name, sentences)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if seen := seenLine(t, sentences); !strings.Contains(string(text), seen) {
		t.Errorf("the quality file does not say %q; see «Retrain the tagger» in ARCHITECTURE.md", seen)
	}
}

// seenLine says how the embedded model does on what it was trained on.
func seenLine(t *testing.T, sentences []sentence) string {
	t.Helper()
	tagger, err := ner.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := newResult()
	seen.judge(tagger, sentences)
	return fmt.Sprintf("The embedded model on the sentences that it was trained on: F1 %.2f.\n", seen.counts[all].f1())
}

func writeQuality(t *testing.T, name string, sentences []sentence) {
	t.Helper()
	var text bytes.Buffer
	fmt.Fprint(&text, `# How well the tagger does on KazNERD's validation split, strictly: class and both ends.
# Written by make quality-ner, which takes twenty minutes.

Five-fold cross-validation, twins in one fold, each model trained on four fifths:

`)
	whole := crossValidate(standard(), sentences, foldCount, os.Stderr)
	total(whole).table(&text)
	writeCurve(&text, sentences, whole)
	fmt.Fprintf(&text, "\n%s", seenLine(t, sentences))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// curveFolds is how many folds tell how the figure rises.
const curveFolds = 1

// writeCurve tells how the figure rises with the sentences to learn from: the embedded
// model has a quarter more of them than the last.
func writeCurve(text *bytes.Buffer, sentences []sentence, whole []*result) {
	f1 := func(results []*result) float64 { return total(results[:curveFolds]).counts[all].f1() }
	fmt.Fprint(text, "\nF1 of all classes on the first fold by the share of those four fifths that was learnt from:")
	for _, part := range []float64{0.25, 0.5, 0.75} {
		r := standard()
		r.part = part
		fmt.Fprintf(text, " %v: %.2f,", part, f1(crossValidate(r, sentences, curveFolds, os.Stderr)))
	}
	fmt.Fprintf(text, " 1: %.2f.\n", f1(whole))
}

// TestReproducible trains a small model twice: the same sentences, recipe and seed
// give the same bytes, another seed gives others.
func TestReproducible(t *testing.T) {
	sentences := corpus(t)
	r := standard()
	r.part, r.learner.epochs = 0.02, 2
	first, second := written(t, r, sentences), written(t, r, sentences)
	if !bytes.Equal(first, second) {
		t.Error("two trainings on the same sentences give different models")
	}
	r.seed++
	if bytes.Equal(first, written(t, r, sentences)) {
		t.Error("another seed gives the same model")
	}
}

func written(t *testing.T, r recipe, sentences []sentence) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.train(sentences, io.Discard).Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// few are sentences to learn by heart.
const few = `Ерлан B-PERSON
Қошанов I-PERSON
Астанаға B-GPE
келді O

Ол O
екі B-DATE
мың I-DATE
жылы I-DATE
Алматыда B-GPE
болды O
`

// TestLearn learns two sentences by heart, from reading to tagging.
func TestLearn(t *testing.T) {
	sentences, err := readIOB2(strings.NewReader(few))
	if err != nil {
		t.Fatal(err)
	}
	if err := number(sentences, []string{"AID7", "BID7"}); err != nil || sentences[1].group != 7 {
		t.Fatalf("group %d, error %v", sentences[1].group, err)
	}
	r := standard()
	r.learner.epochs = 100
	tagger := ner.New(r.train(sentences, io.Discard))
	for _, s := range sentences {
		if diff := cmp.Diff(s.tags, tagger.Tag(s.words)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestDivided takes a row apart: what the classes have in common at a place and what
// each has of its own add up to the row again, and most classes have nothing of their own.
func TestDivided(t *testing.T) {
	var w weightRow
	for c := range classCount {
		w[at(c, last)] = 0.5
	}
	w[at(3, last)], w[at(4, only)], w[0] = -1, 2, 0.25
	want := map[int]float32{
		0: 0.25, at(3, last): -1.5, at(4, only): 2, int(ner.AnyClass(last)): 0.5,
	}
	for l, got := range divided(&w) {
		if got != want[l] {
			t.Errorf("label %d: %v, want %v", l, got, want[l])
		}
	}
}

func TestSplitKeepsTwinsTogether(t *testing.T) {
	sentences := []sentence{{group: 10}, {group: 3}, {group: 10}, {group: 8}}
	for fold := range foldCount {
		rest, held := split(sentences, fold)
		for _, s := range held {
			if slices.ContainsFunc(rest, func(o sentence) bool { return o.group == s.group }) {
				t.Errorf("group %d is on both sides of fold %d", s.group, fold)
			}
		}
	}
}

func TestJudge(t *testing.T) {
	var c result
	c.counts = map[string]counts{"GPE": {right: 3, wrong: 1, missed: 2}}
	g := c.counts["GPE"]
	if g.precision() != 75 || g.recall() != 60 || math.Abs(g.f1()-200.0/3) > 1e-9 {
		t.Errorf("precision %v, recall %v, F1 %v", g.precision(), g.recall(), g.f1())
	}
}

func TestExp(t *testing.T) {
	for x := -39.9; x < 40; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
}

// TestFarApart gives all labels that can begin a sentence scores far below one that
// cannot: the chances stay numbers, where 0 divided by 0 would spoil the whole field.
func TestFarApart(t *testing.T) {
	var lat lattice
	lat.resize(2)
	lat.score[0][at(3, inner)], lat.score[1][at(5, first)] = 500, 500
	var none, gradient edges
	none.exponentials(&lat.weight)
	lat.expect(&gradient, 1)
	for i := range lat.chance {
		sum := 0.0
		for _, v := range lat.chance[i] {
			sum += v
		}
		if !(math.Abs(sum-1) < 1e-9) { // nor is it NaN
			t.Errorf("the chances of word %d sum to %v", i, sum)
		}
	}
}

// TestExpectation compares the gradient with the change of the log-likelihood, worked
// out over all sequences of a short sentence.
func TestExpectation(t *testing.T) {
	var lat lattice
	lat.resize(3)
	for i := range lat.score {
		for l := range lat.score[i] {
			lat.score[i][l] = math.Sin(float64(7*i + 3*l))
		}
	}
	scores := slices.Clone(lat.score)
	var none, gradient edges
	none.exponentials(&lat.weight)
	lat.expect(&gradient, 1)
	total, share := enumerate(scores, at(2, only))
	if got := lat.chance[1][at(2, only)]; math.Abs(got-share/total) > 1e-9 {
		t.Errorf("chance %v, want %v", got, share/total)
	}
	sum := 0.0
	for c := range gradient.start {
		sum += gradient.start[c]
	}
	if math.Abs(sum+1) > 1e-9 {
		t.Errorf("the expected beginnings sum to %v, want -1", sum)
	}
}

// enumerate sums the weights of all valid sequences of three labels, and of those
// whose middle one is given.
func enumerate(scores []row, middle int) (total, share float64) {
	for a := range labelCount {
		for b := range labelCount {
			for c := range labelCount {
				if !follows(-1, a) || !follows(a, b) || !follows(b, c) || !follows(c, -1) {
					continue
				}
				w := math.Exp(scores[0][a] + scores[1][b] + scores[2][c])
				total += w
				if b == middle {
					share += w
				}
			}
		}
	}
	return total, share
}

// follows reports whether a label may follow another; -1 is the edge of a sentence.
func follows(a, b int) bool {
	open := a > 0 && ((a-1)%4 == first || (a-1)%4 == inner)
	within := b > 0 && ((b-1)%4 == inner || (b-1)%4 == last)
	return open == within && (!open || (a-1)/4 == (b-1)/4)
}

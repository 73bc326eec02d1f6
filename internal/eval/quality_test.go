package eval

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// goldDir is where the development reports with gold, and score.py, lie beside the
// project.
const goldDir = "../../../shared/gold"

// TestQuality scores the extractor on the development reports. The table is a golden
// file, so that every change which moves it shows; the minima are the aims. Below it stand the figures of reports
// that the lists never saw, and of reports with other names.
func TestQuality(t *testing.T) {
	gold := devGold(t)
	result := score(t, gold, newExtractor(t), "named=0.93", "events=0.85", "edges=0.72", "props=0.80", "evidence=0.95")
	compareFile(t, "testdata/quality.txt", tableOf(t, result)+unseenPart(t, gold, result)+swappedPart(t, gold, result))
	if result.Forbidden() > 0 {
		t.Error("found what the gold forbids")
	}
}

// TestQualityOfOwn scores the extractor on reports made up for it, five styles in each
// language, whose gold was written before they were first read. The minima are those
// that unseen reports must reach.
func TestQualityOfOwn(t *testing.T) {
	own, err := ReadGold("testdata/own")
	if err != nil {
		t.Fatal(err)
	}
	result := score(t, own, newExtractor(t), "named=0.90", "events=0.75", "edges=0.70", "evidence=0.95")
	compareFile(t, "testdata/quality-own.txt", tableOf(t, result))
}

// TestQualityOfSample scores the sample report alone, as the first issue asks.
func TestQualityOfSample(t *testing.T) {
	sample := devGold(t).only("2026-02-17-zhambyl.txt")
	score(t, sample, newExtractor(t), "named=0.85", "events=0.75", "edges=0.55")
}

// only is the gold of one report.
func (g *Gold) only(name string) *Gold { return &Gold{[]*goldReport{g.report(name)}} }

// devGold is the gold of the development reports.
func devGold(t *testing.T) *Gold {
	t.Helper()
	dev := filepath.Join(goldDir, "dev")
	if _, err := os.Stat(dev); err != nil {
		t.Skip("no development reports: ../shared/gold is missing")
	}
	gold, err := ReadGold(dev)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func newExtractor(t *testing.T) *extract.Extractor {
	t.Helper()
	x, err := extract.New(gazetteer.New())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// score scores what an extractor finds; it fails the test if a minimum is not reached.
func score(t *testing.T, gold *Gold, x *extract.Extractor, minima ...string) *Result {
	t.Helper()
	found, err := gold.Extract(x)
	if err != nil {
		t.Fatal(err)
	}
	result := gold.Score(found)
	fallen, err := result.Shortfalls(minima)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range fallen {
		t.Error(line)
	}
	return result
}

func tableOf(t *testing.T, result *Result) string {
	t.Helper()
	var table strings.Builder
	if err := result.WriteTable(&table); err != nil {
		t.Fatal(err)
	}
	return table.String()
}

// compareFile holds what was got against a golden file, or rewrites the file.
func compareFile(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", path, diff)
	}
}

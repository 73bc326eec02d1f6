package extract

import "testing"

// TestQualityOfOwn scores the extractor on reports made up for it, five styles in each
// language, whose gold was written before they were first read. The minima are those
// that unseen reports must reach.
func TestQualityOfOwn(t *testing.T) {
	const own = "testdata/own"
	out := score(t, readings(t, own+"/*.txt"), own, "named=0.90", "events=0.75", "edges=0.70", "evidence=0.95")
	compareFile(t, "testdata/quality-own.txt", out)
}

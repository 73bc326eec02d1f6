package extract

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/synth"

	"golang.org/x/tools/txtar"
)

// BenchmarkExtract reads reports one after the other, in processor time: those with
// gold beside the project, those made up for the second check and for names, and
// generated ones. Words are read anew for each report where the name says so.
func BenchmarkExtract(b *testing.B) {
	for _, c := range []struct {
		name    string
		reports []civic.Report
	}{
		{"development", files(b, "../../../shared/gold/dev/*.txt")},
		{"own", files(b, "../eval/testdata/own/*.txt")},
		{"names", archives(b, "testdata/names/*.txt")},
		{"made-up", madeUp(1000)},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkExtract(b, c.reports, false) })
		b.Run(c.name+"-new-words", func(b *testing.B) { benchmarkExtract(b, c.reports, true) })
	}
}

func benchmarkExtract(b *testing.B, reports []civic.Report, anew bool) {
	if len(reports) == 0 {
		b.Skip("no reports: ../shared/gold is missing")
	}
	x := newExtractor(b)
	begin := processorTime(b)
	for i := 0; b.Loop(); i++ {
		if anew {
			x.words.young, x.words.old = map[wordKey]*lexeme{}, nil
		}
		x.Extract(reports[i%len(reports)])
	}
	b.ReportMetric(float64(b.N)/(processorTime(b)-begin).Seconds(), "reports/s")
}

// processorTime is the time that this process has run on a processor.
func processorTime(tb testing.TB) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func files(tb testing.TB, pattern string) []civic.Report {
	tb.Helper()
	paths, _ := filepath.Glob(pattern)
	var reports []civic.Report
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		reports = append(reports, layout(string(text)))
	}
	return reports
}

func archives(tb testing.TB, pattern string) []civic.Report {
	tb.Helper()
	paths, _ := filepath.Glob(pattern)
	var reports []civic.Report
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil || len(archive.Files) == 0 {
			tb.Fatalf("%s: %v", path, err)
		}
		reports = append(reports, layout(string(archive.Files[0].Data)))
	}
	return reports
}

func madeUp(n int) []civic.Report {
	var reports []civic.Report
	for line := range synth.New().Reports(n, 1) {
		reports = append(reports, layout(line.Text))
	}
	return reports
}

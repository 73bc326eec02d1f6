package ingest

import (
	"flag"
	"fmt"
	"iter"
	"runtime"
	"syscall"
	"testing"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/report"
	"civicgraph/internal/store/sqlitestore"
	"civicgraph/internal/synth"
)

var reports = flag.Int("reports", 1000, "how many made-up reports TestMemoryIsFlat takes in")

// madeOf makes up reports one by one and hands each over before it makes the next.
func madeOf(n int, seed uint64) iter.Seq[report.Item] {
	return func(yield func(report.Item) bool) {
		for line := range synth.New().Reports(n, seed) {
			r, err := report.Draft{Source: line.Source, Text: line.Text, Layout: report.Dated}.Report()
			if !yield(report.Item{Name: line.Source, Report: r, Err: err}) {
				return
			}
		}
	}
}

// TestMemoryIsFlat reads, resolves and writes reports into SQLite: the heap after a
// tenth of them is the heap after all.
func TestMemoryIsFlat(t *testing.T) {
	s, err := sqlitestore.Open(t.Context(), t.TempDir()+"/g.db")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var early, late uint64
	done := 0
	_, err = pipelineInto(t, s).Run(t.Context(), madeOf(*reports, 1), 1, func(Result) {
		if done++; done == *reports/10 {
			early = heap()
		}
		if done == *reports {
			late = heap()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("heap %.1f MB after %d reports, %.1f MB after %d", mega(early), *reports/10, mega(late), *reports)
	if mega(late) > mega(early)+remembered {
		t.Errorf("the heap grows from %.1f to %.1f MB", mega(early), mega(late))
	}
}

// remembered is what the words that are remembered between reports take at most, in MB,
// which a short run has not all read.
const remembered = 16

func mega(bytes uint64) float64 { return float64(bytes) / 1e6 }

// heap is the number of bytes in use once the garbage is gone.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkIngest reads, resolves and writes made-up reports into SQLite with one
// worker, in processor time; an operation is a report.
func BenchmarkIngest(b *testing.B) {
	items := made(b, 2000)
	s, err := sqlitestore.Open(b.Context(), b.TempDir()+"/g.db")
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	pipeline := pipelineInto(b, s)
	endless := func(yield func(report.Item) bool) {
		for n := range b.N {
			item := items[n%len(items)]
			item.Report.ID = civic.NodeID(civic.TypeReport, fmt.Sprint(n))
			item.Report.Source = fmt.Sprint(n)
			if !yield(item) {
				return
			}
		}
	}
	b.ResetTimer()
	begin := processorTime(b)
	if _, err := pipeline.Run(b.Context(), endless, 1, func(Result) {}); err != nil {
		b.Fatal(err)
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

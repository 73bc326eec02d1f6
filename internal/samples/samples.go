// Package samples holds the reports that the program ships, so that a first run
// has something to show. They retell published reports in words of our own; each
// names its source.
package samples

import (
	"embed"
	"io/fs"
	"iter"
	"strings"

	"civicgraph/internal/report"
)

//go:embed *.txt
var files embed.FS

// All yields the sample reports in the order of their days.
func All() iter.Seq[report.Item] {
	return func(yield func(report.Item) bool) {
		entries, err := fs.ReadDir(files, ".")
		if err != nil {
			panic("samples: embedded: " + err.Error())
		}
		for _, entry := range entries {
			if !yield(read(entry.Name())) {
				return
			}
		}
	}
}

func read(name string) report.Item {
	text, err := files.ReadFile(name)
	if err != nil {
		panic("samples: embedded: " + err.Error())
	}
	draft := report.Draft{Source: "sample:" + strings.TrimSuffix(name, ".txt"), Text: string(text), Layout: report.Dated, Sample: true}
	item := report.Item{Name: draft.Source}
	item.Report, item.Err = draft.Report()
	return item
}

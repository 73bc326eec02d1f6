package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"text/tabwriter"

	"civicgraph/internal/extract"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/sqlitestore"
)

type versionCommand struct{}

// Help shows an example.
func (versionCommand) Help() string {
	return `Example:
  civicgraph version

It names what decides whether two installations fit: the structure that each store is
written in, and what reads reports. A report that another extractor or model read is
read again when it is ingested again.`
}

// Run prints the versions, that of the model with the extractor's.
func (versionCommand) Run(std streams) error {
	version, commit := build()
	extractor, err := extract.Version(extract.Rules())
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	for _, line := range [][2]any{
		{"civicgraph", version},
		{"commit", commit},
		{"go", runtime.Version()},
		{"sqlite schema", sqlitestore.SchemaVersion},
		{"neo4j schema", neo4jstore.SchemaVersion},
		{"extractor", extractor},
	} {
		fmt.Fprintf(w, "%s\t%v\n", line[0], line[1])
	}
	return w.Flush()
}

// build is what the linker knows of this program.
func build() (version, commit string) {
	version, commit = "(devel)", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				commit = setting.Value
			}
		}
	}
	return version, commit
}

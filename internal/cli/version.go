package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"civicgraph/internal/extract"
)

type versionCommand struct{}

// Help shows an example.
func (versionCommand) Help() string { return "Example:\n  civicgraph version" }

// Run prints the version.
func (versionCommand) Run(std streams) error {
	version, commit := "(devel)", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				commit = setting.Value
			}
		}
	}
	_, err := fmt.Fprintf(std.out, "civicgraph %s\ncommit %s\n%s\nextractor %s\n", version, commit, runtime.Version(), extract.Version)
	return err
}

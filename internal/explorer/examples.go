package explorer

import (
	"embed"
	"io/fs"
)

//go:embed examples/*.graphql
var examples embed.FS

// Examples returns the queries that the playground opens with, one file each,
// in the order of their names.
func Examples() fs.FS {
	return examples
}

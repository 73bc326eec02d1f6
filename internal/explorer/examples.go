package explorer

import (
	"embed"
	"io/fs"
)

//go:embed examples/*.graphql
var examples embed.FS

// Examples returns the queries that the playground opens with, each in a file
// examples/*.graphql, in the order of their names. They run as they are, without
// variables, over the sample reports.
func Examples() fs.FS {
	return examples
}

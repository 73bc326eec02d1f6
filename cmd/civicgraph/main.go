// Command civicgraph reads reports of civic events into a graph and serves it.
package main

import (
	"context"
	"os"

	"civicgraph/internal/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

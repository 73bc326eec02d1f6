// Command neo4j runs a throw-away Neo4j on loopback: for a developer, until
// interrupted, or for as long as another command runs, whose tests find it in
// their environment.
//
//	neo4j                     # starts one, prints how to reach it, waits
//	neo4j -- go test ./...    # starts one, runs the command, stops it
//
// A command is left to the server that the environment names already, or to
// none where it says so.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"civicgraph/internal/store/neo4jstore/neo4jtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "neo4j:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	switch named := os.Getenv(neo4jtest.URLVariable); {
	case len(args) == 0:
		return serve(ctx)
	case named == neo4jtest.Off:
		defer fmt.Fprintf(os.Stderr, "\n%s=%s: the Neo4j half was NOT tested\n", neo4jtest.URLVariable, neo4jtest.Off)
		return command(ctx, args, nil)
	case named != "":
		return command(ctx, args, nil)
	default:
		return commandWithServer(ctx, args)
	}
}

// serve runs a server until the context ends.
func serve(ctx context.Context) (err error) {
	server, err := neo4jtest.Start(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	fmt.Printf("Neo4j answers; it and its data vanish with Ctrl-C.\n\n"+
		"export CIVICGRAPH_STORE=%s NEO4J_USERNAME=%s NEO4J_PASSWORD=%s\n", server.URL, server.Username, server.Password)
	<-ctx.Done()
	return nil
}

// commandWithServer runs the command beside a server of its own.
func commandWithServer(ctx context.Context, args []string) (err error) {
	server, err := neo4jtest.Start(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	return command(ctx, args, server.Environ())
}

// command runs the command in this process's environment and what is added.
func command(ctx context.Context, args, environ []string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Env = append(os.Environ(), environ...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

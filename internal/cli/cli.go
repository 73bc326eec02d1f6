// Package cli is the command line: one file for each command, and the only place
// that knows both stores.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"civicgraph/internal/civic"
)

// The exit codes of every command.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
)

// streams are where a command reads and writes: results go to out, everything
// else to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// program is the command line, as kong reads it.
type program struct {
	Config   kong.ConfigFlag `help:"Read flags from this JSON file, for example {\"store\": \"memory:\"}." placeholder:"FILE"`
	LogLevel slog.Level      `help:"Least level to log: debug, info, warn, error." default:"info"`

	Serve    serveCommand    `cmd:"" help:"Serve GraphQL, the playground and health checks."`
	Ingest   ingestCommand   `cmd:"" help:"Read reports and write what they say into the graph."`
	Delete   deleteCommand   `cmd:"" help:"Take reports out of the graph, with what only they said."`
	Extract  extractCommand  `cmd:"" help:"Print what a report says; write nothing."`
	Analyze  analyzeCommand  `cmd:"" help:"Print the base forms and suffixes of words."`
	Tag      tagCommand      `cmd:"" help:"Print tokens with the names in them tagged."`
	Migrate  migrateCommand  `cmd:"" help:"Create or update the store's tables, constraints and indexes."`
	Generate generateCommand `cmd:"" help:"Print made-up reports for benchmarks."`
	Eval     evalCommand     `cmd:"" help:"Score how well reports are read, against their gold."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// exit carries kong's wish to end, after --help, out of its parser.
type exit int

// Run runs the command that args name and returns the exit code: 0 for success,
// 1 for failure, 2 for a wrong call. SIGINT and SIGTERM end it in good order.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer func() {
		switch wish := recover().(type) {
		case nil:
		case exit:
			code = int(wish)
		default:
			panic(wish)
		}
	}()
	std := streams{stdin, stdout, stderr}
	var p program
	parser := newParser(&p, std)
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "civicgraph: %v\nTry «civicgraph --help».\n", err)
		return exitUsage
	}
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: p.LogLevel}))
	command.BindTo(ctx, (*context.Context)(nil))
	if err := command.Run(std, log); err != nil {
		return tell(stderr, err)
	}
	return exitOK
}

func newParser(p *program, std streams) *kong.Kong {
	return kong.Must(p,
		kong.Name("civicgraph"),
		kong.Description("A knowledge graph of civic events, read from news reports. Every flag can also stand in the environment as CIVICGRAPH_FLAG_NAME or in a file named by --config."),
		kong.Writers(std.out, std.err),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.DefaultEnvars("CIVICGRAPH"),
		kong.Configuration(kong.JSON),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Vars{"defaultStore": defaultStoreURL()},
	)
}

// errReported is a failure that the command has told of already.
var errReported = errors.New("reported")

// errUsage is a wrong call that only the command could see.
var errUsage = errors.New("wrong call")

// tell tells of a failure and returns its exit code.
func tell(stderr io.Writer, err error) int {
	switch {
	case errors.Is(err, errReported):
		return exitFailure
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "civicgraph: interrupted")
		return exitFailure
	}
	fmt.Fprintf(stderr, "civicgraph: %s\n", message(err))
	if errors.Is(err, errUsage) {
		return exitUsage
	}
	return exitFailure
}

// message is an error in words for the person at the terminal.
func message(err error) string {
	if errors.Is(err, civic.ErrTimeout) {
		return err.Error() + "; try again, or see whether the store is overloaded"
	}
	return err.Error()
}

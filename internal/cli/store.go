package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"civicgraph/internal/store"
	"civicgraph/internal/store/neo4jstore"
	"civicgraph/internal/store/sqlitestore"
)

// storeFlag names a store in every command that uses one.
type storeFlag struct {
	Store string `help:"sqlite:PATH, memory:, or the URL of a Neo4j (neo4j://, neo4j+s://, bolt://…) with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE in the environment." default:"${defaultStore}" placeholder:"URL"`
}

// isDefault reports whether the store is the one that nobody named.
func (f storeFlag) isDefault() bool { return f.Store == defaultStoreURL() }

// open opens the store and brings it to this version.
func (f storeFlag) open(ctx context.Context) (store.Store, error) {
	s, err := f.connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// connect opens the store as it is.
func (f storeFlag) connect(ctx context.Context) (store.Store, error) {
	scheme, rest, _ := strings.Cut(f.Store, ":")
	switch scheme {
	case "memory":
		return sqlitestore.OpenMemory(ctx)
	case "sqlite":
		return openFile(ctx, rest, f.isDefault())
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return neo4jstore.Open(ctx, neo4jstore.Config{
			URL:      f.Store,
			Username: os.Getenv("NEO4J_USERNAME"),
			Password: os.Getenv("NEO4J_PASSWORD"),
			Database: os.Getenv("NEO4J_DATABASE"),
		})
	}
	return nil, fmt.Errorf("%w: --store %q is not a store; use sqlite:PATH, memory: or neo4j://HOST", errUsage, f.Store)
}

// openFile opens a database file; the folder of the default one is made for it.
func openFile(ctx context.Context, path string, own bool) (store.Store, error) {
	if path == "" {
		return nil, fmt.Errorf("%w: --store sqlite: lacks a path, as in sqlite:civicgraph.db", errUsage)
	}
	if own {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, fmt.Errorf("the folder for the store: %w; name another with --store sqlite:PATH", err)
		}
	}
	return sqlitestore.Open(ctx, path)
}

func defaultStoreURL() string {
	return "sqlite:" + filepath.Join(dataDir(), "civicgraph", "civicgraph.db")
}

// dataDir is the folder where the user's programs keep what must last.
func dataDir() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support")
	case "windows":
		return cmp.Or(os.Getenv("LOCALAPPDATA"), filepath.Join(home, "AppData", "Local"))
	}
	return cmp.Or(os.Getenv("XDG_DATA_HOME"), filepath.Join(home, ".local", "share"))
}

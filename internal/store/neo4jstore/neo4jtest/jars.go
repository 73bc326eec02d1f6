package neo4jtest

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/gofrs/flock"
)

// pom names the server's artifacts and, as its own version, their version.
//
//go:embed pom.xml
var pom []byte

// jars returns the directory that holds the server's jars, in the user's cache.
// Maven fetches them once for all projects and processes of this user: about
// 120 MB. The directory gets its name when it is complete, so an interrupted
// download is simply begun again.
func jars(ctx context.Context) (dir string, err error) {
	home, err := cacheHome()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(home, "lib")
	lock := flock.New(filepath.Join(home, "lock"))
	if err := lock.Lock(); err != nil {
		return "", err
	}
	defer lock.Unlock()
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	return dir, fetch(ctx, home, dir)
}

// cacheHome returns this server version's own directory, and makes it.
func cacheHome() (string, error) {
	var project struct {
		Version string `xml:"version"`
	}
	if err := xml.Unmarshal(pom, &project); err != nil {
		return "", fmt.Errorf("pom.xml: %w", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	home := filepath.Join(cache, "civicgraph", "neo4j-"+project.Version)
	return home, os.MkdirAll(home, 0o755)
}

// fetch has Maven copy the artifacts of pom.xml into dir, by way of a directory
// beside it.
func fetch(ctx context.Context, home, dir string) error {
	mvn, err := look("mvn", "Maven fetches the server's jars; install Maven 3 (package maven)")
	if err != nil {
		return err
	}
	part, project := filepath.Join(home, "part"), filepath.Join(home, "pom.xml")
	if err := os.RemoveAll(part); err != nil {
		return err
	}
	if err := os.WriteFile(project, pom, 0o644); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-f", project,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+part)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("maven could not fetch the jars of Neo4j: %w\n%s", err, bytes.TrimSpace(out))
	}
	return os.Rename(part, dir)
}

// look finds a program, or says what it is for and how to come by it.
func look(program, advice string) (string, error) {
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("%s is not installed: %s", program, advice)
	}
	return path, nil
}

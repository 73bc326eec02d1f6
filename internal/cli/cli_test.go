package cli

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram in the environment makes the test binary run as civicgraph itself, for
// tests that kill it.
const asProgram = "CIVICGRAPH_TEST_AS_PROGRAM"

func runProgram() {
	os.Exit(Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		runProgram()
	}
	testscript.Main(m, map[string]func(){"civicgraph": runProgram})
}

// TestScripts runs the command line as a person would: one script a subject.
// SITE is a web server for the files under www of the script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
			site := httptest.NewServer(http.FileServer(http.Dir(env.WorkDir + "/www")))
			env.Defer(site.Close)
			env.Setenv("SITE", site.URL)
			return nil
		},
	})
}

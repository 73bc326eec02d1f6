package extract

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestVersionKnowsRules changes one word of one rule file.
func TestVersionKnowsRules(t *testing.T) {
	changed := fstest.MapFS{}
	err := fs.WalkDir(Rules(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(Rules(), path)
		changed[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	of := func(rules fs.FS) string {
		version, err := Version(rules)
		if err != nil {
			t.Fatal(err)
		}
		return version
	}
	if got, want := of(changed), of(Rules()); got != want {
		t.Errorf("a copy of the rules has the version %q, want %q", got, want)
	}
	titles := changed["kk/titles.txt"]
	titles.Data = append(titles.Data, "сөз\n"...)
	if got := of(changed); got == of(Rules()) {
		t.Errorf("rules with another word have the same version %q", got)
	}
}

package sqlitestore_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

// TestCloseFoldsTheLog: a closed store is one file, which can be copied.
func TestCloseFoldsTheLog(t *testing.T) {
	path := made(t)
	for _, beside := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + beside); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s lies beside a store that is closed (%v)", beside, err)
		}
	}
}

package sqlitestore

import (
	"context"
	"errors"
	"fmt"

	"civicgraph/internal/civic"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// advice says what to do about the engine's primary result codes.
var advice = map[int]string{
	sqlite3.SQLITE_BUSY:     "another process is writing to it; try again",
	sqlite3.SQLITE_LOCKED:   "another process is writing to it; try again",
	sqlite3.SQLITE_READONLY: "it cannot be written; check the permissions of the file and its folder",
	sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that the folder exists and can be written",
	sqlite3.SQLITE_PERM:     "it cannot be opened; check the permissions of the file and its folder",
	sqlite3.SQLITE_FULL:     "the disk is full; make room",
	sqlite3.SQLITE_IOERR:    "the disk fails; check it",
	sqlite3.SQLITE_CORRUPT:  "the file is damaged; restore a copy or ingest the reports anew",
}

// translate says what an error of the engine means to the caller, once.
func translate(err error) error {
	var engine *sqlite.Error
	switch {
	case err == nil || translated(err):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%w: %w", civic.ErrTimeout, err)
	case errors.As(err, &engine) && engine.Code() == sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: it is not a SQLite database; name another file (%w)", civic.ErrBadInput, err)
	case errors.As(err, &engine) && advice[engine.Code()&0xff] != "":
		return fmt.Errorf("%w: %s (%w)", civic.ErrUnavailable, advice[engine.Code()&0xff], err)
	}
	return fmt.Errorf("the embedded store failed: %w", err)
}

func translated(err error) bool {
	for _, sentinel := range []error{civic.ErrBadInput, civic.ErrNotFound, civic.ErrUnavailable, civic.ErrTimeout, civic.ErrNewerStore} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return errors.Is(err, context.Canceled)
}

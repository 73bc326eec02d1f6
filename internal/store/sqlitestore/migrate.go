package sqlitestore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"civicgraph/internal/civic"
)

// migrations holds schema/N.sql, which makes version N out of version N-1.
//
//go:embed schema/*.sql
var migrations embed.FS

// SchemaVersion is that of the files that this program writes.
const SchemaVersion = 3

// application marks the files of this program: "cvgr" in their header.
const application = 0x63766772

// version is what a file says of itself.
type version struct {
	application int
	schema      int
	tables      int
}

const queryVersion = `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
FROM pragma_application_id, pragma_user_version`

func (v *version) scan(row *sql.Rows) error { return row.Scan(&v.application, &v.schema, &v.tables) }

// check refuses a file that this program must not write to.
func (v version) check() error {
	switch {
	case v.application != application && v.tables > 0:
		return fmt.Errorf("%w: the file is a database of another program; name another", civic.ErrBadInput)
	case v.schema > SchemaVersion:
		return fmt.Errorf("%w: it has schema version %d and this program knows versions up to %d; use a newer civicgraph",
			civic.ErrNewerStore, v.schema, SchemaVersion)
	}
	return nil
}

// ready reports whether the file can be read as it is.
func (v version) ready() error {
	if err := v.check(); err != nil {
		return err
	}
	if v.schema < SchemaVersion {
		return fmt.Errorf("%w: it has schema version %d, not %d; run civicgraph migrate", civic.ErrUnavailable, v.schema, SchemaVersion)
	}
	return nil
}

// inspect looks at a file without changing it. One that is not there or is empty
// is for the store to make.
func inspect(ctx context.Context, path string) error {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%w: check that its folder exists and can be read (%w)", civic.ErrUnavailable, err)
	case info.IsDir():
		return fmt.Errorf("%w: it is a folder; name a file in it", civic.ErrBadInput)
	case info.Size() == 0:
		return nil
	}
	db, err := sql.Open("sqlite", fileURI(path)+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return translate(err)
	}
	defer db.Close()
	var v version
	rows, err := db.QueryContext(ctx, queryVersion)
	if err := drain(rows, err, v.scan); err != nil {
		return err
	}
	return v.check()
}

// Migrate implements store.Migrator.
func (s *Store) Migrate(ctx context.Context) error {
	return s.writer.transact(ctx, func(t *transaction) error {
		var v version
		if err := t.each(queryVersion, v.scan); err != nil {
			return err
		}
		if err := v.check(); err != nil {
			return err
		}
		for n := v.schema + 1; n <= SchemaVersion; n++ {
			if err := t.migrate(n); err != nil {
				return fmt.Errorf("to schema version %d: %w", n, err)
			}
		}
		return nil
	})
}

func (t *transaction) migrate(n int) error {
	script, err := migrations.ReadFile(fmt.Sprintf("schema/%d.sql", n))
	if err != nil {
		return err
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, n)
	_, err = t.conn.ExecContext(t.own, string(script)+mark)
	return translate(err)
}

package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// writer is the one connection that writes. Its turn goes round by a channel, so
// that a caller whose context ends need not wait for it.
type writer struct {
	db       *sql.DB
	conn     *sql.Conn
	turn     chan struct{}
	trace    func(string)
	archive  archive
	prepared map[string]*sql.Stmt
}

func openWriter(ctx context.Context, name string, trace func(string)) (*writer, error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, translate(err)
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(translate(err), db.Close())
	}
	archive, err := newArchive()
	if err != nil {
		return nil, errors.Join(err, conn.Close(), db.Close())
	}
	return &writer{db: db, conn: conn, turn: make(chan struct{}, 1), trace: trace, archive: archive, prepared: map[string]*sql.Stmt{}}, nil
}

func (w *writer) close() error {
	w.turn <- struct{}{} // no write is under way
	defer func() { <-w.turn }()
	w.archive.close()
	return translate(errors.Join(w.conn.Close(), w.db.Close()))
}

// transact runs do in a transaction: all of it is durable when transact returns nil,
// else none of it is there. A context that ends stops do between two statements,
// never in one, so that there is no doubt about the commit.
func (w *writer) transact(ctx context.Context, do func(*transaction) error) error {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return translate(ctx.Err())
	}
	t := &transaction{writer: w, caller: ctx, own: context.WithoutCancel(ctx)}
	if err := t.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := do(t)
	if err == nil {
		err = t.exec("COMMIT")
	}
	if err != nil {
		w.conn.ExecContext(t.own, "ROLLBACK") // fails where the engine already did it
	}
	return err
}

// transaction is what a write does its work in.
type transaction struct {
	*writer
	caller context.Context // ends the transaction
	own    context.Context // of statements under way: never ends
}

func (t *transaction) exec(text string, args ...any) error {
	stmt, err := t.statement(text)
	if err != nil {
		return translate(err)
	}
	_, err = stmt.ExecContext(t.own, args...)
	return translate(err)
}

func (t *transaction) each(text string, scan func(*sql.Rows) error, args ...any) error {
	stmt, err := t.statement(text)
	if err != nil {
		return translate(err)
	}
	rows, err := stmt.QueryContext(t.own, args...)
	return drain(rows, err, scan)
}

func (t *transaction) statement(text string) (*sql.Stmt, error) {
	if err := t.caller.Err(); err != nil {
		return nil, err
	}
	t.trace(text)
	if stmt := t.prepared[text]; stmt != nil {
		return stmt, nil
	}
	stmt, err := t.conn.PrepareContext(t.own, text)
	if err == nil {
		t.prepared[text] = stmt
	}
	return stmt, err
}

// mostRows is the most rows of one statement, a power of two.
const mostRows = 128

// insert executes a statement with one row of placeholders, (?, …), for all rows:
// many at a time, in powers of two, so that few statements need be prepared.
func (t *transaction) insert(text string, rows [][]any) error {
	open := strings.Index(text, "(?")
	end := open + strings.IndexByte(text[open:], ')') + 1
	for n := mostRows; len(rows) > 0; n /= 2 {
		for ; len(rows) >= n; rows = rows[n:] {
			many := text[:end] + strings.Repeat(", "+text[open:end], n-1) + text[end:]
			if err := t.exec(many, flatten(rows[:n])...); err != nil {
				return err
			}
		}
	}
	return nil
}

func flatten(rows [][]any) []any {
	args := make([]any, 0, len(rows)*len(rows[0]))
	for _, row := range rows {
		args = append(args, row...)
	}
	return args
}

package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// mostPrepared bounds how many statements a pool keeps prepared: queries are
// composed of a few fragments, so there are not many, but callers choose them.
const mostPrepared = 512

// pool is the connections that read.
type pool struct {
	db       *sql.DB
	trace    func(string)
	mu       sync.RWMutex
	prepared map[string]*sql.Stmt
}

func openPool(name string, connections int, trace func(string)) (*pool, error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, translate(err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return &pool{db: db, trace: trace, prepared: map[string]*sql.Stmt{}}, nil
}

func (p *pool) close() error { return translate(p.db.Close()) }

// each calls scan for every row of a query.
func (p *pool) each(ctx context.Context, q query, scan func(*sql.Rows) error) error {
	stmt, err := p.statement(ctx, q.text)
	if err != nil {
		return translate(err)
	}
	p.trace(q.text)
	if stmt == nil {
		rows, err := p.db.QueryContext(ctx, q.text, q.args...)
		return drain(rows, err, scan)
	}
	rows, err := stmt.QueryContext(ctx, q.args...)
	return drain(rows, err, scan)
}

// errEnough ends a query that has more rows, which nobody needs.
var errEnough = errors.New("enough rows")

// drain calls scan for every row, or until it has enough, and closes them.
func drain(rows *sql.Rows, err error, scan func(*sql.Rows) error) error {
	if err != nil {
		return translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		switch err := scan(rows); {
		case errors.Is(err, errEnough):
			return nil
		case err != nil:
			return translate(err)
		}
	}
	return translate(rows.Err())
}

// statement is the prepared form of a query, nil for one too many.
func (p *pool) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	p.mu.RLock()
	stmt, full := p.prepared[text], len(p.prepared) >= mostPrepared
	p.mu.RUnlock()
	if stmt != nil || full {
		return stmt, nil
	}
	stmt, err := p.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return p.keep(text, stmt), nil
}

// keep keeps a statement, unless somebody else prepared the same meanwhile.
func (p *pool) keep(text string, stmt *sql.Stmt) *sql.Stmt {
	p.mu.Lock()
	defer p.mu.Unlock()
	if kept := p.prepared[text]; kept != nil {
		stmt.Close() // never used
		return kept
	}
	p.prepared[text] = stmt
	return stmt
}

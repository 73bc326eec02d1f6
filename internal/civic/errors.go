package civic

import "errors"

// What can go wrong, as far as a caller can act on it. Every error that crosses
// a package is one of these, wrapped with a line that says what to do, or is a
// failure that nobody foresaw.
var (
	ErrBadInput        = errors.New("bad input")                   // the caller's argument or file is at fault
	ErrNotFound        = errors.New("not found")                   // no such report, entity or file
	ErrConflict        = errors.New("conflict")                    // somebody else changed it first
	ErrUnauthenticated = errors.New("not authenticated")           // no token, or a wrong one
	ErrForbidden       = errors.New("not allowed")                 // a token without the role, or mutations are off
	ErrUnavailable     = errors.New("store not available")         // the store cannot be reached or does not answer
	ErrTimeout         = errors.New("took too long")               // a time limit or a budget ended the work
	ErrTooComplex      = errors.New("query too complex")           // a limit refused the query
	ErrNewerStore      = errors.New("store is of a newer version") // written by a newer program
)

package sqlitestore

import (
	"net/url"
	"strings"
)

// location is a database as the driver finds it.
type location struct {
	uri     string // file:PATH
	vfs     string // empty for a file
	journal string // its journal_mode
}

func fileURI(path string) string { return "file:" + (&url.URL{Path: path}).EscapedPath() }

// How much of a file is mapped into memory, and what connections keep of pages: the
// one that writes keeps all that a transaction changes.
const (
	mappedBytes     = "2147418112"
	readingKiB      = "-16384"
	writingKiB      = "-131072"
	checkpointPages = "16000" // of the log, before they are folded into the file
)

// writing is the data source name of the connection that writes: what it commits
// is on the disk.
func (l location) writing() string {
	return l.name("journal_mode("+l.journal+")", "synchronous(FULL)", "cache_size("+writingKiB+")", "wal_autocheckpoint("+checkpointPages+")")
}

// reading is the data source name of connections that cannot write.
func (l location) reading() string { return l.name("query_only(ON)", "cache_size("+readingKiB+")") }

// name makes a data source name. Its pragmas hold for every connection.
func (l location) name(pragmas ...string) string {
	pragmas = append([]string{"busy_timeout(5000)", "temp_store(MEMORY)", "mmap_size(" + mappedBytes + ")"}, pragmas...)
	parameters := []string{"_pragma=" + strings.Join(pragmas, "&_pragma=")}
	if l.vfs != "" {
		parameters = append(parameters, "vfs="+l.vfs)
	}
	return l.uri + "?" + strings.Join(parameters, "&")
}

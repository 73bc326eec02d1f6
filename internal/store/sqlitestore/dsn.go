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

// Bytes of a file that readers map into memory, and of pages that each connection keeps.
const (
	mappedBytes = "2147418112"
	cacheKiB    = "-16384"
)

// writing is the data source name of the connection that writes: what it commits
// is on the disk.
func (l location) writing() string {
	return l.name("journal_mode("+l.journal+")", "synchronous(FULL)", "wal_autocheckpoint(4000)", "foreign_keys(ON)")
}

// reading is the data source name of connections that cannot write.
func (l location) reading() string { return l.name("query_only(ON)") }

// name makes a data source name. Its pragmas hold for every connection.
func (l location) name(pragmas ...string) string {
	pragmas = append([]string{"busy_timeout(5000)", "temp_store(MEMORY)", "cache_size(" + cacheKiB + ")",
		"mmap_size(" + mappedBytes + ")"}, pragmas...)
	parameters := []string{"_pragma=" + strings.Join(pragmas, "&_pragma=")}
	if l.vfs != "" {
		parameters = append(parameters, "vfs="+l.vfs)
	}
	return l.uri + "?" + strings.Join(parameters, "&")
}

package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"civicgraph/graph"
	"civicgraph/internal/civic"
)

var (
	errOff     = fmt.Errorf("%w: mutations are off, because this server was given no editor's token", civic.ErrForbidden)
	errNoToken = fmt.Errorf("%w: mutations need an editor's token, in the header Authorization: Bearer TOKEN", civic.ErrUnauthenticated)
	errToken   = fmt.Errorf("%w: the token is not an editor's", civic.ErrUnauthenticated)
)

// authorize notes whether the sender of a request is an editor. Whoever is none may
// still ask.
func (c Config) authorize(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := graph.WithEditor(r.Context(), c.mayEdit(r.Header.Get("Authorization")))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (c Config) mayEdit(authorization string) error {
	scheme, token, _ := strings.Cut(authorization, " ")
	switch {
	case c.EditorToken == "":
		return errOff
	case !strings.EqualFold(scheme, "Bearer"):
		return errNoToken
	case !same(strings.TrimSpace(token), c.EditorToken):
		return errToken
	}
	return nil
}

// same compares in a time that tells nothing of either, their lengths included.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// hosts are the hosts of origins, for the check of websockets.
func hosts(origins []string) []string {
	var hosts []string
	for _, origin := range origins {
		if u, err := url.Parse(origin); err == nil && u.Host != "" {
			hosts = append(hosts, u.Host)
		}
	}
	return hosts
}

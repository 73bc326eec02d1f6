package report

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"civicgraph/internal/civic"
)

// Web says how addresses are fetched. The zero value takes the defaults, and fetches
// from public addresses only.
type Web struct {
	Timeout      time.Duration // of one address, from the first word to the last; 30 seconds if 0
	MaxBytes     int64         // that one address may send, unpacked; 16 MiB if 0
	MaxRedirects int           // 5 if 0
	Agent        string        // how the program names itself; civicgraph if empty
	// AllowPrivate lets also loopback, private and link-local addresses be fetched,
	// and the proxy of the environment be used, behind which addresses are not seen.
	AllowPrivate bool
	exempt       []netip.Prefix // addresses that are public for a test
}

const (
	webTimeout   = 30 * time.Second
	webRedirects = 5
)

// errRedirects ends a chain of redirects.
var errRedirects = errors.New("too many redirects")

// client is an HTTP client that keeps to the limits. What an address is, is judged as
// it is dialled: after its name was looked up, and for every redirect again.
func (w Web) client() *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	transport := &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, MaxIdleConns: 2,
		TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 64 << 10,
	}
	if w.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		options := []ssrf.Option{ssrf.WithAnyPort()}
		if w.exempt != nil {
			options = append(options, ssrf.WithAllowedV4Prefixes(w.exempt...))
		}
		dialer.Control = ssrf.New(options...).Safe
	}
	return &http.Client{Transport: transport, Timeout: cmp.Or(w.Timeout, webTimeout), CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > cmp.Or(w.MaxRedirects, webRedirects) {
			return errRedirects
		}
		return nil
	}}
}

func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// address fetches an address and reads what it sends.
func (r *reader) address(address string) bool {
	if r.Source != "" {
		return r.fail(address, fmt.Errorf("%w: the source of what is fetched is its address; leave --source out", civic.ErrBadInput))
	}
	p, body, err := r.fetch(address)
	if err != nil {
		return r.fail(address, err)
	}
	return r.input(p, bytes.NewReader(body))
}

func (r *reader) fetch(address string) (place, []byte, error) {
	p := place{name: address, format: r.Format}
	u, err := url.Parse(address)
	if err != nil || !isWeb(u) {
		return p, nil, fmt.Errorf("%w: not an address to be fetched; write it as https://HOST/PATH, without a password", civic.ErrBadInput)
	}
	response, err := r.get(u)
	if err != nil {
		return p, nil, r.webError(err)
	}
	defer response.Body.Close()
	if err := statusError(response); err != nil {
		return p, nil, err
	}
	p.media = response.Header.Get("Content-Type")
	final := *response.Request.URL
	final.Fragment, final.User = "", nil
	p.address = final.String()
	if p.format == Auto || p.format == "" {
		if p.format, err = formatOfMedia(p.media, final.Path); err != nil {
			return p, nil, err
		}
	}
	body, err := r.body(response)
	return p, body, err
}

func (r *reader) get(u *url.URL) (*http.Response, error) {
	request, err := http.NewRequestWithContext(r.ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", cmp.Or(r.Web.Agent, "civicgraph"))
	request.Header.Set("Accept", "text/html, application/rss+xml, application/atom+xml, application/x-ndjson, text/plain, */*;q=0.5")
	return r.client.Do(request)
}

// statusError says what a server that sends no report sends instead.
func statusError(response *http.Response) error {
	switch status := response.StatusCode; {
	case status == http.StatusOK:
		return nil
	case status == http.StatusNotFound, status == http.StatusGone:
		return fmt.Errorf("%w: the server answers %s; see whether the address is right", civic.ErrNotFound, response.Status)
	case status >= 500, status == http.StatusTooManyRequests:
		return fmt.Errorf("%w: the server answers %s; try again later", civic.ErrBadInput, response.Status)
	}
	return fmt.Errorf("%w: the server answers %s; save the page in a browser and hand in the file", civic.ErrBadInput, response.Status)
}

// body reads all that is sent, within the limit.
func (r *reader) body(response *http.Response) ([]byte, error) {
	limit := cmp.Or(r.Web.MaxBytes, maxFeed)
	data, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	switch {
	case err != nil:
		return nil, r.webError(err)
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%w: the server sends more than %d bytes; fetch it otherwise and hand in the file", civic.ErrBadInput, limit)
	}
	return data, nil
}

// webError says why an address could not be fetched.
func (r *reader) webError(err error) error {
	var refused *url.Error
	if errors.As(err, &refused) && !refused.Timeout() {
		err = refused.Err // without the address, which the caller names
	}
	var timed net.Error
	switch {
	case r.ctx.Err() != nil:
		return context.Cause(r.ctx)
	case errors.Is(err, ssrf.ErrProhibitedIP):
		return fmt.Errorf("%w: it leads to an address that is not public; say --allow-private-addresses to fetch from it", civic.ErrForbidden)
	case errors.Is(err, errRedirects):
		return fmt.Errorf("%w: more than %d redirects; see where they lead in a browser", civic.ErrBadInput, cmp.Or(r.Web.MaxRedirects, webRedirects))
	case errors.As(err, &timed) && timed.Timeout():
		return fmt.Errorf("%w: the server did not send all within %s; try again, or save it in a browser and hand in the file", civic.ErrTimeout, r.client.Timeout)
	}
	return fmt.Errorf("%w: it cannot be fetched: %v; see whether the address is right and the network works", civic.ErrBadInput, err)
}

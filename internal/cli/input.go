package cli

import (
	"fmt"
	"time"

	"civicgraph/internal/civic"
	"civicgraph/internal/report"
)

// inputFlags say how reports are read.
type inputFlags struct {
	InputFormat           report.Format `help:"What the inputs hold: report (a first line of «date 2006-01-02 Title»), text, html (a page with one article), jsonl, feed (RSS or Atom), or auto: by extension, else by content. Each may be gzip." enum:"auto,report,text,html,jsonl,feed" default:"auto"`
	Date                  string        `help:"Day of publication, for text, pages and feeds that do not say it." placeholder:"DAY"`
	Source                string        `help:"Name of the source, for a single report; its address or path otherwise." placeholder:"NAME"`
	Workers               int           `help:"Reports to read at the same time; as many as there are processors, if 0." default:"0"`
	AllowPrivateAddresses bool          `help:"Fetch from loopback, private and link-local addresses too, and through the proxy of the environment."`
	FetchTimeout          time.Duration `help:"Most time that fetching one address may take." default:"30s"`
}

func (f inputFlags) options(std streams) (report.Options, error) {
	o := report.Options{Format: f.InputFormat, Source: f.Source, Stdin: std.in,
		Web: report.Web{AllowPrivate: f.AllowPrivateAddresses, Timeout: f.FetchTimeout, Agent: "civicgraph (news reader)"}}
	if f.FetchTimeout <= 0 {
		return o, fmt.Errorf("%w: --fetch-timeout is a time above 0, such as 30s", errUsage)
	}
	if f.Date != "" {
		day, err := civic.ParseDay(f.Date)
		if err != nil {
			return o, fmt.Errorf("%w: --date: %w", errUsage, err)
		}
		o.Date = day
	}
	return o, nil
}

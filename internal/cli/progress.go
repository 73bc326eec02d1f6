package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress prints lines and, on a terminal and in a run that takes long, shows below
// them how far the run has come.
type progress struct {
	mu   sync.Mutex
	w    io.Writer
	bar  *progressbar.ProgressBar // nil where none is shown
	from time.Time                // when the run counts as long
	held int                      // bytes read before that
}

// patience is how long a run may take without a bar.
const patience = time.Second

// newProgress shows how much of a number of bytes has been read, or, if that is not
// above 0, just how many were. A nil bar shows nothing.
func newProgress(w io.Writer, total int64, terminal bool, patience time.Duration) *progress {
	p := &progress{w: w, from: time.Now().Add(patience)}
	if !terminal {
		return p
	}
	if total <= 0 {
		total = -1
	}
	p.bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true), progressbar.OptionShowTotalBytes(true), progressbar.OptionSetWidth(20),
		progressbar.OptionShowCount(), progressbar.OptionSetRenderBlankState(false), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetSpinnerChangeInterval(0)) // drawn by us alone, not by a clock
	return p
}

// isTerminal reports whether somebody watches what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// advance tells of n bytes that were read.
func (p *progress) advance(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held += n
	if p.visible() {
		_ = p.bar.Add(p.held) // fails only where nobody watches any more
		p.held = 0
	}
}

func (p *progress) visible() bool { return p.bar != nil && time.Now().After(p.from) }

// printf prints a line above the bar.
func (p *progress) printf(format string, values ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	visible := p.visible()
	if visible {
		_ = p.bar.Clear()
	}
	fmt.Fprintf(p.w, format, values...)
	if visible && !p.bar.IsFinished() {
		_ = p.bar.RenderBlank()
	}
}

// done takes the bar away.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.visible() {
		_ = p.bar.Clear()
	}
	p.bar = nil
}

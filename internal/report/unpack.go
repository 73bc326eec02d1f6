package report

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"civicgraph/internal/civic"
)

// gzipMagic is how every gzip file begins (RFC 1952).
var gzipMagic = []byte{0x1f, 0x8b}

// What is unpacked may be mostRatio times the size of its gzip file once it is more
// than freeBytes. Text packs to a tenth, the same line over and over to a thousandth.
const (
	freeBytes = 16 << 20
	mostRatio = 100
)

// unpacked is the content of an input: itself, or what it is a gzip file of.
func unpacked(r *bufio.Reader) (*bufio.Reader, error) {
	if head, _ := r.Peek(len(gzipMagic)); !bytes.Equal(head, gzipMagic) {
		return r, nil
	}
	u := &unpacker{packed: counter{r: r}}
	var err error
	if u.gzip, err = gzip.NewReader(&u.packed); err != nil {
		return nil, gzipError(err)
	}
	content := bufio.NewReaderSize(u, bufferSize)
	if head, _ := content.Peek(len(gzipMagic)); bytes.Equal(head, gzipMagic) {
		return nil, fmt.Errorf("%w: a gzip file within a gzip file; unpack it once with gunzip", civic.ErrBadInput)
	}
	return content, nil
}

// unpacker reads a gzip file and refuses one that grows out of all proportion.
type unpacker struct {
	packed counter
	gzip   *gzip.Reader
	out    int64
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.gzip.Read(p)
	u.out += int64(n)
	if u.out > freeBytes && u.out > mostRatio*u.packed.n {
		return 0, fmt.Errorf("%w: the gzip file unpacks to more than %d times its size, as no text does; unpack it yourself if it is sound", civic.ErrBadInput, mostRatio)
	}
	if err != nil && err != io.EOF {
		return n, gzipError(err)
	}
	return n, err
}

func gzipError(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%w: the gzip file is cut short; copy it again", civic.ErrBadInput)
	case errors.Is(err, civic.ErrBadInput):
		return err
	}
	return fmt.Errorf("%w: the gzip file is damaged: %v; copy it again", civic.ErrBadInput, err)
}

// counter counts the bytes that are read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

package sqlitestore

import (
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"civicgraph/internal/civic"
)

// archive keeps the readings of reports: compressed JSON, for they are long, are read
// only when a report is replaced or goes, and change their shape with extraction.
type archive struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// mostReading is the longest JSON of a reading that is unpacked, far above that of
// the longest report.
const mostReading = 1 << 30

func newArchive() (archive, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return archive{}, err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostReading))
	return archive{encoder, decoder}, err
}

func (a archive) close() {
	a.decoder.Close()
	_ = a.encoder.Close() // it has written to nobody
}

func (a archive) pack(r *civic.Reading) []byte {
	return a.encoder.EncodeAll([]byte(encode(r)), nil)
}

// unpack is the inverse of pack. It reads the plain JSON of version 1 too.
func (a archive) unpack(body []byte) (*civic.Reading, error) {
	if len(body) > 0 && body[0] != '{' {
		plain, err := a.decoder.DecodeAll(body, nil)
		if err != nil {
			return nil, fmt.Errorf("a reading: %w; the file is damaged", err)
		}
		body = plain
	}
	var r civic.Reading
	return &r, json.Unmarshal(body, &r)
}

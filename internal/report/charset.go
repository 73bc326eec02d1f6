package report

import (
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"civicgraph/internal/civic"
)

// decoded is the text of an input in UTF-8: of a page by what the server or the page
// itself says of its charset, of other text by what the server says.
func decoded(data []byte, p place) (string, error) {
	if p.format == HTMLFormat {
		return decodedPage(data, p.media)
	}
	_, parameters, err := mime.ParseMediaType(p.media)
	label := parameters["charset"]
	if err != nil || label == "" || utf8.Valid(data) {
		return string(data), nil
	}
	e, _ := charset.Lookup(label)
	if e == nil {
		return "", fmt.Errorf("%w: the charset %.40q is not known; convert the text to UTF-8", civic.ErrBadInput, label)
	}
	return decode(e, data, label)
}

// decodedPage refuses a page that neither says its charset nor is UTF-8: windows-1251
// and KZ-1048 cannot be told apart by sight.
func decodedPage(data []byte, contentType string) (string, error) {
	e, name, certain := charset.DetermineEncoding(data, contentType)
	switch {
	case utf8.Valid(data) && (!certain || name == "utf-8"):
		return string(data), nil
	case !certain:
		return "", fmt.Errorf("%w: the page neither says its charset nor is UTF-8; convert it first, for example with iconv -f cp1251 -t utf-8", civic.ErrBadInput)
	}
	return decode(e, data, name)
}

// decode converts a text, and refuses one of which a hundredth or more is not in its
// charset.
func decode(e encoding.Encoding, data []byte, name string) (string, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: it cannot be read as %s: %v", civic.ErrBadInput, name, err)
	}
	decoded := strings.ToValidUTF8(string(text), string(utf8.RuneError))
	if wrong := strings.Count(decoded, string(utf8.RuneError)); wrong*100 > len(data) {
		return "", fmt.Errorf("%w: it says that it is in %s, and is not; convert it to UTF-8", civic.ErrBadInput, name)
	}
	return decoded, nil
}

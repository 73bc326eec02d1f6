package civic

import "unicode/utf8"

// Span is a half-open range of byte offsets into a text: text[s.Start:s.End] is
// always the thing itself. Outside the program offsets count code points; see Runes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// In returns the words of the span. It panics if the span does not lie in text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that contains both s and t.
func (s Span) Cover(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// ValidIn reports whether s is a span of whole code points of text.
func (s Span) ValidIn(text string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) && onBoundary(text, s.Start) && onBoundary(text, s.End)
}

// Runes converts the span from bytes to code points of text.
func (s Span) Runes(text string) Span {
	start := utf8.RuneCountInString(text[:s.Start])
	return Span{start, start + utf8.RuneCountInString(text[s.Start:s.End])}
}

func onBoundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

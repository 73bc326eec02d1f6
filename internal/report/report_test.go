package report

import (
	"errors"
	"strings"
	"testing"

	"civicgraph/internal/civic"
)

func TestDraftReport(t *testing.T) {
	r, err := Draft{Source: "letter", Text: " date 2024-02-29 Көктемгі жиын\nЖиын өтті.\n", Layout: Dated}.Report()
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "Көктемгі жиын" || r.PublishedAt != "2024-02-29" || r.Language != civic.Kazakh {
		t.Errorf("title %q, day %q, language %q", r.Title, r.PublishedAt, r.Language)
	}
	if r.ID != civic.NodeID(civic.TypeReport, "letter") || len(r.SHA256) != 64 {
		t.Errorf("id %q, hash %q", r.ID, r.SHA256)
	}
}

func TestDraftWithoutSourceIsItsContent(t *testing.T) {
	draft := Draft{Text: "date 2024-01-02 Жиын\nЖиын өтті.", Layout: Dated}
	r, err := draft.Report()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(r.Source, "sha256:") {
		t.Errorf("source %q", r.Source)
	}
}

func TestPlainText(t *testing.T) {
	r, err := Draft{Text: "\nЖиын\nЖиын өтті.", Layout: Plain, Date: "2024-01-02"}.Report()
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "Жиын" || r.PublishedAt != "2024-01-02" {
		t.Errorf("title %q, day %q", r.Title, r.PublishedAt)
	}
}

func TestRefusedDrafts(t *testing.T) {
	for name, tc := range map[string]struct {
		draft Draft
		says  string
	}{
		"empty":           {Draft{Layout: Dated}, "is empty"},
		"white space":     {Draft{Text: " \n\t\n", Layout: Dated}, "is empty"},
		"not UTF-8":       {Draft{Text: "date 2024-01-02 \xc6\xe8\xfb\xed", Layout: Dated}, "not UTF-8"},
		"zero byte":       {Draft{Text: "date 2024-01-02 a\x00b", Layout: Dated}, "zero byte"},
		"no date":         {Draft{Text: "Жиын\nЖиын өтті.", Layout: Dated}, "no date"},
		"impossible date": {Draft{Text: "date 2023-02-29 Жиын\n", Layout: Dated}, "not a day"},
		"no title":        {Draft{Text: "date 2024-01-02\nЖиын өтті.", Layout: Dated}, "no title"},
		"plain, no date":  {Draft{Text: "Жиын\n", Layout: Plain}, "--date"},
		"too large":       {Draft{Text: "date 2024-01-02 Жиын\n" + strings.Repeat("а", MaxBytes), Layout: Dated}, "more than 4 MiB"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tc.draft.Report()
			if !errors.Is(err, civic.ErrBadInput) || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("error %v, want one that says %q", err, tc.says)
			}
		})
	}
}

// TestToldLanguage counts only where the text itself shows none.
func TestToldLanguage(t *testing.T) {
	for text, want := range map[string]civic.Language{"OK 2026": civic.Russian, "Ауылда жиын өтті": civic.Kazakh} {
		r, err := Draft{Text: text, Layout: Plain, Date: "2026-02-17", Language: civic.Russian}.Report()
		if err != nil || r.Language != want {
			t.Errorf("%q is in %s (error %v), want %s", text, r.Language, err, want)
		}
	}
}

// TestTitleEndsWithItsLine also where a return alone ends it; one told from outside
// is a line.
func TestTitleEndsWithItsLine(t *testing.T) {
	for _, tc := range []struct{ text, told, want string }{
		{"Жиын\rӨтті.", "", "Жиын"}, {"Жиын\r\nӨтті.", "", "Жиын"}, {"Жиын\n", " Үлкен\n жиын ", "Үлкен жиын"},
	} {
		r, err := Draft{Text: tc.text, Layout: Plain, Date: "2026-02-17", Title: tc.told}.Report()
		if err != nil || r.Title != tc.want {
			t.Errorf("%q: title %q (error %v), want %q", tc.text, r.Title, err, tc.want)
		}
	}
}

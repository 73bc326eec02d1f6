package kaz

import (
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

var seeds = []string{"", "Семей қ. Абай көш.", "«Жасыл ел – жастар үшін!» жобасы ALMA.KZ.", "500-ге 1,2 2026-02-17",
	"ЖШС-нің \u00ad\u200b\xff\xc0 d’Артаньян", "((((«»\"\"", "Qazaqstan Respublıkasy", "и\u0306 ё İ ﬁ", "‑-ге", "İİқалаға", "Болатом Жумабековым"}

func FuzzTokenize(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, token := range Tokenize(text) {
			if token.Start < last || token.End <= token.Start || token.End > len(text) || token.In(text) != token.Text {
				t.Fatalf("%+v does not stand in %q after byte %d", token, text, last)
			}
			if utf8.ValidString(text) && !token.ValidIn(text) {
				t.Fatalf("%+v cuts a character of %q", token, text)
			}
			if strings.ContainsAny(token.Text, " \n\t") || !strings.HasPrefix(token.Text, token.Stem) || !strings.HasSuffix(token.Text, token.Ending) {
				t.Fatalf("%+v is not a token", token)
			}
			last = token.End
		}
	})
}

func FuzzSentences(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last, letters := 0, 0
		for _, s := range Sentences(text) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) || strings.Contains(s.In(text), "\n") {
				t.Fatalf("%v is not a sentence of %q after byte %d", s, text, last)
			}
			last = s.End
			letters += len(Tokenize(s.In(text)))
		}
		if letters == 0 && len(Tokenize(text)) > 0 {
			t.Fatalf("no sentence in %q", text)
		}
	})
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		unchanged := false
		for _, a := range Analyze(word) {
			unchanged = unchanged || a.Base == word
		}
		for _, a := range AnalyzeRussian(word) {
			unchanged = unchanged && a.Base != "" || word == ""
		}
		if !unchanged {
			t.Fatalf("%q is not among its own bases", word)
		}
		if form := Nominative(word); form == "" && word != "" || utf8.ValidString(word) && !utf8.ValidString(form) || len(NominativesRussian(word)) == 0 {
			t.Fatalf("%q has no nominative", word)
		}
	})
}

// FuzzVerbs reads words as forms of verbs: a form begins with all of the stem but its last
// letter.
func FuzzVerbs(f *testing.F) {
	f.Add("шық", "шығып")
	f.Add("шық", "шығ0")
	f.Add("прове", "провели")
	f.Fuzz(func(t *testing.T, stem, word string) {
		_, size := utf8.DecodeLastRuneInString(stem)
		_, kazakh := KazakhVerb(stem, word)
		_, russian := RussianVerb(stem, word)
		if (kazakh || russian) && !strings.HasPrefix(word, stem[:len(stem)-size]) {
			t.Fatalf("%q is no form of %q", word, stem)
		}
	})
}

func FuzzCyrillic(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Add("Qyzyljar ay'danynyn' turg'yndary a'kimmen İŞ BAQ.KZ kezdesti")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		c := Transcript{alphabet: alphabetOf(text), spelt: map[string][]latinSound{}}
		c.write(text)
		checkTranscript(t, c, text)
	})
}

func FuzzSearchTerms(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		terms := SearchTerms(name)
		for _, term := range terms {
			checkTerm(t, term)
		}
		for _, group := range QueryTerms(name) {
			for _, term := range group {
				checkTerm(t, term.Text)
			}
			if !anyMatch(group, terms) {
				t.Fatalf("%q does not find itself: %v in %v", name, group, terms)
			}
		}
		if key := SortKey(name); strings.ContainsFunc(key, func(r rune) bool { return r >= utf8.RuneSelf }) {
			t.Fatalf("sort key %q of %q", key, name)
		}
		if once := Fold(name); Fold(once) != once {
			t.Fatalf("Fold(%q) = %q is not folded", name, once)
		}
	})
}

func checkTerm(t *testing.T, term string) {
	t.Helper()
	if term == "" || strings.Trim(term, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		t.Fatalf("term %q", term)
	}
}

// long are inputs on which a careless reader takes quadratic time.
var long = map[string]string{
	"no space":      strings.Repeat("қала", 1<<17),
	"capitals":      strings.Repeat("ҚАЛА", 1<<17),
	"hyphens":       strings.Repeat("а-", 1<<17),
	"stops":         strings.Repeat("а.", 1<<17),
	"sites":         strings.Repeat("aa.", 1<<18),
	"apostrophes":   strings.Repeat("а'", 1<<18),
	"digits":        strings.Repeat("1,", 1<<18),
	"quotes":        strings.Repeat("«", 10000) + strings.Repeat("»", 10000),
	"plain quotes":  strings.Repeat("\" ", 10001),
	"brackets":      strings.Repeat("([", 10000) + strings.Repeat(")]", 10000),
	"long sentence": strings.Repeat("ауданының ", 100000),
	"names":         strings.Repeat("Серік Аманов ", 50000),
	"Russian names": strings.Repeat("Иваном Петровым ", 50000),
	"adjectives":    strings.Repeat("областного ", 100000),
	"numbers":       strings.Repeat("500-ге 1,2 ", 50000),
	"closed quotes": strings.Repeat("«а» ", 10000),
	"Latin":         strings.Repeat("Qazaqstannyñ ", 100000),
	"long lines":    strings.Repeat("\n", 1<<18),
	"not UTF-8":     strings.Repeat("\xd2", 1<<20),
}

// TestLinear reads inputs of up to a megabyte, each in less than a second of processor
// time; names and queries of such a length get the limit that they have.
func TestLinear(t *testing.T) {
	for name, text := range long {
		for verb, read := range map[string]func(string){
			"Tokenize":           func(s string) { Tokenize(s) },
			"Sentences":          func(s string) { Sentences(s) },
			"Analyze":            func(s string) { Analyze(s) },
			"Nominatives":        func(s string) { Nominatives(s) },
			"NominativesRussian": func(s string) { NominativesRussian(s) },
			"DetectLanguage":     func(s string) { DetectLanguage(s) },
			"Fold":               func(s string) { Fold(s) },
			"SortKey":            func(s string) { SortKey(s) },
			"SearchTerms":        func(s string) { SearchTerms(s) },
			"QueryTerms":         func(s string) { QueryTerms(s) },
		} {
			begin := processorTime(t)
			read(text)
			took := processorTime(t) - begin
			if t.Logf("%s of %s takes %v", verb, name, took); took > limit {
				t.Errorf("%s of %s takes longer than %v", verb, name, limit)
			}
		}
	}
}

// limit leaves room for a busy machine and the race detector: quadratic time would be
// minutes.
const limit = 10 * time.Second

// processorTime is the time that this process has run on a processor.
func processorTime(tb testing.TB) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

package kaz

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/civic"
)

// Transcript is a text in Cyrillic letters, written from one in Latin letters.
type Transcript struct {
	Text     string
	alphabet string
	spelt    map[string][]latinSound // by word
	at, from []int                   // byte offsets in Text and in the original at which the same letter begins; the ends last
}

// Cyrillic writes a Kazakh text in Latin letters, of whichever alphabet, in Cyrillic
// ones. It reports false for any other text: one in Cyrillic letters, in English. Words
// with letters that no Kazakh alphabet has, and names of sites, stay as they are.
func Cyrillic(text string) (Transcript, bool) {
	if !mostlyLatin(text) {
		return Transcript{}, false
	}
	t := Transcript{alphabet: alphabetOf(text), spelt: map[string][]latinSound{}}
	if t.write(text); !isKazakh(t.Text) {
		return Transcript{}, false
	}
	return t, true
}

// Of is another text of the same alphabet, as the title of the report, in Cyrillic letters.
func (t Transcript) Of(text string) string {
	other := Transcript{alphabet: t.alphabet, spelt: t.spelt}
	other.write(text)
	return other.Text
}

// Original is where the letters of a span of Text stand in the original.
func (t Transcript) Original(s civic.Span) civic.Span {
	return civic.Span{Start: t.original(s.Start), End: t.original(s.End)}
}

func (t Transcript) original(offset int) int {
	return t.from[sort.SearchInts(t.at, offset)]
}

// write transcribes the words of a text one by one.
func (t *Transcript) write(text string) {
	var b strings.Builder
	put := func(s string, from int) {
		t.at, t.from = append(t.at, b.Len()), append(t.from, from)
		b.WriteString(s)
	}
	for i := 0; i < len(text); {
		n := latinWord(text[i:])
		if n == 0 || isSite(text, i, i+n) || !inAlphabet(text[i:i+n]) {
			_, size := utf8.DecodeRuneInString(text[i:])
			for k := i; k < i+max(n, size); k++ {
				if utf8.RuneStart(text[k]) || k == i {
					_, size := utf8.DecodeRuneInString(text[k:])
					put(text[k:k+size], k)
				}
			}
			i += max(n, size)
			continue
		}
		t.writeWord(text[i:i+n], i, put)
		i += n
	}
	t.at, t.from = append(t.at, b.Len()), append(t.from, len(text))
	t.Text = b.String()
}

// writeWord transcribes one word, which stands at a byte of the text.
func (t *Transcript) writeWord(word string, at int, put func(string, int)) {
	sounds := t.spelt[word]
	if sounds == nil {
		sounds = t.likeliest(latinSounds(latinLower(word), t.alphabet))
		t.spelt[word] = sounds
	}
	capitals := utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word)
	for _, s := range sounds {
		for k, r := range s.cyrillic {
			if capitals || k == 0 && isUpper(word[s.at:]) {
				r = unicode.ToUpper(r)
			}
			put(string(r), at+s.at)
		}
	}
}

// latinSound is a group of Latin letters and the Cyrillic ones that it stands for.
type latinSound struct {
	at              int // byte in the word
	latin, cyrillic string
}

func latinSounds(letters, alphabet string) []latinSound {
	sounds := []latinSound{}
	var before strings.Builder
	for i := 0; i < len(letters); {
		sound, n := latinGroup(letters, i, before.String(), alphabet)
		sounds = append(sounds, latinSound{i, letters[i : i+n], sound})
		before.WriteString(sound)
		i += n
	}
	return sounds
}

// doubtful are the letters that stand for several where a text does not tell them apart
// by marks: any text without ı writes i for і and и, one in ASCII letters more.
var doubtful = map[string]map[string][]string{
	unmarked: {"i": {"і", "и"}},
	ascii:    {"i": {"і", "и"}, "a": {"а", "ә"}, "o": {"о", "ө"}, "u": {"у", "ұ", "ү"}, "g": {"г", "ғ"}, "n": {"н", "ң"}},
}

// maxSpellings is how many spellings of a word are tried.
const maxSpellings = 96

// likeliest is the likeliest spelling of a word whose letters are doubtful, if the word
// is of a length that is analysed.
func (t *Transcript) likeliest(sounds []latinSound) []latinSound {
	if len(sounds) > maxWord {
		return sounds
	}
	spellings := []string{""}
	for _, s := range sounds {
		choices := []string{s.cyrillic}
		if more := doubtful[t.alphabet][s.latin]; slices.Contains(more, s.cyrillic) && len(spellings)*len(more) <= maxSpellings {
			choices = more
		}
		spellings = extended(spellings, choices)
	}
	if len(spellings) == 1 {
		return sounds
	}
	best := slices.MaxFunc(spellings, func(a, b string) int { return cmp.Compare(spellingLikelihood(a), spellingLikelihood(b)) })
	for i := range sounds {
		n := len(sounds[i].cyrillic)
		sounds[i].cyrillic, best = best[:n], best[n:] // all choices are letters of two bytes
	}
	return sounds
}

func extended(spellings, choices []string) []string {
	longer := make([]string, 0, len(spellings)*len(choices))
	for _, s := range spellings {
		for _, choice := range choices {
			longer = append(longer, s+choice)
		}
	}
	return longer
}

// spellingLikelihood is how likely the likeliest reading of a word is.
func spellingLikelihood(word string) float64 { return Analyze(word)[0].likelihood }

// latinLower is a word in small letters, each as long as the capital, so ĭ for İ; I is
// i, for texts write it for the capital of either.
func latinLower(word string) string {
	if letters := Lower(strings.ReplaceAll(word, "İ", "ĭ")); len(letters) == len(word) {
		return letters
	}
	return word
}

// latinWord is the length of the word of Latin letters at the start of s, with the
// apostrophes in it and at its end.
func latinWord(s string) int {
	for i, r := range s {
		if !unicode.Is(unicode.Latin, r) && !(i > 0 && isApostrophe(r)) {
			return i
		}
	}
	return len(s)
}

// isSite reports whether the word text[i:end] is part of a name like «BAQ.KZ».
func isSite(text string, i, end int) bool {
	after := end+1 < len(text) && text[end] == '.' && startsWith(text[end+1:], unicode.IsLetter)
	before := i > 1 && text[i-1] == '.' && isLetter(rune(text[i-2]))
	digits := i > 0 && text[i-1] >= '0' && text[i-1] <= '9'
	return after || before || digits
}

// inAlphabet reports whether a word has no letters that only foreign names have.
func inAlphabet(word string) bool {
	letters := Lower(word)
	return !strings.ContainsAny(letters, "wx") && !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(letters, "ch", ""), "c'", ""), "c")
}

// mostlyLatin reports whether two of three letters are Latin.
func mostlyLatin(text string) bool {
	latin, other := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case isLetter(r):
			other++
		}
	}
	return latin > 2*other
}

// isKazakh reports whether a text in Cyrillic letters is Kazakh: a third of its words,
// as far as they tell, is known.
func isKazakh(text string) bool {
	words, known := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isLetter(r) }) {
		if !hasCyrillic(word) {
			continue
		}
		if words++; words > enoughWords {
			break
		}
		letters := Lower(word)
		if languageSigns().kazakh[letters] || learnt().bases[Analyze(letters)[0].Base] > 0 {
			known++
		}
	}
	return known >= fewWords && 3*known > words
}

// fewWords is how many words must be known at the least.
const fewWords = 3

// enoughWords is how many words show the language of a text.
const enoughWords = 200

// Ways of writing that are no alphabet: without ı, and without any mark.
const (
	unmarked = "unmarked"
	ascii    = "ascii"
)

// alphabetOf is the alphabet of a text by the letters that it alone has: 2017, 2018,
// 2021, or none of them.
func alphabetOf(text string) string {
	count := map[string]int{}
	before := rune(0)
	for _, r := range text {
		switch r = lower(r); {
		case strings.ContainsRune("ǵńýáóú", r):
			count["2018"]++
		case strings.ContainsRune("ğñşūäöüç", r):
			count["2021"]++
		case isApostrophe(r) && before != 0 && strings.ContainsRune("agnoscuiy", before):
			count["2017"]++
		}
		before = r
	}
	best := unmarked
	for _, alphabet := range []string{"2017", "2018", "2021"} {
		if count[alphabet] > count[best] {
			best = alphabet
		}
	}
	switch {
	case best == "2021" && !strings.ContainsAny(text, "ıİ"):
		return unmarked
	case best == unmarked:
		return ascii
	}
	return best
}

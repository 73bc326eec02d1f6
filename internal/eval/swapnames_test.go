package eval

import (
	"bufio"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"civicgraph/internal/kaz"
)

// namePool holds the words that names are made of, by what they are.
type namePool struct{ given, surname, bare, quoted []string }

// generalNames are the names of persons and organisations in KazNERD's validation
// split, split into their parts, with some that it lacks the like of.
func generalNames(t *testing.T) *namePool {
	t.Helper()
	pool := &namePool{
		surname: strings.Fields("Ткаченко Савченко Бойко Кравченко Приходько Кузнецова Соколова Ильин Юдин Бородина"),
		bare:    strings.Fields("Тен Цой Шин Югай Кох Шварц Кауц Кравец Коваль Шмидт Су Айдан Гүлбай Асанбай Нұрахмет Ермұхаметжан Досжан Әбілқайыр Сейітмұрат Жүніс"),
		quoted:  strings.Fields("Тұлпар Сункар Мұрагер Қарлығаш Сарыарқа Көктем Бастау Ақбұлақ Жұлдыз Толағай Құрыш Береке Меркур Заман Өркен"),
	}
	for _, span := range kazNERDSpans(t) {
		switch {
		case span.class == "PERSON" && len(span.words) == 2:
			pool.addPerson(span.words[0], span.words[1])
		case span.class == "ORGANISATION" && len(span.words) == 1 && span.inQuotes:
			pool.quoted = append(pool.quoted, span.words[0])
		}
	}
	for _, list := range []*[]string{&pool.given, &pool.surname, &pool.bare, &pool.quoted} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return pool
}

// addPerson adds a given name and a surname that stand in the nominative.
func (p *namePool) addPerson(given, surname string) {
	if !isName(given) || !isName(surname) {
		return
	}
	switch {
	case hasEnding(surname, surnameEndings):
		p.given, p.surname = append(p.given, given), append(p.surname, surname)
	case !hasEnding(surname, patronymicEndings) && strings.EqualFold(kaz.Analyze(surname)[0].Base, surname):
		p.bare = append(p.bare, surname)
	}
}

// isName reports whether a word is written as a name in Cyrillic is.
func isName(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	rest := word[size:]
	return unicode.IsUpper(first) && utf8.RuneCountInString(rest) >= 3 && rest == strings.ToLower(rest) && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Cyrillic, r) })
}

var (
	surnameEndings    = strings.Fields("ов ев ин ова ева ина")
	patronymicEndings = strings.Fields("ұлы қызы улы кызы ович евич овна евна")
)

func hasEnding(word string, endings []string) bool {
	return endingOf(word, endings) != ""
}

// endingOf is the longest of the endings that a word has.
func endingOf(word string, endings []string) string {
	longest := ""
	for _, end := range endings {
		if strings.HasSuffix(word, end) && len(end) > len(longest) && len(end) < len(word) {
			longest = end
		}
	}
	return longest
}

// namedSpan is a name in KazNERD.
type namedSpan struct {
	class    string
	words    []string
	inQuotes bool
}

func kazNERDSpans(t *testing.T) []namedSpan {
	t.Helper()
	file, err := os.Open("../../../shared/kaznerd/IOB2_valid.txt")
	if err != nil {
		t.Skip("no KazNERD: ../shared/kaznerd is missing")
	}
	defer file.Close()
	var spans []namedSpan
	before := ""
	for lines := bufio.NewScanner(file); lines.Scan(); {
		word, tag, _ := strings.Cut(lines.Text(), " ")
		if class, begins := strings.CutPrefix(tag, "B-"); begins {
			spans = append(spans, namedSpan{class, []string{word}, before == "«"})
		} else if strings.HasPrefix(tag, "I-") && len(spans) > 0 {
			last := &spans[len(spans)-1]
			last.words = append(last.words, word)
		}
		before = word
	}
	return spans
}

// endClass is what the endings of a word depend on: its last letters and whether its
// last vowel is a front one.
func endClass(word string, letters int) string {
	runes := []rune(strings.ToLower(word))
	class := string(runes[max(0, len(runes)-letters):])
	for _, r := range slices.Backward(runes) {
		if strings.ContainsRune("әеіөүиэ", r) {
			return class + " front"
		}
		if strings.ContainsRune("аоұыуяюё", r) {
			return class + " back"
		}
	}
	return class
}

// like picks a word of a list that takes the endings a word takes, and fits; the word
// itself if none does. In Russian both last letters decide the declension.
func like(r *rand.Rand, word string, list []string, strict bool, fits func(string) bool) string {
	for letters := 2; letters > 0; letters-- {
		var fitting []string
		for _, other := range list {
			if other != word && endClass(other, letters) == endClass(word, letters) && fits(other) {
				fitting = append(fitting, other)
			}
		}
		if len(fitting) > 0 {
			return fitting[r.IntN(len(fitting))]
		}
		if strict {
			break
		}
	}
	return word
}

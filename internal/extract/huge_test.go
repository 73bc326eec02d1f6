package extract

import (
	"flag"
	"strings"
	"testing"
	"time"

	"civicgraph/internal/civic"
)

var hugeWords = flag.Int("words", 25_000, "how many words the sentences of TestHugeInput have; 100000 is the whole test")

// huge are inputs on which a careless reader takes quadratic time: a megabyte without a
// space, thousands of marks, n words in one sentence.
func huge(n int) map[string]string {
	return map[string]string{
		"no space":            strings.Repeat("аб", 1<<18),
		"capitals":            strings.Repeat("АБ", 1<<18),
		"Latin, no space":     strings.Repeat("na", 1<<18),
		"Latin words":         words(n, "Amanov Almatyda turgyndarmen kezdesti,"),
		"hyphens":             strings.Repeat("аб-", 1<<17),
		"not UTF-8":           strings.Repeat("\xd2", 1<<20),
		"stops":               strings.Repeat("А.", 1<<17),
		"quotes":              strings.Repeat("«", 10_000),
		"plain quotes":        strings.Repeat(`"`, 10_001),
		"brackets":            strings.Repeat("(", 10_000),
		"pairs of brackets":   strings.Repeat("(", 10_000) + strings.Repeat(")", 10_000),
		"closed quotes":       strings.Repeat("«а» ", 10_000),
		"quotes in quotes":    strings.Repeat("«Аманов ", 10_000) + strings.Repeat("» ", 10_000),
		"quoted names":        words(n, "«Жасыл ел» қоры,"),
		"speech":              words(n, "«Бұл жақсы іс болды», – деді Аманов,"),
		"words":               words(n, "сөз"),
		"commas":              words(n, "сөз,"),
		"lines":               strings.Repeat("сөз\n", n),
		"surnames":            words(n, "Аманов"),
		"persons":             words(n, "Серік Аманов,"),
		"different persons":   numbered(n, "Серік Аманов", "ов"),
		"titled persons":      words(n, "аудан әкімі Серік Аманов,"),
		"akims":               words(n, "аудан әкімінің орынбасары"),
		"events":              words(n, "кездесу отырыс"),
		"held events":         words(n, "кездесу өтті,"),
		"places":              words(n, "Алматы Ақтау"),
		"local places":        words(n, "Алматыда Ақтауда"),
		"districts":           words(n, "Абай, Қордай аудандары"),
		"different districts": numbered(n, "ауданы", "ада"),
		"bodies":              words(n, "облыстық мәслихат"),
		"different bodies":    numbered(n, "мектебі", "лық"),
		"companies":           words(n, "ЖШС"),
		"numbers":             words(n, "500 1,2 2026-02-17 он бес"),
		"numerals":            words(n, "мың"),
		"people":              words(n, "500 тұрғын"),
		"groups":              words(n, "аудан тұрғындары,"),
		"members":             words(n, "құрамына Аманов енді"),
		"teams":               words(n, "топты Аманов бастап барды,"),
		"sources":             words(n, "деп хабарлайды сайт"),
		"statements":          words(n, "Аманов кездесу болғанын айтты,"),
		"pronouns":            words(n, "ол айтты, олар кездесті,"),
		"trips":               words(n, "Аманов Алматыға барды,"),
		"meetings":            words(n, "Аманов Алматы қаласында тұрғындармен кездесті"),
		"told meetings":       words(n, "Аманов Алматы қаласында тұрғындармен кездесті,"),
		"many sentences":      words(n, "Аманов Алматы қаласында тұрғындармен кездесті."),
		"paragraphs":          strings.Repeat("Аманов Алматы қаласында тұрғындармен кездесті.\n", n/5),
		"different meetings":  numbered(n, "Алматы қаласында тұрғындармен кездесті,", "ов"),
		"topics":              words(n, "кездесуде су мәселесі талқыланды,"),
		"coalition":           words(n, "«Жасыл ел» коалициясының мүшелері"),
		"Latin":               words(n, "Amanov Almaty qalasynda turğyndarmen kezdestı"),
		"Russian words":       words(n, "это слово"),
		"Russian heads":       words(n, "районного совета"),
		"Russian persons":     words(n, "Иваном Петровым,"),
		"Russian surnames":    words(n, "Петровым"),
		"Russian titles":      words(n, "заместителя директора"),
		"Russian events":      words(n, "встреча состоялась,"),
		"Russian places":      words(n, "в Алматинской области, в городе Караганде"),
		"Russian adjectives":  words(n, "областного"),
		"Russian bodies":      words(n, "министерство культуры и информации"),
		"Russian meetings":    words(n, "Аманов встретился с жителями города Алматы"),
		"Russian told":        words(n, "Аманов встретился с жителями города Алматы,"),
		"Russian speech":      words(n, "Аманов сказал, что встреча прошла,"),
		"Russian members":     words(n, "в состав комиссии вошёл Аманов"),
		"Russian many":        words(n, "Аманов встретился с жителями города Алматы."),
	}
}

// words repeats a phrase until it has n words.
func words(n int, phrase string) string {
	return strings.Repeat(phrase+" ", n/len(strings.Fields(phrase)))
}

// numbered repeats a phrase behind a name that is another each time, until there are n
// words.
func numbered(n int, phrase, ending string) string {
	var b strings.Builder
	for i := range n / (1 + len(strings.Fields(phrase))) {
		b.WriteString("К")
		for ; i > 0; i /= 16 {
			b.WriteString("абдежзиклмнопрст"[2*(i%16) : 2*(i%16)+2])
		}
		b.WriteString(ending + " " + phrase + " ")
	}
	return b.String()
}

// hugeBound is what an idle machine needs a twentieth of, and one under the race detector a
// half; quadratic work would be minutes.
const hugeBound = 10 * time.Second

// steep is how many times longer a reader may take over four times as much: linear work
// takes four times as long, quadratic work sixteen.
const steep = 9

// TestHugeInput looks for work that grows with the square of the input, in processor time.
func TestHugeInput(t *testing.T) {
	x := newExtractor(t)
	quarters := huge(*hugeWords / 4)
	for name, text := range huge(*hugeWords) {
		t.Run(name, func(t *testing.T) {
			quarter, took := timeToRead(t, x, name, quarters[name]), timeToRead(t, x, name, text)
			t.Logf("took %v, a quarter of it %v", took, quarter)
			if took > hugeBound {
				t.Errorf("took longer than %v", hugeBound)
			}
			if took > steep*quarter+time.Second/2 && len(quarters[name]) < len(text) {
				t.Errorf("took %v, over %d times the %v of a quarter of it", took, steep, quarter)
			}
		})
	}
}

// timeToRead is the processor time that a report of a kind takes to read.
func timeToRead(t *testing.T, x *Extractor, kind, text string) time.Duration {
	lang := civic.Kazakh
	if strings.HasPrefix(kind, "Russian") {
		lang = civic.Russian
	}
	started := processorTime(t)
	x.Extract(civic.Report{Text: "Т\n" + text, Title: "Т", Language: lang, PublishedAt: "2026-02-17"})
	return processorTime(t) - started
}

package extract

import (
	"strings"
	"testing"
	"time"

	"civicgraph/internal/civic"
)

// huge are inputs on which a careless reader takes quadratic time: up to a megabyte
// or a hundred thousand words in one sentence.
var huge = map[string]string{
	"no space":            strings.Repeat("аб", 1<<18),
	"capitals":            strings.Repeat("АБ", 1<<18),
	"hyphens":             strings.Repeat("аб-", 1<<17),
	"not UTF-8":           strings.Repeat("\xd2", 1<<20),
	"stops":               strings.Repeat("А.", 1<<17),
	"quotes":              strings.Repeat("«", 10_000),
	"plain quotes":        strings.Repeat(`"`, 10_001),
	"brackets":            strings.Repeat("(", 10_000),
	"pairs of brackets":   strings.Repeat("(", 10_000) + strings.Repeat(")", 10_000),
	"closed quotes":       strings.Repeat("«а» ", 10_000),
	"quotes in quotes":    strings.Repeat("«Аманов ", 10_000) + strings.Repeat("» ", 10_000),
	"quoted names":        words(100_000, "«Жасыл ел» қоры,"),
	"speech":              words(100_000, "«Бұл жақсы іс болды», – деді Аманов,"),
	"words":               words(100_000, "сөз"),
	"commas":              words(100_000, "сөз,"),
	"lines":               strings.Repeat("сөз\n", 100_000),
	"surnames":            words(100_000, "Аманов"),
	"persons":             words(100_000, "Серік Аманов,"),
	"different persons":   numbered(100_000, "Серік Аманов", "ов"),
	"titled persons":      words(100_000, "аудан әкімі Серік Аманов,"),
	"akims":               words(100_000, "аудан әкімінің орынбасары"),
	"events":              words(100_000, "кездесу отырыс"),
	"held events":         words(100_000, "кездесу өтті,"),
	"places":              words(100_000, "Алматы Ақтау"),
	"local places":        words(100_000, "Алматыда Ақтауда"),
	"districts":           words(100_000, "Абай, Қордай аудандары"),
	"different districts": numbered(100_000, "ауданы", "ада"),
	"bodies":              words(100_000, "облыстық мәслихат"),
	"different bodies":    numbered(100_000, "мектебі", "лық"),
	"companies":           words(100_000, "ЖШС"),
	"numbers":             words(100_000, "500 1,2 2026-02-17 он бес"),
	"numerals":            words(100_000, "мың"),
	"people":              words(100_000, "500 тұрғын"),
	"groups":              words(100_000, "аудан тұрғындары,"),
	"members":             words(100_000, "құрамына Аманов енді"),
	"teams":               words(100_000, "топты Аманов бастап барды,"),
	"sources":             words(100_000, "деп хабарлайды сайт"),
	"statements":          words(100_000, "Аманов кездесу болғанын айтты,"),
	"pronouns":            words(100_000, "ол айтты, олар кездесті,"),
	"trips":               words(100_000, "Аманов Алматыға барды,"),
	"meetings":            words(100_000, "Аманов Алматы қаласында тұрғындармен кездесті"),
	"told meetings":       words(100_000, "Аманов Алматы қаласында тұрғындармен кездесті,"),
	"many sentences":      words(100_000, "Аманов Алматы қаласында тұрғындармен кездесті."),
	"paragraphs":          strings.Repeat("Аманов Алматы қаласында тұрғындармен кездесті.\n", 20_000),
	"different meetings":  numbered(100_000, "Алматы қаласында тұрғындармен кездесті,", "ов"),
	"topics":              words(100_000, "кездесуде су мәселесі талқыланды,"),
	"coalition":           words(100_000, "«Жасыл ел» коалициясының мүшелері"),
	"Latin":               words(100_000, "Amanov Almaty qalasynda turğyndarmen kezdestı"),
	"Russian words":       words(100_000, "это слово"),
	"Russian heads":       words(100_000, "районного совета"),
	"Russian persons":     words(100_000, "Иваном Петровым,"),
	"Russian surnames":    words(100_000, "Петровым"),
	"Russian titles":      words(100_000, "заместителя директора"),
	"Russian events":      words(100_000, "встреча состоялась,"),
	"Russian places":      words(100_000, "в Алматинской области, в городе Караганде"),
	"Russian adjectives":  words(100_000, "областного"),
	"Russian bodies":      words(100_000, "министерство культуры и информации"),
	"Russian meetings":    words(100_000, "Аманов встретился с жителями города Алматы"),
	"Russian told":        words(100_000, "Аманов встретился с жителями города Алматы,"),
	"Russian speech":      words(100_000, "Аманов сказал, что встреча прошла,"),
	"Russian members":     words(100_000, "в состав комиссии вошёл Аманов"),
	"Russian many":        words(100_000, "Аманов встретился с жителями города Алматы."),
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

// hugeBound is what an idle machine needs a tenth of, and one under the race detector
// nearly all; quadratic work would be minutes.
const hugeBound = 10 * time.Second

// TestHugeInput looks for work that grows with the square of the input.
func TestHugeInput(t *testing.T) {
	x := newExtractor(t)
	for name, text := range huge {
		t.Run(name, func(t *testing.T) {
			lang := civic.Kazakh
			if strings.HasPrefix(name, "Russian") {
				lang = civic.Russian
			}
			started := processorTime(t)
			x.Extract(civic.Report{Text: "Т\n" + text, Title: "Т", Language: lang, PublishedAt: "2026-02-17"})
			took := processorTime(t) - started
			t.Logf("took %v", took)
			if took > hugeBound {
				t.Errorf("took longer than %v", hugeBound)
			}
		})
	}
}

package kaz

import (
	"strings"
	"testing"
)

// sample is made up: it stands for the text of a report.
var sample = strings.Repeat("Қызылжар ауданының тұрғындары аудан әкімі Болат Смағұловпен кездесті. "+
	"«Жасыл ел – жастар үшін!» жобасының мүшелері 500-ге жуық көшет отырғызды, – деп хабарлайды ALMA.KZ. "+
	"Жиынға С. Ж. Әбенов, облыстық мәслихат депутаттары мен зауыт жұмысшылары қатысты.\n", 20)

func BenchmarkTokenize(b *testing.B) {
	n := 0
	for b.Loop() {
		n += len(Tokenize(sample))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkSentences(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		Sentences(sample)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	words := strings.Fields(sample)
	n := 0
	for b.Loop() {
		Analyze(words[n%len(words)])
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkAnalyzeRussian(b *testing.B) {
	for b.Loop() {
		AnalyzeRussian("Жамбылской")
	}
}

func BenchmarkNominative(b *testing.B) {
	for b.Loop() {
		Nominative("Қызылжар ауданының")
	}
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("«Жасыл ел» жобасының мүшелері")
	}
}

func BenchmarkSearchTerms(b *testing.B) {
	for b.Loop() {
		SearchTerms("«Жасыл ел» жобасының мүшелері")
	}
}

func BenchmarkQueryTerms(b *testing.B) {
	for b.Loop() {
		QueryTerms("қызылжар ауданында")
	}
}

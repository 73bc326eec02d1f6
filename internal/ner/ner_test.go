package ner_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"civicgraph/internal/ner"
)

func load(t testing.TB) *ner.Tagger {
	t.Helper()
	tagger, err := ner.Load()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

func TestSpans(t *testing.T) {
	words := strings.Fields("Мемлекет басшысы Қасым-Жомарт Тоқаев екі мың он бесінші жылы Астанада 12 адамды қабылдады .")
	want := []ner.Span{{0, 2, "POSITION"}, {2, 4, "PERSON"}, {4, 9, "DATE"}, {9, 10, "GPE"}, {10, 11, "CARDINAL"}}
	if diff := cmp.Diff(want, load(t).Spans(words)); diff != "" {
		t.Error(diff)
	}
}

func TestNothing(t *testing.T) {
	tagger := load(t)
	if tags, spans := tagger.Tag(nil), tagger.Spans(nil); len(tags) != 0 || len(spans) != 0 {
		t.Errorf("tags %v, spans %v", tags, spans)
	}
}

// TestAllocations tags a long sentence with about as many pieces of memory as a short one:
// none for each word. A few more are those of a scratch that the pool has lost, as it may
// at any time and does on purpose under the race detector.
func TestAllocations(t *testing.T) {
	tagger := load(t)
	words := strings.Fields(strings.Repeat("Қасым-Жомарт Тоқаев Астанада 12 адамды қабылдады . ", 60))
	tagger.Tag(words)
	few := testing.AllocsPerRun(20, func() { tagger.Tag(words[:7]) })
	many := testing.AllocsPerRun(20, func() { tagger.Tag(words) })
	if many > few+float64(len(words))/10 {
		t.Errorf("%v allocations for %d words, %v for 7", many, len(words), few)
	}
}

// TestModelSize holds the model to the size that was promised.
func TestModelSize(t *testing.T) {
	info, err := os.Stat("model.bin")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 2<<20 {
		t.Errorf("the model has %d bytes", info.Size())
	}
}

// invalid says what is not IOB2 in tags, or nothing.
func invalid(tags []string) string {
	before := ner.Outside
	for _, tag := range tags {
		switch class, inside := strings.CutPrefix(tag, "I-"); {
		case inside && before != "B-"+class && before != tag:
			return before + " " + tag
		case !inside && tag != ner.Outside && !strings.HasPrefix(tag, "B-"):
			return tag
		}
		before = tag
	}
	return ""
}

// FuzzTag looks for words that are not tagged one for one with valid IOB2.
func FuzzTag(f *testing.F) {
	f.Add("Ерлан Қошанов « Қазақстан » 12 , 5 млн. теңге")
	f.Add("« « \" » ” 2020-2021 жж . \xff")
	f.Add(strings.Repeat("5 , ", 700))
	tagger := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		tags := tagger.Tag(words)
		if len(tags) != len(words) {
			t.Fatalf("%d words, %d tags", len(words), len(tags))
		}
		if wrong := invalid(tags); wrong != "" {
			t.Errorf("%q in %q", wrong, tags)
		}
		end := 0
		for _, s := range tagger.Spans(words) {
			if s.Start < end || s.End <= s.Start || s.End > len(words) {
				t.Errorf("span %v after %d", s, end)
			}
			end = s.End
		}
	})
}

func BenchmarkTag(b *testing.B) {
	words := strings.Fields("Мемлекет басшысы Қасым-Жомарт Тоқаев екі мың он бесінші жылы Астанада « Қазақстан » орталығында 12 адамды қабылдады .")
	tagger := load(b)
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(words)
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	text, err := os.ReadFile("model.bin")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		model, err := ner.ReadModel(strings.NewReader(string(text)))
		if err != nil {
			b.Fatal(err)
		}
		ner.New(model)
	}
}

package kaz

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"civicgraph/internal/civic"
)

func TestDetectLanguage(t *testing.T) {
	for text, want := range map[string]civic.Language{
		"Жиын өтті.":                 civic.Kazakh,
		"Бала мектепке барды":        civic.Kazakh,
		"Семей қаласы":               civic.Kazakh,
		"Aqtöbe qalasynda jiyn ötti": civic.Kazakh,
		"":                           civic.Kazakh,
		"2026":                       civic.Kazakh,
		"Абай":                       civic.Kazakh,
		"В селе открыли школу":       civic.Russian,
		"Жители Караганды встретились с акимом": civic.Russian,
		"Общественный совет":                    civic.Russian,
		"Встреча прошла в Қонаеве":              civic.Russian,
		"«Ауыл» партиясы съезд өткізді":         civic.Kazakh,
		"Строительство дороги завершено":        civic.Russian,
		"Депутаттар ауылда болды":               civic.Kazakh,
		"Заңды қабылдады":                       civic.Kazakh,
	} {
		if got := DetectLanguage(text); got != want {
			t.Errorf("DetectLanguage(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestDetectLanguageOfReports takes whole reports and their lines by the annotated
// language.
func TestDetectLanguageOfReports(t *testing.T) {
	shared(t, "gold/FORMAT.md")
	files, err := filepath.Glob("../../../shared/gold/dev/*.gold.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	for _, file := range files {
		var gold struct{ Report, Language string }
		content, err := os.ReadFile(file)
		if err != nil || json.Unmarshal(content, &gold) != nil {
			t.Fatal(file, err)
		}
		text := string(shared(t, "gold/dev/"+gold.Report))
		for _, s := range append(Sentences(text), civic.Span{Start: 0, End: len(text)}) {
			if got := DetectLanguage(s.In(text)); string(got) != gold.Language {
				t.Errorf("%s: %q is read as %q", gold.Report, s.In(text), got)
			}
		}
	}
}

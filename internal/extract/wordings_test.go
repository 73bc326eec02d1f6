package extract

import (
	"testing"

	"civicgraph/internal/civic"
)

// TestWordingsAreListed holds the wordings that the engine asks for to the files.
func TestWordingsAreListed(t *testing.T) {
	all, err := readWordings(Rules())
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range allWordings {
		if all[civic.Kazakh][key] == "" && all[civic.Russian][key] == "" {
			t.Errorf("no language has the wording %s", key)
		}
	}
}

func TestWordings(t *testing.T) {
	w := wordings{}
	for _, line := range []string{"# Names.", "", "TRIPNAME = Поездка: …", "RECEPTIONNAME = Приём …"} {
		if err := w.add(line); err != nil {
			t.Errorf("the line %q: %v", line, err)
		}
	}
	if got, want := w.with(tripName, "в Уилский район"), "Поездка: в Уилский район"; got != want {
		t.Errorf("a trip is %q, want %q", got, want)
	}
	if got, want := w.with(receptionName, ""), "Приём"; got != want {
		t.Errorf("a reception of nobody named is %q, want %q", got, want)
	}
	for _, line := range []string{"TRAPNAME = Поездка", "TRIPNAME"} {
		if err := w.add(line); err == nil {
			t.Errorf("the line %q is no error", line)
		}
	}
}

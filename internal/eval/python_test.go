package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outcome is what a run of score.py, or of the scorer here, came to.
type outcome struct {
	Status   int
	Out, Err string
}

// rounds is how often each damage is done, with other seeds. Fifteen have been tried.
const rounds = 1

// TestAsScorePy compares the whole output with that of score.py: on the development
// reports as they are read, on the gold as a perfect prediction, and on damaged copies.
func TestAsScorePy(t *testing.T) {
	python := startPython(t)
	dev := filepath.Join(goldDir, "dev")
	extracted := readingsOf(t, dev)
	echo := python.run(t, "--echo", dev).Out
	for name, lines := range map[string]string{"extracted": extracted, "perfect": echo, "none": "", "half": extracted + "\n{"} {
		python.compare(t, name, dev, lines)
	}
	for i, d := range damages {
		for n := range rounds {
			name := fmt.Sprintf("%s %d", d.name, n)
			python.compare(t, name, dev, spoil(t, dev, extracted, uint64(n*100+i), d))
			python.compare(t, name+" of the perfect", dev, spoil(t, dev, echo, uint64(n*100+i), d))
		}
	}
	for n := range 4 * rounds {
		python.compare(t, fmt.Sprintf("all damages %d", n), dev, spoil(t, dev, extracted, uint64(1000+n), pick(uint64(n))...))
	}
}

// pick is a handful of damages.
func pick(seed uint64) []damage {
	r := rand.New(rand.NewPCG(seed, 5))
	var all []damage
	for range 4 {
		all = append(all, damages[r.IntN(len(damages))])
	}
	return all
}

// TestGoldAsScorePy compares what is said of damaged gold, and the figures against it
// where it can be used.
func TestGoldAsScorePy(t *testing.T) {
	python := startPython(t)
	dev := filepath.Join(goldDir, "dev")
	extracted := readingsOf(t, dev)
	for i, d := range goldDamages {
		for n := range rounds {
			name, folder := fmt.Sprintf("gold: %s %d", d.name, n), t.TempDir()
			spoilGold(t, dev, folder, uint64(n*100+i), d)
			want, got := python.run(t, "--check", folder), checkHere(t, folder)
			if diff := cmp.Diff(sortedLines(want.Out), sortedLines(got.Out)); diff != "" || want.Status != got.Status {
				t.Errorf("%s: check says %d, not %d (-score.py +here):\n%s", name, got.Status, want.Status, diff)
			}
			python.compare(t, name, folder, extracted)
		}
	}
}

// python is a running score.py.
type python struct {
	in  *json.Encoder
	out *bufio.Reader
}

// startPython starts score.py, or skips the test where it cannot.
func startPython(t *testing.T) *python {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3, which runs score.py, is missing")
	}
	if _, err := os.Stat(filepath.Join(goldDir, "score.py")); err != nil {
		t.Skip("score.py is missing: no ../shared/gold beside the project")
	}
	cmd := exec.CommandContext(t.Context(), path, "testdata/both.py", goldDir)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1", "PYTHONUTF8=1")
	cmd.Stderr = t.Output()
	in, inErr := cmd.StdinPipe()
	out, outErr := cmd.StdoutPipe()
	if err := errors.Join(inErr, outErr, cmd.Start()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		cmd.Wait()
	})
	return &python{json.NewEncoder(in), bufio.NewReader(out)}
}

// run runs score.py with some arguments.
func (p *python) run(t *testing.T, args ...string) outcome {
	t.Helper()
	if err := p.in.Encode(args); err != nil {
		t.Fatal(err)
	}
	line, err := p.out.ReadBytes('\n')
	if err != nil {
		t.Fatal(err)
	}
	var r outcome
	if err := json.Unmarshal(line, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// minima are asked of every comparison.
var minima = []string{"named=0.9", "kk.events.R=0.5", "edges=0.6", "props=0.7", "Event.date.earliest=.8", "evidence=0.95", "explicit.P=0.8"}

// compare holds the table, the details of one report and the shortfalls against
// score.py's.
func (p *python) compare(t *testing.T, name, folder, lines string) {
	t.Helper()
	predictions := filepath.Join(t.TempDir(), "found.jsonl")
	if err := os.WriteFile(predictions, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	const detailed = "2026-02-17-zhambyl"
	args := append([]string{folder, predictions, "--detail", detailed, "--min"}, minima...)
	want, got := p.run(t, args...), scoreHere(folder, predictions, detailed)
	if want.Status == 2 && got.Status == 2 {
		return // the words for unusable gold are compared by TestGoldAsScorePy
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-score.py +here):\n%s", name, diff)
	}
}

// scoreHere does what score.py does.
func scoreHere(folder, predictions, detailed string) outcome {
	var out, err bytes.Buffer
	fallen, failure := scoreInto(&out, &err, folder, predictions, detailed)
	switch {
	case failure != nil:
		return outcome{2, "", failure.Error()}
	case len(fallen) > 0:
		return outcome{1, out.String(), err.String()}
	}
	return outcome{0, out.String(), err.String()}
}

func scoreInto(out, err *bytes.Buffer, folder, predictions, detailed string) ([]string, error) {
	gold, failure := ReadGold(folder)
	if failure != nil {
		return nil, failure
	}
	file, failure := os.Open(predictions)
	if failure != nil {
		return nil, failure
	}
	defer file.Close()
	found, failure := gold.ReadPredictions(file, predictions)
	if failure != nil {
		return nil, failure
	}
	result := gold.Score(found)
	fallen, failure := result.Shortfalls(minima)
	for _, name := range found.Strangers {
		fmt.Fprintf(err, "note: no gold for %s\n", name)
	}
	for _, line := range fallen {
		fmt.Fprintln(err, line)
	}
	return fallen, errors.Join(failure, result.WriteDetail(out, detailed), result.WriteTable(out))
}

func checkHere(t *testing.T, folder string) outcome {
	t.Helper()
	var out bytes.Buffer
	well, err := CheckGold(&out, folder)
	if err != nil {
		t.Fatal(err)
	}
	status := 1
	if well {
		status = 0
	}
	return outcome{status, out.String(), ""}
}

// sortedLines are the lines in order, without lists of what is allowed.
func sortedLines(s string) []string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i], _, _ = strings.Cut(line, " is not one of ")
	}
	slices.Sort(lines)
	return lines
}

// readingsOf are what the extractor reads in the reports of some gold.
func readingsOf(t *testing.T, folder string) string {
	t.Helper()
	gold, err := ReadGold(folder)
	if err != nil {
		t.Skip("no development reports: ../shared/gold is missing")
	}
	lines, err := gold.readings(newExtractor(t))
	if err != nil {
		t.Fatal(err)
	}
	return string(lines)
}

// spoil does damages to predictions.
func spoil(t *testing.T, folder, lines string, seed uint64, todo ...damage) string {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	var out strings.Builder
	for line := range strings.Lines(lines) {
		record, err := parse([]byte(line), "a prediction")
		if err != nil {
			t.Fatal(err)
		}
		gold := readJSON(t, filepath.Join(folder, strings.TrimSuffix(record["file"].(string), ".txt")+goldExtension))
		for _, d := range todo {
			d.do(&damaged{r, record, gold, 1000})
		}
		out.WriteString(encoded(t, record))
	}
	return out.String()
}

// spoilGold writes a folder of gold to which damages were done.
func spoilGold(t *testing.T, from, to string, seed uint64, d damage) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 2))
	paths, err := goldFiles(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		record := readJSON(t, path)
		if r.IntN(2) == 0 {
			d.do(&damaged{r, record, record, 1000})
		}
		base := strings.TrimSuffix(filepath.Base(path), goldExtension)
		text, err := os.ReadFile(filepath.Join(from, base+".txt"))
		err = errors.Join(err, os.WriteFile(filepath.Join(to, base+".txt"), text, 0o644),
			os.WriteFile(filepath.Join(to, base+goldExtension), []byte(encoded(t, record)), 0o644))
		if err != nil {
			t.Fatal(err)
		}
	}
}

func readJSON(t *testing.T, path string) object {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	record, err := parse(data, path)
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func encoded(t *testing.T, record object) string {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(record); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

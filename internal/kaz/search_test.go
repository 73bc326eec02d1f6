package kaz

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared reads a file of the material beside the repository.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", name))
	if err != nil {
		t.Skipf("the material beside the repository is missing: %v", err)
	}
	return text
}

// matches reports whether every group of the query matches a term of the name.
func matches(query, name string) bool {
	terms := SearchTerms(name)
	groups := QueryTerms(query)
	for _, group := range groups {
		if !anyMatch(group, terms) {
			return false
		}
	}
	return len(groups) > 0
}

func anyMatch(group []Term, terms []string) bool {
	for _, want := range group {
		for _, term := range terms {
			if term == want.Text || want.Prefix && strings.HasPrefix(term, want.Text) {
				return true
			}
		}
	}
	return false
}

func TestSearchCases(t *testing.T) {
	var cases struct {
		Cases []struct {
			Query  string
			Expect *struct{ Name string }
		}
	}
	if err := json.Unmarshal(shared(t, "gold/search-cases.json"), &cases); err != nil {
		t.Fatal(err)
	}
	found, expected := 0, 0
	for _, c := range cases.Cases {
		if c.Expect == nil {
			continue
		}
		expected++
		if matches(c.Query, c.Expect.Name) {
			found++
		} else {
			t.Errorf("%q does not find %q: %v, %v", c.Query, c.Expect.Name, QueryTerms(c.Query), SearchTerms(c.Expect.Name))
		}
	}
	t.Logf("%d of %d searches find what they must", found, expected)
}

// TestSpellings searches for a name in other scripts, transcriptions and cases.
func TestSpellings(t *testing.T) {
	for name, queries := range map[string][]string{
		"Нұрлан Әбенов":          {"Nurlan Abenov", "Nūrlan Äbenov", "Нурлан Абенов", "әбеновтің", "Абеновым", "нұрл", "Әбенов Нұрлан"},
		"Шығыс Қазақстан облысы": {"Shyghys Qazaqstan", "Şyğys Qazaqstan oblysy", "шыгыс казакстан", "Шығыс Қазақстан облысында"},
		"Ақтөбе":                 {"Aqtobe", "Aktobe", "Aqtöbe", "Актобе", "Ақтөбеде", "Aqtöbede", "ақтөбеден"},
		"Көкшетау":               {"Kokshetau", "Көкшетауға", "Kókshetaý"},
		"Жетісу облысы":          {"Zhetisu", "Jetisu", "Жетысу", "Zhetysu oblysy", "Jetısu oblysyna"},
		"«Жасыл ел» ЖШС":         {"жасыл ел", "Zhasyl el", "Jasyl el", "ЖАСЫЛ"},
		"Щучинск":                {"Щучинск", "Shuchinsk", "Schuchinsk"},
		"Жүсіп Яхияұлы":          {"Zhusip", "Jüsip", "Yakhiyauly", "Жусип Яхияулы"},
		"Мәдениет сарайы":        {"madeniet saraiy", "Мәдениет сарайында", "мадениет сарайы"},
		"Усть-Каменогорск":       {"усть-каменогорск", "Ust-Kamenogorsk", "Усть-Каменогорске"},
		"Тәуелсіздік алаңы":      {"Tauelsizdik", "Täuelsızdık alañy", "тәуелсіздік алаңында"},
		"Қазақстан Республикасы": {"Qazaqstan Respublıkasy", "Kazakstan Respublikasy", "Қазақстан Республикасының"},
		"Цифрлық даму":           {"Tsifrlyq damu", "цифрлык даму"},
		"Дәулет Шоқанұлы":        {"Daulet Shokanuly", "Dáýlet Shoqanuly", "Даулет Шоканулы"},
	} {
		for _, query := range queries {
			if !matches(query, name) {
				t.Errorf("%q does not find %q: %v, %v", query, name, QueryTerms(query), SearchTerms(name))
			}
		}
	}
}

// TestOthersAreNotFound searches for what must not be found.
func TestOthersAreNotFound(t *testing.T) {
	for query, name := range map[string]string{
		"Алматы қаласы": "Алматы облысы",
		"Тараз":         "Талас ауданы",
		"Әбенова":       "Нұрлан Сәбенов",
		"«»":            "Семей",
		"Semei qalasy":  "Сенат",
	} {
		if matches(query, name) {
			t.Errorf("%q finds %q: %v, %v", query, name, QueryTerms(query), SearchTerms(name))
		}
	}
}

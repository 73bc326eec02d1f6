package extract

import (
	"fmt"
	"io/fs"
	"strings"

	"civicgraph/internal/civic"
)

// areaKinds are what areas are called in a language, by their kind or by their own word.
type areaKinds map[string]areaForms

// areaForms are the forms in which an area is called; "" for those that its language
// does not need.
type areaForms struct {
	titled string // in the title of who leads it: «облыс» әкімі
	named  string // behind its name: Жамбыл «облысы»
	owning string // behind its name, before what it has: Жамбыл «облысының» кеңесі
}

// readAreaKinds reads the file kinds.txt of each language folder.
func readAreaKinds(rules fs.FS) (map[civic.Language]areaKinds, error) {
	all := map[civic.Language]areaKinds{}
	for _, lang := range []civic.Language{civic.Kazakh, civic.Russian} {
		all[lang] = areaKinds{}
		if err := eachLine(rules, string(lang)+"/kinds.txt", all[lang].add); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// add reads a line «KIND: titled, named, owning».
func (k areaKinds) add(line string) error {
	line, _, _ = strings.Cut(line, "#")
	kind, list, ok := strings.Cut(line, ":")
	if !ok {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		return fmt.Errorf("%q has no kind of area before a colon", strings.TrimSpace(line))
	}
	var forms [3]string
	words := strings.Split(list, ",")
	if len(words) > len(forms) {
		return fmt.Errorf("%q has more than %d forms", strings.TrimSpace(line), len(forms))
	}
	for i, word := range words {
		forms[i] = strings.TrimSpace(word)
	}
	k[strings.TrimSpace(kind)] = areaForms{forms[0], forms[1], forms[2]}
	return nil
}

// called is the word behind the name of an area: «ауданы», «ауылдық округі».
func (k areaKinds) called(text, kind string) string {
	if word := k[text].named; word != "" {
		return word
	}
	return k[kind].named
}

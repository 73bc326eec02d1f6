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
	return eachLanguage(rules, "kinds.txt", areaKinds.add)
}

// add reads a line «KIND: titled, named, owning».
func (k areaKinds) add(line string) error {
	kind, list, err := entry(line, ":")
	if err != nil || kind == "" {
		return err
	}
	var forms [3]string
	words := strings.Split(list, ",")
	if len(words) > len(forms) {
		return fmt.Errorf("%s has more than %d forms", kind, len(forms))
	}
	for i, word := range words {
		forms[i] = strings.TrimSpace(word)
	}
	k[kind] = areaForms{forms[0], forms[1], forms[2]}
	return nil
}

// called is the word behind the name of an area: «ауданы», «ауылдық округі».
func (k areaKinds) called(text, kind string) string {
	if word := k[text].named; word != "" {
		return word
	}
	return k[kind].named
}

package extract

import (
	"slices"
	"strings"

	"civicgraph/internal/kaz"
)

// parsePerson says which word of a name is which part.
func parsePerson(shape string, words []string) personName {
	var p personName
	switch {
	case shape == "S":
		p.family = words[0]
	case shape == "G":
		p.given = words[0]
	case strings.ContainsRune(shape, rune(particlePart)):
		p.given, p.family = words[0], strings.Join(words[1:], " ")
	case strings.HasPrefix(shape, "I"):
		n := strings.LastIndexByte(shape, byte(initialPart)) + 1
		p.given, p.family = words[0], words[len(words)-1]
		if n > 1 {
			p.patronymic = words[1]
		}
	case strings.HasSuffix(shape, "I"):
		n := strings.IndexByte(shape, byte(initialPart))
		p.family, p.given = strings.Join(words[:n], " "), words[n]
		if n+1 < len(words) {
			p.patronymic = words[n+1]
		}
	case len(words) == 2:
		p = parsePair(shape, words)
	default:
		p = parseTriple(shape, words)
	}
	return p
}

// parsePair reads two words: given name and patronymic, surname and given name, or
// as most often given name and surname.
func parsePair(shape string, words []string) personName {
	switch shape {
	case "GP", "UP":
		return personName{given: words[0], patronymic: words[1]}
	case "SG":
		if strings.HasSuffix(words[0], "ын") { // more given names than surnames end so
			break
		}
		return personName{family: words[0], given: words[1]}
	}
	return personName{given: words[0], family: words[1]}
}

// parseTriple reads three words or more by where the patronymic stands.
func parseTriple(shape string, words []string) personName {
	n := len(words)
	switch strings.IndexByte(shape, byte(patronymicPart)) {
	case 1:
		return personName{given: words[0], patronymic: words[1], family: strings.Join(words[2:], " ")}
	case 2:
		return personName{family: words[0], given: words[1], patronymic: words[2]}
	}
	return personName{given: words[0], patronymic: strings.Join(words[1:n-1], " "), family: words[n-1]}
}

// forms are the ways to write the name, the fullest first.
func (p personName) forms() []string {
	var forms []string
	for _, words := range [][]string{
		{p.given, p.patronymic, p.family}, {p.family, p.given, p.patronymic},
		{p.given, p.family}, {p.family},
	} {
		form := strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
		if form != "" && form != p.given && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

// keys are what persons of a folded name are filed under.
func (p personName) keys() []string {
	var keys []string
	if p.family != "" {
		keys = append(keys, "family "+p.family)
	}
	if p.given != "" {
		keys = append(keys, "given "+p.given)
	}
	return keys
}

// agrees reports whether two names may be one person's: they share the surname, or the
// given name where one has no surname, and contradict each other nowhere.
func (p personName) agrees(q personName) bool {
	family := sameOrAbsent(p.family, q.family) && sameOrAbsent(p.given, q.given) && sameOrAbsent(p.patronymic, q.patronymic)
	if !family {
		return false
	}
	if p.family != "" && q.family != "" {
		return true
	}
	return p.given != "" && p.given == q.given
}

// folded is the name as it is compared; an initial keeps its stop.
func (p personName) folded() personName {
	fold := func(part string) string {
		if strings.HasSuffix(part, ".") {
			return kaz.Fold(part) + "."
		}
		return kaz.Fold(part)
	}
	return personName{fold(p.given), fold(p.patronymic), fold(p.family)}
}

// sameOrAbsent compares two parts of folded names: «с.» agrees with «сәуірбек».
func sameOrAbsent(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	initial, dotted := strings.CutSuffix(a, ".")
	other, alsoDotted := strings.CutSuffix(b, ".")
	switch {
	case dotted && !alsoDotted:
		return strings.HasPrefix(other, initial)
	case alsoDotted && !dotted:
		return strings.HasPrefix(initial, other)
	}
	return initial == other
}

// merged has the fuller of the parts of two names.
func (p personName) merged(q personName) personName {
	return personName{fuller(p.given, q.given), fuller(p.patronymic, q.patronymic), fuller(p.family, q.family)}
}

func fuller(a, b string) string {
	if a == "" || strings.HasSuffix(a, ".") && b != "" {
		return b
	}
	return a
}

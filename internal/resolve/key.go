package resolve

import (
	"fmt"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

const katoPrefix = "kato:"

func placeKey(code string) string { return katoPrefix + code }

func codeOf(key string) string { return strings.TrimPrefix(key, katoPrefix) }

// keyer makes the identity keys of a reading's referents.
type keyer struct {
	reading *civic.Reading
	at      map[civic.ID]int    // referents by the id that extraction gave them
	areas   map[civic.ID]string // of what lies in a place, that place's key
	seen    map[string]int      // events by report and clause
}

// keysOf is the identity key of each referent of what extraction found.
func keysOf(reading *civic.Reading) []string {
	k := keyer{reading, map[civic.ID]int{}, map[civic.ID]string{}, map[string]int{}}
	for i := range reading.Referents {
		k.at[reading.Referents[i].ID] = i
	}
	k.findAreas()
	keys := make([]string, len(reading.Referents))
	for i := range reading.Referents {
		keys[i] = k.key(&reading.Referents[i])
	}
	return keys
}

// findAreas notes where things lie, by the first claim that says so.
func (k *keyer) findAreas() {
	for _, c := range k.reading.Claims {
		if c.Type != civic.LocatedIn || k.areas[c.Subject] != "" {
			continue
		}
		place := &k.reading.Referents[k.at[c.Object]]
		k.areas[c.Subject] = kaz.Fold(place.Names[0].Text)
		if place.Props.KatoCode != "" {
			k.areas[c.Subject] = placeKey(place.Props.KatoCode)
		}
	}
}

func (k *keyer) key(ref *civic.Referent) string {
	switch {
	case ref.Type == civic.TypeReport:
		return k.reading.Report.Source
	case ref.Type == civic.TypePerson:
		return personKey(ref)
	case ref.Type == civic.TypePlace:
		return k.placeKey(ref)
	case ref.Type.IsEvent():
		return k.eventKey(ref)
	case ref.Type == civic.TypeGroup:
		return k.own(kaz.Fold(ref.Names[0].Text))
	case ref.Type == civic.TypeStatement:
		return k.own(k.place(ref))
	case ref.Names[0].Kind == civic.NameDescribed:
		return k.describedKey(ref)
	}
	return kaz.Fold(ref.Names[0].Text)
}

// personKey puts the given name first, whichever way round the report has it.
func personKey(ref *civic.Referent) string {
	if p := ref.Props; p.GivenName != "" && p.FamilyName != "" {
		return kaz.Fold(p.GivenName + " " + p.FamilyName)
	}
	return kaz.Fold(ref.Names[0].Text)
}

func (k *keyer) placeKey(ref *civic.Referent) string {
	if ref.Props.KatoCode != "" {
		return placeKey(ref.Props.KatoCode)
	}
	return k.areas[ref.ID] + "/" + kaz.Fold(ref.Names[0].Text)
}

// describedKey tells what is only described by where it is, else by who says so.
func (k *keyer) describedKey(ref *civic.Referent) string {
	name := kaz.Fold(ref.Names[0].Text)
	if area := k.areas[ref.ID]; area != "" {
		return area + "/" + name
	}
	return k.own(name)
}

// eventKey is the clause that asserts the event, and which occurrence of it.
func (k *keyer) eventKey(ref *civic.Referent) string {
	clause := kaz.Fold(ref.Names[0].Text)
	if len(ref.Mentions) > 0 {
		clause = kaz.Fold(ref.Mentions[0].In(k.reading.Report.Text))
	}
	clause = string(ref.Type) + "/" + clause
	k.seen[clause]++
	return k.own(fmt.Sprintf("%s/%d", clause, k.seen[clause]))
}

func (k *keyer) place(ref *civic.Referent) string {
	if len(ref.Mentions) == 0 {
		return kaz.Fold(ref.Names[0].Text)
	}
	return fmt.Sprintf("%d-%d", ref.Mentions[0].Start, ref.Mentions[0].End)
}

// own keeps a key within its report.
func (k *keyer) own(key string) string { return string(k.reading.Report.ID) + "/" + key }

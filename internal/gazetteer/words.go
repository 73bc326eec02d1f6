package gazetteer

// The sorts of word that Words tells of, beside the kinds of place.
const (
	GivenName        = "GIVEN_NAME"
	SurnameEnding    = "SURNAME_ENDING"
	PatronymicEnding = "PATRONYMIC_ENDING"
	GivenNameEnding  = "GIVEN_NAME_ENDING"
)

// Words calls f with every name of the gazetteer, folded, and its sort: a kind of
// place, or one of the sorts above. A name may come again, under another sort or the
// same; the order is not fixed.
func (g *Gazetteer) Words(f func(name, sort string)) {
	for name := range g.names {
		f(name, GivenName)
	}
	for name := range g.index.last {
		for _, r := range g.index.rows(name) {
			f(name, g.rows[r].kind())
		}
	}
	for sort, endings := range map[string][]string{
		SurnameEnding:    g.shapes.surnames,
		PatronymicEnding: g.shapes.patronymics,
		GivenNameEnding:  g.shapes.givens,
	} {
		for _, ending := range endings {
			f(ending, sort)
		}
	}
}

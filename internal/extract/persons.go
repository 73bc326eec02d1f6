package extract

// findPersons finds the names of persons.
func (sc *scan) findPersons() {}

// findBarePlaces finds places by their bare names.
func (sc *scan) findBarePlaces() {}

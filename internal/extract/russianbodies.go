package extract

// russianBody reads the noun phrase whose head begins at token i.
func (sc *scan) russianBody(i int) {}

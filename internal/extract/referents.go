package extract

// identify makes one referent of all mentions of one thing.
func (x *Extractor) identify(d *document) {}

package ner

// Lexicon says of words and of endings, by their hash, what is known of them: bits
// that the trainer gives out. The lower ProperBits are of proper names and count for
// words with a capital, the others for all.
type Lexicon map[uint32]uint64

// ProperBits is how many bits are for proper names. The last bit of all says that a
// word is made of a proper name, as «қарағандылық», of Karaganda.
const (
	ProperBits  = 16
	proper      = 1<<ProperBits - 1
	derivedFrom = 1 << 63
	common      = derivedFrom - 1 - proper
)

// The templates of the lexicon's own keys.
const (
	wordEntry   = 200
	endingEntry = 201
	suffixEntry = 202
)

// AddWord notes something of a word, nominative, in small letters.
func (l Lexicon) AddWord(text string, bits uint64) { l.add(newKey(wordEntry).text(text), bits) }

// AddEnding notes something of all capitalised words that end so.
func (l Lexicon) AddEnding(text string, bits uint64) { l.add(newKey(endingEntry).text(text), bits) }

func (l Lexicon) add(k key, bits uint64) { l[k.short()] |= bits }

// How much of a word may be suffixes, and how much of it must be left.
const (
	longestCut    = 12
	longestSuffix = 5
	shortestBase  = 2
)

// The sorts of suffix.
const (
	inflection = 1
	derivation = 2
)

// lookUp is what the lexicon says of a word with any number of its suffixes taken off;
// the longest base that it knows is meant.
func (e *Extractor) lookUp(lower []rune, upper bool) (bits uint64) {
	var cuts [longestCut + longestSuffix + 1]uint64
	cuts[0] = inflection
	for cut := 0; cut <= longestCut && len(lower)-cut >= shortestBase; cut++ {
		if cuts[cut] == 0 {
			continue
		}
		base := lower[:len(lower)-cut]
		bits |= e.lookUpBase(base, bits, cuts[cut], cut > 0, upper)
		e.cutMore(base, cuts[cut:])
	}
	return bits
}

// cutMore notes what can be cut off a base.
func (e *Extractor) cutMore(base []rune, cuts []uint64) {
	k := newKey(suffixEntry)
	for n := 1; n <= longestSuffix && n < len(base); n++ {
		k = k.rune(base[len(base)-n])
		if sort := e.suffixes.get(k); sort != 0 {
			cuts[n] |= cuts[0] | sort
		}
	}
}

// lookUpBase is what the lexicon says of a base beyond the bits that longer ones have.
func (e *Extractor) lookUpBase(base []rune, have, sort uint64, inflected, upper bool) uint64 {
	bits := e.lexicon.get(newKey(wordEntry).runes(base))
	if bits == 0 && inflected {
		bits = e.lookUpHardened(base)
	}
	switch {
	case bits&proper == 0:
	case sort&derivation != 0 && have&proper == 0:
		bits |= derivedFrom
	case !upper || have&proper != 0:
		bits &^= proper
	}
	if have>>ProperBits != 0 {
		bits &= proper | derivedFrom
	}
	if upper && sort == inflection {
		bits |= e.lookUpEnding(base)
	}
	return bits
}

// lookUpHardened looks up a base whose last sound was softened by a suffix: «мысығы» of
// «мысық».
func (e *Extractor) lookUpHardened(base []rune) uint64 {
	hard := hardened(base[len(base)-1])
	if hard == 0 {
		return 0
	}
	k := newKey(wordEntry)
	for _, r := range base[:len(base)-1] {
		k = k.rune(r)
	}
	return e.lexicon.get(k.rune(hard).close())
}

// hardened is the sound at the end of a word that a suffix softens, or 0.
func hardened(r rune) rune {
	switch r {
	case 'ғ':
		return 'қ'
	case 'г':
		return 'к'
	case 'б':
		return 'п'
	}
	return 0
}

func (e *Extractor) lookUpEnding(base []rune) (bits uint64) {
	for n := 2; n <= 6 && n <= len(base)-2; n++ {
		bits |= e.lexicon.get(newKey(endingEntry).runes(base[len(base)-n:]))
	}
	return bits
}

// newSuffixes reads the endings that are cut off, each with its sort.
func newSuffixes(words numerals) dictionary {
	sorts := map[uint32]uint64{}
	for ending, sort := range words.endings {
		k := newKey(suffixEntry)
		runes := []rune(ending)
		for i := range runes {
			k = k.rune(runes[len(runes)-1-i])
		}
		sorts[k.short()] = sort
	}
	return newDictionary(sorts)
}

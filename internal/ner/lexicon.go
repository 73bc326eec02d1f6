package ner

// Lexicon says of words and of endings, by their hash, what is known of them: bits
// that the trainer gives out, as «a given name», «a town».
type Lexicon map[uint32]uint16

// The templates of the lexicon's own keys.
const (
	wordEntry   = 200
	endingEntry = 201
)

// AddWord notes something of a word, nominative, in small letters.
func (l Lexicon) AddWord(text string, bits uint16) { l.add(newKey(wordEntry).text(text), bits) }

// AddEnding notes something of all words that end so.
func (l Lexicon) AddEnding(text string, bits uint16) { l.add(newKey(endingEntry).text(text), bits) }

func (l Lexicon) add(k key, bits uint16) { l[k.short()] |= bits }

// longestCut is how long a case ending may be that is cut off before looking up.
const longestCut = 5

// lookUp is what the lexicon says of a word with or without its case ending.
func (e *Extractor) lookUp(lower []rune) (bits uint16) {
	for cut := 0; cut <= longestCut && len(lower)-cut >= 3; cut++ {
		base, ending := lower[:len(lower)-cut], lower[len(lower)-cut:]
		if cut > 0 && !e.numerals.endings[string(ending)] {
			continue
		}
		bits |= e.lexicon[newKey(wordEntry).runes(base).short()]
		for n := 2; n <= 6 && n <= len(base)-2; n++ {
			bits |= e.lexicon[newKey(endingEntry).runes(base[len(base)-n:]).short()]
		}
	}
	return bits
}

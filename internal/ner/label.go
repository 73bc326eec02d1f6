package ner

// Label is what the model says of a token: 0 outside of any name; otherwise a class
// and the token's place in the name. The four places tell more than IOB2's two: the
// last word of a name, and a name of one word, have features of their own.
type Label uint8

// The places of a token in a name.
const (
	first = iota
	inner
	last
	only
	Places // is how many there are
)

// MaxClasses is how many classes a model may have.
const MaxClasses = 25

// labels is how many labels there are at most.
const labels = 1 + Places*MaxClasses

// AnyClass stands for the labels of a place in names of all classes. Weights have it
// beside the labels: what begins a name often begins a name of any class.
func AnyClass(place int) Label { return Label(labels + place) }

// columns is how many labels weights have, those of all classes among them.
const columns = labels + Places

func newLabel(class, place int) Label { return Label(1 + Places*class + place) }

// Encode turns the IOB2 tags of a sentence into labels. A class is its place in
// classes; a tag that is not IOB2, or of another class, is taken as outside.
func Encode(tags, classes []string) []Label {
	out := make([]Label, len(tags))
	for i, tag := range tags {
		class := classOf(tag, classes)
		if class < 0 {
			continue
		}
		goesOn := i+1 < len(tags) && tags[i+1] == "I-"+classes[class]
		out[i] = newLabel(class, placeOf(tag[0] == 'B', goesOn))
	}
	return out
}

func classOf(tag string, classes []string) int {
	for i, class := range classes {
		if len(tag) > 2 && tag[2:] == class {
			return i
		}
	}
	return -1
}

func placeOf(begins, goesOn bool) int {
	switch {
	case begins && goesOn:
		return first
	case begins:
		return only
	case goesOn:
		return inner
	}
	return last
}

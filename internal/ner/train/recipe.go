package main

import (
	"io"
	"slices"

	"civicgraph/internal/ner"
)

// recipe is all that a model depends on, beside the sentences and the code.
type recipe struct {
	seed         uint64
	part         float64 // share of the sentences
	copies       int     // of each sentence with other names in it
	members      int     // how many fields, of a seed each, are averaged into one
	innerMembers int     // the same where evidence is learnt
	learner      learner
	judge        judge
	prune        float64
}

// standard is the recipe of the embedded model, as cross-validation chose it.
func standard() recipe {
	return recipe{
		seed:         1,
		part:         1,
		copies:       1,
		members:      8,
		innerMembers: 2,
		learner:      learner{epochs: 8, rate: 0.1, l2: 0.1, dropout: 0.5},
		judge:        judge{epochs: 8, rate: 0.05, l2: 0.0005, dropout: 0.5},
		prune:        0.03,
	}
}

// train learns a model from sentences.
func (r recipe) train(sentences []sentence, log io.Writer) *ner.Model {
	sentences = take(sentences, r.part)
	classes, lexicon := classesOf(sentences), newLexicon()
	model := r.fields(sentences, classes, lexicon, log)
	model.Evidence = r.evidence(sentences, classes, lexicon, log)
	return model
}

// fields learns a model without evidence.
func (r recipe) fields(sentences []sentence, classes []string, lexicon ner.Lexicon, log io.Writer) *ner.Model {
	sentences = append(slices.Clip(sentences), vary(sentences, r.copies, r.seed)...)
	data := newDataset(ner.NewExtractor(lexicon), sentences, classes)
	return quantise(r.average(data, log), data, lexicon, r.prune)
}

// average is the average of fields that differ in their seeds alone: what each owes to
// the order of its sentences and to chance evens out.
func (r recipe) average(data *dataset, log io.Writer) *field {
	sum := r.learner.learn(data, r.seed, log)
	for member := 1; member < r.members; member++ {
		sum.add(r.learner.learn(data, r.seed+uint64(member), log))
	}
	sum.divide(r.members)
	return sum
}

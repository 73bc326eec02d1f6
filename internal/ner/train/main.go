// Command train makes the tagger's model from KazNERD's validation split:
//
//	go run ./internal/ner/train -data ../shared/kaznerd -seed 1
//
// The same data and seed give the same bytes on amd64. With -cv it makes no model but
// judges the learner by five-fold cross-validation and prints the table by class.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// options are the settings of a run.
type options struct {
	data, out string
	cv        bool
	folds     int // of them so many are tried
	part      float64
	seed      uint64
	errors    string
	learner   learner
	prune     float64
	copies    int
	bias      float64
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	o.learner = defaults()
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&o.data, "data", "../shared/kaznerd", "directory of IOB2_valid.txt and sentence-ids.txt")
	flags.StringVar(&o.out, "out", filepath.FromSlash("internal/ner/model.bin"), "file to write the model to")
	flags.BoolVar(&o.cv, "cv", false, "cross-validate and print the table instead")
	flags.IntVar(&o.folds, "folds", foldCount, "how many of the five folds to try")
	flags.Float64Var(&o.part, "part", 1, "share of the sentences to train on")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of order and noise")
	flags.StringVar(&o.errors, "errors", "", "file for the sentences that were tagged wrong")
	flags.IntVar(&o.learner.epochs, "epochs", o.learner.epochs, "passes over the data")
	flags.Float64Var(&o.learner.rate, "rate", o.learner.rate, "learning rate at the start")
	flags.Float64Var(&o.learner.l2, "l2", o.learner.l2, "strength of regularisation")
	flags.Float64Var(&o.learner.dropout, "dropout", o.learner.dropout, "share of features left out at each sight")
	flags.Float64Var(&o.learner.missing, "missing", o.learner.missing, "margin against a missed name")
	flags.Float64Var(&o.learner.inventing, "inventing", o.learner.inventing, "margin against an invented name")
	flags.Float64Var(&o.learner.mistaking, "mistaking", o.learner.mistaking, "margin against a mistaken name")
	flags.IntVar(&o.copies, "copies", 0, "copies of each sentence with other names in it")
	flags.Float64Var(&o.prune, "prune", defaultPrune, "weights below this are dropped")
	flags.Float64Var(&o.bias, "bias", defaultBias, "taken off the score of no name, for recall")
	return o, flags.Parse(args)
}

func run(args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	sentences, err := readCorpus(o.data)
	if err != nil {
		return err
	}
	if o.cv {
		return crossValidate(o, sentences, out)
	}
	return writeModel(o, sentences, out)
}

func writeModel(o options, sentences []sentence, out io.Writer) error {
	model := train(o, take(sentences, o.part), out)
	file, err := os.Create(o.out)
	if err != nil {
		return err
	}
	if err := model.Write(file); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

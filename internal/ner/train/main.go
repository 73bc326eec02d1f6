// Command train makes the tagger's model from KazNERD's validation split:
//
//	go run ./internal/ner/train -data ../shared/kaznerd -seed 1
//
// The same data and seed give the same bytes. With -cv it makes no model but judges
// the learner by five-fold cross-validation and prints the table by class; with
// -errors as well it shows the sentences that were tagged wrong.
package main

import (
	"errors"
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
	errors    string
	folds     int // of them so many are tried
	recipe    recipe
}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "train:", err)
		}
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	o.recipe = standard()
	r := &o.recipe
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&o.data, "data", filepath.FromSlash("../shared/kaznerd"), "directory of IOB2_valid.txt and sentence-ids.txt")
	flags.StringVar(&o.out, "out", filepath.FromSlash("internal/ner/model.bin"), "file to write the model to")
	flags.BoolVar(&o.cv, "cv", false, "cross-validate and print the table instead")
	flags.StringVar(&o.errors, "errors", "", "with -cv: file for the sentences that were tagged wrong")
	flags.IntVar(&o.folds, "folds", foldCount, "with -cv: how many of the five folds to try")
	flags.Uint64Var(&r.seed, "seed", r.seed, "seed of order and noise")
	flags.Float64Var(&r.part, "part", r.part, "share of the sentences to train on")
	flags.IntVar(&r.copies, "copies", r.copies, "copies of each sentence with other names in it")
	flags.IntVar(&r.members, "members", r.members, "fields that are averaged into one")
	flags.IntVar(&r.innerMembers, "inner", r.innerMembers, "fields that are averaged into one where evidence is learnt")
	flags.IntVar(&r.learner.epochs, "epochs", r.learner.epochs, "passes over the data")
	flags.Float64Var(&r.learner.rate, "rate", r.learner.rate, "learning rate at the start")
	flags.Float64Var(&r.learner.l2, "l2", r.learner.l2, "strength of regularisation")
	flags.Float64Var(&r.learner.dropout, "dropout", r.learner.dropout, "share of features left out at each sight")
	flags.Float64Var(&r.prune, "prune", r.prune, "weights below this are dropped")
	return o, flags.Parse(args)
}

func run(args []string, out, log io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	sentences, err := readCorpus(o.data)
	if err != nil {
		return err
	}
	if !o.cv {
		return writeModel(o, sentences, log)
	}
	result := total(crossValidate(o.recipe, sentences, o.folds, log))
	result.table(out)
	if o.errors == "" {
		return nil
	}
	return os.WriteFile(o.errors, result.errors.Bytes(), 0o666)
}

// writeModel writes the model beside its place and then moves it there, so that a run
// that is broken off leaves the old one.
func writeModel(o options, sentences []sentence, log io.Writer) error {
	model := o.recipe.train(sentences, log)
	file, err := os.CreateTemp(filepath.Dir(o.out), "model")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	if err := errors.Join(model.Write(file), file.Chmod(0o644), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), o.out)
}

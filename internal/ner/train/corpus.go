package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// sentence is a sentence with its tags, and the number that it shares with its twins:
// the same sentence written with digits and with words.
type sentence struct {
	words []string
	tags  []string
	group int
}

func readCorpus(dir string) ([]sentence, error) {
	file, err := os.Open(filepath.Join(dir, "IOB2_valid.txt"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	sentences, err := readIOB2(file)
	if err != nil {
		return nil, err
	}
	ids, err := os.ReadFile(filepath.Join(dir, "sentence-ids.txt"))
	if err != nil {
		return nil, err
	}
	return sentences, number(sentences, strings.Fields(string(ids)))
}

// number gives the sentences the numbers of their groups: an id is letters that tell
// the twins apart, then the number.
func number(sentences []sentence, ids []string) (err error) {
	if len(ids) != len(sentences) {
		return fmt.Errorf("there are %d sentences but %d ids", len(sentences), len(ids))
	}
	for i, id := range ids {
		digits := strings.TrimLeft(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		if sentences[i].group, err = strconv.Atoi(digits); err != nil {
			return fmt.Errorf("the id %q: %w", id, err)
		}
	}
	return nil
}

func readIOB2(in io.Reader) (all []sentence, err error) {
	var s sentence
	scanner := bufio.NewScanner(in)
	for scanner.Scan() {
		fields := strings.Fields(scanner.Text())
		switch {
		case len(fields) >= 2:
			s.words = append(s.words, fields[0])
			s.tags = append(s.tags, fields[len(fields)-1])
		case len(s.words) > 0:
			all, s = append(all, s), sentence{}
		}
	}
	if len(s.words) > 0 {
		all = append(all, s)
	}
	return all, scanner.Err()
}

// classesOf are the classes in the tags, in alphabetical order.
func classesOf(sentences []sentence) (classes []string) {
	for _, s := range sentences {
		for _, tag := range s.tags {
			if len(tag) > 2 && !slices.Contains(classes, tag[2:]) {
				classes = append(classes, tag[2:])
			}
		}
	}
	slices.Sort(classes)
	return classes
}

// foldCount is into how many folds the sentences are divided.
const foldCount = 5

// split divides the sentences into those outside of a fold and those in it. Twins go
// together.
func split(sentences []sentence, fold int) (rest, held []sentence) {
	return splitBy(sentences, func(group int) bool { return group%foldCount == fold })
}

// splitBy divides the sentences by the numbers of their groups.
func splitBy(sentences []sentence, isHeld func(group int) bool) (rest, held []sentence) {
	for _, s := range sentences {
		if isHeld(s.group) {
			held = append(held, s)
		} else {
			rest = append(rest, s)
		}
	}
	return rest, held
}

// take is a share of the sentences, twins together.
func take(sentences []sentence, part float64) (taken []sentence) {
	for _, s := range sentences {
		if float64(s.group/foldCount%100) < 100*part {
			taken = append(taken, s)
		}
	}
	return taken
}

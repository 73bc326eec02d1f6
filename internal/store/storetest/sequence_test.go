package storetest_test

import (
	"fmt"
	"testing"

	"civicgraph/internal/store/storetest"
)

func TestSequenceOfModel(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { storetest.RunSequence(t, seed, 60, storetest.NewModel()) })
	}
}

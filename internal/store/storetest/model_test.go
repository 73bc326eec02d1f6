package storetest_test

import (
	"testing"

	"civicgraph/internal/store"
	"civicgraph/internal/store/storetest"
)

func TestModel(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return storetest.NewModel() })
}

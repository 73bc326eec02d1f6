package cli

import (
	"civicgraph/internal/extract"
	"civicgraph/internal/gazetteer"
	"civicgraph/internal/ingest"
	"civicgraph/internal/resolve"
	"civicgraph/internal/store"
)

// newPipeline puts together what reads reports into a store.
func newPipeline(into store.Writer) (*ingest.Pipeline, error) {
	places := gazetteer.New()
	extractor, err := extract.New(places)
	if err != nil {
		return nil, err
	}
	return ingest.New(extractor, resolve.New(places), into), nil
}

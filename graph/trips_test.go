package graph_test

import "testing"

// testRoundTrips counts what goes to the store: one statement for each distinct
// (field, arguments) of a level, however many objects stand there, under whatever
// alias, fragment, list or root field.
func testRoundTrips(t *testing.T, s *server, trace *tracer) {
	for _, tc := range trips {
		trace.taken()
		s.query(tc.query, nil)
		if heard := trace.taken(); len(heard) != tc.statements {
			t.Errorf("%s: %d statements, want %d:\n%q", tc.name, len(heard), tc.statements, heard)
		}
	}
}

var trips = []struct {
	name       string
	statements int
	query      string
}{
	{"one root field", 1, `{ people { nodes { name edgeCounts { count } } } }`},
	{"the same root field twice", 1, `{ a: people { nodes { id } } b: people { edges { cursor } pageInfo { hasNextPage } } }`},
	{"counts that degrees tell", 1 + 1, `{ people { nodes { memberOf(first: 1) { totalCount } } } }`},
	{"four levels with aliases", 2 + 2 + 1 + 2, `{
			people(first: 20) {
				nodes { ...attended short: meetings(first: 2) { nodes { id } } }
				edges { node { again: meetings(first: 5) { edges { node { ...held } relation { from { name } to { name } } } } } }
			}
			coalitions { nodes { ... on Actor { meetings(first: 5) { nodes { ...held } } } } }
		}
		fragment attended on Entity { ... on Person { meetings(first: 5) { nodes { ...held } } } }
		fragment held on Meeting {
			places(first: 3) {
				nodes { name ... on Place { parent { name } groups { nodes { id } } } }
				edges @include(if: true) { node { ... on Place { parent { id } } } }
			}
		}`},
	{"evidence and reports of a level", 1 + 1 + 1 + 2, `{ people(first: 10) { nodes { meetings(first: 3) { edges { relation {
			evidence(first: 1) { nodes { match report { text publisher { name } } } } words: evidence(first: 1) { nodes { before } } } } } } } }`},
	{"skipped fields", 1, `{ people { nodes { meetings @skip(if: true) { nodes { id } } } } }`},
	{"counts of a part of the edges", 1 + 1 + 1, `{ people { nodes { meetings(first: 1) { totalCount } } } }`},
	{"a node that is several types", 1 + 1, `{ entities(types: [PERSON, COALITION, ORGANIZATION], first: 30) { nodes { ... on Actor { meetings(first: 2) { nodes { id } } } } } }`},
}

// Package graph answers GraphQL operations from a store.
//
// An operation is read before it is run: the plan walks its selections level by
// level, makes one call to the store for each distinct (field, arguments) of a
// level, however many objects stand there, and leaves the answers with the objects.
// Then gqlgen walks the same selections and finds everything in place.
//
//	planner.go      where the plan meets gqlgen
//	plan.go         the walk over an operation, level by level
//	question.go     the calls to the store that a level makes, count.go those that count
//	relation.go     which field of which entity follows which edges of the graph
//	query.go        what the root fields ask, filter.go which entities they want
//	entity.go …     the schema's types, as gqlgen.yml binds them
//	resolver.go     the root fields' resolvers
//	generated.go    what gqlgen makes of all that
package graph

//go:generate go tool gqlgen generate

// Package civic is the vocabulary of the product: what a report says, what is
// drawn from it, what the graph holds and how it is asked. It imports only the
// standard library and decides nothing; every other package speaks in its words.
//
// The words in the order a sentence of news meets them:
//
//	Report     one article, with its source
//	Reading    what one extraction of one report yields
//	Referent   what the report speaks of; all its mentions of one thing are one referent
//	Claim      one assertion between two referents, with its evidence
//	Entity     what referents of all reports are assigned to; a node of the graph
//	Edge       a view over the claims between two entities
package civic

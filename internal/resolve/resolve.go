// Package resolve decides which referents of different reports are the same
// thing. The first answer is the identity rule of each type: an identity key made
// of what the report says, equal keys being one entity until a decision says
// otherwise. It prefers two nodes for one thing to one node for two: a description
// without a place stays with its report.
package resolve

import (
	"civicgraph/internal/civic"
	"civicgraph/internal/gazetteer"
)

// Resolver assigns the referents of readings to entities. It may be used by many
// goroutines at once.
type Resolver struct {
	places *gazetteer.Gazetteer
}

// New makes a resolver that knows the places of a gazetteer.
func New(places *gazetteer.Gazetteer) *Resolver { return &Resolver{places} }

// Resolve makes of what extraction found a reading that a store can keep: identity
// keys, ids derived from content, referents of one key made one, and the places
// above those that the report mentions. The reading it is given stays as it is.
func (r *Resolver) Resolve(found civic.Reading) *civic.Reading {
	reading := found
	reading.Referents, reading.Claims = nil, nil
	merged := newMerger(&reading)
	keys := keysOf(&found)
	for i, ref := range found.Referents {
		ref.Names = r.withRegistered(ref)
		merged.referent(ref, keys[i])
	}
	for _, claim := range found.Claims {
		merged.claim(claim)
	}
	for _, ref := range found.Referents {
		r.addParents(merged, ref)
	}
	addPublisher(merged)
	return &reading
}

// withRegistered adds the gazetteer's names to a registered place's own.
func (r *Resolver) withRegistered(ref civic.Referent) []civic.Name {
	place, ok := r.places.ByCode(ref.Props.KatoCode)
	if ref.Type != civic.TypePlace || !ok {
		return ref.Names
	}
	return append(append([]civic.Name(nil), ref.Names...), registered(place)...)
}

func registered(place gazetteer.Place) []civic.Name {
	names := []civic.Name{{Text: place.Name, Language: civic.Kazakh, Kind: civic.NameRegistered}}
	if place.Russian != "" && place.Russian != place.Name {
		names = append(names, civic.Name{Text: place.Russian, Language: civic.Russian, Kind: civic.NameRegistered})
	}
	return names
}

// addParents adds the chain of places above a registered one, as background.
func (r *Resolver) addParents(m *merger, ref civic.Referent) {
	if ref.Type != civic.TypePlace || ref.Props.KatoCode == "" {
		return
	}
	child := placeKey(ref.Props.KatoCode)
	for _, parent := range r.places.Parents(ref.Props.KatoCode) {
		key := placeKey(parent.Code)
		m.referent(civic.Referent{Type: civic.TypePlace, Names: registered(parent), Rule: "gazetteer",
			Props: civic.Props{Kind: parent.Kind, KatoCode: parent.Code, Lat: parent.Lat, Lon: parent.Lon}}, key)
		m.background(child, key)
		child = key
	}
}

package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// damage spoils a prediction, or the gold, of one report.
type damage struct {
	name string
	do   func(d *damaged)
}

// damaged is a report under damage: gold or prediction, the fields of which are
// nodes and edges in both.
type damaged struct {
	*rand.Rand
	record object
	gold   object // what the prediction is compared with
	size   int    // code points of the report
}

func (d *damaged) nodes() []any  { return d.record["nodes"].([]any) }
func (d *damaged) edges() []any  { return d.record["edges"].([]any) }
func (d *damaged) node() object  { return d.some(d.nodes()) }
func (d *damaged) edge() object  { return d.some(d.edges()) }
func (d *damaged) often() bool   { return d.IntN(3) == 0 }
func (d *damaged) id() string    { return d.node()["id"].(string) }
func (d *damaged) fresh() string { return fmt.Sprintf("fresh%d", d.Uint64()) }

// some is a random one of some records, or an empty one if there are none.
func (d *damaged) some(records []any) object {
	if len(records) == 0 {
		return object{"id": "none", "name": "none", "type": "Person"}
	}
	return records[d.IntN(len(records))].(object)
}

// drop takes out some records.
func (d *damaged) drop(records []any, out func(object) bool) []any {
	return slices.DeleteFunc(records, func(r any) bool { return out(r.(object)) })
}

// dropNodes takes out some nodes, with their edges.
func (d *damaged) dropNodes(out func(object) bool) {
	gone := map[any]bool{}
	d.record["nodes"] = d.drop(d.nodes(), func(n object) bool {
		if out(n) {
			gone[n["id"]] = true
		}
		return gone[n["id"]]
	})
	d.record["edges"] = d.drop(d.edges(), func(e object) bool { return gone[e["from"]] || gone[e["to"]] })
}

func (d *damaged) span() object {
	start := d.IntN(d.size - 1)
	return object{"start": start, "end": start + 1 + d.IntN(min(80, d.size-start))}
}

func (d *damaged) addNode(typ, name string) object {
	n := object{"id": d.fresh(), "type": typ, "name": name, "mentions": []any{d.span()}}
	d.record["nodes"] = append(d.nodes(), n)
	return n
}

func (d *damaged) addEdge(typ, from, to any) {
	e := object{"type": typ, "from": from, "to": to, "basis": "EXPLICIT", "evidence": []any{d.span()}}
	d.record["edges"] = append(d.edges(), e)
}

// shift moves the spans of a record by a few characters.
func (d *damaged) shift(spans any) {
	list, _ := spans.([]any)
	for _, s := range list {
		span := s.(object)
		start, end := offsetOf(span["start"])+d.IntN(61)-30, offsetOf(span["end"])+d.IntN(61)-30
		start = min(max(start, 0), d.size-1)
		span["start"], span["end"] = start, min(max(end, start+1), d.size)
	}
}

func offsetOf(v any) int {
	if n, ok := v.(int); ok {
		return n
	}
	n, _ := v.(json.Number).Int64()
	return int(n)
}

var types = []string{"Person", "Coalition", "Organization", "Place", "Meeting", "Visit", "Group", "Topic", "Statement", "Report"}

// retype gives a node another type, and clears its name of nothing.
func (d *damaged) retype(n object) {
	n["type"] = types[d.IntN(len(types))]
	if mentions, _ := n["mentions"].([]any); len(mentions) == 0 {
		n["mentions"] = []any{d.span()}
	}
}

// respell writes a name otherwise: some of it is forgiven, some not.
func (d *damaged) respell(name string) string {
	words := strings.Fields(name)
	switch d.IntN(9) {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return "“" + strings.Join(words, "  ") + "”."
	case 2:
		return name + "ның"
	case 3:
		return words[0]
	case 4:
		return words[len(words)-1]
	case 5:
		return strings.NewReplacer("е", "ё", "-", " – ", "и", "и\u0301").Replace(name)
	case 6:
		d.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(words, "_")
	case 7:
		return name + " " + name
	}
	return "«»"
}

// change changes, adds or removes a property, or a part of a block.
func (d *damaged) change(props object) {
	names := slices.Sorted(maps.Keys(props))
	if len(names) == 0 {
		props["status"] = "PLANNED"
		return
	}
	name := names[d.IntN(len(names))]
	if block, ok := props[name].(object); ok && d.often() {
		d.change(block)
		return
	}
	values := []any{"", nil, "PLANNED", "HELD", 5, "5", "2026-02-17", []any{5}, "төрағасы", "COMPANY", 5.0, 0}
	switch d.IntN(3) {
	case 0:
		delete(props, name)
	case 1:
		if _, isBlock := blocks[name]; !isBlock {
			props[name] = values[d.IntN(len(values))]
		}
	default:
		props["attendance"] = object{"value": 50, "qualifier": "EXACT"}
	}
}

func (d *damaged) propsOf(record object) object {
	props, _ := record["props"].(object)
	if props == nil {
		props = object{}
		record["props"] = props
	}
	return props
}

// every spoils some of the records.
func (d *damaged) every(records []any, spoil func(object)) {
	for _, r := range records {
		if d.often() {
			spoil(r.(object))
		}
	}
}

// damages are what predictions suffer.
var damages = []damage{
	{"nothing", func(*damaged) {}},
	{"nodes dropped", func(d *damaged) { d.dropNodes(func(object) bool { return d.often() }) }},
	{"edges dropped", func(d *damaged) {
		d.record["edges"] = d.drop(d.edges(), func(object) bool { return d.often() })
	}},
	{"types swapped", func(d *damaged) { d.every(d.nodes(), d.retype) }},
	{"coalitions called organisations", func(d *damaged) {
		swap := map[any]any{"Coalition": "Organization", "Organization": "Coalition", "Place": "Organization"}
		d.every(d.nodes(), func(n object) {
			if other := swap[n["type"]]; other != nil {
				n["type"] = other
			}
		})
	}},
	{"spans moved", func(d *damaged) {
		d.every(d.nodes(), func(n object) { d.shift(n["mentions"]) })
		d.every(d.edges(), func(e object) { d.shift(e["evidence"]) })
	}},
	{"spans at random", func(d *damaged) {
		d.every(d.nodes(), func(n object) { n["mentions"] = []any{d.span()} })
		d.every(d.edges(), func(e object) { e["evidence"] = []any{d.span(), d.span()} })
	}},
	{"properties changed", func(d *damaged) {
		d.every(d.nodes(), func(n object) { d.change(d.propsOf(n)) })
		d.every(d.edges(), func(e object) { d.change(d.propsOf(e)) })
	}},
	{"kinds moved", func(d *damaged) {
		d.every(d.nodes(), func(n object) {
			if kind, ok := n["kind"].(string); ok {
				d.propsOf(n)["kind"] = kind
			}
			n["kind"] = nil
		})
	}},
	{"names changed", func(d *damaged) {
		d.every(d.nodes(), func(n object) { n["name"] = d.respell(n["name"].(string) + " ") })
	}},
	{"aliases mixed up", func(d *damaged) {
		d.every(d.nodes(), func(n object) { n["aliases"] = []any{d.node()["name"], d.respell(n["name"].(string) + " ")} })
	}},
	{"nodes twice", func(d *damaged) {
		d.every(slices.Clone(d.nodes()), func(n object) {
			twin := maps.Clone(n)
			twin["id"] = d.fresh()
			d.record["nodes"] = slices.Insert(d.nodes(), d.IntN(len(d.nodes())+1), any(twin))
			d.every(slices.Clone(d.edges()), func(e object) {
				if e["from"] == n["id"] {
					d.addEdge(e["type"].(string), twin["id"], e["to"])
				}
			})
		})
	}},
	{"edges twice", func(d *damaged) { d.record["edges"] = append(d.edges(), d.edge(), d.edge(), d.edge()) }},
	{"ends swapped", func(d *damaged) {
		d.every(d.edges(), func(e object) { e["from"], e["to"] = e["to"], e["from"] })
		d.every(d.edges(), func(e object) { e["to"] = d.id() })
	}},
	{"edges invented", func(d *damaged) {
		for range 20 {
			d.addEdge(d.edge()["type"].(string), d.id(), d.id())
		}
	}},
	{"events invented", func(d *damaged) {
		for range 10 {
			n := d.addNode([]string{"Meeting", "Visit", "Statement"}[d.IntN(3)], "Кездесу")
			d.addEdge("PARTICIPATED_IN", d.id(), n["id"])
		}
	}},
	{"forbidden found", forbiddenFound},
	{"other order", func(d *damaged) {
		nodes, edges := d.nodes(), d.edges()
		d.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
		d.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
	}},
	{"file missing", func(d *damaged) {
		if d.often() {
			d.record["file"] = "stranger.txt"
		}
	}},
}

// forbiddenFound adds what the gold forbids.
func forbiddenFound(d *damaged) {
	entries, _ := d.gold["forbidden"].([]any)
	for _, raw := range entries {
		entry := raw.(object)
		if edge, ok := entry["edge"].(object); ok {
			d.addEdge(edge["type"].(string), edge["from"], edge["to"])
			continue
		}
		d.addNode(entry["type"].(string), entry["name"].(string))
		d.node()["aliases"] = []any{entry["name"]}
	}
	ids := map[any]bool{}
	for _, n := range d.nodes() {
		ids[n.(object)["id"]] = true
	}
	d.record["edges"] = d.drop(d.edges(), func(e object) bool { return !ids[e["from"]] || !ids[e["to"]] })
}

// goldDamages are what gold suffers; some make it unusable.
var goldDamages = []damage{
	{"optional here and there", func(d *damaged) {
		d.every(d.nodes(), func(n object) { n["optional"] = n["optional"] == nil })
		d.every(d.edges(), func(e object) { e["optional"] = e["optional"] == nil })
	}},
	{"either reading", func(d *damaged) {
		d.every(d.nodes(), func(n object) { n["alsoType"] = types[1+d.IntN(3)] })
	}},
	{"properties changed", func(d *damaged) {
		d.every(d.nodes(), func(n object) { d.change(d.propsOf(n)) })
		d.every(d.edges(), func(e object) { d.change(d.propsOf(e)) })
	}},
	{"properties gone", func(d *damaged) { d.every(d.nodes(), func(n object) { delete(n, "props") }) }},
	{"nodes dropped", func(d *damaged) {
		d.dropNodes(func(object) bool { return d.often() })
		d.record["forbidden"] = nil
	}},
	{"other order", func(d *damaged) {
		nodes := d.nodes()
		d.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
	}},
	{"evidence gone", func(d *damaged) { delete(d.edge(), "evidence"); d.node()["evidence"] = []any{"жоқ сөз", ""} }},
	{"fields of another kind", func(d *damaged) {
		d.node()["name"], d.node()["aliases"], d.node()["optional"] = 5, "x", "yes"
		d.edge()["from"], d.edge()["props"], d.edge()["evidence"] = nil, []any{}, []any{1}
	}},
	{"fields unknown", func(d *damaged) { d.node()["colour"], d.edge()["colour"], d.record["colour"] = 1, 2, 3 }},
	{"types unknown", func(d *damaged) { d.node()["type"], d.edge()["type"], d.edge()["basis"] = "Dog", "BITES", "" }},
	{"ends of other types", func(d *damaged) {
		d.edge()["to"] = d.id()
		d.edge()["from"] = d.edge()["to"]
		d.edge()["to"] = "nobody"
	}},
	{"nodes twice", func(d *damaged) { d.record["nodes"] = append(d.nodes(), maps.Clone(d.node())) }},
	{"names shared", func(d *damaged) { n := d.node(); d.node()["aliases"] = []any{n["name"]} }},
	{"edges twice", func(d *damaged) { d.record["edges"] = append(d.edges(), maps.Clone(d.edge())) }},
	{"gold forbidden", func(d *damaged) {
		n, e := d.node(), d.edge()
		d.record["forbidden"] = []any{object{"type": n["type"], "name": n["name"], "why": "x"},
			object{"edge": object{"type": e["type"], "from": e["from"], "to": e["to"]}, "why": "y"}, object{"type": "Dog", "name": "z"}}
	}},
	{"another day", func(d *damaged) { d.record["published"], d.record["language"] = "2026-01-01", "en" }},
	{"another format", func(d *damaged) { d.record["format"] = "civic-gold/1"; delete(d.record, "edges") }},
}

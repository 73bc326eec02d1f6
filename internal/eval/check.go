package eval

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"civicgraph/internal/civic"
	"civicgraph/internal/kaz"
)

// CheckGold prints what is wrong with each gold file of a folder, and remarks on what
// the model does not know. It reports whether all of them can be used; the error is
// of a folder without gold.
func CheckGold(w io.Writer, folder string) (bool, error) {
	paths, err := goldFiles(folder)
	if err != nil {
		return false, err
	}
	well := true
	for _, path := range paths {
		report, about, err := readGoldFile(path)
		size := "unreadable"
		if err != nil {
			about = &fields{where: about.where, problems: []string{err.Error()}}
		} else {
			size = fmt.Sprintf("%d nodes, %d edges, %d forbidden", len(report.graph.nodes), len(report.graph.edges), len(report.forbidden))
		}
		verdict := "ok "
		if len(about.problems) > 0 {
			verdict, well = "BAD", false
		}
		fmt.Fprintf(w, "%s %s (%s)\n", verdict, filepath.Base(path), size)
		printIndented(w, "", about.problems)
		printIndented(w, "note: ", about.notes)
	}
	return well, tellBare(w, folder)
}

func printIndented(w io.Writer, label string, lines []string) {
	for _, line := range lines {
		fmt.Fprintf(w, "    %s%s\n", label, line)
	}
}

// tellBare names the reports of a folder that have no gold.
func tellBare(w io.Writer, folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name, isText := strings.CutSuffix(entry.Name(), ".txt")
		if _, err := os.Stat(filepath.Join(folder, name+goldExtension)); isText && err != nil {
			fmt.Fprintf(w, "note: %s has no gold\n", entry.Name())
		}
	}
	return nil
}

// goldFields are the fields of a gold file and of the records in it.
var goldFields = map[string][]string{
	"":          {"format", "report", "language", "published", "nodes", "edges", "forbidden"},
	"nodes":     {"id", "type", "alsoType", "kind", "name", "aliases", "evidence", "props", "optional"},
	"edges":     {"type", "from", "to", "basis", "evidence", "props", "optional"},
	"forbidden": {"type", "name", "edge", "evidence", "why"},
}

// checkGold looks for everything that is asked of gold beyond the shape of its fields.
func checkGold(about *fields, record object, r *goldReport) {
	checkHeader(about, record, r)
	remarkUnknown(about, record, "", "")
	for _, list := range []string{"nodes", "edges", "forbidden"} {
		for _, raw := range each[object](&fields{}, record, "", list) {
			remarkUnknown(about, raw.value, raw.path, list)
		}
	}
	checkNodes(about, r.graph)
	for i, e := range r.graph.edges {
		checkEdge(about, e)
		if i := slices.IndexFunc(r.graph.edges[:i], e.sameAs); i >= 0 {
			about.complain(e.path, "%s is already %s: give that one both pieces of evidence", e, r.graph.edges[i].path)
		}
	}
	for _, item := range r.forbidden {
		checkForbidden(about, item, r.graph)
	}
	checkAllProps(about, r.graph)
}

// sameAs reports whether two edges of one side say the same.
func (e *edge) sameAs(other *edge) bool {
	return e.typ == other.typ && e.fromID == other.fromID && e.toID == other.toID
}

var firstLine = regexp.MustCompile(`^ ?date (\d{4}-\d\d-\d\d) \S`)

// checkHeader looks at the language, and whether the date is the first line's.
func checkHeader(about *fields, record object, r *goldReport) {
	oneOf(about, "language", r.language, []civic.Language{civic.Kazakh, civic.Russian})
	published := take[string](about, record, "", "published")
	switch first := firstLine.FindStringSubmatch(r.source); {
	case first == nil:
		about.complain("report", "its first line is not `date YYYY-MM-DD title`")
	case published != first[1]:
		about.complain("published", "%s, but the report says %s", quoted(published), first[1])
	}
}

// remarkUnknown remarks on the fields of a record that nobody reads.
func remarkUnknown(about *fields, raw object, path, list string) {
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		if !slices.Contains(goldFields[list], name) {
			about.remark(under(path, name), "unknown field, not scored")
		}
	}
}

// checkNodes asks for names that fold to something, and nothing twice.
func checkNodes(about *fields, g *graph) {
	type name struct {
		family civic.NodeType
		key    string
	}
	names, owners, reports := map[name]*node{}, map[name]*node{}, 0
	for _, n := range g.nodes {
		key := kaz.Fold(n.name)
		if key == "" {
			about.complain(n.path+".name", "has no letters")
		}
		twin := names[name{n.typ, key}]
		if twin != nil {
			about.complain(n.path+".name", "%s is already %s (%s)", n, twin.path, twin.id)
		} else {
			names[name{n.typ, key}] = n
		}
		if n.typ == civic.TypeReport {
			reports++
		}
		for _, key := range n.keys {
			other := owners[name{family(n.typ), key}]
			switch {
			case !n.isNamed():
			case other == nil:
				owners[name{family(n.typ), key}] = n
			case twin == nil:
				about.remark(n.path+".aliases", "«%s» also names %s (%s)", key, other.path, other.id)
			}
		}
	}
	if reports > 1 {
		about.complain("nodes", "more than one Report")
	}
}

// checkEdge asks for legal ends in one reading or the other, no loop, and evidence
// even for BACKGROUND.
func checkEdge(about *fields, e *edge) {
	signature := civic.Signatures[e.typ]
	checkLegal(about, e, "from", e.from, signature.From)
	checkLegal(about, e, "to", e.to, signature.To)
	if e.fromID == e.toID {
		about.complain(e.path, "leads from a node to itself")
	}
	if e.basis == civic.Background && len(e.spans) == 0 {
		about.complain(e.path+".evidence", "an edge needs evidence")
	}
}

func checkLegal(about *fields, e *edge, side string, end *node, legal []civic.NodeType) {
	if end != nil && e.typ.Valid() && !slices.Contains(legal, end.typ) && !slices.Contains(legal, end.also) {
		about.complain(e.path+"."+side, "%s %s a %s (%s) is not in the model", e.typ, side, end.typ, end.id)
	}
}

// checkForbidden complains of gold that forbids what it asks for.
func checkForbidden(about *fields, item forbidden, g *graph) {
	for _, n := range g.nodes {
		if item.edge == nil && n.typ == item.typ && slices.Contains(n.keys, item.key) {
			about.complain(item.path, "%s is also gold: %s (%s)", item.label, n.path, n.id)
		}
	}
	for _, e := range g.edges {
		if item.edge != nil && e.sameAs(item.edge) {
			about.complain(item.path, "%s is also gold: %s", item.label, e.path)
		}
	}
}

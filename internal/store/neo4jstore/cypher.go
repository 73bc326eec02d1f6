package neo4jstore

import (
	"embed"
	"strings"
	"text/template"

	"civicgraph/internal/civic"
)

//go:embed cypher
var files embed.FS

// queries are the templates of the folder cypher, by file name.
var queries = template.Must(template.New("").Funcs(template.FuncMap{
	"edgeTypes": func() []civic.EdgeType { return civic.EdgeTypes },
	"nodeTypes": func() []civic.NodeType { return civic.NodeTypes },
	"labels":    labels[civic.NodeType],
	"types":     labels[civic.EdgeType],
}).ParseFS(files, "cypher/*.cypher"))

// query renders a template. What it composes are names of package civic, never
// values: a failure is a mistake of this package.
func query(file string, data any) string {
	var b strings.Builder
	if err := queries.ExecuteTemplate(&b, file, data); err != nil {
		panic("neo4jstore: " + err.Error())
	}
	return b.String()
}

// labels joins types as Cypher alternates them: LEADS|MEMBER_OF.
func labels[T ~string](types []T) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = string(t)
	}
	return strings.Join(names, "|")
}

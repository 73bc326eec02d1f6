// The tallies of edges by id, each type along its own index.
{{- range $i, $type := edgeTypes}}
{{- if $i}}
UNION ALL{{end}}
UNWIND $ids.{{.}} AS id
MATCH ()-[e:{{.}} {id: id}]->() USING INDEX e:{{.}}(id)
RETURN e.id AS id, e.tally AS tally
{{- end}}

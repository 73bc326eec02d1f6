// The tallies of edges by id, each type along its own index.
CYPHER replan=skip
{{- range $i, $type := edgeTypes}}
{{- if $i}}
UNION ALL{{end}}
UNWIND $p.ids.{{.}} AS id
MATCH ()-[e:{{.}} {id: id}]->() USING INDEX e:{{.}}(id)
RETURN e.id AS id, e.tally AS tally
{{- end}}

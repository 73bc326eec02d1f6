// Puts edges, which are there, in their new shape; each type along its own index.
CYPHER replan=skip
{{- range edgeTypes}}
CALL () {
  UNWIND $p.rows.{{.}} AS row
  MATCH ()-[e:{{.}} {id: row.id}]->() USING INDEX e:{{.}}(id)
  SET e = row
}
{{- end}}

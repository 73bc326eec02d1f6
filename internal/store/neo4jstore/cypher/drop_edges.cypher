// Takes edges out; each type along its own index.
CYPHER replan=skip
{{- range edgeTypes}}
CALL () {
  UNWIND $p.rows.{{.}} AS row
  MATCH ()-[e:{{.}} {id: row.id}]->() USING INDEX e:{{.}}(id)
  DELETE e
}
{{- end}}

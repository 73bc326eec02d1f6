// Takes edges out; each type along its own index.
{{- range edgeTypes}}
CALL () {
  UNWIND $rows.{{.}} AS row
  MATCH ()-[e:{{.}} {id: row.id}]->() USING INDEX e:{{.}}(id)
  DELETE e
}
{{- end}}

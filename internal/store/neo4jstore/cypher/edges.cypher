// Edges by id, each type along its own index; those that are not there are left out.
CYPHER replan=skip
{{- range $i, $type := edgeTypes}}
{{- if $i}}
UNION ALL{{end}}
UNWIND $p.ids AS id
MATCH ()-[e:{{$type}} {id: id}]->() USING INDEX e:{{$type}}(id)
RETURN e.body AS body
{{- end}}

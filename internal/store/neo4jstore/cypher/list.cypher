// A page of the entities of some types that a filter lets through.
{{- if .Anchored}}
{{template "anchor" .Filter}}
WHERE n.type IN $types AND $low < n.{{.Key}} AND n.{{.Key}} < $high
{{- template "conditions" .Filter}}
{{- else}}
UNWIND $types AS type
CALL (type) {
  MATCH (n:Entity)
  USING INDEX n:Entity(type, {{.Key}})
  WHERE n.type = type AND $low < n.{{.Key}} AND n.{{.Key}} < $high
  {{- template "conditions" .Filter}}
  RETURN n ORDER BY n.type{{.Order}}, n.{{.Key}}{{.Order}} LIMIT $limit
}
{{- end}}
WITH n ORDER BY n.{{.Key}}{{.Order}} LIMIT $limit
WITH n.{{.Key}} AS sort, {{template "entity"}}
RETURN sort, body, twins[0] ORDER BY sort{{.Order}}

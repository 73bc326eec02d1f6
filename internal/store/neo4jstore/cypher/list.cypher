{{/* A walk along the list of each type, no longer than the page. */}}
{{- define "walk"}}
  UNWIND $p.types AS type
  CALL (type) {
    MATCH (n:Entity)
    USING INDEX n:Entity(type, {{.Key}})
    WHERE n.type = type AND $p.low < n.{{.Key}} AND n.{{.Key}} < $p.high
    {{- template "conditions" .Filter}}
    RETURN n ORDER BY n.type{{.Order}}, n.{{.Key}}{{.Order}} LIMIT $p.limit
  }
  RETURN n
{{- end -}}

// A page of the entities of some types that a filter lets through. Of relations,
// the list itself is walked where so many entities have them that a page fills
// sooner that way: where s of t entities have one, a walk looks at limit * t / s.
{{- if .Filter.Anchored}}
{{template "anchor" .Filter}}
WHERE n.type IN $p.types AND $p.low < n.{{.Key}} AND n.{{.Key}} < $p.high
{{- template "conditions" .Filter}}
{{- else if .Filter.Relations}}
{{- template "sizes" .Filter}}
WITH sizes, all(size IN sizes WHERE size * size > 4 * $p.limit * ({{template "total" .}})) AS dense
CALL (sizes, dense) {
  WITH dense WHERE dense
{{- template "walk" .}}
  UNION ALL
{{- template "related" .}}
}
{{- else}}
CALL () {
{{- template "walk" .}}
}
{{- end}}
WITH n ORDER BY n.{{.Key}}{{.Order}} LIMIT $p.limit
WITH n.{{.Key}} AS sort, {{template "entity"}}
RETURN sort, body, twins[0] ORDER BY sort{{.Order}}

// The number of entities of some types that a filter lets through.
{{- if .Anchored}}
{{template "anchor" .Filter}}
WHERE n.type IN $types
{{- template "conditions" .Filter}}
RETURN count(n) AS number
{{- else if .Filter.Open}}
RETURN {{range $i, $type := .Types}}{{if $i}} + {{end}}COUNT { (:{{$type}}) }{{end}} AS number
{{- else}}
MATCH (n:{{labels .Types}})
WHERE true
{{- template "conditions" .Filter}}
RETURN count(n) AS number
{{- end}}

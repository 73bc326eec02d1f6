// The number of events that a filter lets through, by the bounds of their days.
{{- if .Anchored}}
{{template "anchor" .Filter}}
WHERE n.type IN $types
{{- else}}
MATCH (n:{{labels .Types}})
WHERE true
{{- end}}
{{- template "conditions" .Filter}}
RETURN n.earliest AS earliest, n.latest AS latest, count(n) AS number ORDER BY earliest, latest

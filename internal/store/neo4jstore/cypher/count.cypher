{{/* The number of entities of some types, which the engine keeps. */}}
{{- define "total"}}{{range $i, $type := .Types}}{{if $i}} + {{end}}COUNT { (:{{$type}}) }{{end}}{{end -}}

// The number of entities of some types that a filter lets through.
{{- if .Filter.Open}}
RETURN {{template "total" .}} AS number
{{- else}}
{{template "filtered" .}}
RETURN count(n) AS number
{{- end}}

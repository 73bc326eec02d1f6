{{/* The columns of an entity n: its JSON and, of a report, the least id of those with its text. */}}
{{- define "entity" -}}
n.body AS body, CASE WHEN n:Report THEN COLLECT {
  MATCH (twin:Report) USING INDEX twin:Report(sha256, id) WHERE twin.sha256 = n.sha256 AND twin.id IS NOT NULL
  RETURN twin.id ORDER BY twin.sha256, twin.id LIMIT 1
} END AS twins
{{- end}}

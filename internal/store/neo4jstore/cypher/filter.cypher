{{/* Where the search for the entities n of a filter begins: at the reports, words
     or nodes that it names. */}}
{{- define "anchor" -}}
{{- if .ByReports -}}
UNWIND $reports AS report
MATCH (:Entity {id: report})-[:SPEAKS_OF]->(:Referent)-[:ASSIGNED_TO]->(n:Entity)
{{- else if .ByTerms -}}
CALL db.index.fulltext.queryNodes('entity_terms', $terms) YIELD node AS n
{{- else -}}
{{- with .Anchor -}}
UNWIND $nodes{{.Number}} AS node
MATCH (m:Entity {id: node})
{{- if .Inside}}
MATCH (m)<-[:LOCATED_IN*0..]-(inside:Entity)
WITH DISTINCT inside AS m
{{- end}}
MATCH (n:Entity){{template "edge" .}}(m)
{{- if .Roles}} WHERE e.role IN $roles{{.Number}}{{end}}
{{- end}}
{{- end}}
WITH DISTINCT n
{{- end}}

{{- /* An edge of a relation as seen from its entity. */}}
{{- define "edge"}}{{if .In}}<-[e:{{types .Types}}]-{{else}}-[e:{{types .Types}}]->{{end}}{{end}}

{{- /* That n meets the conditions of a filter. Each begins with AND. */}}
{{- define "conditions"}}
{{- range .Relations}}
AND EXISTS {
  MATCH (n){{template "edge" .}}(m:Entity)
  {{- if .Roles}} WHERE e.role IN $roles{{.Number}}{{end}}
  {{- if .Inside}}
  MATCH (m)-[:LOCATED_IN*0..]->(outside:Entity)
  WITH DISTINCT outside AS m
  {{- else}}
  WITH m
  {{- end}}
  WHERE m.id IN $nodes{{.Number}}
  RETURN m
}
{{- end}}
{{- if .TermsToo}}
AND all(group IN $groups WHERE any(term IN group WHERE ' ' + n.terms + ' ' CONTAINS term))
{{- end}}
{{- if .Kinds}}
AND n.kind IN $kinds
{{- end}}
{{- if .Status}}
AND n.status = $status
{{- end}}
{{- if .Attendance}}
AND n.attendance >= $attendance
{{- end}}
{{- with .Days}}
{{- if eq . "CERTAIN"}}
AND n.certain AND n.possibleFirst >= $from AND n.possibleLast <= $to
{{- else if eq . "LIKELY"}}
AND n.likelyFirst <= $to AND n.likelyLast >= $from
{{- else}}
AND n.possibleFirst <= $to AND n.possibleLast >= $from
{{- end}}
{{- end}}
{{- end}}

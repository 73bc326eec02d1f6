{{/* The search for the entities n of a filter begins at the reports or words that
     it names, else at the nodes of its narrowest relation. */}}

{{- /* From reports or words. */}}
{{- define "anchor" -}}
{{- if .ByReports -}}
UNWIND $p.reports AS report
MATCH (:Entity {id: report})-[:SPEAKS_OF]->(:Referent)-[:ASSIGNED_TO]->(n)
{{- else -}}
CALL db.index.fulltext.queryNodes('entity_terms', $p.terms) YIELD node AS n
{{- end}}
WITH DISTINCT n
{{- end}}

{{- /* How many edges each relation begins with, as far as 500 places inside one go. */}}
{{- define "sizes"}}
{{- range .Relations}}
CALL () {
  {{template "ends" .}}{{if .Inside}} LIMIT 500{{end}}
  RETURN sum(COUNT { (m){{if .In}}-[:{{types .Types}}]->{{else}}<-[:{{types .Types}}]-{{end}}() }) AS size{{.Number}}
}
{{- end}}
WITH [{{range $i, $r := .Relations}}{{if $i}}, {{end}}size{{.Number}}{{end}}] AS sizes
{{- end}}

{{- /* The nodes m that a relation names, and the places inside them. */}}
{{- define "ends" -}}
UNWIND $p.nodes{{.Number}} AS node
  MATCH (m:Entity {id: node})
  {{- if .Inside}}<-[:LOCATED_IN*0..]-(inside)
  WITH DISTINCT inside AS m
  {{- else}}
  WITH m
  {{- end}}
{{- end}}

{{- /* An edge of a relation as seen from its entity. */}}
{{- define "edge"}}{{if .In}}<-[e:{{types .Types}}]-{{else}}-[e:{{types .Types}}]->{{end}}{{end}}

{{- /* From the relation with the least size: one branch for each, of which one runs. */}}
{{- define "related"}}
{{- range $i, $r := .Filter.Relations}}
  {{- if $i}}
  UNION ALL
  {{- end}}
  WITH sizes WHERE {{if $.Key}}NOT dense AND {{end}}none(size IN sizes[..{{$i}}] WHERE size <= sizes[{{$i}}]) AND none(size IN sizes WHERE size < sizes[{{$i}}])
  {{template "ends" .}}
  MATCH (n){{template "edge" .}}(m)
  WHERE $p.roles{{.Number}} IS NULL OR e.role IN $p.roles{{.Number}}
  WITH DISTINCT n
  WHERE n.type IN $p.types
  {{- with $.Key}} AND $p.low < n.{{.}} AND n.{{.}} < $p.high{{end}}
  {{- template "conditions" $.Filter.Without $i}}
  RETURN n
{{- end}}
{{- end}}

{{- /* That n meets the conditions of a filter. Each begins with AND. What no index
       knows may be absent: the fewer texts there are, the fewer are planned. */}}
{{- define "conditions"}}
{{- range .Relations}}
  AND EXISTS {
    MATCH (n){{template "edge" .}}(m)
    WHERE $p.roles{{.Number}} IS NULL OR e.role IN $p.roles{{.Number}}
    {{- if .Inside}}
    MATCH (m)-[:LOCATED_IN*0..]->(outside)
    WITH DISTINCT outside AS m
    {{- else}}
    WITH m
    {{- end}}
    WHERE m.id IN $p.nodes{{.Number}}
    RETURN m
  }
{{- end}}
{{- if .More}}
  AND ($p.groups IS NULL OR all(group IN $p.groups WHERE any(term IN group WHERE ' ' + n.terms + ' ' CONTAINS term)))
  AND ($p.kinds IS NULL OR n.kind IN $p.kinds)
  AND ($p.status IS NULL OR n.status = $p.status)
  AND ($p.attendance IS NULL OR n.attendance >= $p.attendance)
{{- end}}
{{- with .Days}}
{{- if eq . "CERTAIN"}}
  AND n.certain AND n.possibleFirst >= $p.from AND n.possibleLast <= $p.to
{{- else if eq . "LIKELY"}}
  AND n.likelyFirst <= $p.to AND n.likelyLast >= $p.from
{{- else}}
  AND n.possibleFirst <= $p.to AND n.possibleLast >= $p.from
{{- end}}
{{- end}}
{{- end}}

{{- /* All entities n of the types that meet the conditions, in no order. */}}
{{- define "filtered"}}
{{- if .Filter.Anchored}}
{{template "anchor" .Filter}}
WHERE n.type IN $p.types
{{- template "conditions" .Filter}}
{{- else if .Filter.Relations}}
{{- template "sizes" .Filter}}
CALL (sizes) {
{{- template "related" .}}
}
{{- else}}
MATCH (n:{{labels .Types}})
WHERE true
{{- template "conditions" .Filter}}
{{- end}}
{{- end}}

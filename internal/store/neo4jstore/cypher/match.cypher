// Candidates of a search, the most reported first.
CALL db.index.fulltext.queryNodes('entity_terms', $p.terms) YIELD node AS n
{{- if .}}
WHERE n.type IN $p.types
{{- end}}
WITH n ORDER BY n.reportsSort LIMIT $p.limit
WITH n.reportsSort AS sort, {{template "entity"}}
RETURN body, twins[0] ORDER BY sort

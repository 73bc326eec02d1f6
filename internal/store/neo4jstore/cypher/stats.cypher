// What the graph holds: every number is kept by the engine, none is counted.
{{range nodeTypes -}}
MATCH (n:{{.}}) RETURN 'node' AS what, '{{.}}' AS type, count(n) AS number
UNION ALL
{{end}}
{{- range edgeTypes -}}
MATCH ()-[e:{{.}}]->() RETURN 'edge' AS what, '{{.}}' AS type, count(e) AS number
UNION ALL
{{end -}}
MATCH (n:Claim) RETURN 'claim' AS what, '' AS type, count(n) AS number
UNION ALL
MATCH (n:Evidence) RETURN 'evidence' AS what, '' AS type, count(n) AS number

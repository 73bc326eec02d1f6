// What the graph holds. The engine keeps all of these numbers.
RETURN
  [{{range $i, $type := nodeTypes}}{{if $i}}, {{end}}COUNT { (:{{$type}}) }{{end}}] AS nodes,
  [{{range $i, $type := edgeTypes}}{{if $i}}, {{end}}COUNT { ()-[:{{$type}}]->() }{{end}}] AS edges,
  COUNT { (:Claim) } AS claims,
  COUNT { (:Evidence) } AS evidence

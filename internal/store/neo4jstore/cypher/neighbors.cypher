// A page of the edges of each of some nodes, with their far ends: every type and
// direction is a walk along an index of its own, no longer than the page, and the
// first items of all walks make the page. $ids holds no id twice. Of many walks all
// that there are stand here, and $walks says which are taken: planning a query
// takes far longer than not to walk, so there are few.
CYPHER replan=skip
UNWIND $p.ids AS near
CALL (near) {
  CALL (near) {
    {{- range $i, $walk := .Walks}}
    {{- if $i}}
    UNION ALL{{end}}
    {{- if $.Many}}
    WITH near WHERE '{{.}}' IN $p.walks{{end}}
    MATCH {{if .Out}}()-[e:{{.Type}}]->(n){{else}}(n)-[e:{{.Type}}]->(){{end}}
    USING INDEX e:{{.Type}}({{.End}}, sort)
    WHERE e.{{.End}} = near AND $p.low < e.sort AND e.sort < $p.high
      AND ($p.roles IS NULL OR e.role IN $p.roles) AND ($p.far IS NULL OR n.type IN $p.far)
    RETURN e, n, {{.Out}} AS out ORDER BY e.{{.End}}{{$.Order}}, e.sort{{$.Order}} LIMIT $p.limit
    {{- end}}
  }
  WITH e, n, out ORDER BY e.sort{{.Order}} LIMIT $p.limit
  WITH e, out, {{template "entity"}}
  RETURN collect([e.sort, e.body, out, body, twins[0]]) AS items
}
RETURN near, items

// A page of the edges of each of some nodes, with their far ends: every type and
// direction is a walk along an index of its own, no longer than the page, and the
// first items of all walks make the page. $ids holds no id twice.
UNWIND $ids AS near
CALL (near) {
  CALL (near) {
    {{- range $i, $walk := .Walks}}
    {{- if $i}}
    UNION ALL{{end}}
    MATCH {{if .Out}}()-[e:{{.Type}}]->(n){{else}}(n)-[e:{{.Type}}]->(){{end}}
    USING INDEX e:{{.Type}}({{.End}}, sort)
    WHERE e.{{.End}} = near AND $low < e.sort AND e.sort < $high
    {{- if $.Roles}} AND e.role IN $roles{{end}}
    {{- with $.FarTypes}} AND n:{{labels .}}{{end}}
    RETURN e, n, {{.Out}} AS out ORDER BY e.{{.End}}{{$.Order}}, e.sort{{$.Order}} LIMIT $limit
    {{- end}}
  }
  WITH e, n, out ORDER BY e.sort{{.Order}} LIMIT $limit
  WITH e, out, {{template "entity"}}
  RETURN collect([e.sort, e.body, out, body, twins[0]]) AS items
}
RETURN near, items

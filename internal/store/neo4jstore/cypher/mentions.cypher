// A page of the mentions of each of some entities, along an index. $ids holds no id twice.
CYPHER replan=skip
UNWIND $p.ids AS of
CALL (of) {
  MATCH ()-[p:MENTIONED_IN]->(s)
  USING INDEX p:MENTIONED_IN(of, sort)
  WHERE p.of = of AND $p.low < p.sort AND p.sort < $p.high
  WITH p, s ORDER BY p.of{{.Order}}, p.sort{{.Order}} LIMIT $p.limit
  MATCH (s)<-[:HAS_SENTENCE]-(n)
  WITH p, s, {{template "entity"}}
  ORDER BY p.sort{{.Order}}
  RETURN collect([p.sort, p.start, p.end, s.number, s.start, s.text, body, twins[0]]) AS items
}
RETURN of, items

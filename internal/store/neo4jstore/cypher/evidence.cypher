// A page of the evidence of each of some edges, along an index. $ids holds no id twice.
CYPHER replan=skip
UNWIND $p.ids AS of
CALL (of) {
  MATCH (p:Evidence)
  USING INDEX p:Evidence(of, sort)
  WHERE p.of = of AND $p.low < p.sort AND p.sort < $p.high
  WITH p ORDER BY p.of{{.Order}}, p.sort{{.Order}} LIMIT $p.limit
  OPTIONAL MATCH (p)-[:IN]->(s:Sentence)<-[:HAS_SENTENCE]-(n)
  WITH p, s, {{template "entity"}}
  ORDER BY p.sort{{.Order}}
  RETURN collect([p.sort, p.start, p.end, s.number, s.start, s.text, body, twins[0], p.basis, p.gazetteer]) AS items
}
RETURN of, items

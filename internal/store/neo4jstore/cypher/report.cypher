// Puts in what reports say. The parts of a row refer to each other by their
// numbers in its lists.
CYPHER replan=skip
UNWIND $p.rows AS row
MATCH (r:Entity {id: row.id}) USING INDEX r:Entity(id)
CALL (r, row) {
  UNWIND row.sentences AS sentence
  CREATE (r)-[:HAS_SENTENCE]->(s:Sentence)
  SET s = sentence
  RETURN collect(s) AS sentences
}
CALL (r, row) {
  UNWIND row.referents AS referent
  CREATE (r)-[:SPEAKS_OF]->(x:Referent)
  SET x = referent
  RETURN collect(x) AS referents
}
CALL (referents) {
  UNWIND referents AS x
  MATCH (n:Entity {id: x.entity}) USING INDEX n:Entity(id)
  CREATE (x)-[:ASSIGNED_TO]->(n)
}
CALL (row, sentences, referents) {
  UNWIND row.mentions AS mention
  WITH mention, referents[mention.referent] AS x, sentences[mention.sentence] AS s
  CREATE (x)-[m:MENTIONED_IN]->(s)
  SET m = mention.row
}
CALL (row, referents) {
  UNWIND row.claims AS claim
  WITH claim, referents[claim.subject] AS x, referents[claim.object] AS y
  CREATE (x)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(y)
  SET c = claim.row
  RETURN collect(c) AS claims
}
CALL (row, sentences, claims) {
  UNWIND row.evidence AS evidence
  WITH evidence, claims[evidence.claim] AS c
  CREATE (c)-[:RESTS_ON]->(e:Evidence)
  SET e = evidence.row
  WITH e, sentences[evidence.sentence] AS s
  WHERE s IS NOT NULL
  CREATE (e)-[:IN]->(s)
}

// Takes out what reports say: all but the reports' entities themselves.
UNWIND $p.rows AS row
MATCH (r:Entity {id: row.id}) USING INDEX r:Entity(id)
CALL (r) {
  MATCH (r)-[:SPEAKS_OF]->(:Referent)<-[:SUBJECT]-(c:Claim)-[:RESTS_ON]->(e:Evidence)
  DETACH DELETE e
}
CALL (r) {
  MATCH (r)-[:SPEAKS_OF]->(:Referent)<-[:SUBJECT]-(c:Claim)
  DETACH DELETE c
}
CALL (r) {
  MATCH (r)-[:SPEAKS_OF]->(x:Referent)
  DETACH DELETE x
}
CALL (r) {
  MATCH (r)-[:HAS_SENTENCE]->(s:Sentence)
  DETACH DELETE s
}

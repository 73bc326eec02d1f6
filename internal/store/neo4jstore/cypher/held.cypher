// Locks reports, in the order of $ids, and returns what the store holds of each:
// no body where it holds nothing. Setting and removing takes the lock and changes
// nothing; only what is read after that is sure to stay.
CYPHER replan=skip
UNWIND $p.ids AS id
MERGE (r:Entity {id: id}) ON CREATE SET r:Report
SET r.lock = true
REMOVE r.lock
RETURN id, r.body,
  COLLECT {
    MATCH (r)-[:SPEAKS_OF]->(x:Referent)
    RETURN [x.id, x.type, x.entity, x.body]
  },
  COLLECT {
    MATCH (r)-[:SPEAKS_OF]->(:Referent)<-[:SUBJECT]-(c:Claim)
    RETURN [c.id, c.type, c.subject, c.object, c.basis, c.body, c.evidence]
  }

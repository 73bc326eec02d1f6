// Adds edges that are not there.
CYPHER replan=skip
UNWIND $p.rows AS row
MATCH (a:Entity {id: row.from}) USING INDEX a:Entity(id)
MATCH (b:Entity {id: row.to}) USING INDEX b:Entity(id)
CREATE (a)-[e:$(row.type)]->(b)
SET e = row

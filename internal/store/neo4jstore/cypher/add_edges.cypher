// Adds edges that are not there.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[e:$(row.type)]->(b)
SET e = row

// Puts entities, which are there, in their new shape.
CYPHER replan=skip
UNWIND $p.rows AS row
MATCH (n:Entity {id: row.id}) USING INDEX n:Entity(id)
SET n = row

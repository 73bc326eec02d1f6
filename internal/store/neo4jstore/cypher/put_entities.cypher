// Puts entities, which are there, in their new shape.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id}) USING INDEX n:Entity(id)
SET n = row

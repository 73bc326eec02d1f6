// Takes entities out.
CYPHER replan=skip
UNWIND $p.rows AS row
MATCH (n:Entity {id: row.id}) USING INDEX n:Entity(id)
DETACH DELETE n

// Takes entities out.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
DETACH DELETE n

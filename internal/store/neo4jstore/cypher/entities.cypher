// Entities by id; those that are not there are left out.
CYPHER replan=skip
UNWIND $p.ids AS id
MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
WITH {{template "entity"}}
RETURN body, twins[0]

// The edges at some nodes, both directions, those of a node in one row, with what
// walking on needs to know of the far end. $ids holds no id twice.
CYPHER replan=skip
UNWIND $p.ids AS near
MATCH (n:Entity {id: near})-[e:{{types .}}]-(far) USING INDEX n:Entity(id)
WITH near, n, e, far LIMIT $p.limit
RETURN near, collect([type(e), startNode(e) = n, e.evidence, far.id, far.type, far.kind, far.degree])

// The edges at some nodes, both directions, with what walking on needs to know of
// the far end. $ids holds no id twice.
CYPHER replan=skip
UNWIND $p.ids AS near
MATCH (n:Entity {id: near})-[e:{{types .}}]-(far) USING INDEX n:Entity(id)
WITH near, e, far ORDER BY near, e.id LIMIT $p.limit
RETURN near, e.id, type(e), e.from, e.to, e.evidence, far.id, far.type, far.kind, far.degree

// The full texts of reports.
CYPHER replan=skip
UNWIND $p.ids AS id
MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
WHERE n:Report
RETURN n.id AS id, n.text AS text

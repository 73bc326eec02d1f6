// The full texts of reports.
UNWIND $ids AS id
MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
WHERE n:Report
RETURN n.id AS id, n.text AS text

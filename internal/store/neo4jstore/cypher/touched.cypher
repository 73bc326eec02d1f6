// Locks entities, in the order of $rows, makes those that are not there, and
// returns of each the tally and the days of the oldest and the newest report that
// refer to it, $reports not counted.
CYPHER replan=skip
UNWIND $p.rows AS row
MERGE (n:Entity {id: row.id})
SET n:$(row.type), n.lock = true
REMOVE n.lock
RETURN row.id, n.tally,
  COLLECT {
    MATCH (x:Referent) USING INDEX x:Referent(entity, day)
    WHERE x.entity = row.id AND x.day IS NOT NULL AND NOT x.report IN $p.reports
    RETURN x.day ORDER BY x.entity, x.day LIMIT 1
  }[0],
  COLLECT {
    MATCH (x:Referent) USING INDEX x:Referent(entity, day)
    WHERE x.entity = row.id AND x.day IS NOT NULL AND NOT x.report IN $p.reports
    RETURN x.day ORDER BY x.entity DESC, x.day DESC LIMIT 1
  }[0]

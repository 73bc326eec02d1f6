// The claims behind edges, those of $reports not counted.
CYPHER replan=skip
UNWIND $p.ids AS edge
MATCH (c:Claim {edge: edge}) USING INDEX c:Claim(edge)
WHERE NOT c.report IN $p.reports
RETURN edge, c.id, c.report, c.day, c.basis, c.body, c.evidence

// The claims behind edges, those of $reports not counted.
UNWIND $ids AS edge
MATCH (c:Claim {edge: edge}) USING INDEX c:Claim(edge)
WHERE NOT c.report IN $reports
RETURN edge, c.id, c.report, c.day, c.basis, c.body, c.evidence

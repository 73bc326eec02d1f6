-- Places of edges among those of their nodes, or what is told there of edges that keep theirs.
INSERT OR ROLLBACK INTO adjacent (node, way, day_key, id, edge, far, far_type, role, far_id, evidence)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (node, way, day_key, id) DO UPDATE SET (role, evidence) = (excluded.role, excluded.evidence);
